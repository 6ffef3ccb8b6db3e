"""Making polls, changing how they are asked, and writing down answers by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, changed_meanwhile
from clubhub.domain.ids import OptionId, PersonId, PollId, new_id
from clubhub.domain.poll_answers import NO_MARKS, Said
from clubhub.domain.poll_drafts import MarkEdit, PollDraft, PollSettings, check_draft
from clubhub.domain.polls import Answer, Mark, Poll, Road
from clubhub.services.lookup import event_of, poll_of
from clubhub.services.new_options import new_options
from clubhub.services.poll_answer_writer import AnswerWriter
from clubhub.services.poll_codes import with_code
from clubhub.services.poll_copies import PollCopy
from clubhub.services.poll_marks import MarkWriter
from clubhub.services.poll_settings import checked, refuse_taken_name, settings_of, with_settings, write_needs
from clubhub.storage import clubs, polls
from clubhub.storage.database import Database
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PollMade:
    poll_id: PollId
    changes: Changes


class PollEditingService:
    """Changes polls and answers. A poll that has closed still takes answers at the desk: warn, never block."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, draft: PollDraft) -> PollMade:
        """Make a poll with an option per slot, in order of time, then one per plain choice.

        Raises InvalidInput for a draft that can't be asked, or a name that another poll has, NotFound if its event is
        gone or its audience names what the club doesn't have, Conflict if it names several.
        """
        given = check_draft(draft)
        poll = Poll(id=PollId(new_id()), name=given.name, event_id=given.event_id, kind=given.kind)
        with self._database.write(_("make the poll “{name}”").format(name=poll.name)) as work:
            if poll.event_id is not None:
                event_of(work, poll.event_id)
            refuse_taken_name(work, poll)
            settings = checked(work, poll, given.settings)
            polls.insert_poll(work, with_code(work, with_settings(poll, settings)))
            language = clubs.load_club(work).language
            made = new_options(poll.id, given.slots, given.labels, most=given.most, language=language)
            polls.insert_options(work, made)
            write_needs(work, poll.id, settings.needs)
        return PollMade(poll_id=poll.id, changes=work.changes)

    def settings(self, poll_id: PollId) -> PollSettings:
        """What a poll is asked with now. Raises NotFound if the poll is gone."""
        with self._database.read() as reader:
            return settings_of(reader, poll_of(reader, poll_id))

    def change(self, poll: Poll, settings: PollSettings) -> Changes:
        """Change what a poll is asked with; `poll` is it as it was seen. Answers stay.

        Raises InvalidInput, NotFound or Conflict for settings that can't be (an audience that the club doesn't have),
        and Conflict if the poll or its needs were changed meanwhile.
        """
        with self._database.write(_("change the poll “{name}”").format(name=poll.name)) as work:
            wanted = checked(work, poll, settings)
            polls.save_poll(work, with_settings(poll, wanted))
            if write_needs(work, poll.id, wanted.needs):
                polls.touch_poll(work, poll.id)
        return work.changes

    def copy(self, poll_id: PollId, name: str, *, later: timedelta = timedelta()) -> PollMade:
        """Make a poll like another, without its answers and with its times so many days `later` (or earlier).

        The deadline goes along and is left out if it would have passed already. A copy with other times is tied to no
        event. Raises NotFound if the poll is gone, InvalidInput for an empty or taken name.
        """
        with self._database.write("") as work:
            original = poll_of(work, poll_id)
            copied = PollCopy(work, original, name, later)
            refuse_taken_name(work, copied.poll)
            copied.write()
            work.title = _("copy the poll “{old}” as “{new}”").format(old=original.name, new=copied.poll.name)
        return PollMade(poll_id=copied.poll.id, changes=work.changes)

    def rename(self, poll: Poll, name: str) -> Changes:
        """Raises InvalidInput for an empty or taken name, Conflict if the poll was changed meanwhile."""
        renamed = replace(poll, name=" ".join(name.split()))
        if not renamed.name:
            raise InvalidInput(_("The poll needs a name. Nothing was changed."))
        with self._database.write(
            _("rename the poll “{old}” to “{new}”").format(old=poll.name, new=renamed.name)
        ) as work:
            refuse_taken_name(work, renamed)
            polls.save_poll(work, renamed)
        return work.changes

    def remove(self, poll_id: PollId) -> Changes:
        """Remove a poll with its options and answers; undo brings all of it back. Raises NotFound if it is gone."""
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("remove the poll “{name}”").format(name=poll.name)
            polls.delete_poll(work, poll_id)
        return work.changes

    def set_marks(self, poll_id: PollId, edits: Sequence[MarkEdit]) -> Changes:
        """Write cells of the grid, all or none, as one step of undo.

        A person without an answer gets one; an answer that says nothing any more is removed, so that its person is
        silent again. Raises Conflict if a cell isn't what it was when it was edited (but for being the wanted mark
        already), NotFound if the poll, a person or a guest is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            writer = MarkWriter(work, poll, edits)
            for edit in edits:
                writer.take(edit)
            writer.write()
            work.title = writer.title()
        return work.changes

    def record_answer(
        self,
        poll_id: PollId,
        *,
        person_id: PersonId | None = None,
        guest_name: str = "",
        marks: Mapping[OptionId, Mark] = NO_MARKS,
        ranking: Sequence[OptionId] = (),
        said: str = "",
        comment: str = "",
        road: Road = Road.TYPED,
        seen: Sequence[Answer] | None = None,
    ) -> Changes:
        """Record one person's answer, or a guest's by name, replacing an earlier one, which stays in the history.

        Which of `marks`, `ranking` and `said` counts is the poll's kind's; the others are left out. `seen` is the
        earlier answer as it was looked at, empty for none; None replaces whatever stands there.
        Raises InvalidInput if there is neither a person nor a name, for a guest of an event's poll, or for what such a
        poll can't be answered with; NotFound if the poll or the person is gone, Conflict if the earlier answer isn't
        the one that was seen.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            writer = AnswerWriter(work, poll, person_id, guest_name)
            if seen is not None and list(seen) != ([writer.earlier] if writer.earlier else []):
                raise changed_meanwhile()
            writer.write(Said(marks=marks, ranking=tuple(ranking), said=said), comment=comment, road=road)
            work.title = _("write down the answer of {name} to “{poll}”").format(name=writer.name, poll=poll.name)
        return work.changes
