"""The colours and measures of the look, as data; a test recomputes the contrasts."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A state's colours: `ink` for text and signs, `tint` behind them, `solid` for bars and dashes only."""

    ink: str
    tint: str
    solid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    side: str
    sheet: str
    panel: str
    raised: str
    sunken: str
    chip: str
    hover: str
    line: str
    line2: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    fill: str
    fillhover: str
    onfill: str
    soft: str
    softtext: str
    undo: str
    ok: Meaning
    open: Meaning
    warning: Meaning
    danger: Meaning
    info: Meaning
    ifneed: Meaning


LIGHT = Colours(
    side="#F1F0EB", sheet="#FFFFFF", panel="#F9F8F5", raised="#FFFFFF", sunken="#EFEEE9", chip="#EFEEE9",
    hover="#F3F2EE", line="#E4E2DB", line2="#CFCCC3", edge="#8D8B84", text="#1D2124", text2="#54595D", text3="#63676A",
    accent="#0D6276", fill="#0D6276", fillhover="#0A5264", onfill="#FFFFFF", soft="#DBECF0", softtext="#0A5264",
    undo="#8AD3E3",
    ok=Meaning(ink="#1A6B42", tint="#E0F1E6", solid="#2E8B5B"),
    open=Meaning(ink="#A33E08", tint="#FDEEE2", solid="#CB5A14"),
    warning=Meaning(ink="#765200", tint="#FAEFCB", solid="#A87800"),
    danger=Meaning(ink="#AB1D31", tint="#FBE5E7", solid="#CB3145"),
    info=Meaning(ink="#2E549E", tint="#E4ECFA", solid="#4673C9"),
    ifneed=Meaning(ink="#67418F", tint="#F0E9F7", solid="#8A64B6"),
)  # fmt: skip

DARK = Colours(
    side="#16181A", sheet="#1F2224", panel="#1A1D1F", raised="#272B2D", sunken="#2A2E30", chip="#2D3133",
    hover="#272B2D", line="#313638", line2="#434A4D", edge="#7C8285", text="#E8E6E1", text2="#B3B5B2", text3="#9A9D9A",
    accent="#62BFD3", fill="#1D768B", fillhover="#196B7E", onfill="#FFFFFF", soft="#17363F", softtext="#8AD3E3",
    undo="#0A5264",
    ok=Meaning(ink="#83D2A4", tint="#1B3628", solid="#41A471"),
    open=Meaning(ink="#F6AB73", tint="#3D281A", solid="#DE7B37"),
    warning=Meaning(ink="#E6C463", tint="#383017", solid="#BF9430"),
    danger=Meaning(ink="#F59FA6", tint="#432226", solid="#DF5869"),
    info=Meaning(ink="#A2BCF3", tint="#222F4A", solid="#5F8CE0"),
    ifneed=Meaning(ink="#CDB0EF", tint="#342A45", solid="#A17CD0"),
)  # fmt: skip

MEANINGS = tuple(
    field.name for field in fields(Colours) if field.name in ("ok", "open", "warning", "danger", "info", "ifneed")
)

RADIUS_CHIP, RADIUS_BUTTON, RADIUS_ROW, RADIUS_CARD, RADIUS_DIALOG = 6, 7, 8, 10, 12
SIDEBAR_WIDTH, PANEL_WIDTH, DETAIL_WIDTH, PAGE_MARGIN = 212, 320, 344, 28
NARROW_WIDTH = 1200
"""Below it the panel covers the list and the sidebar shrinks to icons."""

TYPE = {
    "title": (1.65, 600),
    "figure": (2.1, 600),
    "heading": (1.15, 600),
    "body": (1.0, 400),
    "strong": (1.0, 600),
    "small": (0.9, 400),
}
"""Each kind of text: times the platform's font size, and its weight."""
