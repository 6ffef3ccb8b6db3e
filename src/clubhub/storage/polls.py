"""Polls, their options and answers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.storage import tables as t
from clubhub.storage.poll_records import BESIDE_POLLS
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, Row, UnitOfWork


def load_polls(reader: Reader) -> list[Poll]:
    return values(reader, Poll, select(t.polls).order_by(t.polls.c.name, t.polls.c.id))


def insert_poll(work: UnitOfWork, poll: Poll) -> None:
    work.insert(t.polls, [row_of(poll, t.polls)])


def find_poll(reader: Reader, poll_id: PollId) -> Poll | None:
    row = reader.row(t.polls, poll_id)
    return Poll(**row) if row else None


def save_poll(work: UnitOfWork, poll: Poll) -> None:
    """Raises Conflict if the poll was changed since its version."""
    row = row_of(poll, t.polls)
    version = row.pop("version")
    work.update(t.polls, poll.id, row, expected_version=version)


def delete_poll(work: UnitOfWork, poll_id: PollId) -> None:
    """Remove a poll with its answers, its options and what stands beside them."""
    for table in (*BESIDE_POLLS, t.answers, t.options):
        rows = work.rows(select(table.c.id).where(table.c.poll_id == poll_id))
        work.delete(table, [row["id"] for row in rows])
    work.delete(t.polls, [poll_id])


def load_options(reader: Reader, poll_id: PollId) -> list[Option]:
    """In the order in which the poll shows them."""
    return load_options_of(reader, [poll_id]).get(poll_id, [])


def load_options_of(reader: Reader, poll_ids: Collection[PollId]) -> dict[PollId, list[Option]]:
    """As `load_options`, of several polls at once; those without options aren't in it."""
    found = defaultdict[PollId, list[Option]](list)
    query = select(t.options).where(t.options.c.poll_id.in_(list(poll_ids)))
    for option in values(reader, Option, query.order_by(t.options.c.position, t.options.c.id)):
        found[option.poll_id].append(option)
    return found


def next_position(reader: Reader, poll_id: PollId) -> int:
    """After every option that the poll has or had: a number on an old ballot never means another option."""
    parts = t.change_parts.c
    kept = func.coalesce(parts.before, parts.after)
    of_poll = func.json_extract(kept, "$.poll_id") == poll_id
    had = select(func.max(func.json_extract(kept, "$.position"))).where(parts.table_name == t.options.name, of_poll)
    has = select(func.max(t.options.c.position)).where(t.options.c.poll_id == poll_id)
    found = (reader.connection.execute(query).scalar_one() for query in (had, has))
    return max((position for position in found if position is not None), default=-1) + 1


def touch_poll(work: UnitOfWork, poll_id: PollId) -> None:
    """What belongs to the poll has changed: who still edits it as it was must hear of it."""
    work.touch(t.polls, [poll_id])


def insert_options(work: UnitOfWork, options: Iterable[Option]) -> None:
    work.insert(t.options, (row_of(option, t.options) for option in options))


def save_option(work: UnitOfWork, option: Option) -> None:
    """Raises Conflict if the option was changed since its version."""
    row = row_of(option, t.options)
    version = row.pop("version")
    work.update(t.options, option.id, row, expected_version=version)


def delete_options(work: UnitOfWork, option_ids: Iterable[OptionId]) -> None:
    """Marks for them stay in their answers, unseen, so that undo brings all back."""
    work.delete(t.options, option_ids)


def load_answers(reader: Reader, poll_id: PollId) -> list[Answer]:
    """In the order in which they came."""
    query = select(t.answers).where(t.answers.c.poll_id == poll_id)
    return [answer_of_row(row) for row in reader.rows(query.order_by(t.answers.c.answered_at, t.answers.c.id))]


def load_answers_of(
    reader: Reader, poll_id: PollId, people: Iterable[PersonId], answer_ids: Iterable[AnswerId]
) -> list[Answer]:
    """The answers of these people, and those with these ids, in the order in which they came."""
    columns = t.answers.c
    theirs = columns.person_id.in_(list(people)) | columns.id.in_(list(answer_ids))
    query = select(t.answers).where(columns.poll_id == poll_id, theirs)
    return [answer_of_row(row) for row in reader.rows(query.order_by(columns.answered_at, columns.id))]


def insert_answers(work: UnitOfWork, answers: Iterable[Answer]) -> None:
    work.insert(t.answers, (_row(answer) for answer in answers))


def save_answer(work: UnitOfWork, answer: Answer) -> None:
    """Write a later answer over an earlier one. Raises Conflict if it was changed since its version."""
    row = _row(answer)
    version = row.pop("version")
    work.update(t.answers, answer.id, row, expected_version=version)


def delete_answers(work: UnitOfWork, answer_ids: Iterable[AnswerId]) -> None:
    work.delete(t.answers, answer_ids)


def answer_counts(reader: Reader) -> dict[PollId, tuple[int, int]]:
    """For each poll that has answers: how many people and how many guests have answered it."""
    columns = t.answers.c
    people = func.count(columns.person_id.distinct())
    guests = func.count().filter(columns.person_id.is_(None))
    query = select(columns.poll_id, people, guests).group_by(columns.poll_id)
    return {PollId(row[0]): (row[1], row[2]) for row in reader.connection.execute(query)}


def count_asked(reader: Reader) -> int:
    """How many people a poll asks: everybody in the club."""
    return reader.connection.execute(select(func.count()).select_from(t.people)).scalar_one()


def option_spans(reader: Reader) -> dict[PollId, tuple[int, datetime | None, datetime | None]]:
    """For each poll that has options: how many, the earliest start and the latest end (None for plain choices)."""
    columns = t.options.c
    query = select(columns.poll_id, func.count(), func.min(columns.starts), func.max(columns.ends))
    rows = reader.connection.execute(query.group_by(columns.poll_id))
    return {PollId(row[0]): (row[1], row[2], row[3]) for row in rows}


def decided_options(reader: Reader) -> dict[PollId, Option]:
    """What was chosen in each poll in which something is decided."""
    chosen = t.options.c.id == t.decisions.c.option_id
    found = values(reader, Option, select(t.options).join(t.decisions, chosen))
    return {option.poll_id: option for option in found}


def _row(answer: Answer) -> dict[str, Any]:
    """JSON has text keys alone."""
    since = {str(option): moment.isoformat() for option, moment in answer.yes_since.items()}
    marks = {str(option): str(mark) for option, mark in answer.marks.items()}
    return {**row_of(answer, t.answers), "marks": marks, "yes_since": since}


def answer_of_row(row: Row) -> Answer:
    marks = {OptionId(int(option)): Mark(mark) for option, mark in row["marks"].items()}
    since = {OptionId(int(option)): datetime.fromisoformat(moment) for option, moment in row["yes_since"].items()}
    return Answer(**{**row, "marks": marks, "yes_since": since})
