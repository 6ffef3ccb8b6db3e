"""What Home shows: gathered in one read of the club."""

from clubhub.domain.errors import ClubHubError
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
from clubhub.domain.poll_tasks import PollStanding, poll_tasks
from clubhub.domain.rosters import Roster
from clubhub.services.asked_people import asked_people, silent_people
from clubhub.services.club_facts import ClubFacts, load_facts, now_of
from clubhub.services.moved_up import moved_up_tasks
from clubhub.services.notices import notices_of
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events, people, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now

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
            of_polls = poll_tasks(_standings(reader), utc_now())
            closing = {task.poll_id for task in of_polls}
            tasks = [task for task in tasks if task.poll_id is None or task.poll_id not in closing] + of_polls
            tasks += moved_up_tasks(reader)
        unreachable = unreachable_task(people_notices(listed))
        overviews = [event_overview(roster) for roster in rosters[: MOST_SOON + 1]]
        return Overview(
            now=now,
            tasks=most_urgent_first([*tasks, *([unreachable] if unreachable else [])]),
            next_event=overviews[0] if overviews else None,
            soon=tuple(overviews[1:]),
        )


def _standings(reader: Reader) -> list[PollStanding]:
    """Of the polls with a deadline: the others want nothing."""
    decisions = poll_records.load_decisions(reader)
    found = []
    for poll in polls.load_polls(reader):
        if poll.closes_at is None or poll.id in decisions:
            continue
        try:
            asked = asked_people(reader, poll)
        except ClubHubError:  # its audience is gone: the poll's own page says so
            continue
        silent = len(silent_people(asked, polls.load_answers(reader, poll.id)))
        found.append(PollStanding(poll=poll, answered=len(asked) - silent, silent=silent, is_decided=False))
    return found


def _tasks(roster: Roster, facts: ClubFacts) -> list[Task]:
    return event_tasks(roster, notices_of(roster, facts), facts.poll.id if facts.poll else None)
