"""Every dialog that two windows can have open on the same thing, and what each changes in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.journeys.two_windows import (
    dialog_of,
    first_answer,
    first_session,
    first_shift,
    open_page,
    open_poll,
    the_event,
    the_poll,
)

from clubhub.domain.event_edits import EventEdit, NeedEdit, ShiftEdit
from clubhub.domain.polls import Mark
from clubhub.viewmodels.qt_time import to_qt_wall
from clubhub.widgets.clash_note import ClashNote
from clubhub.widgets.events.new_event_dialog import NewEventDialog
from clubhub.widgets.events.session_dialog import SessionDialog
from clubhub.widgets.events.shift_dialog import ShiftDialog
from clubhub.widgets.polls.rename_dialog import RenameDialog
from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog


@dataclass(frozen=True)
class Editor:
    """`open` shows the editor in a window; `type_mine` types "mine" into a field, and something else into another.

    `change` writes "theirs" over the same field by the other window's services, and leaves the other field alone.
    `typed` is what the field shows, `kept` what the club has, and `besides` whether the second field was kept.
    """

    open: Callable
    type_mine: Callable
    change: Callable
    typed: Callable
    kept: Callable
    besides: Callable
    remove: Callable | None = None
    gone: str = ""

    def save(self, editor) -> None:
        editor.accept()

    def note(self, editor) -> ClashNote:
        return editor.findChild(ClashNote)


def open_event(window, qtbot):
    page = open_page(window, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.edit_event()
    return dialog_of(window, NewEventDialog, qtbot)


def type_event(dialog):
    dialog.name.setText("mine")
    dialog.city.setText("Mine town")


def change_event(services):
    event = the_event(services)
    fields = ("name", "starts_on", "ends_on", "time_zone", "city")
    edit = EventEdit(**{name: getattr(event, name) for name in fields})
    services.editing.save_event(event, replace(edit, name="theirs"))


def open_session(window, qtbot):
    page = open_page(window, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.programme._change_session(page.view.roster.sessions[0])
    return dialog_of(window, SessionDialog, qtbot)


def type_session(dialog):
    dialog.name.setText("mine")
    dialog.ends.setDateTime(to_qt_wall(dialog.values()["ends"].replace(hour=11, minute=50)))


def change_session(services):
    services.editing.save_session(replace(first_session(services), name="theirs"))


def open_shift(window, qtbot):
    page = open_page(window, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.programme._change_shift(page.view.roster.shifts[0].shift.id)
    return dialog_of(window, ShiftDialog, qtbot)


def type_shift(dialog):
    dialog.name.setText("mine")
    dialog.venue.setCurrentText("Mine hall")


def change_shift(services, **changes):
    shift = first_shift(services)
    edit = ShiftEdit(
        name="theirs",
        starts=shift.shift.starts,
        ends=shift.shift.ends,
        venue=shift.venue.name if shift.venue else "",
        needs=tuple(
            NeedEdit(role=need.role.name, min_count=need.need.min_count, max_count=need.need.max_count)
            for need in shift.needs
        ),
        session_id=shift.session.id if shift.session else None,
        shift_id=shift.shift.id,
        version=shift.shift.version,
        seen=tuple(need.need for need in shift.needs),
    )
    services.editing.save_shift(the_event(services).id, replace(edit, **changes))


def open_rename(window, qtbot):
    open_poll(window, qtbot).dialogs.rename()
    return dialog_of(window, RenameDialog, qtbot)


def open_answer(window, qtbot):
    page = open_poll(window, qtbot)
    page.dialogs.type_answer(page.view.model.rows[0].key)
    return dialog_of(window, TypedAnswerDialog, qtbot)


def type_answer(dialog):
    dialog.comment.setText("mine")
    dialog.answer.set_mark(0, Mark.YES)


def change_answer(services):
    board, person, _answer = first_answer(services)
    marks = {board.options[1].id: Mark.NO}
    services.poll_editing.record_answer(board.poll.id, person_id=person.id, marks=marks, comment="theirs", seen=())


def both_marks(services) -> bool:
    """Mine in one time, theirs in the other."""
    board, _person, answer = first_answer(services)
    return [answer.marks.get(option.id) for option in board.options] == [Mark.YES, Mark.NO]


def the_post(services):
    return services.posts.lines()[0].post


def open_post(window, qtbot):
    page = open_page(window, "posts", qtbot)
    qtbot.waitUntil(lambda: page.detail.shown is not None)
    dialog = page.edit()
    qtbot.waitUntil(lambda: dialog.fields.event_box.count() > 0)
    return dialog


def type_post(dialog):
    dialog.fields.body_text.setPlainText("mine")
    dialog.fields.title.setText("Mine title")


EDITORS = {
    "event": Editor(
        open=open_event,
        type_mine=type_event,
        change=change_event,
        typed=lambda dialog: dialog.name.text(),
        kept=lambda services: the_event(services).name,
        besides=lambda services: the_event(services).city == "Mine town",
    ),
    "session": Editor(
        open=open_session,
        type_mine=type_session,
        change=change_session,
        typed=lambda dialog: dialog.name.text(),
        kept=lambda services: first_session(services).name,
        besides=lambda services: f"{first_session(services).ends:%H:%M}" == "11:50",
    ),
    "shift": Editor(
        open=open_shift,
        type_mine=type_shift,
        change=change_shift,
        typed=lambda dialog: dialog.name.text(),
        kept=lambda services: first_shift(services).shift.name,
        besides=lambda services: first_shift(services).venue.name == "Mine hall",
        remove=lambda services: services.editing.remove_shifts(the_event(services).id, [first_shift(services)]),
        gone="This shift is no longer in the club.",
    ),
    "name of a poll": Editor(
        open=open_rename,
        type_mine=lambda dialog: dialog.name.setText("mine"),
        change=lambda services: services.poll_editing.rename(the_poll(services), "theirs"),
        typed=lambda dialog: dialog.name.text(),
        kept=lambda services: next(
            item.poll.name for item in services.poll_boards.summaries() if not item.poll.event_id
        ),
        besides=lambda _services: True,
        remove=lambda services: services.poll_editing.remove(the_poll(services).id),
        gone="This poll is no longer in the club.",
    ),
    "answer by phone": Editor(
        open=open_answer,
        type_mine=type_answer,
        change=change_answer,
        typed=lambda dialog: dialog.comment.text(),
        kept=lambda services: first_answer(services)[2].comment,
        besides=both_marks,
        remove=lambda services: services.poll_editing.remove(the_poll(services).id),
        gone="This poll is no longer in the club.",
    ),
    "post": Editor(
        open=open_post,
        type_mine=type_post,
        change=lambda services: services.posts.edit(replace(the_post(services), body="theirs")),
        typed=lambda dialog: dialog.fields.body_text.toPlainText(),
        kept=lambda services: the_post(services).body,
        besides=lambda services: the_post(services).title == "Mine title",
        remove=lambda services: services.posts.remove(the_post(services).id),
        gone="This post is no longer in the club.",
    ),
}
