"""Who entered an answer and how, and what the same person said before."""

from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ids import AnswerId, PersonId, PollId
from clubhub.domain.polls import Answer, Option, Poll
from clubhub.services.lookup import poll_of
from clubhub.services.poll_marks import person_name
from clubhub.storage import polls
from clubhub.storage.answer_log import answer_states
from clubhub.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVersion:
    """An answer as it stood from `made_at` (UTC) on; `actor` sat at the desk, `title` is the change's.

    `answer` is None where it was taken out: the person was silent again.
    """

    made_at: datetime
    actor: str
    title: str
    answer: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHistory:
    """`versions` are the newest first."""

    poll: Poll
    options: tuple[Option, ...]
    name: str
    versions: tuple[AnswerVersion, ...]


class AnswerHistoryService:
    """Reads the change log; nothing is written here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(
        self, poll_id: PollId, *, person_id: PersonId | None = None, answer_id: AnswerId | None = None
    ) -> AnswerHistory:
        """Of a person, or with `answer_id` of a guest. Raises NotFound if the poll or the person is gone."""
        with self._database.read() as reader:
            poll = poll_of(reader, poll_id)
            states = list(answer_states(reader, poll_id, person_id=person_id, answer_id=answer_id))
            named = next((state.answer.guest_name for state in states if state.answer), "")
            return AnswerHistory(
                poll=poll,
                options=tuple(polls.load_options(reader, poll_id)),
                name=person_name(reader, person_id) if person_id else named,
                versions=tuple(AnswerVersion(**state._asdict()) for state in states),
            )
