"""The list of posts: title and day, whom it is for, and how it reaches them, painted in three lines."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clubhub.domain.ids import PostId
from clubhub.services.post_readers import PostLine
from clubhub.support.texts import _
from clubhub.viewmodels.posts import state_of, when_words
from clubhub.viewmodels.table_model import ROW_ROLE, RowTableModel
from clubhub.widgets import icons, tokens
from clubhub.widgets.painting import draw_words, inside
from clubhub.widgets.theme import Theme

_PADDING = 12
_GAP = 4


class PostListView(QListView):
    """Chosen by click or arrows; the choice is kept by id when the list changes."""

    chosen = Signal(object)
    """The PostId that is shown now, None when none is."""

    def __init__(self, model: RowTableModel[PostLine], theme: Theme) -> None:
        super().__init__()
        self.posts = model
        self.setModel(model)
        self.setAccessibleName(_("Posts"))
        self.setItemDelegate(PostDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def current_id(self) -> PostId | None:
        line = self.posts.row(self.currentIndex())
        return line.post.id if line else None

    def choose(self, post_id: PostId | None) -> bool:
        """Show one post, or the first; False if it isn't there."""
        place = self.posts.place_of(post_id) if post_id is not None else None
        if place is None and post_id is None and self.posts.rows:
            place = 0
        if place is None:
            return False
        self.setCurrentIndex(self.posts.index(place, 0))
        return True

    @Slot(QModelIndex)
    def _tell(self, _current: QModelIndex) -> None:
        self.chosen.emit(self.current_id())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class PostDelegate(QStyledItemDelegate):
    """Everything is measured in the theme's lines, so that it grows with the text."""

    def __init__(self, theme: Theme, parent: PostListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(100, 3 * self._theme.line_height() + 2 * _PADDING + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Any = index.data(ROW_ROLE)
        if not isinstance(line, PostLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option.rect, is_chosen=is_chosen)
        inner = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        height = self._theme.line_height()
        rows = [QRect(inner.left(), inner.top() + n * (height + _GAP), inner.width(), height) for n in range(3)]
        self._paint_title(painter, option, rows[0], line, is_chosen=is_chosen)
        self._text(painter, option, rows[1], line.readers.words or _("everybody"), self._theme.colours.text2)
        self._paint_state(painter, option, rows[2], line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, *, is_chosen: bool) -> None:
        """Soft when chosen, with a ring while the keyboard is here; else a hairline below."""
        colours = self._theme.colours
        if not is_chosen:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(rect.left() + _PADDING, rect.bottom(), rect.right() - _PADDING, rect.bottom())
            return
        has_focus = self._view.hasFocus()
        painter.setPen(QPen(QColor(colours.accent), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), tokens.RADIUS_ROW, tokens.RADIUS_ROW)

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: PostLine, *, is_chosen: bool
    ) -> None:
        colours = self._theme.colours
        when = when_words(line.post.written_at)
        room = QFontMetrics(self._theme.font("small")).horizontalAdvance(when) + 12
        self._text(painter, option, rect.adjusted(rect.width() - room, 0, 0, 0), when, colours.text2, kind="small",
                   within=rect, is_end=True)  # fmt: skip
        self._text(painter, option, rect.adjusted(0, 0, -room, 0), line.post.title,
                   colours.softtext if is_chosen else colours.text, kind="strong", within=rect)  # fmt: skip

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: PostLine) -> None:
        meaning, words = state_of(line)
        colours = self._theme.colours
        ink = getattr(colours, meaning).ink if meaning else colours.text2
        size = rect.height() - 2
        sign = inside(option.direction, rect, QRect(rect.left(), rect.top() + 1, size, size))
        icons.paint(painter, sign, meaning or "send", ink)
        self._text(painter, option, rect.adjusted(size + 8, 0, 0, 0), words, ink, kind="small", within=rect)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        words: str,
        ink: str,
        *,
        kind: str = "body",
        within: QRect | None = None,
        is_end: bool = False,
    ) -> None:
        painter.setFont(self._theme.font(kind))
        painter.setPen(QColor(ink))
        draw_words(painter, rect, words, option.direction, within=within, is_end=is_end)
