"""The board's header down: the roles, each beside its rows."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from clubhub.domain.ids import RoleId
from clubhub.support.texts import _
from clubhub.viewmodels.role_signs import sign_of
from clubhub.viewmodels.roster_board import BoardModel, BoardRole
from clubhub.widgets import icons
from clubhub.widgets.events.board_headers import BoardHeader
from clubhub.widgets.events.board_measures import Measures, draw_text
from clubhub.widgets.painting import draw_sign, inside
from clubhub.widgets.theme import Theme

SIGN_LINES = 36
"""A board of fewer lines' width leaves the signs before the roles out."""

ROLE_SHARE = 0.22
"""So much of the board's width the roles may take; longer names go on over two lines."""


class RoleHeader(BoardHeader):
    """A role's name beside its rows, how much of it is filled, and its note where there is room."""

    chosen = Signal(object)
    """A double click, or "change" of the menu, on a role: its RoleId."""

    def __init__(self, model: BoardModel, theme: Theme, measures: Measures, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, theme, measures, parent)
        self.setMinimumSectionSize(1)
        self._indent = 0
        self._asked: RoleId | None = None

    def fit(self, room: int) -> bool:
        """As wide as the longest name of a role, within reason: most of the board's `room` belongs to the places.

        True if that is another width than before.
        """
        before = self.width()
        is_wide = room >= SIGN_LINES * self.measures.line
        self._indent = self.measures.line + round(1.5 * self.measures.gap) if is_wide else 0
        measures = self.measures
        names = measures.widest((role.name for role in self.board_model.board.roles), is_bold=True)
        counts = measures.sign + measures.gap + measures.text.horizontalAdvance(_("{filled} of {places}"))
        most = min(round(7.5 * measures.line), max(counts, 5 * measures.line, round(room * ROLE_SHARE)))
        self.setFixedWidth(min(max(names, counts, 5 * measures.line), most) + self._indent + 12)
        return self.width() != before

    def fit_rows(self) -> None:
        """Rows as high as chips; space above and below each role, and room for its name."""
        measures = self.measures
        self.setDefaultSectionSize(measures.row)
        for role in self.board_model.board.roles:
            last = role.first_row + role.height - 1
            missing = self._needed_height(role) - role.height * measures.row - 2 * measures.block
            below = measures.block + max(0, missing)
            if role.height == 1:
                self.resizeSection(last, measures.row + measures.block + below)
            else:
                self.resizeSection(role.first_row, measures.row + measures.block)
                self.resizeSection(last, measures.row + below)

    def _needed_height(self, role: BoardRole) -> int:
        """Room for the name, on two lines if need be, and the count."""
        return self._name_lines(role) * self.measures.line + self.measures.line + 2 * self.measures.block + 4

    def paint_lines(self, painter: QPainter, area: QRect) -> None:
        """Hairlines under the roles, on the board itself."""
        painter.setPen(QColor(self._theme.colours.line))
        if self.board_model.board.roles:
            for role in self._visible_roles():
                bottom = self.section_rect(role.first_row + role.height - 1).bottom()
                painter.drawLine(area.left(), bottom, area.right(), bottom)

    def end(self) -> int:
        """Where the last role ends."""
        return self.section_rect(self.count() - 1).bottom() if self.count() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.sheet))
        if self.board_model.board.roles:
            for role in self._visible_roles():
                self._paint_role(painter, role)
        painter.end()

    def tip(self, section: int) -> str:
        role = self.board_model.role_at(section)
        return "\n".join(part for part in (role.name, _count(role), role.note) if part)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._choose(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        role = self._role_at(event.pos())
        if role is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._asked = role.id
            menu.addAction(icons.get("write"), _("Change the role {role}…").format(role=role.name), self._choose_asked)
            menu.popup(event.globalPos())

    def _role_at(self, at: QPoint) -> BoardRole | None:
        section = self.logicalIndexAt(at)
        return self.board_model.role_at(section) if section >= 0 and self.board_model.board.roles else None

    def _choose(self, at: QPoint) -> None:
        role = self._role_at(at)
        if role is not None:
            self.chosen.emit(role.id)

    @Slot()
    def _choose_asked(self) -> None:
        self.chosen.emit(self._asked)

    def _visible_roles(self) -> Iterator[BoardRole]:
        last = None
        for section in self.visible_sections():
            role = self.board_model.role_at(section)
            if role is not last:
                yield role
            last = role

    def _paint_role(self, painter: QPainter, role: BoardRole) -> None:
        measures, colours = self.measures, self._theme.colours
        first, final = self.section_rect(role.first_row), self.section_rect(role.first_row + role.height - 1)
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPoint(0, final.bottom()), QPoint(final.right(), final.bottom()))
        lines = self._name_lines(role)
        text_height = (lines + 1) * measures.line
        top = min(max(first.top(), 0), final.bottom() - text_height - 2 * measures.block) + measures.block + 2
        width = self.viewport().width() - 12 - self._indent
        name = QRect(self._indent, top, width, lines * measures.line)
        if self._indent:
            sign = QRect(0, top, measures.line, measures.line)
            place = inside(self.layoutDirection(), self.viewport().rect(), sign)
            draw_sign(painter, place, sign_of(role.name), colours.text2)
        painter.setPen(QColor(colours.text))
        painter.setFont(measures.strong)
        flags = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value
        flags |= Qt.TextFlag.TextWordWrap.value if lines > 1 else 0
        painter.drawText(inside(self.layoutDirection(), self.viewport().rect(), name), flags, role.name)
        count = QRect(self._indent, name.bottom() + 1, width, measures.line)
        self._paint_count(painter, count, role)
        note = QRect(self._indent, count.bottom() + 1, width, measures.line)
        if role.note and note.bottom() + measures.block <= final.bottom():
            painter.setPen(QColor(colours.text2))
            rect = inside(self.layoutDirection(), self.viewport().rect(), note)
            draw_text(painter, rect, role.note, measures.small)

    def _paint_count(self, painter: QPainter, line: QRect, role: BoardRole) -> None:
        measures, colours = self.measures, self._theme.colours
        ink = colours.text2
        if not role.is_full:
            ink = colours.open.ink
            sign = QRect(line.left(), line.top(), measures.sign, line.height())
            draw_sign(painter, inside(self.layoutDirection(), self.viewport().rect(), sign), "open", ink)
            line = line.adjusted(measures.sign + measures.gap, 0, 0, 0)
        painter.setPen(QColor(ink))
        rect = inside(self.layoutDirection(), self.viewport().rect(), line)
        draw_text(painter, rect, _count(role), measures.body)

    def _name_lines(self, role: BoardRole) -> int:
        return 2 if self.measures.bold.horizontalAdvance(role.name) > self.width() - 12 - self._indent else 1


def _count(role: BoardRole) -> str:
    return _("{filled} of {places}").format(filled=role.filled, places=role.places)
