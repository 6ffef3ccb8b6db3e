"""Makes the club that a release stores for the tests of later ones, once per format:

python -m tests.storage.stored_club tests/data/clubs/v3.clubhub
"""

import sys
from dataclasses import replace
from pathlib import Path

from tests.storage.club_samples import MOMENT, NOON, Meet, full_person, poll_with_options, redo, undo
from tests.storage.conftest import CLUB

from clubhub.domain.club_rules import Ban, Companions, Company, Travel
from clubhub.domain.events import Role, Session, Venue
from clubhub.domain.ids import new_id
from clubhub.domain.ledger import LedgerEntry
from clubhub.domain.people import Channel
from clubhub.domain.polls import Answer, Decision, Mark, PollNeed, Reminder, UsualAnswer
from clubhub.domain.posts import Post
from clubhub.domain.rosters import Publication, PublishedPlace, PublishedShift
from clubhub.storage import (
    club_rules,
    clubs,
    database,
    events,
    ledger,
    people,
    poll_records,
    polls,
    posts,
    rosters,
    tables,
)


def store(path):
    """Rows in every table, and a history with edits, a removal, an undo and a redo."""
    path.parent.mkdir(parents=True, exist_ok=True)
    club = database.create(path, CLUB, actor="Tuva")
    meet = Meet(club)
    asa = full_person(club)
    with club.write("edit Åsa Öberg") as work:
        people.save_person(work, replace(asa, note="Brings two stopwatches.", emails=asa.emails[:1]))
    for place, helper in enumerate(meet.people[:2], start=1):
        meet.assign(club, helper, place)
    _complete(club, meet, asa)
    _lay_down(club, meet, asa)
    _answer(club, meet)
    _publish(club, meet)
    with club.write("take everybody off") as work:
        rosters.delete_assignments(work, rosters.load_assignments(work, meet.event.id))
    undo(club)
    redo(club)
    undo(club)
    empty = [name for name, table in tables.EDITED_TABLES.items() if not _rows(club, table)]
    assert empty == [], "a stored club has rows in every table"


def _complete(club, meet, asa):
    session = Session(id=new_id(), event_id=meet.event.id, number=1, name="Heats", starts=NOON, ends=meet.shift.ends)
    starter = Role(id=new_id(), name="Starter", skills=(asa.skills[0].skill_id,))
    with club.write("add a session and a role") as work:
        events.insert_sessions(work, [session])
        events.insert_roles(work, [starter])


def _lay_down(club, meet, asa):
    """The club's rules, somebody's limits and wishes, and what a household has done besides."""
    one, other = sorted(helper.id for helper in meet.people[:2])
    cafe = Venue(id=new_id(), name="Café")
    first, second = sorted((meet.venue.id, cafe.id))
    with club.write("lay down the rules") as work:
        clubs.save_club(work, replace(clubs.load_club(work), duty_minutes=600, rest_minutes=540))
        events.save_role(work, replace(meet.role, is_opt_in=True, priority=2))
        (present,) = people.load_people(work, [asa.id])
        people.save_person(work, replace(present, max_minutes=480, min_rest=600, signed_up=(meet.role.id,)))
        club_rules.put_companions(work, Companions(id=new_id(), one_id=one, other_id=other, company=Company.TOGETHER))
        club_rules.put_ban(work, Ban(id=new_id(), person_id=asa.id, need_id=meet.need.id, note="No stairs."))
        events.insert_venues(work, [cafe])
        club_rules.put_travel(work, Travel(id=new_id(), one_id=first, other_id=second, minutes=20))
        cakes = LedgerEntry(
            id=new_id(), household_id=asa.household_id, done_on=NOON.date(), minutes=120, note="Baked cakes."
        )
        ledger.insert_entries(work, [cakes])


def _answer(club, meet):
    poll, options = poll_with_options(club, event_id=meet.event.id)
    answer = Answer(
        id=new_id(),
        poll_id=poll.id,
        person_id=meet.people[0].id,
        marks={options[0].id: Mark.YES, options[1].id: Mark.IF_NEED_BE},
        answered_at=MOMENT,
    )
    with club.write("answer") as work:
        polls.insert_answers(work, [answer])
    need = PollNeed(id=new_id(), poll_id=poll.id, role_id=meet.role.id, count=2)
    decision = Decision(
        id=new_id(), poll_id=poll.id, option_id=options[0].id, reason="Most who can.", decided_at=MOMENT
    )
    asked = Reminder(
        id=new_id(), poll_id=poll.id, person_id=meet.people[1].id, channel=Channel.PAPER, reminded_at=MOMENT
    )
    never = UsualAnswer(id=new_id(), person_id=meet.people[1].id, weekday=1, mark=Mark.NO)
    with club.write("decide") as work:
        poll_records.insert_needs(work, [need])
        poll_records.put_decision(work, decision)
        poll_records.insert_reminders(work, [asked])
        poll_records.insert_usual_answers(work, [never])


def _publish(club, meet):
    publication = Publication(
        id=new_id(),
        event_id=meet.event.id,
        number=1,
        published_at=MOMENT,
        shifts=(PublishedShift(shift_id=meet.shift.id, starts=meet.shift.starts, ends=meet.shift.ends),),
        places=(PublishedPlace(shift_id=meet.shift.id, need_id=meet.need.id, place=1, person_id=meet.people[0].id),),
    )
    with club.write("publish") as work:
        rosters.insert_publication(work, publication)
        posts.insert_post(work, Post(id=new_id(), title="Roster", body="It is out.", written_at=MOMENT))


def _rows(club, table):
    with club.read() as reader:
        return reader.rows(table.select())


if __name__ == "__main__":
    store(Path(sys.argv[1]))
