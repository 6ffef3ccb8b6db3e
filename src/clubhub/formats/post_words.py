"""What stands in a post for its placeholders, and the lines around its text: one wording for every way out."""

from collections.abc import Mapping, Sequence

from clubhub.domain.people import Person
from clubhub.domain.posts import FullPost
from clubhub.domain.reach import Recipient
from clubhub.domain.rosters import Roster
from clubhub.formats.contacts import readable_phone
from clubhub.formats.plain_text import one_line
from clubhub.formats.roster_words import role_at, venue_name
from clubhub.support import dates
from clubhub.support.texts import _


def values_for(full: FullPost, recipient: Recipient) -> Mapping[str, str]:
    """One reader's own words. Shifts are a line each; those of minors have the minor's name before them."""
    people = [*([recipient.person] if recipient.is_meant or not recipient.minors else []), *recipient.minors]
    lines = [line for person in people for line in _shift_lines(full.roster, person, is_named=len(people) > 1)]
    return {
        "given_name": one_line(recipient.person.given_name or recipient.person.name),
        "name": one_line(recipient.person.name),
        "shifts": "\n".join(lines) or _("You have no shift."),
        "event": _event_name(full),
    }


def values_for_all(full: FullPost) -> Mapping[str, str]:
    """The words where everybody reads the same: on a page, a wall, in a chat."""
    return {
        "given_name": _("everybody"),
        "name": _("everybody"),
        "shifts": _("Your own times are on the roster."),
        "event": _event_name(full),
    }


def date_line(full: FullPost) -> str:
    """Like "Tuesday 2 June"."""
    return dates.day_name(full.written.date(), full.club.language)


def web_link(full: FullPost) -> tuple[str, str]:
    """The club's address on the web as a link and as people read it; both empty without one."""
    written = one_line(full.club.web_address)
    if not written or " " in written:
        return "", ""
    bare = written.removeprefix("https://").removeprefix("http://").rstrip("/")
    address = written if written.startswith(("https://", "http://")) else f"https://{written}"
    return address, bare


def phone_of_contact(full: FullPost) -> str:
    """The contact's number as people at home dial it, or ""."""
    phones = full.contact.phones if full.contact else ()
    return readable_phone(phones[0], full.club.region) if phones else ""


def _shift_lines(roster: Roster | None, person: Person, *, is_named: bool) -> Sequence[str]:
    """Like "Sat 12 June 08:30–12:30 Timekeeper, lane 3, Pool deck"."""
    if roster is None:
        return []
    lines = []
    for entry in roster.entries_of(person.id):
        shift = entry.shift.shift
        day = dates.short_day(shift.starts.date(), roster.club.language)
        span = dates.span(shift.starts, shift.ends, roster.club.language)
        role, venue = role_at(entry.need, entry.place), venue_name(entry.shift)
        told = f"{day} {span} {role}" + (f", {venue}" if venue and venue != role else "")
        lines.append(one_line(f"{person.given_name or person.name}: {told}" if is_named else told))
    return lines


def _event_name(full: FullPost) -> str:
    return one_line(full.event.name) if full.event else one_line(full.club.name)
