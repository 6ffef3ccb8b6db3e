"""The list of people as a table model: five columns over PersonRow."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from clubhub.support.texts import _
from clubhub.viewmodels.people.rows import PersonRow, SkillChip
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.viewmodels.table_model import Column, RowTableModel

MANY = 2000
"""With more rows than this a filter's answer replaces all: to find out what stays costs more than to show anew."""


class PeopleModel(RowTableModel[PersonRow]):
    """RowTableView keeps the selection by id over a replacement."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), _identify, parent)

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        if len(rows) + len(self._rows) <= MANY:
            super().set_rows(rows)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._places = None
        self.endResetModel()


def skills_text(chips: Sequence[SkillChip]) -> str:
    """All skills with their last days, for a table that is copied out."""
    return ", ".join(f"{chip.text} ({_day(chip)})" if chip.expires_on else chip.text for chip in chips)


def _identify(row: PersonRow) -> int:
    return row.id


def _day(chip: SkillChip) -> str:
    return QLocale().toString(to_qt_day(chip.expires_on), QLocale.FormatType.ShortFormat) if chip.expires_on else ""


def _columns() -> list[Column[PersonRow]]:
    return [
        Column(key="name", heading=_("Name"), text=lambda row: row.name, sort=lambda row: row.order),
        Column(key="household", heading=_("Household"), text=lambda row: row.household),
        Column(key="groups", heading=_("Group"), text=lambda row: row.groups),
        Column(
            key="skills",
            heading=_("Skills"),
            text=lambda row: skills_text(row.skills),
            spoken=lambda row: _("Skills: {skills}").format(
                skills="; ".join(chip.spoken for chip in row.skills) or _("none")
            ),
        ),
        Column(key="reached", heading=_("Reached by"), text=lambda row: row.reached.text),
    ]
