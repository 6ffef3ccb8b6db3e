"""Light, dark or the system's; text size; one palette and one style sheet for the whole program.

Palette first: it reaches 675 widgets in under a millisecond where a sheet takes 75. No widget has a sheet or a
palette of its own, so a switch reaches everything. Fonts by kind are set anew on a change, since a set font stays.
"""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from clubhub.support.resources import resource
from clubhub.widgets import tokens
from clubhub.widgets.tokens import Colours

KIND = "textKind"
"""The property that names a widget's kind of text: title, heading, strong, small, figure (body if it has none)."""


class Theme(QObject):
    """The look now. Delegates read `colours` when they paint; `changed` tells that everything is to be painted anew."""

    changed = Signal()

    def __init__(self, app: QApplication, *, scheme: str = "system", text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._base = QFont(app.font())
        self._base_size = self._base.pointSizeF() if self._base.pointSizeF() > 0 else 10.0
        self.colours = tokens.LIGHT
        self._scheme = scheme
        self._percent = text_percent
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        app.layoutDirectionChanged.connect(self._apply)
        self._apply()

    @property
    def is_dark(self) -> bool:
        return self.colours is tokens.DARK

    def choose(self, *, scheme: str | None = None, text_percent: int | None = None) -> None:
        """Switch scheme ("system", "light", "dark") or text size (percent), at once and everywhere."""
        self._scheme = scheme or self._scheme
        self._percent = text_percent or self._percent
        self._apply()

    def font(self, kind: str = "body") -> QFont:
        """The font of a kind of text, at the chosen size, rounded to half a point."""
        scale, weight = tokens.TYPE[kind]
        font = QFont(self._base)
        font.setPointSizeF(round(self._base_size * self._percent / 100 * scale * 2) / 2)
        font.setWeight(QFont.Weight(weight))
        return font

    def line_height(self) -> int:
        """L of the look: heights of rows and controls are L plus something."""
        return QFontMetrics(self.font()).height()

    def icon_size(self) -> int:
        """16 at the usual text size, growing with it."""
        return max(12, self.line_height())

    def _follow_system(self) -> None:
        if self._scheme == "system":
            self._apply()

    def _apply(self) -> None:
        wants_dark = self._scheme == "dark" or (
            self._scheme == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.colours = tokens.DARK if wants_dark else tokens.LIGHT
        self._app.setFont(self.font())
        self._app.setPalette(palette_of(self.colours))
        is_mirrored = self._app.isRightToLeft()
        self._app.setStyleSheet(style_sheet(self.colours, self.line_height(), is_mirrored=is_mirrored))
        for widget in self._app.allWidgets():
            refresh_font(widget, self)
        self.changed.emit()


def palette_of(colours: Colours) -> QPalette:
    """Every role of the look in Qt's own terms."""
    roles = QPalette.ColorRole
    chosen = {
        roles.Window: colours.side,
        roles.Base: colours.sheet,
        roles.AlternateBase: colours.panel,
        roles.Button: colours.raised,
        roles.Light: colours.raised,
        roles.Midlight: colours.line,
        roles.Mid: colours.line2,
        roles.Dark: colours.edge,
        roles.Text: colours.text,
        roles.WindowText: colours.text,
        roles.ButtonText: colours.text,
        roles.PlaceholderText: colours.text3,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.Accent: colours.fill,
        roles.Highlight: colours.soft,
        roles.HighlightedText: colours.text,
        roles.ToolTipBase: colours.text,
        roles.ToolTipText: colours.sheet,
    }
    palette = QPalette()
    for role, colour in chosen.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text3))
    return palette


def style_sheet(colours: Colours, line_height: int, *, is_mirrored: bool = False) -> str:
    """The one sheet, from resources/look/style.qss with colours, heights and sides filled in (QSS doesn't mirror)."""
    values = {name: value for name in Colours.__dataclass_fields__ if isinstance(value := getattr(colours, name), str)}
    for name in tokens.MEANINGS:
        meaning = getattr(colours, name)
        values |= {f"{name}_ink": meaning.ink, f"{name}_tint": meaning.tint, f"{name}_solid": meaning.solid}
    heights = {
        "control": line_height + 14,
        "chip": line_height + 7,
        "nav": line_height + 18,
        "bar": 6,
        "big": 2 * line_height + 10,
        "arrow": round(line_height * 0.7),
        "small_arrow": round(line_height * 0.6),
        "half": line_height // 2 + 8,
        "icon": max(12, line_height),
    }
    scheme = "dark" if colours is tokens.DARK else "light"
    arrows = {"arrow": f"arrow-{scheme}.svg", "arrow_up": f"arrow-up-{scheme}.svg", "check": "check.svg"}
    template = Template(resource("look", "style.qss").read_text(encoding="utf-8"))
    return template.substitute(
        values,
        start="right" if is_mirrored else "left",
        end="left" if is_mirrored else "right",
        **{name: resource("look", file).as_posix() for name, file in arrows.items()},
        **{f"h_{name}": str(height) for name, height in heights.items()},
    )


def theme_now() -> Theme:
    """The look of the running program. LookupError before there is one."""
    app = QApplication.instance()
    theme = app.findChild(Theme) if app else None
    if theme is None:
        raise LookupError("no theme yet")
    return theme


def set_kind(widget: QWidget, kind: str) -> None:
    """Say what kind of text a widget shows; its font follows the theme from then on."""
    widget.setProperty(KIND, kind)
    refresh_font(widget, theme_now())


def refresh_font(widget: QWidget, theme: Theme) -> None:
    kind = widget.property(KIND)
    if kind:
        widget.setFont(theme.font(kind))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at: it does so again only after unpolish and polish."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
