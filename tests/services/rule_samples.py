"""A small club with two shifts at two venues, for tests of its rules. All people are made up."""

from datetime import date

from tests.domain.roster_parts import at

from clubhub.domain.event_edits import EventEdit, NeedEdit, ShiftEdit
from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.roster_desk import PlaceKey


def add_people(services, *names, **more):
    drafts = [PersonDraft(given_name=name.split()[0], family_name=name.split()[1], **more) for name in names]
    return [services.people.add(draft).person for draft in drafts]


def make_gala(services, day="2027-06-12"):
    """Runners and a judge in the hall in the morning, runners on the quay from noon; returns the event."""
    name = "Gala" if day == "2027-06-12" else f"Gala of {day}"
    edit = EventEdit(
        name=name, starts_on=date.fromisoformat(day), ends_on=date.fromisoformat(day), time_zone="Europe/Helsinki"
    )
    event = services.editing.make_event(edit).event
    runners, judge = NeedEdit(role="Runner", min_count=2, max_count=3), NeedEdit(role="Judge", min_count=1, max_count=1)
    for name, venue, hours, needs in (
        ("Morning", "Hall", ("08:00", "12:00"), (runners, judge)),
        ("Afternoon", "Quay", ("12:15", "15:15"), (runners,)),
    ):
        starts, ends = (at(f"{day} {hour}") for hour in hours)
        services.editing.save_shift(event.id, ShiftEdit(name=name, venue=venue, starts=starts, ends=ends, needs=needs))
    return event


def key_of(desk, role, shift, number=1) -> PlaceKey:
    return next(
        key
        for key, entry in desk.entries.items()
        if (entry.need.role.name, entry.shift.shift.name, key.number) == (role, shift, number)
    )
