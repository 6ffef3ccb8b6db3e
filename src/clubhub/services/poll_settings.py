"""What a poll is asked with, besides its options: deadline, words, audience, who sees what, who is needed."""

from dataclasses import replace

from clubhub.domain.audiences import AudienceKind, AudiencePart, parse_audience
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PollId, PollNeedId, new_id
from clubhub.domain.poll_drafts import NeedDraft, PollSettings, check_settings
from clubhub.domain.polls import Poll, PollNeed
from clubhub.services.audiences import load_membership
from clubhub.services.lookup import exactly_named
from clubhub.storage import poll_records, polls
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _


def settings_of(reader: Reader, poll: Poll) -> PollSettings:
    """As they stand now."""
    return PollSettings(
        closes_at=poll.closes_at,
        note=poll.note,
        words=poll.words,
        audience=poll.audience,
        shown=poll.shown,
        needs=tuple(draft_of(need) for need in poll_records.load_needs(reader, poll.id)),
    )


def checked(reader: Reader, poll: Poll, settings: PollSettings) -> PollSettings:
    """Tidied, with the audience's names in full, "" for everybody.

    Raises InvalidInput, NotFound or Conflict for what can't be asked so.
    """
    tidy = check_settings(settings)
    return replace(tidy, audience=_full_rule(reader, poll, tidy.audience))


def with_settings(poll: Poll, settings: PollSettings) -> Poll:
    """The poll with checked settings; needs stand in rows of their own."""
    return replace(
        poll,
        closes_at=settings.closes_at,
        note=settings.note,
        words=settings.words,
        audience=settings.audience,
        shown=settings.shown,
    )


def refuse_taken_name(reader: Reader, poll: Poll) -> None:
    """Raises InvalidInput if another poll is called so."""
    others = [other for other in polls.load_polls(reader) if other.id != poll.id]
    if exactly_named(others, poll.name):
        raise InvalidInput(
            _("There is a poll called “{name}” already. Give this one another name.").format(name=poll.name)
        )


def write_needs(work: UnitOfWork, poll_id: PollId, needs: tuple[NeedDraft, ...]) -> bool:
    """Exchange a poll's needs for these; rows that stay the same are left alone. Returns whether anything changed."""
    present = {draft_of(need): need for need in poll_records.load_needs(work, poll_id)}
    gone = [need.id for draft, need in present.items() if draft not in needs]
    added = [draft for draft in needs if draft not in present]
    poll_records.delete_needs(work, gone)
    poll_records.insert_needs(work, [need_of(poll_id, draft) for draft in added])
    return bool(gone or added)


def draft_of(need: PollNeed) -> NeedDraft:
    return NeedDraft(person_id=need.person_id, group_id=need.group_id, role_id=need.role_id, count=need.count)


def need_of(poll_id: PollId, draft: NeedDraft) -> PollNeed:
    return PollNeed(
        id=PollNeedId(new_id()),
        poll_id=poll_id,
        person_id=draft.person_id,
        group_id=draft.group_id,
        role_id=draft.role_id,
        count=draft.count,
    )


def _full_rule(reader: Reader, poll: Poll, rule: str) -> str:
    if not rule:
        return ""
    audience = parse_audience(rule, load_membership(reader, poll.event_id))
    everybody = (AudiencePart(kind=AudienceKind.EVERYBODY),)
    return "" if audience.parts == everybody else str(audience)
