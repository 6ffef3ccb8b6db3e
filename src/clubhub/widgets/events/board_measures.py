"""The board's measures, all from the size of the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from clubhub.support.texts import _
from clubhub.viewmodels.roster_board import Board, BoardColumn
from clubhub.widgets.painting import draw_words
from clubhub.widgets.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnNeeds:
    """How wide each column must be for whole names, and for short ones; none needs to be wider than `most`.

    Each can do without `spare`, the room of a sign that few chips have, where that saves the board from scrolling.
    """

    whole: tuple[int, ...]
    short: tuple[int, ...]
    most: int
    spare: int = 0

    def shared(self, width: int) -> tuple[list[int], bool]:
        """The columns' widths on a board of this width, and whether all names are to be short: so if one didn't fit."""
        is_short = sum(self.whole) > width
        least = self.short if is_short else self.whole
        missing = -(-(sum(least) - width) // max(1, len(least)))
        if 0 < missing <= self.spare:
            return [one - missing for one in least], is_short
        more = max(0, width - sum(least)) // max(1, len(least))
        return [max(one, min(one + more, self.most)) for one in least], is_short


class Measures:
    """Made anew when the theme changes. `side` is the space at a chip's ends, `block` above and below a role."""

    def __init__(self, theme: Theme) -> None:
        self.body = theme.font("body")
        self.strong = theme.font("strong")
        self.small = theme.font("small")
        self.text = QFontMetrics(self.body)
        self.bold = QFontMetrics(self.strong)
        self.fine = QFontMetrics(self.small)
        self.line = theme.line_height()
        self.chip = self.line + 7
        self.row = self.chip + 2
        self.block = 6
        self.side = round(self.line * 0.6)
        self.gap = round(self.line / 4)
        self.sign = max(10, round(self.line * 13 / 16))
        self.lane = self.text.horizontalAdvance("0") + 2
        # A board is measured again after each change, and most of its names are those of before.
        self._names_width = lru_cache(maxsize=4096)(self.widest)

    def chip_width(self, name_width: int, *, has_lane: bool) -> int:
        """A chip with a name of that width and one sign, and the space around it."""
        lane = self.lane + self.gap if has_lane else 0
        return 2 * self.side + lane + name_width + self.gap + self.sign + 10

    def widest(self, texts: Iterable[str], *, is_bold: bool = False) -> int:
        metrics = self.bold if is_bold else self.text
        return max(map(metrics.horizontalAdvance, texts), default=0)

    def column_needs(self, board: Board) -> ColumnNeeds:
        whole, short = [], []
        for column in board.columns:
            least = max(self._heading_width(column), self.chip_width(self._open_width(), has_lane=column.has_lanes))
            names = self.chip_width(self._names_width(column.names), has_lane=column.has_lanes)
            initials = self.chip_width(self._names_width(column.short_names), has_lane=column.has_lanes)
            whole.append(max(least, names))
            short.append(max(least, min(initials, 10 * self.line)))
        return ColumnNeeds(whole=tuple(whole), short=tuple(short), most=15 * self.line, spare=self.sign)

    def _open_width(self) -> int:
        return self._names_width((_("Open"),))

    def _heading_width(self, column: BoardColumn) -> int:
        """Name and sign with the number of open places, or the hours below; long names are cut."""
        count = self.text.horizontalAdvance("00") + self.gap if column.open_count else 0
        name = self.text.horizontalAdvance(column.name) + 2 * self.gap + self.sign + count
        return min(max(name, self.text.horizontalAdvance(column.hours)), 9 * self.line) + 16

    def heading_height(self) -> int:
        """Day, session and hours under each other."""
        return 3 * self.line + 2 * self.gap + 12


def draw_text(painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
    """One line in this font, from the reading start, cut with an ellipsis."""
    painter.setFont(font)
    draw_words(painter, rect, text, painter.layoutDirection())
