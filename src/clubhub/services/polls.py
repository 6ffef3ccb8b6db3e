"""Polls: the list, and taking answers in from files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, preview_is_old
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId
from clubhub.domain.polls import Answer, Option, Poll
from clubhub.services import reading
from clubhub.services.answer_polls import known_poll
from clubhub.services.answer_targets import PollMeant, target_of
from clubhub.services.answers_import import AnswersImport, AnswersImporter
from clubhub.services.lookup import event_of, find_event
from clubhub.storage import clubs, events, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PollView:
    """A poll with its options in order and its answers as they came."""

    poll: Poll
    options: tuple[Option, ...]
    answers: tuple[Answer, ...]
    event: Event | None = None


class PollService:
    """The club's polls and the answers to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def polls(self) -> list[PollView]:
        """Every poll, by name."""
        with self._database.read() as reader:
            of_id = {event.id: event for event in events.load_events(reader)}
            return [_view(reader, poll, of_id) for poll in polls.load_polls(reader)]

    def import_answers(
        self,
        path: Path,
        *,
        event: str | None = None,
        poll: str | None = None,
        dry_run: bool = False,
        seen: AnswersImport | None = None,
    ) -> AnswersImport:
        """Take in the answers of a file: all of them, or none with a reason per bad row.

        With an event alone, its availability poll is used, and made if there is none. A named poll that is missing is
        made from the file's columns. In an event's poll every name must be somebody of the club; elsewhere the others
        are kept as guests. `seen` is the dry run that a person agreed to: if something else would be done now, Conflict
        is raised. Raises InvalidInput, NotFound or Conflict.
        """
        from clubhub.formats.answers import answers_from_table

        if not event and not poll:
            raise InvalidInput(_("Say which answers these are: give an event, or a poll by its name."))
        sheet = answers_from_table(reading.read_answers(path), zone=self._zone(event, poll))
        if dry_run:
            with self._database.read() as reader:
                return AnswersImporter(reader, sheet, event, poll).outcome(Changes())
        with self._database.write(_("take in answers")) as work:
            importer = AnswersImporter(work, sheet, event, poll)
            if seen and not seen.does_the_same_as(importer.outcome(Changes())):
                raise preview_is_old()
            importer.write(work)
            work.title = plural(
                "take in {count} answer to “{poll}”",
                "take in {count} answers to “{poll}”",
                len(importer.answers),
                poll=importer.poll.name,
            )
        return importer.outcome(work.changes)

    def meant_by(self, path: Path) -> PollMeant:
        """Which poll a table answers, by its columns; see answer_targets. Raises InvalidInput or Conflict."""
        from clubhub.formats.answers import answers_from_table

        table = reading.read_answers(path)
        with self._database.read() as reader:
            sheet = answers_from_table(table, zone=clubs.load_club(reader).time_zone)
            return target_of(reader, sheet.columns)

    def _zone(self, event_name: str | None, poll_name: str | None) -> str:
        """Where the poll's times are: the zone of its event, else the club's."""
        with self._database.read() as reader:
            event = find_event(reader, event_name) if event_name else None
            poll = known_poll(reader, event, poll_name)
            if poll is not None and poll.event_id is not None:
                event = event_of(reader, poll.event_id)
            return event.time_zone if event else clubs.load_club(reader).time_zone


def _view(reader: Reader, poll: Poll, events_by_id: Mapping[EventId, Event]) -> PollView:
    return PollView(
        poll=poll,
        options=tuple(polls.load_options(reader, poll.id)),
        answers=tuple(polls.load_answers(reader, poll.id)),
        event=events_by_id[poll.event_id] if poll.event_id else None,
    )
