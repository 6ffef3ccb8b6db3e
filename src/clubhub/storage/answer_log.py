"""What one person has answered in a poll, from first to last, as the change log wrote it down."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from clubhub.domain.ids import AnswerId, PersonId, PollId
from clubhub.domain.polls import Answer
from clubhub.storage import tables as t
from clubhub.storage.kept_rows import decode, layout_of
from clubhub.storage.polls import answer_of_row
from clubhub.storage.unit_of_work import Reader


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
        after = row["after"]
        answer = answer_of_row(layout_of(t.answers).values(decode(after))) if after else None
        yield AnswerState(made_at=row["made_at"], actor=row["actor"], title=row["title"], answer=answer)
