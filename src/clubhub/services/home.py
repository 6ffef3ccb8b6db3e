"""What Home shows: gathered in one read of the club."""

from clubhub.domain.overview import (
    Overview,
    Task,
    event_overview,
    event_tasks,
    first_steps,
    most_urgent_first,
    unreachable_task,
)
from clubhub.domain.people_notices import people_notices
from clubhub.domain.rosters import Roster
from clubhub.services.club_facts import ClubFacts, load_facts, now_of
from clubhub.services.notices import notices_of
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events, people
from clubhub.storage.database import Database

MOST_SOON = 5


class HomeService:
    """The coordinator's first look."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def overview(self) -> Overview:
        """Tasks of every event that isn't over (by the club's calendar), the next event, and what comes soon."""
        with self._database.read() as reader:
            now = now_of(clubs.load_club(reader))
            known = events.load_events(reader)
            coming = [event for event in known if event.ends_on >= now.date()]
            listed = people.load_people(reader)
            tasks = first_steps(people=len(listed), events=len(known))
            rosters = [load_roster(reader, event) for event in coming]
            tasks += [task for roster in rosters for task in _tasks(roster, load_facts(reader, roster.event, listed))]
        unreachable = unreachable_task(people_notices(listed))
        overviews = [event_overview(roster) for roster in rosters[: MOST_SOON + 1]]
        return Overview(
            now=now,
            tasks=most_urgent_first([*tasks, *([unreachable] if unreachable else [])]),
            next_event=overviews[0] if overviews else None,
            soon=tuple(overviews[1:]),
        )


def _tasks(roster: Roster, facts: ClubFacts) -> list[Task]:
    return event_tasks(roster, notices_of(roster, facts), facts.poll.id if facts.poll else None)
