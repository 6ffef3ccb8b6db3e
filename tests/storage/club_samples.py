"""Made-up values for a club's file, and ways to look at all of it."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, text

from clubhub.domain.events import Event, Need, Role, Shift, Venue
from clubhub.domain.ids import new_id
from clubhub.domain.people import AgeBand, Channel, Group, Household, Person, Skill, SkillGrant
from clubhub.domain.polls import Option, Poll
from clubhub.domain.rosters import Assignment
from clubhub.storage import change_log, events, people, polls, rosters, undoing
from clubhub.storage.tables import EDITED_TABLES

NOON = datetime(2027, 6, 12, 12, 0)  # noqa: DTZ001  a wall-clock time
MOMENT = datetime(2027, 5, 1, 9, 30, 15, 250, tzinfo=UTC)


def person(given_name="Anna", family_name="Lind", **more):
    return Person(id=new_id(), given_name=given_name, family_name=family_name, **more)


def full_person(club):
    """Somebody with everything a person can have, written with what it points at."""
    household = Household(id=new_id(), name="Öberg")
    groups = [Group(id=new_id(), name=name) for name in ("Masters", "Juniors")]
    skills = [Skill(id=new_id(), name=name) for name in ("First aid", "Starter")]
    value = person(
        "Åsa",
        "Öberg",
        emails=("asa@example.org", "a.oberg@example.com"),
        phones=("+358401234567",),
        preferred_channel=Channel.SMS,
        age_band=AgeBand.FROM_16,
        language="sv",
        household_id=household.id,
        is_guardian=True,
        groups=tuple(sorted(group.id for group in groups)),
        skills=tuple(
            SkillGrant(skill_id=skill.id, expires_on=expires)
            for skill, expires in zip(sorted(skills, key=lambda s: s.id), (date(2028, 2, 29), None), strict=True)
        ),
        note="Brings the stopwatches.",
    )
    with club.write("add Åsa Öberg") as work:
        people.insert_households(work, [household])
        people.insert_groups(work, groups)
        people.insert_skills(work, skills)
        people.insert_people(work, [value])
    return value


class Meet:
    """An event with one shift, one need of several places, and some people."""

    def __init__(self, club, places=3, helpers=3):
        self.event = Event(
            id=new_id(), name="Kvarken Games", starts_on=NOON.date(), ends_on=NOON.date(), time_zone="Europe/Helsinki"
        )
        self.venue = Venue(id=new_id(), name="Pool")
        self.role = Role(id=new_id(), name="Timekeeper")
        self.shift = Shift(
            id=new_id(),
            event_id=self.event.id,
            name="Saturday",
            starts=NOON,
            ends=NOON + timedelta(hours=4),
            venue_id=self.venue.id,
        )
        self.need = Need(id=new_id(), shift_id=self.shift.id, role_id=self.role.id, min_count=places, max_count=places)
        self.people = [person(name) for name in ("Anna", "Bo", "Cilla", "Dan", "Eva")[:helpers]]
        with club.write("bring in the meet") as work:
            events.insert_events(work, [self.event])
            events.insert_venues(work, [self.venue])
            events.insert_roles(work, [self.role])
            events.insert_shifts(work, [self.shift])
            events.insert_needs(work, [self.need])
            people.insert_people(work, self.people)

    def assignment(self, helper, place, **more):
        return Assignment(id=new_id(), need_id=self.need.id, person_id=helper.id, place=place, **more)

    def assign(self, club, helper, place):
        value = self.assignment(helper, place)
        with club.write(f"assign {helper.name}") as work:
            rosters.insert_assignments(work, [value])
        return value


def poll_with_options(club, count=3, **more):
    poll = Poll(id=new_id(), name="Who can come?", **more)
    options = [
        Option(
            id=new_id(),
            poll_id=poll.id,
            position=position,
            label=f"Slot {position}",
            starts=NOON + timedelta(hours=position),
            ends=NOON + timedelta(hours=position + 1),
        )
        for position in range(count)
    ]
    with club.write("ask who can come") as work:
        polls.insert_poll(work, poll)
        polls.insert_options(work, options)
    return poll, options


def add(club, *values, title="add people"):
    with club.write(title) as work:
        people.insert_people(work, list(values))
    return work.changes


def everyone(club):
    with club.read() as reader:
        return people.load_people(reader)


def undo(club):
    return _step(club, change_log.next_undo, "undo")


def redo(club):
    return _step(club, change_log.next_redo, "redo")


def _step(club, choose, title):
    with club.write(title) as work:
        entry = choose(work)
        assert entry is not None, f"nothing to {title}"
        undoing.apply_inverse(work, entry)
    return entry


def history(club):
    with club.read() as reader:
        return change_log.history(reader)


def state(club, *, with_versions=False):
    """Every row of every table that people edit, by table and id; without versions, which only ever grow."""
    left_out = set() if with_versions else {"version"}
    with club.read() as reader:
        return {
            name: {row["id"]: {k: v for k, v in row.items() if k not in left_out} for row in reader.rows(select(table))}
            for name, table in EDITED_TABLES.items()
        }


def indexed(club):
    """What the search index holds, and what it should hold according to the tables."""
    wanted = """
        SELECT id, 'person', id, given_name || ' ' || family_name, note FROM people
        UNION SELECT id, 'person', person_id, address, '' FROM person_emails
        UNION SELECT id, 'person', person_id, number, '' FROM person_phones
        UNION SELECT id, 'event', id, name, city FROM events
        UNION SELECT id, 'poll', id, name, '' FROM polls
        UNION SELECT id, 'post', id, title, body FROM posts ORDER BY 1"""
    held = "SELECT rowid, kind, owner_id, title, body FROM search_index ORDER BY 1"
    with club.read() as reader:
        return [[tuple(row) for row in reader.connection.execute(text(query))] for query in (held, wanted)]
