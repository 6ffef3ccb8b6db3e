"""Parts of a long shift, as properties that hold for any of them."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.splitting import split_with_handover

at = datetime.fromisoformat
starts = st.integers(0, 24 * 60).map(lambda minutes: at("2026-06-13 00:00") + timedelta(minutes=minutes))


@st.composite
def long_shifts(draw):
    begins = draw(starts)
    longest = draw(st.integers(30, 400))
    return begins, begins + timedelta(minutes=draw(st.integers(1, 1500))), longest, draw(st.integers(0, longest // 2))


@given(long_shifts())
def test_parts_keep_to_the_limit_hand_over_exactly_and_cover_the_whole(shift):
    begins, ends, longest, handover = shift
    parts = split_with_handover(begins, ends, longest_minutes=longest, handover_minutes=handover)
    assert (parts[0][0], parts[-1][1]) == (begins, ends)
    assert all(timedelta() < end - begin <= timedelta(minutes=longest) for begin, end in parts)
    for (_begin, end), (next_begin, _end) in pairwise(parts):
        assert end - next_begin == timedelta(minutes=handover)


@given(long_shifts())
def test_there_is_no_part_too_many(shift):
    begins, ends, longest, handover = shift
    parts = split_with_handover(begins, ends, longest_minutes=longest, handover_minutes=handover)
    fewer = len(parts) - 1
    longest_with_fewer = fewer * longest - (fewer - 1) * handover
    assert fewer == 0 or timedelta(minutes=longest_with_fewer) < ends - begins


@given(long_shifts())
def test_parts_are_equal_but_for_the_rounding(shift):
    begins, ends, longest, handover = shift
    parts = split_with_handover(begins, ends, longest_minutes=longest, handover_minutes=handover)
    lengths = [end - begin for begin, end in parts]
    assert max(lengths) - min(lengths) <= timedelta(minutes=10)


def test_a_handover_begins_at_full_five_minutes():
    parts = split_with_handover(
        at("2026-06-13 08:33"), at("2026-06-13 14:02"), longest_minutes=240, handover_minutes=10
    )
    assert parts == [
        (at("2026-06-13 08:33"), at("2026-06-13 11:20")),
        (at("2026-06-13 11:10"), at("2026-06-13 14:02")),
    ]
