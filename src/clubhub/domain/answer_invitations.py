"""Calendar invitations that ask about one option of a poll: the answer comes back as an iTIP REPLY (RFC 5546).

The UID is all that every program returns unchanged, so it carries what the answer is about: the poll's code, the
option's number on ballots, and the person's key, which only the club can make, as in
"poll-K7Q4-3-7TRB2XKQ@clubhub.invalid". The key says whose the answer is even where the attendee's address is an alias.
"""

import re
from dataclasses import dataclass

from clubhub.domain.answer_keys import CODE_SYMBOLS, KEY_SYMBOLS, SYMBOLS, person_key
from clubhub.domain.ids import PersonId
from clubhub.domain.polls import Option, Poll

UID_HOST = "clubhub.invalid"
"""".invalid" can't belong to anybody (RFC 2606)."""

_UID = re.compile(
    rf"poll-([{SYMBOLS}]{{{CODE_SYMBOLS}}})-(\d{{1,4}})-([{SYMBOLS}]{{{KEY_SYMBOLS}}})@{re.escape(UID_HOST)}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationMark:
    """What a UID says; `number` is the option's on ballots, 1 for the first. The key is still to be checked."""

    poll_code: str
    number: int
    key: str


def invitation_uid(poll: Poll, option: Option, person_id: PersonId) -> str:
    """The same each time, so that a second invitation updates the first. The poll must have a code and a secret."""
    return f"poll-{poll.code}-{option.number}-{person_key(poll, person_id)}@{UID_HOST}"


def read_invitation_uid(uid: str) -> InvitationMark | None:
    """None for the UID of anything else."""
    found = _UID.fullmatch(uid.strip())
    if found is None:
        return None
    return InvitationMark(poll_code=found[1].upper(), number=int(found[2]), key=found[3].upper())
