"""What the Events page says: an event in a line, its days, and its state in a badge."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from clubhub.domain.events import Event
from clubhub.services.event_editing import EventRemoved
from clubhub.services.event_views import EventLine, EventView
from clubhub.support.texts import _, listed, plural
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.viewmodels.table_model import Column


def days_text(starts_on: date, ends_on: date, *, with_year: bool = True) -> str:
    """Like "Sat 12 and Sun 13 June 2027", or "12 June – 3 July 2027" for more than two days."""
    locale = QLocale()
    year = " yyyy" if with_year else ""
    last = locale.toString(to_qt_day(ends_on), f"ddd d MMMM{year}")
    if starts_on == ends_on:
        return last
    is_same_month = (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month)
    first = locale.toString(to_qt_day(starts_on), "ddd d" if is_same_month else "ddd d MMMM")
    if ends_on - starts_on == timedelta(days=1):
        return _("{first} and {last}").format(first=first, last=last)
    return _("{first} – {last}").format(first=first, last=last)


def event_subline(event: Event) -> str:
    """Days and city."""
    return ", ".join(part for part in (days_text(event.starts_on, event.ends_on), event.city) if part)


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    look: str
    icon: str


def state_badge(view: EventView) -> Badge:
    """Draft or published, with the number of changes."""
    version = view.roster.publication.number if view.roster.publication else 0
    if not view.roster.shifts:
        return Badge(_("No shifts yet"), "plain", "write")
    if not version:
        return Badge(_("Draft, not published yet"), "plain", "write")
    if not view.roster.is_draft:
        return Badge(_("Version {number} is published").format(number=version), "ok", "ok")
    changes = plural(
        "Draft, {count} change not published", "Draft, {count} changes not published", view.unpublished.count
    )
    return Badge(changes, "plain", "write")


def publish_words(view: EventView) -> str:
    """What the button says; "" if there is nothing to publish."""
    if not view.roster.is_draft or not view.roster.shifts:
        return ""
    if view.roster.publication is None:
        return _("Publish…")
    return plural("Publish {count} change…", "Publish {count} changes…", view.unpublished.count)


def removed_words(done: EventRemoved) -> str:
    """What went with an event, and what stays: like "Removed Gala with 12 shifts; 9 people are free again."."""
    with_it = [plural("{count} shift", "{count} shifts", done.shifts)] if done.shifts else []
    if done.versions:
        with_it.append(plural("{count} published version", "{count} published versions", done.versions))
    sentence = _("Removed {event}").format(event=done.name)
    if with_it:
        sentence = _("Removed {event} with {things}").format(event=done.name, things=listed(with_it))
    if done.people:
        freed = plural("{count} person is free again", "{count} people are free again", done.people)
        sentence = f"{sentence}; {freed}"
    if not done.polls:
        return f"{sentence}."
    kept = plural("Its poll stays, with all answers.", "Its {count} polls stay, with all answers.", len(done.polls))
    return f"{sentence}. {kept}"


def line_state(line: EventLine) -> str:
    if not line.coverage.places:
        return _("no shifts yet")
    if not line.version:
        return _("draft, not published")
    if line.is_draft:
        return _("changed since version {number}").format(number=line.version)
    return _("version {number} is published").format(number=line.version)


def coverage_words(line: EventLine) -> str:
    return _("{filled} of {places}").format(filled=line.coverage.filled, places=line.coverage.places)


def line_columns() -> list[Column[EventLine]]:
    """Name, coverage (painted as a bar), days, state, city."""
    return [
        Column(key="name", heading=_("Event"), text=lambda line: line.event.name),
        Column(
            key="coverage",
            heading=_("Places filled"),
            text=coverage_words,
            spoken=lambda line: _("{filled} of {places} places filled").format(
                filled=line.coverage.filled, places=line.coverage.places
            ),
            sort=lambda line: line.coverage.open,
        ),
        Column(
            key="days",
            heading=_("Days"),
            text=lambda line: days_text(line.event.starts_on, line.event.ends_on),
            sort=lambda line: line.event.starts_on.toordinal(),
        ),
        Column(key="state", heading=_("Roster"), text=line_state),
        Column(key="city", heading=_("Place"), text=lambda line: line.event.city),
    ]
