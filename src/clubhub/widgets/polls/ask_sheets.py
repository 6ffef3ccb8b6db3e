"""Asking on paper: a sheet for the wall, or one for each person, of all or of a group."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clubhub.domain.ballots import Asking
from clubhub.domain.file_names import safe_stem
from clubhub.domain.ids import PersonId
from clubhub.domain.papers import Paper, paper_called
from clubhub.services.ballot_sheets import count_files
from clubhub.services.people import PeopleDirectory
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _, plural
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.file_choice import in_documents
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart

WALL, EACH = "wall", "each"
GROUP, PERSON = "group ", "person "
"""Before the id of a group or a person."""


class AskSheets(AskPart):
    def __init__(self, dialog: QWidget, shell: Shell, board: PollBoard) -> None:
        super().__init__(dialog, shell)
        self._board = board
        self._groups: dict[str, frozenset[PersonId]] = {}
        self.whose = ChoiceBox(
            {WALL: _("One for the wall, for everybody"), EACH: _("One for each person who is asked")}
        )
        self.paper = ChoiceBox({paper.value: paper.value for paper in Paper})
        self.paper.show_value(shell.settings.current.paper)
        self.save = button(_("Save the sheets…"), self._choose_path, icon="paper", name="save-sheets")
        self._count = label(tone="text2", wrap=True)
        form = Form([Field(name=_("Whose sheets"), widget=self.whose), Field(name=_("Paper"), widget=self.paper)])
        self.setLayout(column(form, self._count, row(self.save, None), self.told, None, space=10))
        self.whose.currentIndexChanged.connect(self._tell_count)
        people = shell.services.people
        shell.jobs.run("", lambda _progress: people.directory(), self._offer_groups, owner=self, quiet=True)

    def show_asking(self, asking: Asking) -> None:
        super().show_asking(asking)
        self._offer()

    def _offer_groups(self, directory: PeopleDirectory) -> None:
        self._groups = {
            group.name: frozenset(person.id for person in directory.people if group.id in person.groups)
            for group in directory.groups.values()
        }
        self._offer()

    def _offer(self) -> None:
        """Groups with somebody in them who is asked, then the people one by one."""
        if self.asking is None:
            return
        chosen = self.whose.value()
        people = [ballot.person for ballot in self.asking.ballots if ballot.person]
        asked = {person.id for person in people}
        while self.whose.count() > 2:
            self.whose.removeItem(2)
        for name, members in self._groups.items():
            if members & asked:
                self.whose.addItem(_("One for each of {group}").format(group=name), f"{GROUP}{name}")
        for person in people:
            self.whose.addItem(_("For {name} alone").format(name=person.name), f"{PERSON}{person.id}")
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))
        self._tell_count()

    def chosen_people(self) -> Sequence[PersonId] | None:
        """Those who get a sheet of their own; None for one sheet for all."""
        value = self.whose.value()
        if value == WALL or self.asking is None:
            return None
        asked = [ballot.person.id for ballot in self.asking.ballots if ballot.person]
        if value.startswith(GROUP):
            return [one for one in asked if one in self._groups[value.removeprefix(GROUP)]]
        return asked if value == EACH else [PersonId(int(value.removeprefix(PERSON)))]

    @Slot()
    def _tell_count(self) -> None:
        chosen = self.chosen_people()
        count = 1 if chosen is None else len(chosen)
        sheets = plural("{count} sheet", "{count} sheets", count)
        files = plural("in {count} file", "in {count} files", count_files(count))
        self._count.setText(f"{sheets}, {files}." if count_files(count) > 1 else f"{sheets}.")

    @Slot()
    def _choose_path(self) -> None:
        start = in_documents(f"{safe_stem(_('{poll}, ballots').format(poll=self._board.poll.name))}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self._dialog, _("Save the sheets"), start, "*.pdf")
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        asking, ballots, people = self.asking, self._shell.services.ballots, self.chosen_people()
        paper = paper_called(self.paper.value())
        if asking is not None:
            self.write(
                _("Writing sheets"),
                lambda progress: ballots.write_sheets(
                    asking,
                    path,
                    people=people,
                    paper=paper,
                    on_progress=progress.rows,
                    should_stop=progress.should_stop,
                ),
            )
