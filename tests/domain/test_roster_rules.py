"""What speaks against a person on a place."""

from dataclasses import replace
from datetime import date

import pytest
from tests.domain.roster_parts import AIDER, FIRST_AID, RUNNER, SKILLS, STARTER, at, entry, person, shift

from clubhub.domain.breaks import Rule
from clubhub.domain.club_rules import Ban, ClubRules
from clubhub.domain.people import AgeBand
from clubhub.domain.polls import Mark
from clubhub.domain.roster_rules import is_valid_until, longest_grant, rule_breaks

AFTERNOON = shift(1, "2027-06-13 13:15", "2027-06-13 16:30", AIDER, session="Sunday afternoon")
RUN = shift(2, "2027-06-13 13:15", "2027-06-13 16:30")


def sentences(breaks: list) -> dict[Rule, str]:
    return {found.rule: found.sentence for found in breaks}


def test_nothing_speaks_against_who_is_grown_up_skilled_and_willing():
    aino = person(1, "Aino Vik", (FIRST_AID, date(2027, 6, 13)), age_band=AgeBand.ADULT)
    assert rule_breaks(aino, entry(AFTERNOON), skills=SKILLS, mark=Mark.IF_NEED_BE) == []


def test_a_missing_skill_is_named_with_the_place_that_needs_it():
    breaks = rule_breaks(person(1, "Aino Vik", (STARTER, None)), entry(AFTERNOON), skills=SKILLS, mark=Mark.YES)
    assert sentences(breaks) == {
        Rule.SKILL_MISSING: "Aino Vik doesn't hold the skill First aid, which "
        "First aid (Sunday afternoon, Sun 13 June 13:15–16:30) needs."
    }


def test_a_skill_that_lapses_before_the_shift_s_end_is_told_with_its_day():
    aino = person(1, "Aino Vik", (FIRST_AID, date(2027, 6, 12)))
    breaks = rule_breaks(aino, entry(AFTERNOON), skills=SKILLS, mark=Mark.YES)
    assert sentences(breaks) == {
        Rule.SKILL_LAPSED: "The skill First aid of Aino Vik lapses on Sat 12 June 2027, before the end of "
        "First aid (Sunday afternoon, Sun 13 June 13:15–16:30)."
    }


@pytest.mark.parametrize(
    ("ends", "is_valid"),
    [("2027-06-12 23:59", True), ("2027-06-13 00:00", True), ("2027-06-13 00:01", False)],
)
def test_the_last_day_of_a_skill_counts_to_midnight(ends: str, is_valid: bool):
    (grant,) = person(1, "Aino Vik", (FIRST_AID, date(2027, 6, 12))).skills
    assert is_valid_until(grant, at(ends)) is is_valid


def test_a_renewal_beside_the_old_certificate_counts():
    aino = person(1, "Aino Vik", (FIRST_AID, date(2027, 6, 30)), (FIRST_AID, date(2027, 6, 1)))
    assert longest_grant(aino, FIRST_AID.id).expires_on == date(2027, 6, 30)
    for_good = person(1, "Aino Vik", (FIRST_AID, None), (FIRST_AID, date(2030, 6, 1)))
    assert longest_grant(for_good, FIRST_AID.id).expires_on is None
    assert longest_grant(aino, STARTER.id) is None


@pytest.mark.parametrize(("band", "is_too_young"), [(AgeBand.FROM_16, True), (AgeBand.ADULT, False), (None, False)])
def test_below_the_minimum_age_is_told_and_an_unknown_age_counts_as_adult(band: AgeBand | None, is_too_young: bool):
    aino = person(1, "Aino Vik", (FIRST_AID, None), age_band=band)
    breaks = rule_breaks(aino, entry(AFTERNOON), skills=SKILLS, mark=Mark.YES)
    assert (Rule.TOO_YOUNG in sentences(breaks)) is is_too_young


def test_two_places_at_the_same_time_are_told_and_one_after_the_other_is_fine():
    aino = person(1, "Aino Vik")
    same_time = entry(shift(3, "2027-06-13 16:00", "2027-06-13 18:00"))
    afterwards = entry(shift(4, "2027-06-13 16:30", "2027-06-13 17:30"))
    breaks = rule_breaks(aino, entry(RUN), skills=SKILLS, others=[same_time, afterwards], mark=Mark.YES)
    assert sentences(breaks) == {
        Rule.OVERLAP: "Aino Vik is on two places at the same time: Runner (Shift 3, Sun 13 June 16:00–18:00) and "
        "Runner (Shift 2, Sun 13 June 13:15–16:30)."
    }


@pytest.mark.parametrize(
    ("mark", "rules"),
    [(Mark.YES, set()), (Mark.IF_NEED_BE, set()), (Mark.NO, {Rule.SAID_NO}), (None, {Rule.SILENT})],
)
def test_a_no_and_silence_are_told_apart(mark: Mark | None, rules: set[Rule]):
    assert sentences(rule_breaks(person(1, "Aino Vik"), entry(RUN), skills=SKILLS, mark=mark)).keys() == rules


def test_nobody_is_silent_where_there_was_nothing_to_answer():
    assert rule_breaks(person(1, "Aino Vik"), entry(RUN), skills=SKILLS, was_asked=False) == []


@pytest.mark.parametrize(("note", "end"), [("", "13:15–16:30)."), ("He can't lift.", "13:15–16:30): He can't lift.")])
def test_a_ban_is_told_with_its_reason_for_that_place_alone(note: str, end: str):
    rules = ClubRules(bans=(Ban(id=1, person_id=1, need_id=2, note=note),))
    aino = person(1, "Aino Vik")
    found = sentences(rule_breaks(aino, entry(RUN), skills=SKILLS, rules=rules, mark=Mark.YES))
    assert found == {Rule.BANNED: f"Aino Vik is not to be on Runner (Shift 2, Sun 13 June {end}"}
    elsewhere = entry(shift(3, "2027-06-13 13:15", "2027-06-13 16:30"))
    assert rule_breaks(aino, elsewhere, skills=SKILLS, rules=rules, mark=Mark.YES) == []
    assert rule_breaks(person(2, "Bo Ek"), entry(RUN), skills=SKILLS, rules=rules, mark=Mark.YES) == []


def test_a_role_for_those_who_signed_up_is_told_to_the_others():
    opt_in = entry(shift(2, "2027-06-13 13:15", "2027-06-13 16:30", replace(RUNNER, is_opt_in=True)))
    assert sentences(rule_breaks(person(1, "Aino Vik"), opt_in, skills=SKILLS, mark=Mark.YES)) == {
        Rule.NOT_SIGNED_UP: "Runner (Shift 2, Sun 13 June 13:15–16:30) is only for those who have signed up for it, "
        "and Aino Vik has not."
    }
    signed_up = person(1, "Aino Vik", signed_up=(RUNNER.id,))
    assert rule_breaks(signed_up, opt_in, skills=SKILLS, mark=Mark.YES) == []


def test_the_worst_comes_first():
    aino = person(1, "Aino Vik", age_band=AgeBand.FROM_13)
    rules = ClubRules(bans=(Ban(id=1, person_id=1, need_id=1),))
    same_time = entry(shift(3, "2027-06-13 16:00", "2027-06-13 18:00"))
    found = rule_breaks(aino, entry(AFTERNOON), skills=SKILLS, others=[same_time], rules=rules, mark=Mark.NO)
    told = [one.rule for one in found]
    assert told == [Rule.SKILL_MISSING, Rule.TOO_YOUNG, Rule.BANNED, Rule.OVERLAP, Rule.SAID_NO]
    assert told == sorted(told, key=list(Rule).index)
