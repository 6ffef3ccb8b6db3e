"""Deciding a poll: the reason is kept, the event is made with who can come, and every step can be taken back."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.event_edits import EventEdit
from clubhub.domain.events import Role
from clubhub.domain.ids import OptionId, PersonId, PollId, PollNeedId, RoleId
from clubhub.domain.people import Person
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.poll_results import Rule
from clubhub.domain.polls import Mark, PollKind, PollNeed
from clubhub.services.bundle import Services
from clubhub.storage import events, people, poll_records, polls

WEDNESDAY = date.fromisoformat("2027-06-09")
Y, M, N = Mark.YES, Mark.IF_NEED_BE, Mark.NO
TIMEKEEPER = RoleId(50)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    with made._database.write("people and roles") as work:
        people.insert_people(work, [Person(id=PersonId(at), given_name=name) for at, name in enumerate("ABCDE", 1)])
        events.insert_roles(work, [Role(id=TIMEKEEPER, name="Timekeeper")])
    return made


@pytest.fixture
def poll(services: Services) -> PollId:
    """Wednesday at 17:00: one yes, three if need be; at 18:30: three yes, one no; at 20:00: nobody said anything."""
    slots = slots_of_day(WEDNESDAY, [time(17), time(18, 30), time(20)], timedelta(minutes=90))
    made = services.poll_editing.create(PollDraft(name="Helpers' evening", slots=tuple(slots))).poll_id
    options = services.poll_boards.board(made).options
    for person, said in enumerate(((Y, N), (M, Y), (M, Y), (M, Y)), 1):
        marks = {option.id: mark for option, mark in zip(options, said, strict=False)}
        services.poll_editing.record_answer(made, person_id=PersonId(person), marks=marks)
    return made


def decision(services: Services, poll: PollId):
    return services.poll_outcomes.outcome(poll).decision


def option(services: Services, poll: PollId, at: int) -> OptionId:
    return services.poll_boards.board(poll).options[at].id


def test_the_best_is_decided_with_the_rules_reason_and_undo_leaves_it_open(services, poll):
    changes = services.decisions.decide(poll, option(services, poll, 1))
    assert changes.title == "decide “Helpers' evening”: Wed 9 June 18:30–20:00"
    kept = decision(services, poll)
    assert "is best by the rule “Yes, then if need be”: 3 yes, 1 no, 1 silent." in kept.reason
    services.history.undo()
    assert decision(services, poll) is None


def test_a_choice_against_the_rule_says_what_the_rule_would_take(services, poll):
    services.decisions.decide(poll, option(services, poll, 0), Rule.MOST_YES)
    reason = decision(services, poll).reason
    assert reason == (
        "“Wed 9 June 17:00–18:30” was chosen: 1 yes, 3 if need be, 1 silent. By the rule “Most sure yes” “Wed 9 June "
        "18:30–20:00” would be the best."
    )


def test_deciding_otherwise_replaces_the_decision_and_leaving_it_open_removes_it(services, poll):
    services.decisions.decide(poll, option(services, poll, 1))
    services.decisions.decide(poll, option(services, poll, 2))
    assert decision(services, poll).option_id == option(services, poll, 2)
    services.history.undo()
    assert decision(services, poll).option_id == option(services, poll, 1)
    services.decisions.undecide(poll)
    assert decision(services, poll) is None
    assert not services.decisions.undecide(poll)


def test_what_is_gone_cant_be_decided(services, poll):
    with pytest.raises(NotFound):
        services.decisions.decide(poll, OptionId(1))
    with pytest.raises(NotFound):
        services.decisions.decide(PollId(1), OptionId(1))


def test_the_event_is_made_of_the_decision_and_knows_who_can_come(services, poll):
    with services._database.write("need two timekeepers") as work:
        need = PollNeed(id=PollNeedId(1), poll_id=poll, role_id=TIMEKEEPER, count=2)
        poll_records.insert_needs(work, [need])
    services.decisions.decide(poll, option(services, poll, 1))
    made = services.decisions.make_event(poll, "Helpers' evening", "Kvarnö")
    view = services.events.view(made.event_id)
    assert (view.roster.event.starts_on, view.roster.event.ends_on) == (WEDNESDAY, WEDNESDAY)
    (shift,) = view.roster.shifts
    assert shift.shift.starts == datetime.combine(WEDNESDAY, time(18, 30))
    assert [(need.role.name, need.need.min_count) for need in shift.needs] == [("Timekeeper", 2)]
    facts = services.places.desk(made.event_id).facts
    marks = {person: facts.mark(PersonId(person), shift) for person in range(1, 6)}
    assert marks == {1: N, 2: Y, 3: Y, 4: Y, 5: None}
    services.history.undo()
    assert services.events.lines() == []
    assert services.poll_boards.board(poll).poll.event_id is None


def test_an_event_needs_a_decision_with_a_time_and_a_name(services, poll):
    with pytest.raises(Conflict, match="Nothing is decided"):
        services.decisions.make_event(poll, "Evening")
    services.decisions.decide(poll, option(services, poll, 1))
    with pytest.raises(InvalidInput):
        services.decisions.make_event(poll, "  ")
    services.decisions.make_event(poll, "Evening")
    with pytest.raises(Conflict, match="belongs to an event already"):
        services.decisions.make_event(poll, "Evening")


def test_two_events_of_one_name_are_refused_however_they_are_made(services, poll):
    edit = EventEdit(name="Anrudern", starts_on=WEDNESDAY, ends_on=WEDNESDAY, time_zone="Europe/Helsinki")
    event = services.editing.make_event(edit).event
    services.decisions.decide(poll, option(services, poll, 1))
    with pytest.raises(InvalidInput, match="There is an event called “anrudern” already"):
        services.decisions.make_event(poll, " anrudern ")
    with pytest.raises(InvalidInput, match="already"):
        services.editing.make_event(replace(edit, name="ANRUDERN"))
    other = services.editing.make_event(replace(edit, name="Abrudern")).event
    with pytest.raises(InvalidInput, match="already"):
        services.editing.save_event(other, replace(edit, name="Anrudern"))
    assert services.editing.save_event(event, replace(edit, name="ANRUDERN", city="Kvarnö"))
    assert sorted(line.event.name for line in services.events.lines()) == ["ANRUDERN", "Abrudern"]


def test_a_whole_day_makes_an_event_of_that_day_alone(services):
    day = slots_of_day(WEDNESDAY, [], timedelta())
    made = services.poll_editing.create(PollDraft(name="Day", slots=tuple(day))).poll_id
    services.decisions.decide(made, option(services, made, 0))
    event = services.events.event(services.decisions.make_event(made, "Day", is_tied=False).event_id)
    assert (event.starts_on, event.ends_on) == (WEDNESDAY, WEDNESDAY)
    assert services.poll_boards.board(made).poll.event_id is None


def test_a_choice_of_times_makes_an_event_but_does_not_say_who_comes(services):
    slots = tuple(slots_of_day(WEDNESDAY, [time(17), time(19)], timedelta(hours=1)))
    made = services.poll_editing.create(PollDraft(name="Which", slots=slots, kind=PollKind.ONE)).poll_id
    services.decisions.decide(made, option(services, made, 0))
    assert not services.decisions.make_event(made, "Evening").is_tied
    assert services.poll_boards.board(made).poll.event_id is None


def test_a_poll_is_tied_to_an_event_that_has_none(services, poll):
    edit = EventEdit(name="Meet", starts_on=WEDNESDAY, ends_on=WEDNESDAY, time_zone="Europe/Helsinki")
    event = services.editing.make_event(edit).event
    assert services.decisions.tie(poll, event.id).title == "use “Helpers' evening” for Meet"
    with pytest.raises(Conflict, match="belongs to an event"):
        services.decisions.tie(poll, event.id)
    other = services.poll_editing.copy(poll, "Again")
    with services._database.write("untie the copy") as work:
        polls.save_poll(work, replace(polls.find_poll(work, other.poll_id), event_id=None))
    with pytest.raises(Conflict, match="already"):
        services.decisions.tie(other.poll_id, event.id)
    abroad = services.editing.make_event(replace(edit, name="Abroad", time_zone="Europe/London")).event
    with pytest.raises(Conflict, match="time zone"):
        services.decisions.tie(other.poll_id, abroad.id)


def test_a_ranked_poll_is_decided_by_its_points(services):
    draft = PollDraft(name="Colour", labels=("Red", "Blue", "Green"), kind=PollKind.RANKED)
    made = services.poll_editing.create(draft).poll_id
    options = [one.id for one in services.poll_boards.board(made).options]
    for person, order in enumerate(((1, 0, 2), (1, 2, 0), (0, 1, 2)), 1):
        ranking = tuple(options[at] for at in order)
        services.poll_editing.record_answer(made, person_id=PersonId(person), marks={}, ranking=ranking)
    services.decisions.decide(made, options[1])
    assert decision(services, made).reason == (
        "“Blue” has most points of all: 5. It wins against each other one by one."
    )
    with pytest.raises(Conflict, match="has no time"):
        services.decisions.make_event(made, "Colour")
