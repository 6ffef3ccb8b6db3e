"""The roster as a spreadsheet for the board: every place, everybody's hours, and what is still open."""

from collections import Counter

from clubhub.domain.ids import PersonId
from clubhub.domain.rosters import Roster
from clubhub.formats import roster_table
from clubhub.formats.name_order import by_family_name
from clubhub.formats.roster_words import lanes_of, open_places, shift_name, venue_name, version_line
from clubhub.formats.sheets_out import Cell, Look, Sheet, workbook
from clubhub.support import dates
from clubhub.support.texts import _


def roster_xlsx(roster: Roster) -> bytes:
    """Sheets "Roster" (a row per place), "People" (a row per person) and "Open places" (a row per role and shift)."""
    return workbook(
        [_places(roster), _people(roster), _open_places(roster)],
        title=f"{roster.event.name}, {roster.club.name}",
        subtitle=version_line(roster),
        made_at=roster.stamped_at,
    )


def _places(roster: Roster) -> Sheet:
    rows: list[list[Cell]] = []
    looks: dict[int | tuple[int, int], Look] = {}
    for number, (entry, cells) in enumerate(roster_table.rows(roster)):
        rows.append(cells)
        if entry.place.is_open:
            looks[number] = Look.OPEN
    return Sheet(name=_("Roster"), headings=roster_table.headings(), rows=rows, looks=looks)


def _people(roster: Roster) -> Sheet:
    shifts: Counter[PersonId] = Counter()
    hours: Counter[PersonId] = Counter()
    for entry in roster.entries():
        if entry.place.person:
            shifts[entry.place.person.id] += 1
            hours[entry.place.person.id] += round(roster_table.hours(entry, roster) * 60)
    people = by_family_name(roster.people(), roster.club)
    rows: list[list[Cell]] = [[p.name, shifts[p.id], hours[p.id] / 60] for p in people]
    return Sheet(name=_("People"), headings=[_("Name"), _("Shifts"), _("Hours")], rows=rows)


def _open_places(roster: Roster) -> Sheet:
    rows: list[list[Cell]] = []
    for shift in roster.shifts:
        day = shift.shift.starts.date()
        for need in shift.needs:
            if still_open := open_places(need):
                times = [shift.shift.starts.time(), shift.work_starts.time(), shift.shift.ends.time()]
                where = [venue_name(shift), shift_name(shift), need.role.name]
                weekday = dates.weekday(day, roster.club.language)
                rows.append([weekday, day, *times, *where, len(still_open), lanes_of(need, still_open), _("OPEN")])
    columns = [_("Day"), _("Date"), _("Be there"), _("Start"), _("End"), _("Venue"), _("Session"), _("Role")]
    return Sheet(
        name=_("Open places"),
        headings=[*columns, _("Open places"), _("Lanes"), _("Status")],
        rows=rows,
        looks=dict.fromkeys(range(len(rows)), Look.OPEN),
    )
