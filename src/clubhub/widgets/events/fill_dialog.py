"""Filling or repairing a roster: what the search does and found, what would change. It waits to be accepted."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from clubhub.domain.errors import ClubHubError
from clubhub.domain.fill_proposals import FillProposal
from clubhub.domain.rosters import Roster
from clubhub.services.fill_terms import stages
from clubhub.services.roster_filling import Accepted
from clubhub.support.texts import _
from clubhub.viewmodels.fill_proposal import (
    DifferenceModel,
    accept_words,
    change_count,
    followed_words,
    lapsed_lines,
    lapsed_title,
)
from clubhub.viewmodels.fill_steps import FillSteps
from clubhub.widgets.controls import button, column, label, row, surface
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.change_table import ChangeTable
from clubhub.widgets.events.fill_options_part import FillOptionsPart
from clubhub.widgets.events.fill_search import FillSearch
from clubhub.widgets.events.result_note import ResultNote
from clubhub.widgets.events.step_list import StepList
from clubhub.widgets.pages import Shell
from clubhub.widgets.theme import set_property

LOOK_MS = 100
"""How often the steps, their seconds and the best plan so far are looked at."""

WIDTH, HEIGHT = 780, 700
LEAST_LINES = 30
"""So many lines of text has the window that shows steps and result together."""

MUCH = 100
"""The changes take what height is left; while there are none, the space below does."""


class FillDialog(Dialog):
    """Begins to search when it is made, and again when options were changed and that is wanted.

    Stop keeps the best so far; Discard and Esc leave everything as it is.
    """

    def __init__(self, parent: QWidget, shell: Shell, roster: Roster, *, is_repair: bool = False) -> None:
        title = _("Repairing the roster") if is_repair else _("Filling the roster")
        subline = _("{event}. Nothing changes until you accept.").format(event=roster.event.name)
        if is_repair:
            subline = _(
                "{event}. Mended so that few people hear of a change; nothing changes until you accept."
            ).format(event=roster.event.name)
        super().__init__(parent, title, subline, accept=_("Accept"), width=WIDTH)
        self._subline = subline
        self._shell = shell
        self._is_published = roster.publication is not None
        self.search = FillSearch(self, shell, roster.event.id, title)
        self.search.ended.connect(self._end)
        self.search.failed.connect(self._refused)
        self.choices = FillOptionsPart(is_repair=is_repair)
        self.choices.changed.connect(self._offer_again)
        self.proposal: FillProposal | None = None
        self.model = DifferenceModel(self)
        self.model.chosen_changed.connect(self._name_accept)
        self.table = ChangeTable(self.model, shell.theme, _("What would change"))
        self.table.followed.connect(self._tell_followed)
        self._steps_shown = StepList(shell.theme)
        self._bar = QProgressBar()
        self.note = ResultNote(shell.theme)
        self._count = label(kind="small", tone="text2")
        self._followed = label(kind="small", tone="text2", wrap=True)
        self._nothing = label(_("Nothing would change: the roster stays as it is."), wrap=True)
        self.left_out = label(wrap=True, select=True)
        self.stop = button(_("Stop searching"), self._stop, icon="stop", name="stop")
        self.again = button(_("Search again"), self._search_again, name="again")
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._search()

    def accept(self) -> None:
        """Write what is chosen; without anything to accept the dialog just closes."""
        proposal, chosen = self.proposal, self.model.chosen
        if proposal is None or not chosen:
            self.reject()
            return
        self.search.stop()
        self.accept_button.setEnabled(False)
        filling = self._shell.services.filling
        self._shell.jobs.run(
            _("Accepting the plan"),
            lambda _progress: filling.accept(proposal, chosen),
            self._finish,
            owner=self,
            on_failed=self._refused,
        )

    def reject(self) -> None:
        self.search.stop()
        super().reject()

    def _lay_out(self) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far the search is"))
        self.cancel_button.setText(_("Discard"))
        self.cancel_button.setAccessibleName(_("Discard"))
        self.add_foot_buttons([self.stop, self.again])
        heading = row(label(_("What would change"), kind="heading"), None, self._count)
        self._changes = QWidget()
        lines = column(self.table, None, margins=(1, 1, 1, 1))
        lines.setStretch(0, MUCH)
        framed = surface("card", lines)
        changes = column(heading, framed, self._followed, None, space=8)
        changes.setStretch(1, MUCH)
        self._changes.setLayout(changes)
        for part in (self.choices, self._steps_shown, self._bar, self.note, self._nothing, self.left_out):
            self.body.addWidget(part)
        self.body.addWidget(self._changes, MUCH)
        self.body.addStretch(1)
        for hidden in (self.note, self._nothing, self.left_out, self._changes, self._followed, self.again):
            hidden.hide()
        self.table.setMinimumHeight(3 * (self._shell.theme.line_height() + 17))
        self.fit(WIDTH, HEIGHT)

    @Slot()
    def _search(self) -> None:
        """Begin, or begin again after the roster was changed meanwhile."""
        self._options = self.choices.options()
        self.steps = FillSteps(stages(self._options, is_published=self._is_published))
        self.proposal = None
        self._steps_shown.show()
        self._bar.show()
        self.again.hide()
        self.stop.show()
        self.stop.setEnabled(True)
        self.accept_button.setEnabled(False)
        self.subline_label.setText(self._subline)
        set_property(self.subline_label, "tone", "text2")
        self.left_out.hide()
        self.choices.show()
        self.search.begin(self._options)
        self.stop.setFocus()
        self._timer.start()
        self._look()

    @Slot()
    def _search_again(self) -> None:
        self.model.set_differences(())
        for hidden in (self.note, self._nothing, self._changes):
            hidden.hide()
        self._search()

    @Slot()
    def _offer_again(self) -> None:
        """What was found so far can be accepted all the same."""
        self.again.setVisible(self.choices.options() != self._options)

    @Slot()
    def _look(self) -> None:
        newest, state = None, ""
        for progress in self.search.news():
            self.steps.hear(progress)
            newest, state = progress.proposal or newest, progress.state or state
        if newest is not None:
            self._show_proposal(newest)
        if state:
            self.note.title.setText(state)
        self._steps_shown.show_steps(self.steps.steps())
        self._bar.setValue(round(1000 * self.steps.share))

    @Slot()
    def _stop(self) -> None:
        self.search.stop()
        self.stop.setEnabled(False)
        self.accept_button.setFocus()

    @Slot(object)
    def _end(self, proposal: FillProposal) -> None:
        self._timer.stop()
        self._look()
        self.steps.end()
        self._steps_shown.show_steps(self.steps.steps())
        self._bar.setValue(1000)
        for shown in (self._steps_shown, self._bar):
            shown.setVisible(not self._is_tight())
        self._show_proposal(proposal)
        had_focus = self.focusWidget() in (None, self.stop, self.cancel_button)
        self.stop.hide()
        if had_focus:
            self.accept_button.setFocus()

    def _is_tight(self) -> bool:
        """Large text in a small window: the result needs the room that the steps have had."""
        parent = self.parentWidget()
        return parent is not None and parent.window().height() < LEAST_LINES * self._shell.theme.line_height()

    def _show_proposal(self, proposal: FillProposal) -> None:
        self.proposal = proposal
        self.note.show_proposal(proposal)
        self.model.set_differences(proposal.differences)
        self.table.setMaximumHeight(self.table.whole_height())
        self._changes.setVisible(bool(proposal.differences))
        self._nothing.setVisible(proposal.is_final and not proposal.differences)
        self._count.setText(change_count(proposal))
        self._name_accept()

    @Slot()
    def _name_accept(self) -> None:
        number = len(self.model.chosen)
        is_over = self.proposal is not None and self.proposal.is_final
        has_rows = bool(self.model.rows)
        words = accept_words(number) if has_rows else _("Close")
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(number) or (is_over and not has_rows))
        self.cancel_button.setVisible(has_rows or not is_over)

    @Slot(int)
    def _tell_followed(self, others: int) -> None:
        self._followed.setVisible(others > 0)
        self._followed.setText(followed_words(others))

    def _finish(self, accepted: Accepted) -> None:
        """What wasn't written any more is told before the dialog goes."""
        if accepted.changes:
            self._shell.done(accepted.changes)
        if not accepted.lapsed:
            super().accept()
            return
        self.left_out.setText("\n".join(lapsed_lines(accepted.lapsed)))
        self._show_end(lapsed_title(accepted.lapsed, is_anything_written=bool(accepted.changes)))
        self.left_out.show()
        for hidden in (self._steps_shown, self._bar, self.choices):
            hidden.hide()
        self.cancel_button.hide()
        self.accept_button.setEnabled(True)
        self.accept_button.setText(_("Close"))
        self.accept_button.setAccessibleName(_("Close"))
        self.accept_button.setFocus()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        """An event that is gone, or a search that can't begin: say it here, and offer to begin again."""
        self._show_end(str(error) if isinstance(error, ClubHubError) else _("Nothing was changed."))
        self.again.setFocus()

    def _show_end(self, sentence: str) -> None:
        """There is no proposal any more; the search can begin again."""
        self._timer.stop()
        self.proposal = None
        self.subline_label.setText(sentence)
        set_property(self.subline_label, "tone", "danger")
        self.model.set_differences(())
        for hidden in (self.note, self._nothing, self._changes):
            hidden.hide()
        self.stop.hide()
        self.again.show()
