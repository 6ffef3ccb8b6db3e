"""Cells of a poll's grid on their way into the answers that hold them, checked against what stands there now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from clubhub.domain.availability import newest_answers
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import AnswerId, OptionId, PersonId, new_id
from clubhub.domain.poll_answers import check_cell
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.polls import Answer, Mark, Option, Poll, PollKind, Road
from clubhub.domain.waiting_lists import yes_since
from clubhub.storage import clubs, people, polls
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support import dates
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural


class MarkWriter:
    """Takes edits one by one, then writes each answer once. Only the answers of those concerned are read."""

    def __init__(self, work: UnitOfWork, poll: Poll, edits: Sequence[MarkEdit]) -> None:
        self._work = work
        self._poll = poll
        people = {edit.person_id for edit in edits if edit.person_id is not None}
        guests = {edit.answer_id for edit in edits if edit.answer_id is not None}
        answers = polls.load_answers_of(work, poll.id, people, guests)
        self._of_person = dict(newest_answers(answers))
        self._of_guest = {answer.id: answer for answer in answers if answer.person_id is None}
        self._options = {option.id: option for option in polls.load_options(work, poll.id)}
        self._marks: defaultdict[PersonId | AnswerId, dict[OptionId, Mark]] = defaultdict(dict)
        self._wanted = len(edits)
        self._edits: list[MarkEdit] = []

    def take(self, edit: MarkEdit) -> None:
        option = self._options.get(edit.option_id)
        key = edit.person_id or edit.answer_id
        answer = self._answer_of(edit)
        if option is None or key is None:
            raise NotFound(
                _("This option is no longer in the poll. Your mark was not written; look at the poll again.")
            )
        if key not in self._marks:
            self._marks[key] = dict(answer.marks) if answer else {}
        present = self._marks[key].get(option.id)
        if present not in {edit.was, edit.mark}:
            raise self._overtaken(edit, present)
        check_cell(self._poll.kind, edit.mark)
        if self._poll.kind is PollKind.ONE and edit.mark is not None:
            self._marks[key] = {other: mark for other, mark in self._marks[key].items() if other not in self._options}
        if edit.mark is None:
            self._marks[key].pop(option.id, None)
        else:
            self._marks[key][option.id] = edit.mark
        self._edits.append(edit)

    def write(self) -> None:
        for edit in {edit.person_id or edit.answer_id: edit for edit in self._edits}.values():
            earlier = self._answer_of(edit)
            key = edit.person_id or edit.answer_id
            marks = self._marks[key] if key else {}
            now = utc_now()
            if earlier and not marks and not earlier.comment and earlier.person_id is not None:
                polls.delete_answers(self._work, [earlier.id])
            elif earlier and marks != earlier.marks:
                since = yes_since(earlier, marks, now)
                changed = replace(earlier, marks=marks, yes_since=since, road=Road.TYPED, answered_at=now)
                polls.save_answer(self._work, changed)
            elif not earlier and marks:
                polls.insert_answers(self._work, [self._new_answer(edit, marks)])

    def title(self) -> str:
        """Like "mark Anna Lind “yes”, Sat 12 June 09:00"."""
        if len(self._edits) != 1:
            count = len(self._edits)
            return plural("set {count} mark in “{poll}”", "set {count} marks in “{poll}”", count, poll=self._poll.name)
        edit = self._edits[0]
        name, when = self._name(edit), self._when(edit)
        if edit.mark is None:
            return _("clear the mark of {name}, {when}").format(name=name, when=when)
        return _("mark {name} “{mark}”, {when}").format(name=name, mark=self._poll.word(edit.mark), when=when)

    def _overtaken(self, edit: MarkEdit, present: Mark | None) -> Conflict:
        """Says which cell somebody else has changed, to what, and that none of the marks was written."""
        now = _("set to “{mark}”").format(mark=self._poll.word(present)) if present else _("cleared")
        sentence = plural(
            "{name}, {when}, was {now} by somebody else meanwhile, so your mark was not written. Look at it, then mark "
            "it again.",
            "{name}, {when}, was {now} by somebody else meanwhile, so none of your {count} marks was written. Look at "
            "it, then mark them again.",
            self._wanted,
            name=self._name(edit),
            when=self._when(edit),
            now=now,
        )
        return Conflict(sentence)

    def _name(self, edit: MarkEdit) -> str:
        if edit.person_id is not None:
            return person_name(self._work, edit.person_id)
        answer = self._answer_of(edit)
        return answer.guest_name if answer else ""

    def _when(self, edit: MarkEdit) -> str:
        return _when(self._options[edit.option_id], clubs.load_club(self._work).language)

    def _answer_of(self, edit: MarkEdit) -> Answer | None:
        if edit.person_id is not None:
            return self._of_person.get(edit.person_id)
        if edit.answer_id not in self._of_guest:
            raise NotFound(_("This guest is no longer in the poll. Your mark was not written; look at the poll again."))
        return self._of_guest[edit.answer_id]

    def _new_answer(self, edit: MarkEdit, marks: Mapping[OptionId, Mark]) -> Answer:
        now = utc_now()
        return Answer(
            id=AnswerId(new_id()),
            poll_id=self._poll.id,
            person_id=edit.person_id,
            marks=marks,
            yes_since=yes_since(None, marks, now),
            answered_at=now,
        )


def person_name(reader: Reader, person_id: PersonId | None) -> str:
    """Raises NotFound if the person is gone."""
    found = people.load_people(reader, [person_id]) if person_id else []
    if not found:
        raise NotFound(_("This person is no longer in the club, so nothing was written. Look at the poll again."))
    return found[0].name


def _when(option: Option, language: str) -> str:
    return dates.stamp(option.starts, language) if option.starts else option.label
