"""What the coordinator is told about a roster."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.domain.roster_parts import AIDER, EVENT, FIRST_AID, RUNNER, SKILLS, at, person, roster, shift
from tests.domain.test_engagements import engagement

from clubhub.domain.availability import Availabilities
from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.notices import Notice, NoticeKind, Severity, roster_notices, worst_first
from clubhub.domain.polls import Answer, Mark, Option

MORNING = ("2027-06-12 08:00", "2027-06-12 12:00")
AFTERNOON = ("2027-06-12 13:00", "2027-06-12 17:00")
AINO = person(1, "Aino Vik")
BENGT = person(2, "Bengt Ås")


def told(notices: list[Notice]) -> list[tuple[NoticeKind, str]]:
    return [(notice.kind, notice.sentence) for notice in notices]


def answers(**marks: str) -> Availabilities:
    slot = Option(id=OptionId(1), poll_id=PollId(1), position=0, label="", starts=at(MORNING[0]), ends=at(MORNING[1]))
    people = {"aino": AINO.id, "bengt": BENGT.id}
    return Availabilities(
        [slot],
        [
            Answer(
                id=AnswerId(number),
                poll_id=PollId(1),
                person_id=people[name],
                marks={slot.id: Mark(mark)},
                answered_at=datetime(2027, 5, 1, tzinfo=UTC),
            )
            for number, (name, mark) in enumerate(marks.items())
        ],
    )


def test_a_full_roster_by_the_rules_has_nothing_to_tell():
    assert roster_notices(roster(shift(1, *MORNING, people=[AINO])), skills=SKILLS) == []


def test_open_required_places_are_counted_per_need():
    (notice,) = roster_notices(roster(shift(7, *MORNING, people=[AINO, None, None])), skills=SKILLS)
    assert notice.sentence == "2 places are open: Runner (Shift 7, Sat 12 June 08:00–12:00)."
    assert (notice.kind, notice.severity) == (NoticeKind.OPEN_PLACES, Severity.PROBLEM)
    assert (notice.event_id, notice.shift_id, notice.need_id) == (1, 7, 7)


def test_an_open_place_beyond_those_required_is_no_problem():
    full = shift(1, *MORNING, people=[AINO, None])
    (need,) = full.needs
    welcome = replace(need, places=(need.places[0], replace(need.places[1], is_required=False)))
    assert roster_notices(roster(replace(full, needs=(welcome,))), skills=SKILLS) == []


def test_a_broken_rule_is_told_with_the_person_it_is_about():
    (notice,) = roster_notices(roster(shift(1, *MORNING, AIDER, people=[AINO])), skills=SKILLS)
    assert (notice.kind, notice.severity) == (NoticeKind.SKILL_MISSING, Severity.WARNING)
    assert (notice.person_ids, notice.need_id) == ((AINO.id,), 1)


def test_a_rule_set_aside_stays_as_a_note_with_the_reason():
    plan = roster(shift(1, *MORNING, AIDER, people=[AINO], override="is a nurse (Malin)"))
    (notice,) = roster_notices(plan, skills=SKILLS)
    assert notice.severity is Severity.NOTE
    assert notice.sentence.endswith("Set aside: is a nurse (Malin)")


def test_an_overlap_is_told_once():
    plan = roster(shift(1, *MORNING, people=[AINO]), shift(2, "2027-06-12 11:00", "2027-06-12 13:00", people=[AINO]))
    assert [notice.kind for notice in roster_notices(plan, skills=SKILLS)] == [NoticeKind.OVERLAP]


def test_an_overlap_is_set_aside_by_the_reason_at_either_place():
    reason = "both are at the entrance"
    plan = roster(
        shift(1, *MORNING, people=[AINO], override=reason),
        shift(2, "2027-06-12 11:00", "2027-06-12 13:00", people=[AINO]),
    )
    (notice,) = roster_notices(plan, skills=SKILLS)
    assert (notice.kind, notice.severity) == (NoticeKind.OVERLAP, Severity.NOTE)
    assert notice.sentence.endswith(f"Set aside: {reason}")


def test_a_place_in_another_event_at_the_same_time_is_a_problem_at_each_that_it_overlaps():
    fair = engagement("2027-06-12 11:30", "2027-06-12 12:30")
    plan = replace(
        roster(shift(1, *MORNING, people=[AINO]), shift(2, *AFTERNOON, people=[AINO])), elsewhere={1: [fair]}
    )
    (notice,) = roster_notices(plan, skills=SKILLS)
    assert (notice.kind, notice.severity, notice.shift_id) == (NoticeKind.OVERLAP, Severity.PROBLEM, 1)
    assert notice.sentence == (
        "Aino Vik is on two places at the same time: Runner (Shift 1, Sat 12 June 08:00–12:00) of Kvarken Games and "
        "Canteen (Saturday, Sat 12 June 11:30–12:30) of Fair."
    )


def test_who_said_no_or_nothing_and_is_on_a_place_all_the_same_is_told():
    plan = roster(shift(1, *MORNING, people=[AINO, BENGT]))
    notices = roster_notices(plan, skills=SKILLS, availabilities=answers(aino="no"))
    assert [(notice.kind, notice.person_ids) for notice in notices] == [
        (NoticeKind.SAID_NO, (AINO.id,)),
        (NoticeKind.SILENT, (BENGT.id,)),
    ]
    assert roster_notices(plan, skills=SKILLS, availabilities=answers(aino="yes", bengt="if need be")) == []


def test_a_shift_over_a_clock_change_is_told_with_its_real_length():
    (notice,) = roster_notices(roster(shift(1, "2027-10-30 22:00", "2027-10-31 06:00", people=[AINO])), skills=SKILLS)
    assert (notice.kind, notice.severity) == (NoticeKind.CLOCK_CHANGE, Severity.NOTE)
    assert "9:00" in notice.sentence


def test_a_shift_at_a_time_that_no_clock_shows_is_a_problem():
    (notice,) = roster_notices(roster(shift(1, "2027-03-28 03:30", "2027-03-28 06:00", people=[AINO])), skills=SKILLS)
    assert (notice.kind, notice.severity) == (NoticeKind.SKIPPED_TIME, Severity.PROBLEM)


def test_a_role_whose_skill_the_club_does_not_have_is_a_note_and_stands_once():
    keeper = replace(RUNNER, name="Doctor", wanted_skills=("Läkare", "Lääkäri"))
    plan = roster(shift(1, *MORNING, keeper, people=[AINO]), shift(2, *AFTERNOON, keeper, people=[AINO]))
    (notice,) = roster_notices(plan, skills=SKILLS)
    assert (notice.kind, notice.severity) == (NoticeKind.SKILL_UNHELD, Severity.NOTE)
    assert notice.sentence == "Doctor: nobody in the club holds Läkare, so anybody may be put there."


def test_a_role_whose_skill_the_club_has_under_a_later_name_is_no_note():
    starter = replace(RUNNER, wanted_skills=("Lähettäjä", "starter"))
    assert roster_notices(roster(shift(1, *MORNING, starter, people=[AINO])), skills=SKILLS) == []


def test_the_estimates_of_the_event_are_notes():
    event = replace(EVENT, estimates=("Saturday morning ends about 11:45.",))
    assert told(roster_notices(roster(event=event), skills=SKILLS)) == [
        (NoticeKind.ESTIMATE, "Kvarken Games: Saturday morning ends about 11:45.")
    ]


def test_the_worst_comes_first_and_within_a_kind_what_is_sooner():
    lapsed = person(3, "Carin Ek", (FIRST_AID, date(2027, 6, 1)))
    plan = roster(
        shift(1, *MORNING, AIDER, people=[lapsed]),
        shift(2, *MORNING, people=[None]),
        shift(3, *AFTERNOON, people=[None]),
        event=replace(EVENT, estimates=("An estimate.",)),
    )
    kinds = [(notice.kind, notice.shift_id) for notice in roster_notices(plan, skills=SKILLS)]
    assert kinds == [
        (NoticeKind.OPEN_PLACES, 2),
        (NoticeKind.OPEN_PLACES, 3),
        (NoticeKind.SKILL_LAPSED, 1),
        (NoticeKind.ESTIMATE, None),
    ]


def test_notices_from_several_sources_can_be_put_in_one_order():
    note = Notice(kind=NoticeKind.ESTIMATE, severity=Severity.NOTE, sentence="b")
    problem = Notice(kind=NoticeKind.OVERLAP, severity=Severity.PROBLEM, sentence="a", person_ids=(PersonId(1),))
    assert worst_first([note, problem]) == [problem, note]
