"""Settings: of this computer on one side, of the club on the other."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from clubhub.domain.change_kinds import CLUB
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.rules.opener import RulesOpener
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.settings.club_form import ClubForm
from clubhub.widgets.settings.own_settings import OwnSettings
from clubhub.widgets.side_by_side import SideBySide
from clubhub.widgets.tokens import PAGE_MARGIN

HALF_WIDTH, BETWEEN = 440, 48
"""Of each side, at the usual text size, and between the two."""


class SettingsPage(Page):
    """What is chosen here counts at once; the club's own facts are kept in its file and can be undone."""

    kinds = CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.own = OwnSettings(shell)
        self.club = ClubForm(shell)
        self.opener = RulesOpener(shell, self)
        self.rules = button(_("Club rules…"), self.opener.open_rules, name="club-rules")
        self.ways = button(_("Ways between venues…"), self.opener.open_ways, name="ways")
        words = label(_("Rest, minors, what households owe: filling keeps to it."), tone="text2", wrap=True)
        club = column(self.club, line(), label(_("Rules for rosters"), kind="strong"), words,
                      row(self.rules, self.ways, None), space=10)  # fmt: skip
        both = SideBySide(
            _half(_("This computer"), self.own), _half(_("The club"), club), shell.theme,
            least=HALF_WIDTH, width=HALF_WIDTH, space=BETWEEN,
        )  # fmt: skip
        title = label(_("Settings"), kind="title")
        inner = column(title, 8, both, None, margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 24), space=10)
        self.setLayout(column(scrolled(Contents(inner))))

    def first_control(self) -> QWidget:
        return self.own.scheme

    def refresh(self) -> None:
        self.club.refresh()

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        return self.opener.commands()


def _half(title: str, contents: QWidget | QBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(column(label(title, kind="heading"), contents, None, space=12))
    return made
