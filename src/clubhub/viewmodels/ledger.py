"""The ledger in words and as a table: what each household owes in a season, has done, and is going to do."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from clubhub.domain.clubs import Club
from clubhub.domain.ledger import HouseholdBalance, LedgerEntry, Turn, hours_words
from clubhub.domain.plain_names import folded
from clubhub.domain.seasons import Season
from clubhub.support.texts import _, some_of
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.viewmodels.table_model import Column

MOST_NAMES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a household stands: `meaning` is that of sign and colour, "planned" for what needs nobody, "" for nothing."""

    meaning: str
    text: str

    @property
    def tone(self) -> str:
        """The name of its colour."""
        return "text2" if self.meaning == "planned" else self.meaning

    @property
    def sign(self) -> str:
        """What icons.get knows it by, "" for none."""
        return "calendar" if self.meaning == "planned" else self.meaning


def state_of(page: HouseholdBalance) -> State:
    """What is left to do, counting what is planned; a household that owes nothing has no state."""
    balance, left = page.balance_minutes, page.left_minutes()
    if balance is None or left is None:
        return State(meaning="", text="")
    if not page.duty_minutes:
        return State(meaning="", text=_("owes nothing"))
    if balance >= 0:
        more = _("done, {hours} h more").format(hours=hours_words(balance))
        return State(meaning="ok", text=more if balance else _("done"))
    if not left:
        return State(meaning="planned", text=_("done with what is coming"))
    return State(meaning="open", text=_("{hours} h to do").format(hours=hours_words(left)))


def ledger_columns() -> list[Column[HouseholdBalance]]:
    """A row per household."""
    return [
        Column(key="name", heading=_("Household"), text=lambda page: page.name, sort=lambda page: folded(page.name)),
        Column(key="people", heading=_("People"), text=members_text),
        _hours("duty", _("Owes"), lambda page: page.duty_minutes),
        _hours("served", _("Served"), lambda page: page.served_minutes),
        _hours("entered", _("Entered"), lambda page: page.entered_minutes),
        _hours("planned", _("Coming"), lambda page: page.planned_minutes),
        Column(
            key="state",
            heading=_("Balance"),
            text=lambda page: state_of(page).text,
            sort=lambda page: page.balance_minutes or 0,
        ),
    ]


def key_of(page: HouseholdBalance) -> Hashable:
    return page.key


def members_text(page: HouseholdBalance) -> str:
    """Given names, since the household's name says the rest; somebody alone is named already."""
    return some_of([person.given_name for person in page.members], MOST_NAMES) if page.household else ""


def matching(pages: Iterable[HouseholdBalance], words: str) -> list[HouseholdBalance]:
    """Those whose name or people have the words, in their order."""
    wanted = [folded(word) for word in words.split()]
    return [page for page in pages if all(word in _searched(page) for word in wanted)]


def season_sentence(club: Club, season: Season) -> str:
    """Like "1 August 2026 to 31 July 2027. Every household owes 8 h."."""
    days = _("{first} to {last}").format(first=day_text_of(season.starts_on), last=day_text_of(season.ends_on))
    if club.duty_minutes is None:
        return _("{days}. The club asks for no hours.").format(days=days)
    words = _("{days}. Every household owes {hours} h.")
    return words.format(days=days, hours=hours_words(club.duty_minutes))


def sums_sentence(page: HouseholdBalance) -> str:
    """Like "Served 4:00 h, entered 1:00 h, coming 3:00 h"."""
    parts = [
        words.format(hours=hours_words(minutes))
        for words, minutes in (
            (_("served {hours} h"), page.served_minutes),
            (_("entered {hours} h"), page.entered_minutes),
            (_("coming {hours} h"), page.planned_minutes),
        )
        if minutes
    ]
    line = _(", ").join(parts) or _("nothing yet")
    return line[:1].upper() + line[1:]


def duty_sentence(page: HouseholdBalance) -> str:
    """What it owes: "" where nothing is laid down."""
    if page.duty_minutes is None:
        return ""
    return _("Owes {hours} h: {state}.").format(hours=hours_words(page.duty_minutes), state=state_of(page).text)


def turn_text(turn: Turn) -> str:
    """Like "12 June 2027, Runner, Gala"."""
    return _("{day}, {role}, {event}").format(
        day=day_text_of(turn.starts.date()), role=turn.role_name, event=turn.event_name
    )


def entry_text(entry: LedgerEntry) -> str:
    """Like "12 June 2027, baked cakes"."""
    day = day_text_of(entry.done_on)
    return _("{day}, {note}").format(day=day, note=entry.note) if entry.note else day


def day_text_of(day: date) -> str:
    """Like "12 June 2027"."""
    return QLocale().toString(to_qt_day(day), _("d MMMM yyyy"))


def _searched(page: HouseholdBalance) -> str:
    return " ".join(folded(name) for name in (page.name, *(person.name for person in page.members)))


def _hours(key: str, heading: str, minutes: Callable[[HouseholdBalance], int | None]) -> Column[HouseholdBalance]:
    """Nothing is shown of nothing, so that what is there is seen."""

    def text(page: HouseholdBalance) -> str:
        found = minutes(page)
        return hours_words(found) if found else ""

    return Column(key=key, heading=heading, text=text, sort=lambda page: minutes(page) or 0, is_number=True)
