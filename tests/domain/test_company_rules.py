"""Who else is on the shift: pairs, and an adult for minors."""

import pytest
from tests.domain.roster_parts import entry, person, roster, shift

from clubhub.domain.breaks import Rule
from clubhub.domain.club_rules import ClubRules, Companions, Company
from clubhub.domain.people import AgeBand
from clubhub.domain.roster_rules import rule_breaks

AINO, BERIT = person(1, "Aino Vik"), person(2, "Berit Holm")
YOUNG, CHILD = person(3, "Viggo Ek", age_band=AgeBand.FROM_16), person(4, "Saga Ek", age_band=AgeBand.UNDER_13)
TIME = ("2027-06-12 08:00", "2027-06-12 12:00")


def rules(company: Company) -> ClubRules:
    pair = Companions(id=1, one_id=AINO.id, other_id=BERIT.id, company=company)
    return ClubRules(companions=(pair,), names={AINO.id: AINO.name, BERIT.id: BERIT.name})


def told(someone, here, laid_down=ClubRules(), **club):  # noqa: B008  a frozen value
    found = rule_breaks(someone, entry(here), skills={}, roster=roster(here, **club), rules=laid_down, was_asked=False)
    return [(one.rule, one.sentence, one.subject) for one in found]


def test_two_to_be_kept_apart_are_told_in_the_same_words_from_both_sides():
    both = shift(1, *TIME, people=[AINO, BERIT])
    sentence = (
        "Aino Vik and Berit Holm are to be kept apart, but both are on the same shift: Shift 1, "
        "Sat 12 June 08:00–12:00."
    )
    assert told(AINO, both, rules(Company.APART)) == [(Rule.KEPT_APART, sentence, "Berit Holm")]
    assert told(BERIT, both, rules(Company.APART)) == [(Rule.KEPT_APART, sentence, "Aino Vik")]
    assert told(AINO, shift(1, *TIME, people=[AINO, YOUNG, None]), rules(Company.APART)) == []


def test_who_could_step_in_beside_somebody_to_be_kept_apart_is_told_of():
    there = shift(1, *TIME, people=[None, BERIT], override="They have made up.")
    found = rule_breaks(AINO, entry(there), skills={}, rules=rules(Company.APART), was_asked=False)
    assert [(one.rule, one.set_aside) for one in found] == [(Rule.KEPT_APART, "They have made up.")]


def test_a_missing_partner_is_named_and_one_who_is_there_is_fine():
    sentence = (
        "Aino Vik is to be kept together with Berit Holm, who is not on the same shift: "
        "Shift 1, Sat 12 June 08:00–12:00."
    )
    alone = shift(1, *TIME, people=[AINO, None])
    assert told(AINO, alone, rules(Company.TOGETHER)) == [(Rule.PARTNER_MISSING, sentence, "Berit Holm")]
    assert told(AINO, shift(1, *TIME, people=[AINO, BERIT]), rules(Company.TOGETHER)) == []
    assert told(YOUNG, shift(1, *TIME, people=[YOUNG, AINO]), rules(Company.TOGETHER)) == []


@pytest.mark.parametrize(
    ("people", "is_told"),
    [([YOUNG], True), ([YOUNG, CHILD], True), ([YOUNG, None, AINO], False), ([YOUNG, None], True)],
)
def test_a_minor_needs_an_adult_on_the_shift(people: list, is_told: bool):
    here = shift(1, *TIME, people=people)
    assert [rule for rule, _words, _subject in told(YOUNG, here)] == ([Rule.MINOR_ALONE] if is_told else [])
    assert told(YOUNG, here, minors_need_adult=False) == []


def test_a_minor_alone_is_told_with_the_place():
    ((_rule, sentence, _subject),) = told(CHILD, shift(1, *TIME, people=[CHILD]))
    assert sentence == (
        "Saga Ek is under 18, and no adult is on the same shift: Runner (Shift 1, Sat 12 June 08:00–12:00)."
    )


def test_who_is_of_age_or_of_unknown_age_may_be_alone():
    assert told(AINO, shift(1, *TIME, people=[AINO])) == []
    assert told(person(5, "Bo Ek", age_band=AgeBand.ADULT), shift(1, *TIME)) == []
