"""What a person's household has done in the season and still owes, in a few lines."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.people import HouseholdKey
from clubhub.services.person_details import PersonDetail
from clubhub.support.texts import _
from clubhub.viewmodels.ledger import duty_sentence, state_of, sums_sentence
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.theme import set_property


class SeasonHours(QWidget):
    """The way to its page in the ledger stands below."""

    page_wanted = Signal(object)
    """A HouseholdKey."""

    def __init__(self) -> None:
        super().__init__()
        self._key: HouseholdKey | None = None
        self._title = label(kind="small", tone="text2", wrap=True)
        self.sums = label(wrap=True)
        self.duty = label(wrap=True)
        self.show_page = button(_("Show in Hours"), self._want_page, look="link", name="show-hours")
        self.setLayout(column(self._title, self.sums, self.duty, row(self.show_page, None), space=4))

    def show_detail(self, detail: PersonDetail) -> None:
        page = detail.hours
        self._key = page.key
        title = _("Hours of the household, season {season}") if page.household else _("Hours, season {season}")
        self._title.setText(title.format(season=detail.season.name))
        self.sums.setText(sums_sentence(page))
        self.duty.setText(duty_sentence(page))
        self.duty.setVisible(bool(self.duty.text()))
        set_property(self.duty, "tone", state_of(page).tone)

    @Slot()
    def _want_page(self) -> None:
        if self._key is not None:
            self.page_wanted.emit(self._key)
