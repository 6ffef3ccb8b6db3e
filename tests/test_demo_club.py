"""The demo club's files fit together, name nobody real, and leave one afternoon that can't be filled."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache

import phonenumbers

from clubhub.domain.answer_sheets import AnswerSheet
from clubhub.domain.availability import ShiftCover
from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.people import AgeBand, Channel, Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.plan_shifts import draft_event
from clubhub.domain.polls import Mark, Option
from clubhub.formats.answers import answers_from_table
from clubhub.formats.lenex import read_meet
from clubhub.formats.people import read_people
from clubhub.formats.shift_plans import find_plan
from clubhub.formats.tables import read_table
from clubhub.support.resources import resource

SUNDAY_AFTERNOON = datetime.fromisoformat("2027-06-13T13:00")
SKILL = re.compile(r"(.+) \((\d{4}-\d\d-\d\d)\)")


def demo_text(name: str) -> str:
    return resource("demo", name).read_text("utf-8")


@cache
def club() -> Mapping[str, str]:
    return tomllib.loads(demo_text("club.toml"))


@cache
def people() -> dict[str, Mapping[str, str]]:
    """The rows of people.csv by full name."""
    headings, *rows = read_table(resource("demo", "people.csv")).rows
    cells = [dict(zip(headings, row, strict=True)) for row in rows]
    return {f"{row['Given name']} {row['Family name']}": row for row in cells}


@cache
def skills_of(name: str) -> dict[str, date]:
    cells = [cell for cell in people()[name]["Skills"].split("; ") if cell]
    return {skill: date.fromisoformat(day) for skill, day in (SKILL.fullmatch(cell).groups() for cell in cells)}


@cache
def answers() -> AnswerSheet:
    return answers_from_table(read_table(resource("demo", "answers.csv")))


@cache
def event() -> EventDraft:
    meet = read_meet(resource("demo", "meet.lef").read_bytes())
    return draft_event(meet, find_plan(), club_zone=club()["time_zone"])


def split(column: str) -> Iterator[str]:
    for row in people().values():
        yield from (value for value in row[column].split("; ") if value)


def test_there_are_about_sixty_people_in_about_forty_households_with_different_names():
    assert len(people()) == len(read_table(resource("demo", "people.csv")).rows) - 1 == 60
    assert len({row["Household"] for row in people().values()}) == 38


def test_the_people_are_read_with_every_column_and_without_a_problem():
    table = read_table(resource("demo", "people.csv"))
    sheet = read_people(table, region=club()["region"], today=date(2027, 5, 1))
    assert (sheet.problems, sheet.ignored, sheet.notes) == ((), (), table.notes)
    assert [f"{draft.given_name} {draft.family_name}" for draft in sheet.drafts] == list(people())
    for draft, row in zip(sheet.drafts, people().values(), strict=True):
        name = f"{draft.given_name} {draft.family_name}"
        assert {skill.name: skill.expires_on for skill in draft.skills} == skills_of(name)
        assert draft.groups == tuple(row["Groups"].split("; "))
        assert (draft.household, draft.age_band, draft.preferred_channel or "") == (
            row["Household"],
            row["Age band"],
            row["Preferred channel"],
        )
        assert draft.is_guardian is (row["Guardian"] == "yes")


def test_every_child_has_a_guardian_at_home():
    guarded = {row["Household"] for row in people().values() if row["Guardian"] == "yes"}
    children = [row for row in people().values() if row["Age band"] in {AgeBand.UNDER_13, AgeBand.FROM_13}]
    assert len(children) == 5
    assert {row["Household"] for row in children} <= guarded
    assert all(row["Age band"] == AgeBand.ADULT for row in people().values() if row["Guardian"] == "yes")


def test_words_of_the_columns_are_those_of_the_program():
    assert {row["Age band"] for row in people().values()} == set(AgeBand)
    assert {row["Preferred channel"] for row in people().values()} == {"", *Channel}
    assert {row["Language"] for row in people().values()} == {"sv", "fi"}
    assert all(uses >= 3 for uses in Counter(split("Groups")).values())


def test_phone_numbers_are_valid_and_every_person_has_another():
    numbers = [phonenumbers.parse(phone, club()["region"]) for phone in split("Phone")]
    assert all(phonenumbers.is_valid_number(number) for number in numbers)
    assert all("55501" in str(number.national_number) for number in numbers)
    assert len({number.national_number for number in numbers}) == len(numbers) > 50


def test_addresses_belong_to_nobody():
    everything = "\n".join(
        demo_text(name)
        for name in ("people.csv", "meet.lef", "answers.csv", "announcement.md", "parking.md", "club.toml")
    )
    hosts = re.findall(r"@([\w.-]+)", everything) + re.findall(r"https?://([\w.-]+)", everything)
    assert len(hosts) > 40
    assert {host for host in hosts if not f".{host}".endswith(".example.org")} == set()


def test_skills_are_those_that_the_ready_plan_asks_for_and_some_lapse_around_the_games():
    asked = {skill for shift in event().shifts for need in shift.needs for skill in need.skills}
    lapses = [(skill, day) for name in people() for skill, day in skills_of(name).items()]
    assert {skill for skill, _day in lapses} <= asked
    assert {skill for skill, _day in lapses} == {"Referee", "Starter", "Judge of stroke", "First aid"}
    first, last = event().starts_on - timedelta(days=30), event().ends_on
    assert len([day for _skill, day in lapses if first <= day < last]) >= 4


def test_the_contact_and_the_author_of_the_posts_are_in_the_club():
    assert club()["contact"] in people()
    assert club()["contact"] in demo_text("announcement.md")
    assert club()["contact"] in demo_text("parking.md")
    assert club()["event"] == event().name


def test_answers_are_read_without_a_problem_and_every_name_is_found():
    index = NameIndex(
        Person(id=PersonId(number), given_name=row["Given name"], family_name=row["Family name"])
        for number, row in enumerate(people().values())
    )
    assert answers().problems == ()
    assert {index.find(row.name).name for row in answers().rows} <= people().keys()
    assert all(any(row.marks) for row in answers().rows)
    assert len(answers().rows) == 51
    assert {mark for row in answers().rows for mark in row.marks} == {None, *Mark}


def test_the_programme_has_four_sessions_of_which_two_ends_are_estimated():
    sessions = event().sessions
    assert [(f"{session.starts:%d %H:%M}", session.ends_is_estimated) for session in sessions] == [
        ("12 09:00", True),
        ("12 13:45", False),
        ("13 09:15", False),
        ("13 14:00", True),
    ]
    assert event().lanes == 6
    assert event().warnings == ()
    assert "ATHLETE" not in demo_text("meet.lef")


def test_every_shift_lies_within_the_slots_of_the_poll():
    options = slots()
    uncovered = [
        shift.name for shift in event().shifts if () in ShiftCover.of(shift.starts, shift.ends, options).pieces
    ]
    assert uncovered == []


def test_all_can_be_filled_but_for_sunday_afternoon():
    open_roles = {times: unfilled(shifts) for times, shifts in side_by_side(event().shifts)}
    afternoon = [roles for starts, roles in open_roles.items() if starts >= SUNDAY_AFTERNOON and roles]
    assert [roles for starts, roles in open_roles.items() if starts < SUNDAY_AFTERNOON and roles] == []
    assert len(open_roles) == 8
    (missing,) = afternoon
    assert Counter(missing)["First aid"] == 1
    assert Counter(missing)["Judge of stroke"] == 1
    assert 5 <= len(missing) <= 12


def slots() -> list[Option]:
    return [
        Option(
            id=OptionId(place),
            poll_id=PollId(1),
            position=place,
            label=column.heading,
            starts=column.starts,
            ends=column.ends,
        )
        for place, column in enumerate(answers().columns)
    ]


def side_by_side(shifts: Iterable[ShiftDraft]) -> Iterator[tuple[datetime, list[ShiftDraft]]]:
    """Shifts in heaps that share no time with one another, each with its start."""
    heap: list[ShiftDraft] = []
    for shift in sorted(shifts, key=lambda shift: shift.starts):
        if heap and shift.starts >= max(other.ends for other in heap):
            yield heap[0].starts, heap
            heap = []
        heap.append(shift)
    yield heap[0].starts, heap


def unfilled(shifts: Iterable[ShiftDraft]) -> list[str]:
    """Roles of the places left open when each person takes at most one of them: the largest bipartite matching."""
    places = [
        (need.role, able(shift, need)) for shift in shifts for need in shift.needs for _place in range(need.min_count)
    ]
    place_of: dict[str, int] = {}

    def seat(place: int, tried: set[str]) -> bool:
        for name in sorted(places[place][1]):
            if name in tried:
                continue
            tried.add(name)
            if name not in place_of or seat(place_of[name], tried):
                place_of[name] = place
                return True
        return False

    return [role for place, (role, _able) in enumerate(places) if not seat(place, set())]


def able(shift: ShiftDraft, need: NeedDraft) -> set[str]:
    """Who may take a place of the need: available, old enough, with each skill that the club knows, to the end."""
    known = {skill for name in people() for skill in skills_of(name)}
    wanted = known.intersection(need.skills)
    cover = ShiftCover.of(shift.starts, shift.ends, slots())
    lowest = need.minimum_age.lowest_age if need.minimum_age else 0
    coming = {
        row.name
        for row in answers().rows
        if cover.mark({OptionId(place): mark for place, mark in enumerate(row.marks) if mark})
        in {Mark.YES, Mark.IF_NEED_BE}
    }
    return {
        name
        for name in coming
        if AgeBand(people()[name]["Age band"]).lowest_age >= lowest
        and all(skills_of(name).get(skill, date.min) >= shift.ends.date() for skill in wanted)
    }


def test_the_readme_s_numbers_are_those_of_the_files():
    households = {row["Household"] for row in people().values()}
    place = next(place for place, slot in enumerate(slots()) if slot.starts == SUNDAY_AFTERNOON)
    coming = [row for row in answers().rows if row.marks[place] in {Mark.YES, Mark.IF_NEED_BE}]
    readme = demo_text("README.md")
    assert f"{len(people())} people in {len(households)} households" in readme
    assert f"{len(answers().rows)} of {len(people())} answered" in readme
    assert f"{len(coming)} people could come" in readme
