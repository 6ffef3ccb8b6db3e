"""Small painted parts of the place's panel: a sign with words on its tint, initials, and the bar of a count."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clubhub.domain.people import Person
from clubhub.widgets.events.board_measures import draw_text
from clubhub.widgets.painting import draw_sign, inside
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import MEANINGS, RADIUS_CHIP


class _Painted(QWidget):
    """Follows theme and text size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        theme.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.updateGeometry()
        self.update()


class SignChip(_Painted):
    """A few words with their sign. `meaning` names the icon and, if it is a state, the tint; `is_bare`: no tint."""

    def __init__(
        self, theme: Theme, meaning: str, text: str, *, is_bare: bool = False, is_strong: bool = False
    ) -> None:
        super().__init__(theme)
        self._meaning = meaning
        self._text = text
        self._is_bare = is_bare
        self._kind = "strong" if is_strong else "body"
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        line = self.theme.line_height()
        width = QFontMetrics(self.theme.font(self._kind)).horizontalAdvance(self._text) + 6 if self._text else 0
        return QSize(width + self._sign() + (0 if self._is_bare else 16), line if self._is_bare else line + 7)

    def minimumSizeHint(self) -> QSize:
        """Long words are cut; a sign alone never is."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), 4 * self.theme.line_height()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint, ink = self._colours()
        side = 0 if self._is_bare else 8
        if not self._is_bare:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint))
            painter.drawRoundedRect(self.rect(), RADIUS_CHIP, RADIUS_CHIP)
        sign = QRect(side, 0, self._sign(), self.height())
        draw_sign(painter, inside(self.layoutDirection(), self.rect(), sign), self._meaning, ink)
        words = QRect(sign.right() + 5, 0, self.width() - sign.right() - 5 - side, self.height())
        painter.setPen(QColor(self.theme.colours.text2 if self._is_bare else ink))
        font = self.theme.font(self._kind)
        draw_text(painter, inside(self.layoutDirection(), self.rect(), words), self._text, font)
        painter.end()

    def _colours(self) -> tuple[str, str]:
        colours = self.theme.colours
        if self._meaning in MEANINGS:
            meaning = getattr(colours, self._meaning)
            return meaning.tint, meaning.ink
        others = {"changed": colours.softtext, "proof": colours.ok.ink}
        tint = colours.soft if self._meaning == "changed" else colours.chip
        return tint, others.get(self._meaning, colours.text2)

    def _sign(self) -> int:
        return max(10, round(self.theme.line_height() * 13 / 16))


class Initials(_Painted):
    """A person's first letters on a disc; the name stands beside it, so screen readers pass it over."""

    def __init__(self, theme: Theme, person: Person) -> None:
        super().__init__(theme)
        self._letters = (person.given_name[:1] + person.family_name[:1]).upper()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = self.theme.line_height() + 14
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.colours.soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(self.theme.colours.softtext))
        painter.setFont(self.theme.font("strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


class CountBar(_Painted):
    """How much of a whole a count is; the number stands beside it."""

    def __init__(self, theme: Theme, share: float) -> None:
        super().__init__(theme)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        line = self.theme.line_height()
        return QSize(3 * line, line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.colours.edge))
        height = max(6, self.height() // 2)
        width = max(3, round(self.width() * self._share))
        bar = inside(self.layoutDirection(), self.rect(), QRect(0, (self.height() - height) // 2, width, height))
        radius = min(height, width) / 2
        painter.drawRoundedRect(QRectF(bar), radius, radius)
        painter.end()
