"""Discs with initials and chips of skills, painted the same in the list and beside it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clubhub.viewmodels.people.rows import SkillChip, SkillState
from clubhub.widgets import icons
from clubhub.widgets.painting import draw_tint, draw_words, inside
from clubhub.widgets.theme import Theme

CHIP_PADDING = 8
_SIGNS = {SkillState.SOON: "warning", SkillState.LAPSED: "danger"}


def paint_avatar(painter: QPainter, disc: QRect, initials: str, theme: Theme, *, on_soft: bool = False) -> None:
    """A disc in the soft colour; on a chosen row, which is soft itself, in that of the sheet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.sheet if on_soft else theme.colours.soft))
    painter.drawEllipse(disc)
    font = theme.font("strong")
    font.setPixelSize(max(8, round(disc.height() * 0.38)))
    painter.setFont(font)
    painter.setPen(QColor(theme.colours.softtext))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def chip_width(chip: SkillChip, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(chip.text) + 2 + 2 * CHIP_PADDING + _sign_room(chip, metrics)


def paint_chip(painter: QPainter, rect: QRect, chip: SkillChip, theme: Theme, direction: Qt.LayoutDirection) -> None:
    """Tint, sign and name; a name too long for `rect` is cut."""
    ink, tint = _colours(chip.state, theme)
    metrics = painter.fontMetrics()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_tint(painter, rect, tint)
    inner = rect.adjusted(CHIP_PADDING, 0, -CHIP_PADDING, 0)
    room = _sign_room(chip, metrics)
    if room:
        side = room - 4
        sign = QRect(inner.left(), rect.center().y() - side // 2, side, side)
        icons.paint(painter, inside(direction, inner, sign), _SIGNS[chip.state], ink)
    painter.setPen(QColor(ink))
    draw_words(painter, inner.adjusted(room, 0, 0, 0), chip.text, direction, within=inner)
    painter.restore()


def _sign_room(chip: SkillChip, metrics: QFontMetrics) -> int:
    return round(metrics.height() * 13 / 16) + 4 if chip.state in _SIGNS else 0


def _colours(state: SkillState, theme: Theme) -> tuple[str, str]:
    if state is SkillState.VALID:
        return theme.colours.text, theme.colours.chip
    meaning = theme.colours.warning if state is SkillState.SOON else theme.colours.danger
    return meaning.ink, meaning.tint


class Avatar(QWidget):
    """The disc at the head of the detail; screen readers hear the name beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_initials(self, initials: str) -> None:
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._theme.line_height() * 2.75)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  the disc is small: always all of it
        painter = QPainter(self)
        paint_avatar(painter, self.rect().adjusted(1, 1, -1, -1), self._initials, self._theme)
        painter.end()
