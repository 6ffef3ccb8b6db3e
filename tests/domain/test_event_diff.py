"""What a newer file of an event would change, in words."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.drafts import EventDraft, NeedDraft, SessionDraft, ShiftDraft
from clubhub.domain.event_diff import ShiftChangeKind, compare

at = datetime.fromisoformat


def need(role="Timekeeper", count=6, **values) -> NeedDraft:
    return NeedDraft(role=role, **({"min_count": count, "max_count": count} | values))


def shift(key="1", name="Session 1: Timekeepers", **values) -> ShiftDraft:
    times = {"starts": at("2026-06-13 09:30"), "ends": at("2026-06-13 12:30"), "needs": (need(),), "venue": "Pool deck"}
    return ShiftDraft(key=key, name=name, **(times | values))


def event(*shifts: ShiftDraft, **values) -> EventDraft:
    days = {"starts_on": date(2026, 6, 13), "ends_on": date(2026, 6, 14), "time_zone": "Europe/Helsinki"}
    return EventDraft(name="Kvarken Games", shifts=shifts, **(days | values))


def only_change(before: ShiftDraft, after: ShiftDraft):
    (change,) = compare(event(before), event(after)).shifts
    return change


def test_a_moved_shift_is_told_with_both_times():
    change = only_change(shift(), shift(starts=at("2026-06-13 10:00"), ends=at("2026-06-13 13:00")))
    assert change.kind is ShiftChangeKind.MOVED
    assert change.sentences == ("“Session 1: Timekeepers” moves from Sat 09:30–12:30 to Sat 10:00–13:00.",)


def test_in_a_long_event_the_date_stands_beside_the_weekday():
    later = shift(starts=at("2026-06-20 09:30"), ends=at("2026-06-20 12:30"))
    (sentence,) = compare(event(shift()), event(later, ends_on=date(2026, 6, 21))).shifts[0].sentences
    assert "Sat 13 June 2026 09:30–12:30 to Sat 20 June 2026 09:30–12:30" in sentence


def test_another_place_is_a_move():
    change = only_change(shift(), shift(venue=""))
    assert change.sentences == ("“Session 1: Timekeepers” moves from Pool deck to no place.",)


def test_another_session_and_another_name_are_told():
    change = only_change(shift(session_number=1), shift(session_number=2, name="Watches", part=1))
    assert change.kind is ShiftChangeKind.MOVED
    assert [sentence.partition(" is ")[2] or sentence for sentence in change.sentences] == [
        "“Session 1: Timekeepers” now belongs to session 2.",
        "now called “Watches”.",
    ]


def test_changed_needs_are_told_role_by_role():
    before = shift(needs=(need(), need("Runner", 1), need("Starter", 1, is_per_lane=True)))
    after = shift(
        needs=(need(count=8), need("Announcer", 1, max_count=2), need("Starter", 1, is_per_lane=True, first_lane=0))
    )
    change = only_change(before, after)
    assert change.kind is ShiftChangeKind.NEEDS
    assert change.sentences == (
        "“Session 1: Timekeepers” needs 8 as Timekeeper instead of 6.",
        "“Session 1: Timekeepers” no longer needs Runner.",
        "“Session 1: Timekeepers” has other lanes for Starter.",
        "“Session 1: Timekeepers” also needs 1–2 as Announcer.",
    )


def test_new_and_gone_shifts_are_told_and_only_present_ones_are_touched():
    diff = compare(event(shift("a"), shift("b")), event(shift("b"), shift("c", part=2)))
    assert [(change.kind, change.key) for change in diff.shifts] == [
        (ShiftChangeKind.GONE, "a"),
        (ShiftChangeKind.NEW, "c"),
    ]
    assert diff.touched_keys == ("a",)
    assert diff.unchanged == 1
    assert diff.sentences[0] == "“Session 1: Timekeepers”, Sat 09:30–12:30, is no longer in the file."
    assert "part 2" in diff.sentences[1]


def test_skills_and_notes_are_no_difference():
    assert compare(event(shift()), event(shift(needs=(need(skills=("Watch",), note="one per lane"),)))).is_empty


def test_what_changes_about_the_event_is_told():
    newer = event(lanes=8, ends_on=date(2026, 6, 15), city="Vaasa")
    assert compare(event(lanes=6, city="Vaasa"), newer).sentences == (
        "The last day of the event changes from 2026-06-14 to 2026-06-15.",
        "The number of lanes of the event changes from 6 to 8.",
    )


def test_sessions_that_come_and_go_are_told():
    one, two = (
        SessionDraft(
            number=number, name=f"Session {number}", starts=at("2026-06-13 10:00"), ends=at("2026-06-13 12:00")
        )
        for number in (1, 2)
    )
    diff = compare(event(sessions=(one,)), event(sessions=(two,)))
    assert diff.sentences == ("Session 1 is no longer in the file.", "Session 2 is new.")
    assert compare(event(sessions=(one,)), event()).is_empty


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.integers(0, 9),
)
def test_every_shift_is_counted_once(present, newer, minutes):
    later = [shift(key, ends=at("2026-06-13 12:30") + timedelta(minutes=minutes)) for key in newer]
    diff = compare(event(*map(shift, present)), event(*later))
    assert len(diff.shifts) + diff.unchanged == len({*present, *newer})
    assert diff.unchanged == (0 if minutes else len({*present} & {*newer}))


def test_a_draft_is_no_different_from_itself():
    same = event(shift("a"), shift("b", part=2), lanes=6)
    assert compare(same, replace(same, estimates=("guessed",))).is_empty


def test_what_is_only_looked_at_is_told_in_the_conditional():
    before = event(shift("a", needs=(need(), need("Runner", 1))), shift("gone"), lanes=6)
    moved = shift(
        "a", starts=at("2026-06-13 10:00"), venue="Hall", session_number=2, name="Watches", needs=(need(count=8),)
    )
    diff = compare(before, event(moved, shift("new"), lanes=8), is_done=False)
    assert len(diff.sentences) == 9
    assert all(" would " in sentence for sentence in diff.sentences)
