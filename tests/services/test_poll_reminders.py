"""Reminding the silent of a poll: the plan, the log with its pause of two days, and drafts for those by mail."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import time_machine

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.ids import HouseholdId, PersonId, PollId
from clubhub.domain.people import AgeBand, Channel, Household, Person
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.poll_results import Rule
from clubhub.domain.polls import Mark
from clubhub.services.bundle import Services
from clubhub.storage import people, polls

NOW = datetime(2027, 6, 1, 18, tzinfo=UTC)
FAMILY = HouseholdId(7)
PEOPLE = [
    Person(id=PersonId(1), given_name="Arvid", family_name="Granlöv", emails=("arvid@example.org",)),
    Person(
        id=PersonId(2), given_name="Maj", family_name="Sjöblad", phones=("+358505550102",),
        preferred_channel=Channel.WHATSAPP,
    ),
    Person(id=PersonId(3), given_name="Kaj", family_name="Öhrvall", phones=("+358505550103",)),
    Person(
        id=PersonId(4), given_name="Ronja", family_name="Tallåsen", emails=("ronja@example.org",),
        phones=("+358505550104",), preferred_channel=Channel.PHONE,
    ),
    Person(id=PersonId(5), given_name="Alva", family_name="Stennäs", preferred_channel=Channel.PAPER),
    Person(id=PersonId(6), given_name="Edvin", family_name="Norrgrann"),
    Person(
        id=PersonId(7), given_name="Signe", family_name="Holm", emails=("signe@example.org",), household_id=FAMILY,
        is_guardian=True,
    ),
    Person(
        id=PersonId(8), given_name="Tuva", family_name="Holm", age_band=AgeBand.UNDER_13, household_id=FAMILY
    ),
]  # fmt: skip


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
    with made._database.write("bring in people") as work:
        people.insert_households(work, [Household(id=FAMILY, name="Holm")])
        people.insert_people(work, PEOPLE)
    return made


@pytest.fixture
def poll(services: Services) -> PollId:
    slots = slots_of_day(NOW.date(), [NOW.time()], timedelta(hours=2))
    return services.poll_editing.create(PollDraft(name="Camp", slots=tuple(slots))).poll_id


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def answer(services: Services, poll: PollId, name: str) -> None:
    board = services.poll_boards.board(poll)
    person = next(person for person in board.people if person.name == name)
    services.poll_editing.record_answer(poll, person_id=person.id, marks={board.options[0].id: Mark.YES})


def close_at(services: Services, poll: PollId, moment: datetime) -> None:
    with services._database.write("close") as work:
        polls.save_poll(work, replace(polls.find_poll(work, poll), closes_at=moment))


def names(plan) -> list[str]:
    return [letter.recipient.person.name for letter in plan.letters]


def log_all(services: Services, poll: PollId):
    plan = services.reminders.candidates(poll)
    return services.reminders.log(poll, [told for letter in plan.letters for told in letter.told])


def test_the_plan_has_everybody_who_is_silent_by_their_road_and_says_who_is_left_out(services, poll):
    plan = services.reminders.candidates(poll)
    roads = {letter.recipient.person.given_name: letter.link.partition(":")[0] for letter in plan.letters}
    assert roads == {"Arvid": "mailto", "Maj": "https", "Kaj": "sms", "Ronja": "tel", "Alva": "", "Signe": "mailto"}
    assert [one.person.name for one in plan.left_out] == ["Edvin Norrgrann"]
    assert (plan.silent, plan.asked) == (8, 8)
    (guardian,) = (letter for letter in plan.letters if letter.recipient.person.given_name == "Signe")
    assert len(guardian.told) == 2


def test_a_letter_holds_the_ballot_of_each_who_is_silent_signed_and_with_the_link(services, poll):
    plan = services.reminders.candidates(poll, "https://kvarno.example/answer.html")
    letters = {letter.recipient.person.given_name: letter for letter in plan.letters}
    arvid, guardian = letters["Arvid"], letters["Signe"]
    assert "1) 18:00–20:00" in arvid.text
    assert arvid.text.count("CH1 ") == 1
    assert "https://kvarno.example/answer.html#" in arvid.text
    assert guardian.text.count("CH1 ") == 2
    assert "For Tuva Holm" in guardian.text
    assert not plan.changes


def test_who_answers_is_reminded_no_more(services, poll):
    answer(services, poll, "Arvid Granlöv")
    assert "Arvid Granlöv" not in names(services.reminders.candidates(poll))


def test_the_log_holds_back_for_two_days_and_undo_takes_it_back(services, poll, clock):
    changes = log_all(services, poll)
    assert changes.title == "remind 7 people of “Camp”"
    clock.shift(timedelta(hours=20))
    held_back = services.reminders.candidates(poll)
    assert held_back.letters == ()
    assert [one.why for one in held_back.left_out].count("Asked 20 hours ago.") == 7
    services.history.undo(changes.id)
    assert len(services.reminders.candidates(poll).letters) == 6
    services.history.redo()
    clock.shift(timedelta(hours=28))
    again = services.reminders.candidates(poll)
    assert {letter.to_remind.times for letter in again.letters} == {1}


def test_a_reminder_within_two_days_is_not_written_whoever_was_first(services, poll):
    plan = services.reminders.candidates(poll)
    services.reminders.log(poll, plan.letters[0].told)
    with pytest.raises(Conflict, match=r"Arvid Granlöv .* less than two days ago"):
        services.reminders.log(poll, [told for letter in plan.letters for told in letter.told])
    assert len(services.reminders.candidates(poll).letters) == 5
    with pytest.raises(InvalidInput):
        services.reminders.log(poll, [])


def test_after_three_times_somebody_is_not_asked_again(services, poll, clock):
    for _time in range(3):
        log_all(services, poll)
        clock.shift(timedelta(hours=49))
    plan = services.reminders.candidates(poll)
    assert plan.letters == ()
    assert "Asked 3 times already: better call." in [one.why for one in plan.left_out]


def test_the_deadline_is_told_in_the_clubs_zone_and_a_closed_poll_reminds_nobody(services, poll, clock):
    close_at(services, poll, NOW + timedelta(days=2))
    assert "until Thu 3 June 21:00" in services.reminders.candidates(poll).letters[0].text
    clock.shift(timedelta(days=3))
    plan = services.reminders.candidates(poll)
    assert plan.letters == ()
    assert {one.why for one in plan.left_out} == {"The poll has closed."}


def test_a_decided_poll_reminds_nobody(services, poll):
    (option,) = services.poll_boards.board(poll).options
    services.decisions.decide(poll, option.id, Rule.MOST_YES)
    plan = services.reminders.candidates(poll)
    assert plan.letters == ()
    assert {one.why for one in plan.left_out} == {"The poll is decided."}


def test_drafts_are_written_for_readers_by_mail_alone(services, poll, tmp_path):
    paths = services.reminders.write_drafts(poll, tmp_path / "drafts")
    assert [path.name for path in paths] == ["arvid-granlov.eml", "signe-holm.eml"]
    message = message_from_bytes(paths[0].read_bytes(), policy=default)
    assert message["To"] == "Arvid Granlöv <arvid@example.org>"
    assert message["Subject"] == "Your answer is missing: Camp"
    assert message["X-Unsent"] == "1"
    assert "“Camp”" in message.get_content()
    plan = services.reminders.candidates(poll)
    by_phone = [letter.recipient.person.id for letter in plan.letters if letter.recipient.channel is Channel.PHONE]
    with pytest.raises(InvalidInput):
        services.reminders.write_drafts(poll, tmp_path / "none", by_phone)


def test_a_poll_for_a_group_reminds_that_group_alone(services, poll):
    plan = services.reminders.candidates(poll)
    assert plan.asked == 8
    with services._database.write("ask few") as work:
        kept = polls.find_poll(work, poll)
        polls.save_poll(work, replace(kept, audience="not everybody"))
    assert services.reminders.candidates(poll).letters == ()
