"""What was answered in a poll, from first to last, as the change log wrote it down."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import func, select

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.moved_up import PollStep
from clubhub.domain.polls import Answer
from clubhub.storage import tables as t
from clubhub.storage.kept_rows import decode, layout_of
from clubhub.storage.polls import answer_of_row
from clubhub.storage.unit_of_work import Reader, Row

_OF_POLLS = (t.answers.name, t.options.name)


class AnswerState(NamedTuple):
    """`answer` is None where it was removed; `made_at` is UTC."""

    made_at: datetime
    actor: str
    title: str
    answer: Answer | None


def answer_states(
    reader: Reader, poll_id: PollId, *, person_id: PersonId | None = None, answer_id: AnswerId | None = None
) -> Iterator[AnswerState]:
    """Of a person, or of one guest's answer; the newest first. An answer that was removed and given anew is one."""
    parts = t.change_parts.c
    state = func.coalesce(parts.after, parts.before)
    whose = func.json_extract(state, "$.person_id") == person_id if person_id else parts.row_id == answer_id
    query = (
        select(t.changes.c.made_at, t.changes.c.actor, t.changes.c.title, parts.after)
        .join(t.changes, t.changes.c.id == parts.change_id)
        .where(parts.table_name == t.answers.name, func.json_extract(state, "$.poll_id") == poll_id, whose)
        .order_by(parts.change_id.desc(), parts.position.desc())
    )
    for row in reader.rows(query):
        answer = _answer(row["after"]) if row["after"] else None
        yield AnswerState(made_at=row["made_at"], actor=row["actor"], title=row["title"], answer=answer)


def answers_over_time(
    reader: Reader, poll_id: PollId, people: Collection[PersonId]
) -> dict[PersonId, list[tuple[datetime, Answer | None]]]:
    """What each of them said from which moment on (UTC; None: nothing any more), the oldest first.

    What was undone is among it, and so is its undoing.
    """
    parts = t.change_parts.c
    state = func.coalesce(parts.after, parts.before)
    whose = func.json_extract(state, "$.person_id")
    query = (
        select(t.changes.c.made_at, whose.label("whose"), parts.after)
        .join(t.changes, t.changes.c.id == parts.change_id)
        .where(
            parts.table_name == t.answers.name,
            func.json_extract(state, "$.poll_id") == poll_id,
            whose.in_(list(people)),
        )
        .order_by(parts.change_id, parts.position)
    )
    found = defaultdict[PersonId, list[tuple[datetime, Answer | None]]](list)
    for row in reader.rows(query):
        found[PersonId(row["whose"])].append((row["made_at"], _answer(row["after"]) if row["after"] else None))
    return found


def poll_steps(reader: Reader, poll_ids: Collection[PollId]) -> dict[PollId, list[PollStep]]:
    """For each poll what each change that stands left of its answers and of its options' room, the oldest first.

    What was undone never counted, and neither does its undoing.
    """
    parts = t.change_parts.c
    of_poll = func.json_extract(func.coalesce(parts.after, parts.before), "$.poll_id")
    query = (
        select(t.changes.c.made_at, parts.change_id, parts.table_name, parts.row_id, parts.after, of_poll.label("poll"))
        .join(t.changes, t.changes.c.id == parts.change_id)
        .where(parts.table_name.in_(_OF_POLLS), of_poll.in_(list(poll_ids)))
        .where(t.changes.c.undoes.is_(None), t.changes.c.is_undone.is_(False))
        .order_by(of_poll, parts.change_id, parts.position)
    )
    found = defaultdict[PollId, list[PollStep]](list)
    for (poll_id, _change), rows in groupby(reader.rows(query), lambda row: (row["poll"], row["change_id"])):
        found[PollId(poll_id)].append(_step(list(rows)))
    return found


def polls_touched_since(reader: Reader, moment: datetime) -> set[PollId]:
    """The polls of which an answer or an option was changed after a moment (UTC)."""
    parts = t.change_parts.c
    first = select(func.min(t.changes.c.id)).where(t.changes.c.made_at > moment).scalar_subquery()
    poll_id = func.json_extract(func.coalesce(parts.after, parts.before), "$.poll_id")
    query = select(poll_id).where(parts.change_id >= first, parts.table_name.in_(_OF_POLLS))
    return {PollId(found) for found in reader.connection.execute(query.distinct()).scalars()}


def polls_with_room(reader: Reader, poll_ids: Collection[PollId]) -> set[PollId]:
    """Those of the polls that have, or once had, an option with room for so many."""
    parts = t.change_parts.c
    poll_id = func.json_extract(parts.after, "$.poll_id")
    query = select(poll_id).where(
        parts.table_name == t.options.name, poll_id.in_(list(poll_ids)), func.json_extract(parts.after, "$.most") > 0
    )
    return {PollId(found) for found in reader.connection.execute(query.distinct()).scalars()}


def _step(rows: list[Row]) -> PollStep:
    answers: dict[AnswerId, Answer | None] = {}
    rooms: dict[OptionId, int | None] = {}
    for row in rows:
        after = row["after"]
        if row["table_name"] == t.answers.name:
            answers[AnswerId(row["row_id"])] = _answer(after) if after else None
        elif after:
            rooms[OptionId(row["row_id"])] = layout_of(t.options).values(decode(after))["most"]
    return PollStep(made_at=rows[0]["made_at"], answers=answers, rooms=rooms)


def _answer(after: str) -> Answer:
    return answer_of_row(layout_of(t.answers).values(decode(after)))
