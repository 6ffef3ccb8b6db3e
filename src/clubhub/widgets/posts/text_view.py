"""Shows a post's clean HTML. Nothing is fetched: no picture, no sheet; a link opens only when it is pressed."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from clubhub.widgets.theme import Theme

SCHEMES = ("http", "https", "mailto", "tel")


class SafeTextView(QTextBrowser):
    """As high as its text when `is_whole`, for a page that scrolls around it; else it scrolls itself."""

    def __init__(self, theme: Theme, name: str, *, is_whole: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._html = ""
        self._is_whole = is_whole
        self.setAccessibleName(name)
        self.setProperty("quiet", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        if is_whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._open)
        theme.changed.connect(self._show)

    def show_html(self, html: str) -> None:
        """Show HTML that a service has cleaned; the place in the text is kept."""
        if html != self._html:
            self._html = html
            self._show()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, ARG002  Qt's signature
        """Nothing, whatever a text names."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.line_height() * 2)

    @Slot()
    def _show(self) -> None:
        place = self.verticalScrollBar().value()
        self.document().setIndentWidth(self._theme.line_height() * 1.4)
        self.document().setDefaultFont(self._theme.font())
        self.document().setDefaultStyleSheet(_sheet(self._theme))
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(place)
        self._fit()

    def _fit(self) -> None:
        if self._is_whole:
            self.document().setTextWidth(self.viewport().width())
            self.setFixedHeight(round(self.document().size().height()) + 4)

    @Slot(QUrl)
    def _open(self, address: QUrl) -> None:
        if address.scheme() in SCHEMES:
            QDesktopServices.openUrl(address)


def _sheet(theme: Theme) -> str:
    colours = theme.colours
    gap = theme.line_height() * 3 // 5
    return (
        f"a {{ color: {colours.accent}; }} p, ul, ol, blockquote, pre {{ margin-top: 0; margin-bottom: {gap}px; }}"
        f" h2, h3 {{ margin-top: {gap}px; margin-bottom: {gap // 3}px; font-weight: 600; }}"
        f" h2 {{ font-size: large; }} h3 {{ font-size: medium; }} blockquote, pre {{ color: {colours.text2}; }}"
    )
