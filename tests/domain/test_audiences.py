"""A rule is read as a person means it, written again so that it means the same, and refused with what there is."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.audience_words import audience_words
from clubhub.domain.audiences import Audience, AudienceKind, AudiencePart, Membership, members, parse_audience
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person

NAMES = ("Ada", "Bo", "Cia", "Dan", "Eva")
PEOPLE = {PersonId(n): Person(id=PersonId(n), given_name=name) for n, name in enumerate(NAMES, start=1)}


def ids(*names: str) -> frozenset[PersonId]:
    return frozenset(PersonId(NAMES.index(name) + 1) for name in names)


CLUB = Membership(
    people=PEOPLE,
    of={
        AudienceKind.GROUP: {"Parents A": ids("Ada", "Bo"), "Parents B": ids("Cia"), "Board": ids("Eva")},
        AudienceKind.ROLE: {"Timekeeper": ids("Bo", "Dan")},
        AudienceKind.SKILL: {"Första hjälpen": ids("Ada")},
        AudienceKind.EVENT: {"Kvarken Games": ids("Ada", "Dan")},
        AudienceKind.SHIFT: {"Saturday: Canteen, kiosk": ids("Cia")},
        AudienceKind.SILENT: {"Summer trip": ids("Ada", "Eva")},
    },
)


def meant(rule: str) -> str:
    return " ".join(person.name for person in members(parse_audience(rule, CLUB), CLUB))


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ("", "Ada Bo Cia Dan Eva"),
        ("everybody", "Ada Bo Cia Dan Eva"),
        ("Everyone", "Ada Bo Cia Dan Eva"),
        ("group: Parents A", "Ada Bo"),
        ("GROUP:parents a", "Ada Bo"),
        ("group: Parents A, Parents B", "Ada Bo Cia"),
        ("group: Parents A, role: Timekeeper", "Ada Bo Dan"),
        ("skill: forsta hjalpen", "Ada"),
        ("event: Kvarken", "Ada Dan"),
        ("silent: Summer trip", "Ada Eva"),
        ('shift: "Saturday: Canteen, kiosk"', "Cia"),
        ("shift: “Saturday: Canteen, kiosk”", "Cia"),
        ("not group: Parents A", "Cia Dan Eva"),
        ("group: Parents A, not role: Timekeeper", "Ada"),
        ("everybody, not group: Parents A, Parents B", "Dan Eva"),
        ("everybody, not everybody", ""),
        (" , group: Board , ", "Eva"),
    ],
)
def test_a_rule_means_what_it_says(rule, names):
    assert meant(rule) == names


@pytest.mark.parametrize(
    ("rule", "kind", "words"),
    [
        ("group: Parents C", NotFound, ["Parents C", "Parents A", "Board", "Did you mean"]),
        ("silent: Winter", NotFound, ["no poll called “Winter”", "Summer trip"]),
        ("grup: Parents A", InvalidInput, ["grup", "Did you mean “group”", "silent: …"]),
        ("Timekeeper", InvalidInput, ["role: Timekeeper"]),
        ("parents", InvalidInput, ["parents", "everybody"]),
        ("group: Parents", Conflict, ["Parents A", "Parents B"]),
        ("group:", NotFound, ["Parents A"]),
        ("not", InvalidInput, ["not"]),
    ],
)
def test_what_is_not_understood_is_named_with_what_there_is(rule, kind, words):
    with pytest.raises(kind) as refusal:
        parse_audience(rule, CLUB)
    assert [word for word in words if word not in str(refusal.value)] == []


def test_a_kind_that_the_club_has_none_of_is_said_so():
    with pytest.raises(NotFound, match="There is none yet"):
        parse_audience("group: Parents", Membership(people=PEOPLE, of={}))


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4, unique=True), st.data())
def test_any_names_survive_being_written_and_read_again(names, data):
    club = Membership(people=PEOPLE, of={AudienceKind.GROUP: {name: ids("Ada") for name in names}})
    parts = tuple(
        AudiencePart(kind=AudienceKind.GROUP, name=name, is_excluded=data.draw(st.booleans())) for name in names
    )
    written = Audience(parts=parts)
    assert parse_audience(str(written), club) == written


@given(st.text())
def test_any_text_is_a_rule_or_refused_in_a_sentence(rule):
    with contextlib.suppress(InvalidInput, NotFound, Conflict):
        assert parse_audience(rule, CLUB).parts


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("event: Kvarken Games", "2 volunteers of Kvarken Games"),
        ("everybody", "everybody, 5 people"),
        ("silent: Summer trip", "2 people who have not answered Summer trip"),
        ("group: Board", "1 person of Board"),
        ("group: Parents A, not role: Timekeeper", "1 person: group “Parents A”, but not role “Timekeeper”"),
        ("not group: Board", "4 people: everybody, but not group “Board”"),
    ],
)
def test_an_audience_is_told_in_words(rule, words):
    audience = parse_audience(rule, CLUB)
    assert audience_words(audience, len(members(audience, CLUB))) == words
