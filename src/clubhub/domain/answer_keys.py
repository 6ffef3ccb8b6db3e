"""Who an answer's code is from: a short key for each person and poll, which only the club can make.

The key is a keyed digest (HMAC, RFC 2104, with SHA-256), cut to 40 bits: it names the person to the club, tells nobody
else anything, and can't be made for another person or another poll without the poll's secret. With 5,000 people a
guessed key hits one of them once in 200 million tries; each try must be taken in by hand.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.polls import Poll

SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 symbols that nobody mixes up when copying them: no 0 and O, no 1 and I."""

CODE_SYMBOLS = 4
KEY_SYMBOLS = 8
NO_KEY = SYMBOLS[0] * KEY_SYMBOLS
"""Stands for a person's key in answers to a ballot for everybody: it signs nothing, a line with a name says whose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSecret:
    """One that a poll has had. `is_taken_back`: the change that made it was undone; else a newer one came after it."""

    secret: str
    is_taken_back: bool


def new_code(taken: Iterable[str]) -> str:
    """A name for a poll in codes that no other poll of the club has."""
    used = set(taken)
    while (code := "".join(secrets.choice(SYMBOLS) for _symbol in range(CODE_SYMBOLS))) in used:
        pass
    return code


def new_secret() -> str:
    """128 random bits in hex. A poll with a new secret takes no key of the old one."""
    return secrets.token_hex(16)


def person_key(poll: Poll, person_id: PersonId) -> str:
    """The key of one person in one poll, which must have a secret."""
    digest = hmac.digest(bytes.fromhex(poll.secret), _subject(poll.id, person_id), "sha256")
    bits = int.from_bytes(digest[: KEY_SYMBOLS * 5 // 8])
    return "".join(SYMBOLS[bits >> shift & 31] for shift in range(KEY_SYMBOLS * 5 - 5, -1, -5))


def people_by_key(poll: Poll, person_ids: Iterable[PersonId]) -> dict[str, PersonId]:
    """Who each key belongs to; empty for a poll that has no secret yet."""
    return {person_key(poll, person_id): person_id for person_id in person_ids} if poll.secret else {}


def _subject(poll_id: PollId, person_id: PersonId) -> bytes:
    return f"{poll_id}/{person_id}".encode()
