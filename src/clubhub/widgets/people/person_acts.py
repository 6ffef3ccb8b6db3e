"""What is done beside the fields of one person, off the window's thread: pairs, and usual times."""

from PySide6.QtCore import QObject, Slot

from clubhub.domain.club_rules import Company
from clubhub.domain.ids import CompanionsId, PersonId
from clubhub.domain.people import HouseholdKey
from clubhub.domain.polls import UsualAnswer
from clubhub.domain.usual_answers import UsualDraft
from clubhub.support.texts import _
from clubhub.viewmodels.people.editor import PersonEditor
from clubhub.widgets.pages import Shell
from clubhub.widgets.people.person_panel import PersonPanel


class PersonActs(QObject):
    """Each is one step of undo; who is meant is whom the editor shows."""

    def __init__(self, shell: Shell, editor: PersonEditor, panel: PersonPanel) -> None:
        super().__init__(panel)
        self._shell = shell
        self._editor = editor
        panel.company.keep_wanted.connect(self._keep)
        panel.company.release_wanted.connect(self._release)
        panel.usual.keep_wanted.connect(self._keep_usual)
        panel.hours.page_wanted.connect(self._show_hours)

    @Slot(object, object)
    def _keep(self, other_id: PersonId, company: Company) -> None:
        companions, person_id = self._shell.services.companions, self._editor.person_id
        if person_id is not None:
            self._shell.jobs.run(_("Saving"), lambda _progress: companions.keep(person_id, other_id, company),
                                 self._shell.done, owner=self)  # fmt: skip

    @Slot(object)
    def _release(self, pair_id: CompanionsId) -> None:
        companions = self._shell.services.companions
        self._shell.jobs.run(_("Saving"), lambda _progress: companions.release([pair_id]), self._shell.done, owner=self)

    @Slot(object, object)
    def _keep_usual(self, drafts: list[UsualDraft], seen: list[UsualAnswer]) -> None:
        usual, person_id = self._shell.services.usual_answers, self._editor.person_id
        if person_id is not None:
            self._shell.jobs.run(_("Saving"), lambda _progress: usual.keep(person_id, drafts, seen=seen),
                                 self._shell.done, owner=self)  # fmt: skip

    @Slot(object)
    def _show_hours(self, key: HouseholdKey) -> None:
        self._shell.go("ledger", key)
