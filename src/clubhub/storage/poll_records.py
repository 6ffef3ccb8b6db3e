"""What stands beside a poll's options and answers: who is needed, the decision, reminders, and usual answers."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Table, select

from clubhub.domain.ids import PersonId, PollId, PollNeedId, UsualAnswerId
from clubhub.domain.polls import Decision, PollNeed, Reminder, UsualAnswer
from clubhub.storage import tables as t
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, UnitOfWork

_V = TypeVar("_V", PollNeed, Decision, Reminder)

BESIDE_POLLS = (t.poll_needs, t.decisions, t.reminders)
"""The tables whose rows go when their poll goes."""


def load_needs(reader: Reader, poll_id: PollId) -> list[PollNeed]:
    return _of_poll(reader, t.poll_needs, PollNeed, poll_id)


def insert_needs(work: UnitOfWork, needs: Iterable[PollNeed]) -> None:
    work.insert(t.poll_needs, (row_of(need, t.poll_needs) for need in needs))


def delete_needs(work: UnitOfWork, ids: Iterable[PollNeedId]) -> None:
    work.delete(t.poll_needs, ids)


def find_decision(reader: Reader, poll_id: PollId) -> Decision | None:
    return next(iter(_of_poll(reader, t.decisions, Decision, poll_id)), None)


def load_decisions(reader: Reader) -> dict[PollId, Decision]:
    return {one.poll_id: one for one in values(reader, Decision, select(t.decisions))}


def put_decision(work: UnitOfWork, decision: Decision) -> None:
    """Decide, or decide otherwise. Raises Conflict if the row was changed since its version."""
    row = row_of(decision, t.decisions)
    if work.row(t.decisions, decision.id) is None:
        work.insert(t.decisions, [row])
        return
    version = row.pop("version")
    work.update(t.decisions, decision.id, row, expected_version=version)


def delete_decision(work: UnitOfWork, decision: Decision) -> None:
    work.delete(t.decisions, [decision.id])


def load_reminders(reader: Reader, poll_id: PollId) -> list[Reminder]:
    """The oldest first."""
    return sorted(_of_poll(reader, t.reminders, Reminder, poll_id), key=lambda one: (one.reminded_at, one.id))


def insert_reminders(work: UnitOfWork, reminders: Iterable[Reminder]) -> None:
    work.insert(t.reminders, (row_of(one, t.reminders) for one in reminders))


def load_usual_answers(reader: Reader, person_id: PersonId | None = None) -> list[UsualAnswer]:
    """Of one person, or of all; by weekday and time."""
    columns = t.usual_answers.c
    query = select(t.usual_answers).order_by(columns.person_id, columns.weekday, columns.starts, columns.id)
    return values(reader, UsualAnswer, query if person_id is None else query.where(columns.person_id == person_id))


def insert_usual_answers(work: UnitOfWork, usual: Iterable[UsualAnswer]) -> None:
    work.insert(t.usual_answers, (row_of(one, t.usual_answers) for one in usual))


def delete_usual_answers(work: UnitOfWork, ids: Iterable[UsualAnswerId]) -> None:
    work.delete(t.usual_answers, ids)


def _of_poll(reader: Reader, table: Table, kind: type[_V], poll_id: PollId) -> list[_V]:
    return values(reader, kind, select(table).where(table.c.poll_id == poll_id).order_by(table.c.id))
