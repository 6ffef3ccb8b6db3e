"""Times, marks and roads as the screens of polls say them, in the language of the desk."""

from datetime import date, datetime

from PySide6.QtCore import QLocale

from clubhub.domain.people import Channel, Person
from clubhub.domain.poll_results import Counts
from clubhub.domain.polls import Mark, Option, Road
from clubhub.support.texts import _, plural
from clubhub.viewmodels.qt_time import to_qt_day, to_qt_moment
from clubhub.viewmodels.times_in_words import hours_text, long_day, short_day

EN_DASH = "–"


def mark_word(mark: Mark | None) -> str:
    return mark.word if mark else _("silent")


def sentence_case(text: str) -> str:
    """With a capital at its start alone."""
    return text[:1].upper() + text[1:]


def weekday(day: date) -> str:
    """Like "Sat 12": enough within one event."""
    return QLocale().toString(to_qt_day(day), "ddd d")


def day_forms(option: Option) -> list[str]:
    """The day of an option, like "Sat 12 June", then shorter: "Sat 12 Jun", "Sat 12"; [""] for a plain choice."""
    if option.starts is None:
        return [""]
    day = to_qt_day(option.starts.date())
    return [QLocale().toString(day, form) for form in ("ddd d MMMM", "ddd d MMM", "ddd d")]


def option_day(option: Option) -> str:
    """What stands over the columns of a day; "" for a plain choice."""
    return short_day(option.starts.date()) if option.starts else ""


def option_time(option: Option) -> str:
    """What stands over one column: its start, or the label of a plain choice."""
    if option.starts is None:
        return option.label
    return _("all day") if option.is_whole_day else f"{option.starts:%H:%M}"


def option_words(option: Option) -> str:
    """The whole of it: "Saturday 12 June 09:00–13:00"."""
    if option.starts is None or option.ends is None:
        return option.label
    day = long_day(option.starts.date())
    return day if option.is_whole_day else f"{day} {hours_text(option.starts, option.ends)}"


def option_start_words(option: Option) -> str:
    """As much as tells it from others: "Saturday 12 June, 09:00"."""
    if option.starts is None:
        return option.label
    day = long_day(option.starts.date())
    return day if option.is_whole_day else f"{day}, {option.starts:%H:%M}"


def option_in_short(option: Option) -> str:
    """As much as a button has room for: "Sat 12 June, 09:00"."""
    if option.starts is None:
        return option.label
    day = short_day(option.starts.date())
    return day if option.is_whole_day else f"{day}, {option.starts:%H:%M}"


def counts_sentence(counts: Counts) -> str:
    """Like "16 yes, 2 if need be, 0 no"."""
    return _("{yes} yes, {maybe} if need be, {no} no").format(yes=counts.yes, maybe=counts.if_need_be, no=counts.no)


def answered_sentence(answered: int, asked: int, guests: int) -> str:
    """Like "19 of 25 have answered, and 2 guests"."""
    said = _("{answered} of {asked} have answered").format(answered=answered, asked=asked)
    if not guests:
        return said
    return _("{said}, and {guests}").format(said=said, guests=plural("{count} guest", "{count} guests", guests))


def asks_sentence(asked: str, unasked: int) -> str:
    """Like "It asks 13 people of Masters; 2 more have answered unasked.", as they count among those who have."""
    if not unasked:
        return _("It asks {people}.").format(people=asked)
    return plural(
        "It asks {people}; {count} more has answered unasked.",
        "It asks {people}; {count} more have answered unasked.",
        unasked,
        people=asked,
    )


def road_word(person: Person) -> str:
    """By which road a person is reached: the one they prefer, else the first that there is."""
    channel = person.preferred_channel
    if channel is None and not (person.emails or person.phones):
        return _("no address")
    channel = channel or (Channel.MAIL if person.emails else Channel.SMS)
    return {
        Channel.MAIL: _("by mail"),
        Channel.SMS: _("by text"),
        Channel.WHATSAPP: _("by WhatsApp"),
        Channel.PHONE: _("by phone"),
        Channel.PAPER: _("on paper"),
    }[channel]


def came_words(road: Road | None, answered_at: datetime | None) -> str:
    """How an answer came in, like "typed in by the coordinator, 21 Nov 18:40"; "" for silence."""
    if road is None or answered_at is None:
        return ""
    return _("{road}, {when}").format(road=road.phrase, when=moment_words(answered_at))


def moment_words(moment: datetime) -> str:
    """Like "21 Nov 18:40", on this computer's clock."""
    return QLocale().toString(to_qt_moment(moment), "d MMM HH:mm")


def initials(name: str) -> str:
    """Like "AL" for Anna Lind; the first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
