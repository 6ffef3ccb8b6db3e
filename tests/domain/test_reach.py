"""Everybody is told once, by a road that leads to them; minors through their guardians; the others are named."""

from clubhub.domain.ids import HouseholdId, PersonId
from clubhub.domain.people import AgeBand, Channel, Person
from clubhub.domain.reach import reach, roads_sentence

HOME = HouseholdId(1)


def person(number: int, **details: object) -> Person:
    return Person(id=PersonId(number), given_name=f"P{number}", **details)


def road_of(one: Person) -> tuple[Channel, str] | None:
    found = reach([one], [one]).recipients
    return (found[0].channel, found[0].address) if found else None


def test_the_preferred_road_is_taken_where_it_leads_anywhere():
    both = {"emails": ("a@b.example", "c@d.example"), "phones": ("+358401",)}
    assert road_of(person(1, **both)) == (Channel.MAIL, "a@b.example")
    assert road_of(person(1, **both, preferred_channel=Channel.WHATSAPP)) == (Channel.WHATSAPP, "+358401")
    assert road_of(person(1, **both, preferred_channel=Channel.PHONE)) == (Channel.PHONE, "+358401")
    assert road_of(person(1, **both, preferred_channel=Channel.PAPER)) == (Channel.PAPER, "")


def test_else_the_first_road_that_there_is():
    assert road_of(person(1, phones=("+358401",), preferred_channel=Channel.MAIL)) == (Channel.SMS, "+358401")
    assert road_of(person(1, emails=("a@b.example",), preferred_channel=Channel.SMS)) == (Channel.MAIL, "a@b.example")
    assert road_of(person(1, phones=("+358401",))) == (Channel.SMS, "+358401")


def test_who_has_no_contact_is_left_out_and_said_why():
    found = reach([person(1)], [])
    assert not found.recipients
    assert [one.why for one in found.unreached] == ["No mail address and no phone number is known."]


def test_a_minor_is_told_through_the_guardians_of_the_household():
    child = person(1, age_band=AgeBand.UNDER_13, household_id=HOME, emails=("kid@x.example",))
    meant = person(2, is_guardian=True, household_id=HOME, emails=("m@x.example",))
    other = person(3, is_guardian=True, household_id=HOME, phones=("+358402",))
    stranger = person(4, is_guardian=True, household_id=HouseholdId(2), emails=("s@x.example",))
    found = reach([child, meant], [child, meant, other, stranger])
    assert [(one.person.id, one.is_meant, [m.id for m in one.minors]) for one in found.recipients] == [
        (2, True, [1]),
        (3, False, [1]),
    ]
    assert [one.why for one in found.left_out] == ["Under 18: told through the guardians P2 and P3."]
    assert found.unreached == ()


def test_a_minor_without_a_reachable_guardian_is_left_out():
    mute = person(2, is_guardian=True, household_id=HOME)
    for household in (HOME, None):
        child = person(1, age_band=AgeBand.FROM_16, household_id=household, phones=("+358403",))
        found = reach([child], [child, mute])
        assert found.recipients == ()
        assert "no guardian of the household can be reached" in found.unreached[0].why


def test_the_roads_are_counted_in_words():
    people = [
        person(1, emails=("a@b.example",)),
        person(2, phones=("+1",)),
        person(3, phones=("+1",), preferred_channel=Channel.WHATSAPP),
        person(4, preferred_channel=Channel.PAPER),
    ]
    assert roads_sentence(reach(people, people)) == "1 by mail, 2 by text and 1 on paper"
    assert roads_sentence(reach([], [])) == ""
