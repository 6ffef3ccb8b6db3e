"""What was answered in a poll, from first to last, as the change log wrote it down."""

from collections.abc import Iterator
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


def poll_steps(reader: Reader, poll_id: PollId) -> Iterator[PollStep]:
    """What each change that stands left of the poll's answers and of its options' room, the oldest first.

    What was undone never counted, and neither does its undoing.
    """
    parts = t.change_parts.c
    state = func.coalesce(parts.after, parts.before)
    query = (
        select(t.changes.c.made_at, parts.change_id, parts.table_name, parts.row_id, parts.after)
        .join(t.changes, t.changes.c.id == parts.change_id)
        .where(parts.table_name.in_((t.answers.name, t.options.name)), func.json_extract(state, "$.poll_id") == poll_id)
        .where(t.changes.c.undoes.is_(None), t.changes.c.is_undone.is_(False))
        .order_by(parts.change_id, parts.position)
    )
    for _change, rows in groupby(reader.rows(query), lambda row: row["change_id"]):
        yield _step(list(rows))


def polls_with_room(reader: Reader) -> set[PollId]:
    """The polls that have, or once had, an option with room for so many."""
    parts = t.change_parts.c
    poll_id = func.json_extract(parts.after, "$.poll_id")
    query = select(poll_id).where(parts.table_name == t.options.name, func.json_extract(parts.after, "$.most") > 0)
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
