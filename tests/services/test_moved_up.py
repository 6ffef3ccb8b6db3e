"""Telling those who moved up from a waiting list: who, in which words, once; and Home asks for it until it is done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from clubhub.app import create_club
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, HouseholdId, PersonId, PollId
from clubhub.domain.overview import TaskKind
from clubhub.domain.people import AgeBand, Channel, Household, Person
from clubhub.domain.poll_answers import Said
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import Mark
from clubhub.services import untold
from clubhub.services.bundle import Services
from clubhub.storage import events, people, polls
from clubhub.storage.answer_log import poll_steps

NOW = datetime(2027, 6, 1, 18, tzinfo=UTC)
FAMILY = HouseholdId(7)
PEOPLE = [
    Person(id=PersonId(1), given_name="Arvid", family_name="Granlöv", emails=("arvid@example.org",)),
    Person(id=PersonId(2), given_name="Kaj", family_name="Öhrvall", phones=("+358505550103",)),
    Person(id=PersonId(3), given_name="Edvin", family_name="Norrgrann"),
    Person(
        id=PersonId(4), given_name="Signe", family_name="Holm", emails=("signe@example.org",), household_id=FAMILY,
        is_guardian=True,
    ),
    Person(
        id=PersonId(5), given_name="Tuva", family_name="Holm", age_band=AgeBand.UNDER_13, household_id=FAMILY
    ),
]  # fmt: skip
SATURDAY = (datetime(2027, 6, 12, 9), datetime(2027, 6, 12, 11))  # noqa: DTZ001  by the club's clock


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
    with made._database.write("bring in people") as work:
        people.insert_households(work, [Household(id=FAMILY, name="Holm")])
        people.insert_people(work, PEOPLE)
    return made


@pytest.fixture
def trip(services: Services) -> PollId:
    """One place on Saturday and one at the boat; everybody says yes to Saturday one after another."""
    draft = PollDraft(name="Trip", slots=(SATURDAY,), labels=("Boat",), most={SATURDAY: 1, "Boat": 1})
    return services.poll_editing.create(draft).poll_id


@pytest.fixture
def say(services: Services, trip: PollId, clock: time_machine.Traveller):
    def answer(name: str, *marks: Mark, guest: str = "") -> None:
        clock.shift(timedelta(minutes=1))
        options = services.poll_boards.board(trip).options
        person = next((person.id for person in PEOPLE if person.given_name == name), None)
        given = dict(zip((option.id for option in options), marks, strict=False))
        services.poll_editing.record_answer(trip, person_id=person, guest_name=guest, marks=given)

    return answer


def tell(services: Services, poll: PollId, told) -> Changes:
    return services.moved_up.log(poll, told, services.moved_up.candidates(poll).read_at)


def told(plan) -> list[tuple[str, list[str]]]:
    return [
        (one.recipient.person.given_name, [person.given_name for person in one.to_remind.silent])
        for one in plan.letters
    ]


def home_tasks(services: Services) -> list[tuple[str, str]]:
    tasks = services.home.overview().tasks
    return [(task.headline, task.detail) for task in tasks if task.kind is TaskKind.MOVED_UP]


def test_who_moves_up_is_told_by_their_own_road_and_once(services, trip, say):
    for name in ("Arvid", "Kaj", "Tuva"):
        say(name, Mark.YES)
    assert services.moved_up.candidates(trip).letters == ()
    say("Arvid", Mark.NO)
    assert home_tasks(services) == [
        ("1 person has moved up from a waiting list", "“Trip”: Kaj Öhrvall for Sat 12 June 09:00–11:00. Tell them.")
    ]
    (letter,) = services.moved_up.candidates(trip).letters
    assert (letter.subject, letter.recipient.channel) == ("You have a place: Trip", Channel.SMS)
    assert letter.text == (
        "Hello Kaj,\nyou waited for Sat 12 June 09:00–11:00 of “Trip” and have a place now.\n"
        "If that doesn't suit any more, please tell us soon, so that somebody else can come.\nKvarnö"
    )
    assert letter.link.startswith("sms:+358505550103?&body=Hello%20Kaj")
    changes = tell(services, trip, letter.told)
    assert changes.title == "tell 1 person of a place in “Trip”"
    assert services.moved_up.candidates(trip).letters == ()
    assert home_tasks(services) == []
    with pytest.raises(Conflict, match="told already"):
        tell(services, trip, letter.told)
    services.history.undo()
    assert len(home_tasks(services)) == 1


def test_guardians_are_told_for_minors_and_who_has_no_road_gets_a_paper(services, trip, say):
    for name in ("Arvid", "Tuva", "Edvin"):
        say(name, Mark.YES)
    say("Arvid", Mark.NO)
    plan = services.moved_up.candidates(trip)
    assert told(plan) == [("Signe", ["Tuva"])]
    assert "Tuva waited for Sat 12 June 09:00–11:00 of “Trip” and has a place now." in plan.letters[0].text
    tell(services, trip, plan.letters[0].told)
    say("Tuva", Mark.NO)
    plan = services.moved_up.candidates(trip)
    assert [(one.recipient.person.given_name, one.recipient.channel) for one in plan.letters] == [
        ("Edvin", Channel.PAPER)
    ]


def test_several_places_are_one_letter(services, trip, say):
    say("Arvid", Mark.YES, Mark.YES)
    say("Kaj", Mark.YES, Mark.YES)
    say("Arvid", Mark.NO, Mark.NO)
    (letter,) = services.moved_up.candidates(trip).letters
    assert "you waited for Sat 12 June 09:00–11:00 and Boat of “Trip” and have a place now." in letter.text


def test_who_waits_and_moves_up_again_is_told_again(services, trip, say):
    say("Arvid", Mark.YES)
    say("Kaj", Mark.YES)
    say("Arvid", Mark.NO)
    tell(services, trip, services.moved_up.candidates(trip).letters[0].told)
    say("Kaj", Mark.NO)
    say("Arvid", Mark.YES)
    say("Kaj", Mark.YES)
    assert services.moved_up.candidates(trip).letters == ()
    say("Arvid", Mark.NO)
    assert told(services.moved_up.candidates(trip)) == [("Kaj", ["Kaj"])]


def test_who_moves_up_elsewhere_after_the_list_was_read_does_not_count_as_told_of_it(services, trip, say):
    for name in ("Arvid", "Kaj"):
        say(name, Mark.YES, Mark.YES)
    say("Arvid", Mark.YES, Mark.NO)
    plan = services.moved_up.candidates(trip)
    assert "you waited for Boat of" in plan.letters[0].text
    say("Arvid", Mark.NO, Mark.NO)
    with pytest.raises(Conflict, match="has one more since"):
        services.moved_up.log(trip, plan.letters[0].told, plan.read_at)
    again = services.moved_up.candidates(trip)
    assert "you waited for Sat 12 June 09:00–11:00 and Boat of" in again.letters[0].text
    services.moved_up.log(trip, again.letters[0].told, again.read_at)
    assert home_tasks(services) == []


def test_two_of_the_same_name_are_two_people(services, say):
    with services._database.write("another Kaj") as work:
        people.insert_people(work, [Person(id=PersonId(6), given_name="Kaj", family_name="Öhrvall")])
    say("Arvid", Mark.YES, Mark.YES)
    say("Kaj", Mark.YES, Mark.YES)
    say("", Mark.YES, Mark.YES, guest="Kaj Öhrvall")
    say("Arvid", Mark.NO, Mark.NO)
    say("Kaj", Mark.YES, Mark.NO)
    ((headline, _detail),) = home_tasks(services)
    assert headline == "2 people have moved up from a waiting list"


def test_who_is_not_told_stays_on_the_list_while_what_they_have_a_place_at_is_to_come(
    services, trip, say, clock, count_of_logs
):
    clock.move_to(datetime(2027, 3, 1, 18, tzinfo=UTC))
    say("Arvid", Mark.YES, Mark.YES)
    say("Kaj", Mark.YES, Mark.YES)
    say("Arvid", Mark.NO, Mark.NO)
    assert "for Sat 12 June 09:00–11:00 and Boat of" in services.moved_up.candidates(trip).letters[0].text
    clock.move_to(NOW)
    assert "you waited for Sat 12 June 09:00–11:00 of" in services.moved_up.candidates(trip).letters[0].text
    assert len(home_tasks(services)) == 1
    clock.move_to(NOW + timedelta(days=61))
    count_of_logs.clear()
    assert home_tasks(services) == []
    assert count_of_logs == []


def test_an_events_choice_without_a_time_is_to_come_until_the_event_is_over(services, trip, say, clock):
    camp = Event(id=EventId(901), name="Camp", starts_on=date(2027, 9, 3), ends_on=date(2027, 9, 5), time_zone="UTC")
    with services._database.write("make it the camp's") as work:
        events.insert_events(work, [camp])
        polls.save_poll(work, replace(polls.find_poll(work, trip), event_id=camp.id))
    say("Arvid", Mark.NO, Mark.YES)
    say("Kaj", Mark.NO, Mark.YES)
    say("Arvid", Mark.NO, Mark.NO)
    clock.move_to(datetime(2027, 9, 5, 12, tzinfo=UTC))
    assert told(services.moved_up.candidates(trip)) == [("Kaj", ["Kaj"])]
    clock.move_to(datetime(2027, 9, 6, 12, tzinfo=UTC))
    assert services.moved_up.candidates(trip).letters == ()


def test_home_reads_the_log_once_for_all_polls(services, say, count_of_logs):
    say("Arvid", Mark.YES)
    services.poll_editing.create(PollDraft(name="Sauna", labels=("Early",), most={"Early": 1}))
    count_of_logs.clear()
    assert home_tasks(services) == []
    assert [len(read) for read in count_of_logs] == [2]


@pytest.fixture
def count_of_logs(monkeypatch) -> list[set[PollId]]:
    """The polls of which the log is read, each time that it is."""
    read: list[set[PollId]] = []
    monkeypatch.setattr(untold, "poll_steps", lambda reader, ids: read.append(ids) or poll_steps(reader, ids))
    return read


def test_who_was_told_of_a_place_was_not_reminded_by_it(services, trip, say, clock):
    say("Arvid", Mark.YES)
    say("Kaj", Mark.YES)
    say("Arvid", Mark.NO)
    tell(services, trip, services.moved_up.candidates(trip).letters[0].told)
    clock.shift(timedelta(hours=3))
    said = Said(marks=services.poll_boards.board(trip).answers[PersonId(2)].marks)
    services.answer_owners.remove(trip, said, person_id=PersonId(2))
    plan = services.reminders.candidates(trip)
    (letter,) = [one for one in plan.letters if one.recipient.person.given_name == "Kaj"]
    assert (letter.to_remind.times, letter.text.splitlines()[0]) == (0, "Hello Kaj,")
    services.reminders.log(trip, letter.told)
    clock.shift(timedelta(hours=3))
    assert "Asked 3 hours ago." in [one.why for one in services.reminders.candidates(trip).left_out]
    with pytest.raises(Conflict, match="less than two days ago"):
        services.reminders.log(trip, letter.told)


def test_an_undone_withdrawal_moved_nobody_up(services, say):
    say("Arvid", Mark.YES)
    say("Kaj", Mark.YES)
    say("Arvid", Mark.NO)
    services.history.undo()
    assert home_tasks(services) == []
    services.history.redo()
    assert len(home_tasks(services)) == 1


def test_a_guest_is_named_for_three_days(services, trip, say, clock):
    say("Arvid", Mark.YES)
    say("", Mark.YES, guest="Tuuli Rantasalo")
    say("Arvid", Mark.NO)
    plan = services.moved_up.candidates(trip)
    assert plan.letters == ()
    (guest,) = plan.left_out
    assert guest.person.name == "Tuuli Rantasalo"
    assert guest.why.endswith("has a place now: Sat 12 June 09:00–11:00. Tell them by hand.")
    assert "Tuuli Rantasalo for" in home_tasks(services)[0][1]
    clock.shift(timedelta(days=3))
    assert home_tasks(services) == []


def test_what_is_over_or_was_decided_otherwise_asks_for_nothing(services, trip, say, clock):
    say("Arvid", Mark.YES, Mark.YES)
    say("Kaj", Mark.YES, Mark.YES)
    say("Arvid", Mark.NO, Mark.NO)
    boat = services.poll_boards.board(trip).options[1]
    services.decisions.decide(trip, boat.id)
    assert "Boat of “Trip”" in services.moved_up.candidates(trip).letters[0].text
    services.decisions.undecide(trip)
    clock.move_to(datetime(2027, 6, 12, 9, tzinfo=UTC))
    assert "you waited for Boat of" in services.moved_up.candidates(trip).letters[0].text


def test_more_room_moves_people_up(services, trip, say):
    from clubhub.services.written_polls import WrittenPoll

    for name in ("Arvid", "Kaj", "Signe"):
        say(name, Mark.YES)
    services.poll_changing.change("Trip", WrittenPoll(limits=["1=2"]))
    assert told(services.moved_up.candidates(trip)) == [("Kaj", ["Kaj"])]


def test_drafts_are_for_those_by_mail_alone(services, trip, say, tmp_path):
    say("Kaj", Mark.YES)
    say("Arvid", Mark.YES)
    say("Kaj", Mark.NO)
    (path,) = services.moved_up.write_drafts(trip, tmp_path / "drafts")
    assert b"Subject: You have a place: Trip" in path.read_bytes()
    tell(services, trip, services.moved_up.candidates(trip).letters[0].told)
    with pytest.raises(InvalidInput, match="Tell them another way"):
        services.moved_up.write_drafts(trip, tmp_path / "more")
    with pytest.raises(InvalidInput, match="Nobody was chosen"):
        services.moved_up.log(trip, [], NOW)
