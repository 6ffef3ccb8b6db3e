"""What a careful person does with a list and a pencil: the scarcest need first, whoever owes most, nothing taken back.

The previous plans of repair problems come from here, and the benchmark prints it as the least that an engine must beat.
"""

from collections import defaultdict
from itertools import combinations

from roster_cases.candidates import candidates
from roster_cases.parts import Json

Pairs = list[tuple[str, str]]


def greedy_plan(problem: Json) -> Pairs:
    """A valid plan wherever the pins alone are one; it keeps what it can of `previous`."""
    sheet = Sheet(problem)
    for pin in problem["pins"]:
        sheet.write(pin["volunteer"], pin["need"])
    sheet.keep(problem["previous"])
    scarce = sorted(problem["needs"], key=lambda need: len(sheet.may[need["id"]]) / (need["max"] or 1))
    for heads in ("min", "max"):
        for need in scarce:
            sheet.fill(need, need[heads])
    return sorted(sheet.places)


class Sheet:
    """A roster that is being written, a place or a group of people who stay together at a time."""

    def __init__(self, problem: Json) -> None:
        self.may = candidates(problem)
        self.places: set[tuple[str, str]] = set()
        self._adult_age = problem["adult_age"]
        self._people = {person["id"]: person for person in problem["volunteers"]}
        self._needs = {need["id"]: need for need in problem["needs"]}
        self._shifts = {shift["id"]: shift for shift in problem["shifts"]}
        self._spot = {name: number for number, name in enumerate(problem["locations"])}
        self._travel = problem["travel"]
        self._of_shift: dict[str, list[str]] = defaultdict(list)
        for need in problem["needs"]:
            self._of_shift[need["shift"]].append(need["id"])
        self._may = {need: set(names) for need, names in self.may.items()}
        self._owed = {home["id"]: home["owes"] or 0 for home in problem["households"]}
        self._maybe = {
            p["id"]: {s for s, a in p["availability"].items() if a == "maybe"} for p in self._people.values()
        }
        self._left = {person["id"]: person["max_minutes"] for person in self._people.values()}
        self._heads: dict[str, int] = defaultdict(int)
        self._works: dict[str, list[Json]] = defaultdict(list)
        self._here: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in problem["keep_apart"]:
            self._apart[one].add(other)
            self._apart[other].add(one)
        self._group = _groups(problem["keep_together"])

    def write(self, person: str, need: str) -> None:
        spec = self._needs[need]
        self.places.add((person, need))
        self._heads[need] += 1
        self._works[person].append(self._shifts[spec["shift"]])
        self._here[spec["shift"]].add(person)
        self._left[person] -= _minutes([self._shifts[spec["shift"]]])
        home = self._people[person]["household"]
        self._owed[home] = self._owed.get(home, 0) - spec["points"]

    def keep(self, previous: list[Json]) -> None:
        """Write what may stay of an earlier plan; grown-ups first, for those who need one beside them."""
        before = {(pair["volunteer"], self._needs[pair["need"]]["shift"]): pair["need"] for pair in previous}
        for (person, shift), need in sorted(before.items(), key=lambda kept: self._is_minor(kept[0][0])):
            if person not in self._here[shift]:
                self._try(person, need, before)

    def fill(self, need: Json, heads: int) -> None:
        """Write people for this need until it has so many, or nobody else can."""
        if self._heads[need["id"]] >= heads:
            return
        shift = self._shifts[need["shift"]]
        minutes = shift["end"] - shift["start"]
        free = [name for name in self.may[need["id"]] if minutes <= self._left[name]]
        for person in sorted(free, key=lambda name: self._rank(name, need["role"], shift)):
            if self._heads[need["id"]] >= heads:
                return
            self._try(person, need["id"], {})

    def _rank(self, name: str, role: str, shift: Json) -> tuple[int, int, int]:
        person = self._people[name]
        unsure = not self._maybe[name].isdisjoint(shift["slots"])
        return (-self._owed[person["household"]], unsure, -person["preferences"].get(role, 0))

    def _try(self, person: str, need: str, before: dict[tuple[str, str], str]) -> None:
        """Write the person, and with them all who come only together with them, or nobody."""
        shift = self._needs[need]["shift"]
        group = [person, *sorted(self._group.get(person, {person}) - {person})]
        taken: dict[str, int] = defaultdict(int)
        pairs = []
        for name in group:
            wished = need if name == person else before.get((name, shift))
            choice = self._choose(name, [wished] if wished else self._of_shift[shift], taken)
            if choice is None:
                return
            taken[choice] += 1
            pairs.append((name, choice))
        has_adult = any(not self._is_minor(name) for name in self._here[shift].union(group))
        if has_adult and not any(other in self._apart[one] for one, other in combinations(group, 2)):
            for name, choice in pairs:
                self.write(name, choice)

    def _choose(self, person: str, needs: list[str], taken: dict[str, int]) -> str | None:
        for need in needs:
            room = self._needs[need]["max"] - self._heads[need] - taken[need]
            if room > 0 and person in self._may[need] and self._has_time(person, self._needs[need]["shift"]):
                return need
        return None

    def _has_time(self, name: str, shift_id: str) -> bool:
        person, shift, works = self._people[name], self._shifts[shift_id], self._works[name]
        minutes = shift["end"] - shift["start"]
        if minutes > self._left[name] or self._apart[name] & self._here[shift_id]:
            return False
        same_day = [other for other in works if other["day"] == shift["day"]]
        if _minutes(same_day) + minutes > person["max_minutes_day"]:
            return False
        return all(self._fits(shift, other, person["min_rest"]) for other in works)

    def _fits(self, one: Json, other: Json, rest: int) -> bool:
        first, second = sorted((one, other), key=lambda shift: (shift["start"], shift["end"]))
        way = self._travel[self._spot[first["location"]]][self._spot[second["location"]]]
        return bool(second["start"] - first["end"] >= max(way, rest if first["day"] != second["day"] else 0))

    def _is_minor(self, name: str) -> bool:
        return bool(self._people[name]["age"] < self._adult_age)


def _minutes(shifts: list[Json]) -> int:
    return sum(shift["end"] - shift["start"] for shift in shifts)


def _groups(pairs: list[list[str]]) -> dict[str, set[str]]:
    """Whoever stays together with somebody who stays together with a third stays together with both."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return groups
