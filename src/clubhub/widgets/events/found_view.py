"""What a file holds and what bringing it in would do, to read before anything is changed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from clubhub.services.programme_import import ProgrammeImport
from clubhub.support.texts import _
from clubhub.viewmodels.bring_in import Section, found_counts, found_title, is_nothing_new, kinds, sections
from clubhub.widgets.controls import badge, clear, column, label, row
from clubhub.widgets.scrolled import Contents


class FoundView(QScrollArea):
    """One heading after the other; selectable, so that a sentence can be copied into a message."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = Contents()
        self._layout = column(space=10, margins=(0, 0, 8, 0))
        self._holder.setLayout(self._layout)
        self.setWidgetResizable(True)
        self.setWidget(self._holder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What was found"))
        self._is_whole = False

    def show_whole(self, *, is_whole: bool) -> None:
        """As high as what is in it, where all around it scrolls; else it scrolls by itself."""
        self._is_whole = is_whole
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was put in counts only once it is laid out."""
        is_taken = super().eventFilter(watched, event)
        if watched is self._holder and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return is_taken

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._layout.totalHeightForWidth(self.viewport().width())
        self.setMinimumHeight(max(0, needed) if self._is_whole else 0)

    def show_found(self, found: ProgrammeImport) -> None:
        clear(self._layout)
        title = label(found_title(found.draft), kind="heading", wrap=True, select=True)
        state = badge(_("In the club already"), "soft") if found.diff else badge(_("New event"), "ok")
        self._layout.addLayout(row(state, None))
        self._layout.addWidget(title)
        self._layout.addWidget(label(found_counts(found.draft), tone="text2", wrap=True))
        if is_nothing_new(found):
            self._layout.addWidget(label(_("The event is as the file says already."), tone="ok", wrap=True))
        for section in sections(found):
            self._layout.addWidget(_shown(section))
        self._layout.addStretch(1)

    def show_text(self, text: str, *, is_wrong: bool = False) -> None:
        """A sentence instead: that nothing is chosen yet, or why the file can't be taken."""
        clear(self._layout)
        self._layout.addWidget(label(text, tone="danger" if is_wrong else "text2", wrap=True, select=is_wrong))
        self._layout.addStretch(1)

    def show_kinds(self) -> None:
        """While no file is chosen: which ones can be taken, and what becomes of them."""
        clear(self._layout)
        self._layout.addWidget(label(_("What can be brought in"), kind="heading"))
        for section in kinds():
            self._layout.addWidget(_shown(section))
        self._layout.addStretch(1)


def _shown(section: Section) -> QWidget:
    widget = QWidget()
    heading = label(section.heading, kind="strong", tone=section.look, wrap=True)
    lines = [label(line, wrap=True, select=True) for line in section.lines]
    widget.setLayout(column(heading, *lines, space=3))
    return widget
