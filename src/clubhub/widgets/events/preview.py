"""Pages before they are printed or saved: images under each other, as wide as the view."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from clubhub.support.texts import _, plural
from clubhub.widgets.controls import clear, column, label
from clubhub.widgets.theme import Theme

GAP = 12


class PagePreview(QScrollArea):
    """Arrows and Page Down move through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: list[PageImage] = []
        self._holder = QWidget()
        self._layout = column(space=GAP, margins=(2, 2, 2, 2))
        self._holder.setLayout(self._layout)
        self.setWidgetResizable(True)
        self.setWidget(self._holder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Exchange all pages; the first is shown."""
        clear(self._layout)
        self._pages = [PageImage(image, self._theme, number) for number, image in enumerate(images, 1)]
        for page in self._pages:
            self._layout.addWidget(page)
        self._layout.addStretch(1)
        self.setAccessibleDescription(plural("{count} page", "{count} pages", len(images)))
        self.verticalScrollBar().setValue(0)
        self._fit()

    def show_waiting(self) -> None:
        """While the pages are being drawn."""
        clear(self._layout)
        self._pages = []
        self._layout.addWidget(label(_("Drawing the pages…"), tone="text2"))
        self._layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for page in self._pages:
            page.set_width(self.viewport().width() - 4)


class PageImage(QWidget):
    """A page, scaled when painted; its edge is a hairline, since paper is white on white."""

    def __init__(self, image: QImage, theme: Theme, number: int) -> None:
        super().__init__()
        self._image = image
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Page {number}").format(number=number))

    def set_width(self, width: int) -> None:
        self.setFixedHeight(max(1, round(width * self._image.height() / max(1, self._image.width()))))

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
