"""The panel beside the board: what there is to tell about one place, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from clubhub.domain.rosters import Place
from clubhub.services.places import PlaceStory
from clubhub.support.texts import _
from clubhub.viewmodels import place_words as words
from clubhub.widgets.controls import clear, column, icon_button, label, row
from clubhub.widgets.events.place_panel_filled import FilledPlace
from clubhub.widgets.events.place_panel_open import OpenPlace
from clubhub.widgets.events.place_panel_parts import SignChip
from clubhub.widgets.theme import Theme, set_property
from clubhub.widgets.tokens import PANEL_WIDTH


class PlacePanel(QFrame):
    """Shows one story after another; Escape or the cross leaves it."""

    assign_wanted = Signal(object, str)
    """A PersonId, and why rules may be set aside."""
    act_wanted = Signal(str)
    """"free", "pin" or "swap"."""
    set_aside_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.story: PlaceStory | None = None
        self._part: OpenPlace | FilledPlace | None = None
        self.setProperty("surface", "panel")
        self.setAccessibleName(_("Place"))
        self._close = icon_button("close", _("Close the panel"), self.left.emit)
        self._badges = row(space=6)
        self._title = label(kind="heading", wrap=True)
        self._when = label(tone="text2", wrap=True)
        self._body = column(space=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setLayout(
            column(column(self._title, self._when, space=4), self._body, None, margins=(20, 4, 20, 20), space=14)
        )
        self._scroll.setWidget(inner)
        head = row(self._badges, None, self._close, margins=(20, 14, 12, 4))
        self.setLayout(column(head, self._scroll, space=0))

    def show_story(self, story: PlaceStory) -> None:
        """What is half typed stays if it is about the same place and the same person, and so does the scroll."""
        is_same = self.story is not None and _subject(self.story) == _subject(story)
        typed = _typed(self._part) if is_same and self._part is not None else {}
        scrolled = self._scroll.verticalScrollBar().value() if is_same else 0
        self.story = story
        clear(self._badges)
        for sign in _badges(story.entry.place, is_warned=bool(story.there and story.there.breaks)):
            self._badges.addWidget(SignChip(self._theme, sign.meaning, sign.text))
        self._title.setText(words.place_title(story.entry))
        self._when.setText(words.place_when(story.entry))
        clear(self._body)
        self._part = self._made(story)
        self._body.addWidget(self._part)
        # A layout shows what is added to it a moment later, and what isn't shown can't take the focus.
        self._part.show()
        _type_again(self._part, typed)
        self._scroll.verticalScrollBar().setValue(scrolled)

    def focus_first(self) -> None:
        """On what is likeliest wanted: the first person to assign, or freeing the place."""
        if self._part is not None:
            self._part.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _made(self, story: PlaceStory) -> OpenPlace | FilledPlace:
        if story.there is None:
            opened = OpenPlace(self._theme, story)
            opened.assign_wanted.connect(self.assign_wanted)
            return opened
        filled = FilledPlace(self._theme, story, story.there)
        filled.act_wanted.connect(self.act_wanted)
        filled.set_aside_wanted.connect(self.set_aside_wanted)
        return filled

    def fit_to(self, room: int) -> None:
        """As wide as the text needs, but not more than half of the room; the line stands towards the board."""
        wanted = 14 * self._theme.line_height() + 96
        self.setFixedWidth(max(PANEL_WIDTH, min(wanted, room // 2)))
        side = "end" if self.isRightToLeft() else "start"
        if self.property("line") != side:
            set_property(self, "line", side)


def _subject(story: PlaceStory) -> object:
    """The place, and who is on it."""
    place = story.entry.place
    return story.entry.need.need.id, place.number, place.person.id if place.person else None


def _typed(part: QWidget) -> dict[str, tuple[str, bool]]:
    """What somebody has typed into fields, by their names, and whether they are there still."""
    fields = part.findChildren(QLineEdit)
    return {
        field.accessibleName(): (field.text(), field is part.window().focusWidget())
        for field in fields
        if field.isModified()
    }


def _type_again(part: QWidget, typed: dict[str, tuple[str, bool]]) -> None:
    for field in part.findChildren(QLineEdit):
        if field.accessibleName() in typed:
            text, has_focus = typed[field.accessibleName()]
            field.setText(text)
            field.setModified(True)
            if has_focus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)


def _badges(place: Place, *, is_warned: bool) -> list[words.Sign]:
    if place.is_open:
        return [words.Sign(meaning="open", text=_("Open"))]
    if place.person is None:
        return [words.Sign(meaning="info", text=_("Optional"))]
    state = words.Sign(meaning="ok", text=_("Filled"))
    found = [words.Sign(meaning="warning", text=_("Check this")) if is_warned else state]
    if place.assignment and place.assignment.is_pinned:
        found.append(words.Sign(meaning="pin", text=_("Pinned")))
    return found
