"""Every page and every dialog of the window, each with how it is opened: for the pictures, and for the tests' walk.

A dialog that speaks of something (a shift, a changed programme, a poll, a post) is opened on that thing of the demo.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

import clubhub.widgets
from clubhub.domain.polls import Mark
from clubhub.domain.usual_answers import UsualDraft
from clubhub.support.resources import resource
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.bring_in_dialog import BringInDialog
from clubhub.widgets.events.export_dialog import ExportDialog
from clubhub.widgets.events.fill_dialog import FillDialog
from clubhub.widgets.events.new_event_dialog import NewEventDialog
from clubhub.widgets.events.publish_dialog import PublishDialog
from clubhub.widgets.events.session_card import SessionCard
from clubhub.widgets.events.session_dialog import SessionDialog
from clubhub.widgets.events.shift_dialog import ShiftDialog
from clubhub.widgets.events.what_if_dialog import WhatIfDialog
from clubhub.widgets.find_dialog import FindDialog
from clubhub.widgets.ledger.entry_dialog import EntryDialog
from clubhub.widgets.new_club_dialog import NewClubDialog
from clubhub.widgets.people.add_dialog import AddPersonDialog
from clubhub.widgets.people.import_dialog import ImportDialog
from clubhub.widgets.polls.answer_history_dialog import AnswerHistoryDialog
from clubhub.widgets.polls.answers_dialog import AnswersDialog
from clubhub.widgets.polls.ask_dialog import AskDialog
from clubhub.widgets.polls.copy_poll_dialog import CopyPollDialog
from clubhub.widgets.polls.edit_poll_dialog import EditPollDialog
from clubhub.widgets.polls.event_dialog import EventOfPollDialog
from clubhub.widgets.polls.new_poll_dialog import NewPollDialog
from clubhub.widgets.polls.remind_dialog import RemindDialog
from clubhub.widgets.polls.rename_dialog import RenameDialog
from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog
from clubhub.widgets.polls.usual_drafts_dialog import UsualDraftsDialog
from clubhub.widgets.polls.weights_dialog import WeightsDialog
from clubhub.widgets.polls.whose_dialog import WhoseDialog
from clubhub.widgets.posts.sheet_dialog import SheetDialog
from clubhub.widgets.posts.write_dialog import WriteDialog
from clubhub.widgets.roles.role_dialog import RoleDialog
from clubhub.widgets.roles.roles_dialog import RolesDialog
from clubhub.widgets.rules.club_rules_dialog import ClubRulesDialog
from clubhub.widgets.rules.ways_dialog import WaysDialog
from window_visit import Visit

Act = Callable[[Visit], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A state of a page, or with a `kind` a dialog over it. `act` brings it about."""

    page: str
    name: str
    act: Act
    kind: type[QDialog] | None = None

    @property
    def title(self) -> str:
        return f"{self.page}-{self.name}" if self.name else self.page


def _found(visit: Visit) -> None:
    visit.window.find_or_do()
    visit.settle()
    visit.window.findChildren(FindDialog)[-1].findChildren(QLineEdit)[0].setText("ma")


def _searched(visit: Visit) -> None:
    """The search is stopped with its best so far, so that no picture waits for a proof."""
    visit.event().fill()
    visit.settle()
    visit.window.findChildren(FillDialog)[-1].stop.click()


def _repaired(visit: Visit) -> None:
    """A place that came free after publishing is filled by somebody else."""
    visit.free_a_place()
    visit.event().dialogs.repair()
    visit.settle()


def _optioned(visit: Visit) -> None:
    _searched(visit)
    visit.settle()
    visit.window.findChildren(FillDialog)[-1].choices.unfold.click()


def _changed(visit: Visit) -> None:
    visit.free_a_place()
    visit.event().publish()


def _of_days(visit: Visit) -> None:
    visit.page("polls").make_poll()
    visit.settle()
    dialog = visit.window.findChildren(NewPollDialog)[-1]
    dialog.from_days.click()
    dialog.name.setText("Autumn planning")


def _of_choices(visit: Visit) -> None:
    """Every part of the dialog is unfolded."""
    visit.page("polls").make_poll()
    visit.settle()
    dialog = visit.window.findChildren(NewPollDialog)[-1]
    dialog.of_choices.click()
    dialog.name.setText("What shall we eat?")
    dialog.choices.add("Soup\nBread and cheese\nCake")
    dialog.more.open_more()


def _usual_answers(visit: Visit) -> None:
    """Two of those who are silent usually say something."""
    page = visit.poll()
    for row in page.view.model.silent()[:2]:
        visit.services.usual_answers.keep(row.person_id, [UsualDraft(weekday=6, mark=Mark.NO)])
    page.dialogs.offer_usual()


def _tell_history(visit: Visit) -> None:
    page = visit.poll()
    page.answer_acts.tell_history(page.view.model.rows[0])


def _ask_whose(visit: Visit) -> None:
    """Of a guest who may be somebody of the club."""
    page = visit.poll_of_days()
    poll_id, name = page.view.board.poll.id, page.view.model.rows[0].name[:-2]
    visit.services.poll_editing.record_answer(poll_id, guest_name=name, comment="May I bring my brother?")
    page.refresh()
    visit.until(lambda: any(row.person is None for row in page.view.model.rows))
    page.answer_acts.ask_person(next(row for row in page.view.model.rows if row.person is None))


def _first_shift(visit: Visit) -> None:
    programme = visit.programme()
    programme.table.opened.emit(programme.model.rows[0].shift.id)


def _first_session(visit: Visit) -> None:
    visit.programme().findChildren(SessionCard)[0].findChildren(QPushButton)[0].click()


def _answers(visit: Visit) -> None:
    visit.poll().bring_in(resource("demo", "answers.csv"))


def _asking(visit: Visit, road: str) -> None:
    visit.poll_of_days().ways_out.ask(road)


def _decided(visit: Visit) -> Any:  # noqa: ANN401  the Polls page
    page = visit.poll_of_days()
    if page.view.board.decided is None:
        page.decisions.decide(page.view.board.options[0].id)
        visit.until(lambda: page.view.board.decided is not None)
    return page


def _first_household(visit: Visit) -> None:
    page = visit.page("ledger")
    page.open_target(page.ledger.balances[0].key)


def _first_role(visit: Visit) -> None:
    visit.page("events").opener.open_role(visit.services.roles.directory().roles[0].id)


def _several_people(visit: Visit) -> None:
    visit.person().table.selectAll()


PAGE_VIEWS = (
    View(page="home", name="", act=lambda visit: visit.page("home")),
    View(page="people", name="", act=lambda visit: visit.page("people")),
    View(page="people", name="person", act=lambda visit: visit.person()),
    View(page="people", name="several", act=_several_people),
    View(page="events", name="list", act=lambda visit: visit.page("events").show_list()),
    View(page="events", name="", act=lambda visit: visit.event().head.set_tab("roster")),
    View(page="events", name="open-place", act=lambda visit: visit.place(is_open=True)),
    View(page="events", name="filled-place", act=lambda visit: visit.place(is_open=False)),
    View(page="events", name="programme", act=lambda visit: visit.programme()),
    View(page="events", name="people", act=lambda visit: visit.event().head.set_tab("people")),
    View(page="polls", name="", act=lambda visit: visit.page("polls").show_list()),
    View(page="polls", name="event", act=lambda visit: visit.poll()),
    View(page="polls", name="days", act=lambda visit: visit.poll_of_days()),
    View(page="polls", name="decided", act=_decided),
    View(page="posts", name="", act=lambda visit: visit.page("posts")),
    View(page="posts", name="long", act=lambda visit: visit.post()),
    View(page="ledger", name="", act=lambda visit: visit.page("ledger")),
    View(page="ledger", name="household", act=_first_household),
    View(page="history", name="", act=lambda visit: visit.page("history")),
    View(page="settings", name="", act=lambda visit: visit.page("settings")),
)
"""The pages, and the states of them that look different."""

DIALOGS = (
    View(page="home", name="find", kind=FindDialog, act=lambda visit: visit.window.find_or_do()),
    View(page="home", name="found", kind=FindDialog, act=_found),
    View(page="home", name="new-club", kind=NewClubDialog,
         act=lambda visit: visit.window.actions_of_window.make_club()),
    View(page="people", name="add", kind=AddPersonDialog, act=lambda visit: visit.page("people").add_person()),
    View(page="people", name="bring-in", kind=ImportDialog,
         act=lambda visit: visit.page("people").bring_in(resource("demo", "people.csv"))),
    View(page="events", name="new", kind=NewEventDialog, act=lambda visit: visit.page("events").dialogs.new_event()),
    View(page="events", name="change", kind=NewEventDialog, act=lambda visit: visit.event().edit_event()),
    View(page="events", name="bring-in", kind=BringInDialog, act=lambda visit: visit.page("events").bring_in()),
    View(page="events", name="bring-in-new", kind=BringInDialog,
         act=lambda visit: visit.page("events").open_target(visit.other_meet())),
    View(page="events", name="bring-in-changed", kind=BringInDialog,
         act=lambda visit: visit.page("events").open_target(visit.changed_meet())),
    View(page="events", name="fill", kind=FillDialog, act=lambda visit: visit.event().fill()),
    View(page="events", name="filled", kind=FillDialog, act=_searched),
    View(page="events", name="fill-options", kind=FillDialog, act=_optioned),
    View(page="events", name="what-if", kind=WhatIfDialog, act=lambda visit: visit.event().dialogs.what_if()),
    View(page="events", name="export", kind=ExportDialog, act=lambda visit: visit.event().export()),
    View(page="events", name="add-shift", kind=ShiftDialog, act=lambda visit: visit.programme().add_shift()),
    View(page="events", name="shift", kind=ShiftDialog, act=_first_shift),
    View(page="events", name="session", kind=SessionDialog, act=_first_session),
    View(page="events", name="publish", kind=PublishDialog, act=_changed),
    View(page="events", name="repair", kind=FillDialog, act=_repaired),
    View(page="polls", name="new", kind=NewPollDialog, act=lambda visit: visit.event().ask()),
    View(page="polls", name="new-days", kind=NewPollDialog, act=_of_days),
    View(page="polls", name="new-question", kind=NewPollDialog, act=_of_choices),
    View(page="polls", name="change", kind=EditPollDialog, act=lambda visit: visit.poll().dialogs.change()),
    View(page="polls", name="usual", kind=UsualDraftsDialog, act=_usual_answers),
    View(page="polls", name="copy", kind=CopyPollDialog, act=lambda visit: visit.poll().dialogs.copy()),
    View(page="polls", name="answers", kind=AnswersDialog, act=_answers),
    View(page="polls", name="type", kind=TypedAnswerDialog, act=lambda visit: visit.poll().dialogs.type_answer()),
    View(page="polls", name="rename", kind=RenameDialog, act=lambda visit: visit.poll().view.head.rename_wanted.emit()),
    View(page="polls", name="answer-history", kind=AnswerHistoryDialog,
         act=_tell_history),
    View(page="polls", name="whose", kind=WhoseDialog, act=_ask_whose),
    View(page="polls", name="ask", kind=AskDialog, act=lambda visit: _asking(visit, "chat")),
    View(page="polls", name="ask-people", kind=AskDialog, act=lambda visit: _asking(visit, "people")),
    View(page="polls", name="ask-sheets", kind=AskDialog, act=lambda visit: _asking(visit, "sheets")),
    View(page="polls", name="ask-page", kind=AskDialog, act=lambda visit: _asking(visit, "page")),
    View(page="polls", name="ask-calendar", kind=AskDialog, act=lambda visit: _decided(visit).decisions.invite()),
    View(page="polls", name="ask-round", kind=AskDialog, act=lambda visit: _asking(visit, "round")),
    View(page="polls", name="remind", kind=RemindDialog, act=lambda visit: visit.poll().ways_out.remind()),
    View(page="polls", name="event-made", kind=EventOfPollDialog,
         act=lambda visit: _decided(visit).decisions.make_event()),
    View(page="polls", name="weights", kind=WeightsDialog,
         act=lambda visit: visit.poll_of_days().view.tools.rules.weights_wanted.emit()),
    View(page="posts", name="write", kind=WriteDialog, act=lambda visit: visit.page("posts").write()),
    View(page="posts", name="edit", kind=WriteDialog, act=lambda visit: visit.post().edit()),
    View(page="events", name="roles", kind=RolesDialog, act=lambda visit: visit.page("events").opener.open_roles()),
    View(page="events", name="role", kind=RoleDialog, act=_first_role),
    View(page="ledger", name="enter", kind=EntryDialog, act=lambda visit: visit.page("ledger").enter()),
    View(page="settings", name="rules", kind=ClubRulesDialog,
         act=lambda visit: visit.page("settings").opener.open_rules()),
    View(page="settings", name="ways", kind=WaysDialog, act=lambda visit: visit.page("settings").opener.open_ways()),
    View(page="posts", name="sheet", kind=SheetDialog, act=lambda visit: visit.post().ways_out.choose_sheet()),
)  # fmt: skip


VIEWS = (*PAGE_VIEWS, *DIALOGS)


def views_of(page: str) -> list[View]:
    """In an order in which one window can show them all: what changes the club comes last."""
    return [view for view in VIEWS if view.page == page]


def open_dialog(visit: Visit, view: View) -> QDialog:
    """Bring a dialog about, settled; raises LookupError if none of its kind appears."""
    kind = view.kind or QDialog
    before = set(visit.window.findChildren(kind))
    view.act(visit)
    visit.settle()
    for found in visit.window.findChildren(kind):
        if found not in before and found.isVisible():
            return found
    raise LookupError(view.title)


def kinds_of_dialogs() -> set[type[QDialog]]:
    """Every dialog that the window's code defines, wherever it is."""
    for module in pkgutil.walk_packages(clubhub.widgets.__path__, "clubhub.widgets."):
        importlib.import_module(module.name)
    found: set[type[QDialog]] = set()
    waiting: list[type[QDialog]] = [QDialog]
    while waiting:
        below = waiting.pop().__subclasses__()
        found.update(below)
        waiting.extend(below)
    return {kind for kind in found if kind.__module__.startswith("clubhub.")} - {Dialog}
