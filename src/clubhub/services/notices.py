"""What a coordinator should look at, gathered from the rules of the domain."""

from clubhub.domain.events import Event
from clubhub.domain.notices import Notice, NoticeKind, roster_notices, worst_first
from clubhub.domain.people_notices import lapsing_notices, people_notices, unanswered_notices
from clubhub.domain.poll_notices import not_asked_notices
from clubhub.domain.rosters import Roster
from clubhub.services.club_facts import ClubFacts, load_facts, today_of
from clubhub.services.roster_view import load_roster
from clubhub.storage import events, people
from clubhub.storage.unit_of_work import Reader


def club_notices(reader: Reader) -> list[Notice]:
    """Of all events, and of the people whatever the event; the most urgent first.

    Of somebody on two places at once in two events is told once.
    """
    listed = people.load_people(reader)
    found = people_notices(listed)
    overlaps: set[str] = set()
    for event in events.load_events(reader):
        of_event = notices_of(load_roster(reader, event), load_facts(reader, event, listed))
        found += [notice for notice in of_event if notice.sentence not in overlaps]
        overlaps |= {notice.sentence for notice in of_event if notice.kind is NoticeKind.OVERLAP}
    return worst_first(found)


def event_notices(reader: Reader, event: Event) -> list[Notice]:
    """Of one event, the most urgent first."""
    return notices_of(load_roster(reader, event), load_facts(reader, event))


def notices_of(roster: Roster, facts: ClubFacts) -> list[Notice]:
    """Of an event that has been read already, the most urgent first. Estimates for a past event need no look."""
    asked = facts.availabilities if facts.poll else None
    found = roster_notices(roster, skills=facts.skills, availabilities=asked, rules=facts.rules)
    found += lapsing_notices(roster, facts.people, facts.skills)
    if facts.poll:
        found += unanswered_notices(facts.poll, facts.people, facts.answers)
        found += not_asked_notices(roster, facts.options)
    if roster.event.ends_on < today_of(roster.club):
        found = [notice for notice in found if notice.kind is not NoticeKind.ESTIMATE]
    return worst_first(found)
