"""Hypothesis: problems in the format clubhub-roster-instance/1 over all rules, small enough to read when one fails.

`problems(TINY)` can be tried by brute force; `problems(SMALL)` can be judged only. What comes first in a choice is what
a failing example shrinks to: one day, everybody grown up, free and able, no rule about pairs.
"""

from typing import Any, NamedTuple

from hypothesis import strategies as st

Json = dict[str, Any]

FORMAT_LEVELS = ("required", "optional", "changes", "fairness", "preference")
OWN_LEVELS = ("withdrawn", "if_need_be")
"""Of the program alone; the format doesn't know them."""

MORNING = 480
PAUSES = (0, 660, 30, 60, -60, -300, 720)
"""Between the end of a shift and the start of the next, in minutes; less than nothing where they overlap."""

LENGTHS = (60, 120, 300)
PLACES = ("pool", "hall")
SKILLS = ("judge", "first_aid")
DAY = 1440


class Size(NamedTuple):
    """The most that a problem has of each."""

    people: int
    needs: int
    shifts: int
    roles: int
    slots: int
    heads: int
    pairs: int


TINY = Size(people=4, needs=4, shifts=4, roles=2, slots=2, heads=2, pairs=2)
SMALL = Size(people=12, needs=10, shifts=8, roles=4, slots=4, heads=3, pairs=5)


@st.composite
def problems(
    draw: st.DrawFn,
    size: Size = TINY,
    *,
    levels: tuple[str, ...] = FORMAT_LEVELS,
    with_pins: bool = True,
    with_previous: bool = True,
) -> Json:
    """Any order of any of the levels. Pins and a previous plan hold any pairs, also such as break rules."""
    slots = _numbered("k", draw(st.integers(0, size.slots)))
    roles = draw(_some(role(), "r", size.roles))
    shifts = draw(times(slots, size.shifts))
    need_list = draw(_some(need(shifts, roles, size.heads), "n", size.needs))
    homes = draw(_some(st.fixed_dictionaries({"owes": st.integers(0, 12)}), "h", 3))
    people = draw(_some(volunteer(slots, roles, homes, shifts), "v", size.people))
    names = [person["id"] for person in people]
    pairs = [{"volunteer": name, "need": wanted["id"]} for name in names for wanted in need_list]
    return {
        "format": "clubhub-roster-instance/1",
        "name": "drawn",
        "seed": 0,
        "adult_age": draw(st.sampled_from((18, 0, 16))),
        "objective": draw(objectives(levels)),
        "locations": list(PLACES),
        "travel": draw(travel(len(PLACES))),
        "slots": [{"id": name, "start": 480, "end": 1320} for name in slots],
        "roles": roles,
        "shifts": shifts,
        "needs": need_list,
        "households": homes,
        "volunteers": people,
        "keep_apart": draw(twos(names, size.pairs)),
        "keep_together": draw(st.one_of(twos(names, size.pairs), chains(names))),
        "bans": draw(rarely(pairs, size.pairs)),
        "pins": draw(rarely(pairs, size.pairs)) if with_pins else [],
        "previous": draw(some_of(pairs, 2 * size.needs)) if with_previous else [],
    }


def objectives(levels: tuple[str, ...] = FORMAT_LEVELS) -> st.SearchStrategy[list[str]]:
    """All in the usual order first, then any of them in any order."""
    return st.one_of(st.just(list(levels)), st.lists(st.sampled_from(levels), min_size=1, unique=True))


def role() -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {
            "requires": mostly([], ["judge"], ["first_aid"], list(SKILLS)),
            "min_age": mostly(0, 14, 18),
            "opt_in": mostly(False, True),
            "priority": st.integers(1, 3),
        }
    )


@st.composite
def times(draw: st.DrawFn, slots: list[str], most: int) -> list[Json]:
    """Shifts, most of them one after the other; a night counts for the day before it or the one after."""
    shifts: list[Json] = []
    end = MORNING
    for number in range(draw(st.integers(min(2, most), most))):
        start = max(MORNING, end + draw(st.sampled_from(PAUSES)))
        end = start + draw(st.sampled_from(LENGTHS))
        found = {"id": f"s{number}", "start": start, "end": end, "location": draw(st.sampled_from(PLACES))}
        day = draw(st.sampled_from((start // DAY, end // DAY)))
        shifts.append(found | {"day": day, "slots": draw(some_of(slots, 2))})
    return shifts


@st.composite
def need(draw: st.DrawFn, shifts: list[Json], roles: list[Json], heads: int) -> Json:
    least = draw(st.integers(0, heads))
    spare = draw(st.integers(0, heads - 1)) if least else draw(mostly(1, 0))
    return {
        "shift": draw(st.sampled_from(shifts))["id"],
        "role": draw(st.sampled_from(roles))["id"],
        "min": least,
        "max": least + spare,
        "points": draw(st.integers(0, 4)),
    }


@st.composite
def volunteer(draw: st.DrawFn, slots: list[str], roles: list[Json], homes: list[Json], shifts: list[Json]) -> Json:
    names = [one["id"] for one in roles]
    replies = {slot: draw(mostly("yes", "maybe", None)) for slot in slots}
    skills = {skill: draw(mostly("never", "lapses", "missing")) for skill in SKILLS}
    ends = sorted({one["end"] for one in shifts})
    lapses = st.sampled_from(ends).flatmap(lambda end: st.sampled_from((end, end - 1)))
    return {
        "household": draw(st.sampled_from(homes))["id"],
        "age": draw(mostly(30, 18, 17, 14, 12)),
        "skills": {name: None if how == "never" else draw(lapses) for name, how in skills.items() if how != "missing"},
        "max_minutes": draw(mostly(9000, 360, 180, 60, 0)),
        "max_minutes_day": draw(mostly(1440, 360, 120, 60, 0)),
        "min_rest": draw(st.sampled_from((0, 480, 690, 1200))),
        "opted_in": draw(st.one_of(st.just(names), some_of(names, len(names)))),
        "availability": {slot: reply for slot, reply in replies.items() if reply},
        "preferences": draw(st.dictionaries(st.sampled_from(names), st.sampled_from((2, -2)), max_size=len(names))),
    }


@st.composite
def travel(draw: st.DrawFn, places: int) -> list[list[int]]:
    """Not always the same both ways."""
    minutes = st.sampled_from((0, 30, 60, 90))
    return [[0 if here == there else draw(minutes) for there in range(places)] for here in range(places)]


def twos(names: list[str], most: int) -> st.SearchStrategy[list[list[str]]]:
    """Pairs of different people; the same pair may stand there twice, once the other way round."""
    if len(names) < 2:
        return st.just([])
    two = st.permutations(range(len(names))).map(lambda order: [names[position] for position in order[:2]])
    return st.one_of(st.just([]), st.lists(two, max_size=most))


@st.composite
def chains(draw: st.DrawFn, names: list[str]) -> list[list[str]]:
    """Three in a row, each kept together with the next."""
    if len(names) < 3:
        return []
    one, two, three = draw(st.permutations(names))[:3]
    return [[one, two], [two, three]]


def some_of(values: list[Any], most: int) -> st.SearchStrategy[list[Any]]:
    if not values or not most:
        return st.just([])
    positions = st.lists(st.integers(0, len(values) - 1), max_size=most, unique=True)
    return positions.map(lambda chosen: [values[position] for position in sorted(chosen)])


def rarely(values: list[Any], most: int) -> st.SearchStrategy[list[Any]]:
    return st.one_of(st.just([]), some_of(values, most))


def plans(problem: Json) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Any pairs at all, to be judged; some name nobody, some stand twice."""
    people = [person["id"] for person in problem["volunteers"]]
    needs = [wanted["id"] for wanted in problem["needs"]]
    pair = st.tuples(st.sampled_from([*people, "nobody"]), st.sampled_from([*needs, "nothing"]))
    known = [(name, wanted) for name in people for wanted in needs]
    return st.one_of(some_of(known, len(known)), st.lists(pair, max_size=8))


def mostly(usual: Any, *others: Any) -> st.SearchStrategy[Any]:
    """The usual in at least half of the draws: where every rule binds, only the empty plan is left."""
    return st.sampled_from((*[usual] * max(2, len(others)), *others))


def _some(values: st.SearchStrategy[Json], letter: str, most: int) -> st.SearchStrategy[list[Json]]:
    """One to so many, named by the letter and their number; often more than one, which lists alone seldom have."""
    numbers = st.one_of(st.integers(1, most), st.integers(min(3, most), most))
    listed = numbers.flatmap(lambda number: st.lists(values, min_size=number, max_size=number))
    return listed.map(lambda found: [{"id": f"{letter}{n}"} | value for n, value in enumerate(found)])


def _numbered(letter: str, number: int) -> list[str]:
    return [f"{letter}{n}" for n in range(number)]
