"""What each column of a spreadsheet is taken for, with its first cells, to look at and to change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from clubhub.domain.person_drafts import SheetColumn
from clubhub.domain.person_fields import PersonField, field_name
from clubhub.support.texts import _
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import label, line
from clubhub.widgets.pages import sentence_of
from clubhub.widgets.text_label import CutLabel

_AS_READ = "as read"
_UNUSED = "unused"
SHOWN_LETTERS = 16
"""Of what a column is taken for; the list shows all of it."""


class ImportColumns(QWidget):
    """A line for each column. `changed` when a person takes one for something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(2, 1)
        self._shown: tuple[SheetColumn, ...] = ()
        self._boxes: list[_Meaning] = []
        self._chosen: dict[int, PersonField | None] = {}

    def chosen(self) -> dict[int, PersonField | None]:
        """What a person has changed: columns from 0, and what they are taken for (None: nothing)."""
        return dict(self._chosen)

    def boxes(self) -> Sequence[QComboBox]:
        return self._boxes

    def show_columns(self, columns: Sequence[SheetColumn]) -> None:
        """Lines are made once for a file; afterwards only what they are taken for changes."""
        if len(columns) != len(self._shown):
            self._make_lines(columns)
        self._shown = tuple(columns)
        for box, shown in zip(self._boxes, columns, strict=True):
            box.show_meaning(shown)

    def _make_lines(self, columns: Sequence[SheetColumn]) -> None:
        for at, text in enumerate((_("Column"), _("Taken for"), _("First rows"))):
            self._grid.addWidget(label(text, kind="small", tone="text2"), 0, at)
        for place, shown in enumerate(columns):
            box = _Meaning(place, shown.heading)
            box.activated.connect(self._choose)
            self._boxes.append(box)
            sample = CutLabel()
            sample.setText(_(" · ").join(cell for cell in shown.cells if cell))
            sample.setProperty("tone", "text2")
            at = 2 * place + 1
            self._grid.addWidget(line(), at, 0, 1, 3)
            self._grid.addWidget(label(shown.heading, wrap=True), at + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, at + 1, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(sample, at + 1, 2, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _choose(self) -> None:
        box = self.sender()
        if isinstance(box, _Meaning):
            self._chosen.pop(box.place, None)
            if box.currentData() != _AS_READ:
                self._chosen[box.place] = None if box.currentData() == _UNUSED else PersonField(box.currentData())
            self.changed.emit()


class _Meaning(ChoiceBox):
    """What a column can be taken for."""

    def __init__(self, place: int, heading: str) -> None:
        super().__init__()
        self.place = place
        self.setAccessibleName(_("What “{heading}” is taken for").format(heading=heading))
        self.addItem(_("Not used"), _UNUSED)
        for field in PersonField:
            self.addItem(sentence_of(field_name(field)), field.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHOWN_LETTERS)
        beside = 2 * self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + beside)

    def show_meaning(self, shown: SheetColumn) -> None:
        """A skill with columns of its own is offered as it was read."""
        if shown.field is None and shown.meaning and self.findData(_AS_READ) < 0:
            self.insertItem(0, sentence_of(shown.meaning), _AS_READ)
        unnamed = _AS_READ if shown.meaning else _UNUSED
        self.setCurrentIndex(self.findData(shown.field.value if shown.field else unnamed))
