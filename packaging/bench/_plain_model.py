"""The model of _plain_highs.py: every rule written out as its text says it, a row for each two shifts that clash.

A level is a set of costs and a constant; `required` must stand before `optional`, as in all the problems.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from time import perf_counter

import highspy
import numpy as np
from numpy.typing import NDArray
from roster_cases.candidates import candidates
from roster_cases.parts import Json

STEPS = (0, 2, 4, 8)
LONGEST_MODEL = 30_000_000
"""Entries of the matrix; more take gigabytes."""

Terms = dict[int, float]
"""Column to factor."""

Numbers = NDArray[np.float64]


class TooLarge(Exception):
    """The model was not written in the time or in the memory that there is."""


class PlainModel:
    """Columns with costs per level, and rows."""

    def __init__(self, problem: Json, deadline: float) -> None:
        self._problem = problem
        self._deadline = deadline
        self._least: list[float] = []
        self._most: list[float] = []
        self._rows: list[tuple[float, float]] = []
        self._starts: list[int] = [0]
        self._columns: list[int] = []
        self._factors: list[float] = []
        self.costs: dict[str, Terms] = {level: {} for level in problem["objective"]}
        self.constants: dict[str, float] = defaultdict(float)
        self._people = {person["id"]: person for person in problem["volunteers"]}
        self._needs = {need["id"]: need for need in problem["needs"]}
        self._shifts = {shift["id"]: shift for shift in problem["shifts"]}
        self.pairs = self._pairs()
        self._of_person: dict[str, list[tuple[int, Json]]] = defaultdict(list)
        self._of_need: dict[str, list[int]] = defaultdict(list)
        self._on_shift: dict[tuple[str, str], list[int]] = defaultdict(list)
        for (name, need), column in self.pairs.items():
            shift = self._shifts[self._needs[need]["shift"]]
            self._of_person[name].append((column, shift))
            self._of_need[need].append(column)
            self._on_shift[name, shift["id"]].append(column)
        self._write()

    def _pairs(self) -> dict[tuple[str, str], int]:
        pins = {(pin["volunteer"], pin["need"]) for pin in self._problem["pins"]}
        found = {(name, need): None for need, names in candidates(self._problem).items() for name in names}
        return {pair: self._column(int(pair in pins), 1) for pair in (found | dict.fromkeys(pins))}

    def _column(self, least: float = 0, most: float = highspy.kHighsInf) -> int:
        self._least.append(least)
        self._most.append(most)
        return len(self._least) - 1

    def _row(self, least: float, terms: Iterable[tuple[int, float]], most: float) -> None:
        for column, factor in terms:
            self._columns.append(column)
            self._factors.append(factor)
        self._rows.append((least, most))
        self._starts.append(len(self._columns))
        if len(self._columns) > LONGEST_MODEL or perf_counter() > self._deadline:
            raise TooLarge

    def _write(self) -> None:
        self._write_needs()
        self._write_households()
        for name, own in self._of_person.items():
            self._write_person(self._people[name], own)
        for shift in self._problem["shifts"]:
            self._write_shift(shift["id"])
        self._write_wishes()

    def _write_needs(self) -> None:
        priority = {role["id"]: role["priority"] for role in self._problem["roles"]}
        for name, need in self._needs.items():
            heads = [(column, 1.0) for column in self._of_need[name]]
            short, spare = self._column(), self._column()
            self._cost("required", short, priority[need["role"]])
            self._cost("optional", spare, 1)
            self._row(-highspy.kHighsInf, heads, need["max"])
            self._row(need["min"], [*heads, (short, 1)], highspy.kHighsInf)
            self._row(need["max"], [*heads, (short, 1), (spare, 1)], highspy.kHighsInf)

    def _write_households(self) -> None:
        worked: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for (name, need), column in self.pairs.items():
            worked[self._people[name]["household"]].append((column, self._needs[need]["points"]))
        for home in self._problem["households"]:
            for step, sign in product(STEPS, (1, -1)):
                off = self._column()
                self._cost("fairness", off, 1)
                points = [(column, sign * factor) for column, factor in worked[home["id"]]]
                self._row(sign * home["owes"] - step, [*points, (off, 1)], highspy.kHighsInf)

    def _write_person(self, person: Json, own: list[tuple[int, Json]]) -> None:
        for (one, first), (other, second) in combinations(own, 2):
            if self._clash(person, first, second):
                self._row(0, [(one, 1), (other, 1)], 1)
        self._row(0, _minutes(own), person["max_minutes"])
        for day in {shift["day"] for _column, shift in own}:
            self._row(0, _minutes(o for o in own if o[1]["day"] == day), person["max_minutes_day"])

    def _clash(self, person: Json, one: Json, other: Json) -> bool:
        first, second = sorted((one, other), key=lambda shift: (shift["start"], shift["end"]))
        places = self._problem["locations"]
        way = self._problem["travel"][places.index(first["location"])][places.index(second["location"])]
        rest = person["min_rest"] if first["day"] != second["day"] else 0
        return bool(second["start"] - first["end"] < max(way, rest))

    def _write_shift(self, shift: str) -> None:
        found = {name: self._on_shift.get((name, shift), []) for name in self._people}
        here = {name: [(column, 1.0) for column in columns] for name, columns in found.items() if columns}
        for one, other in self._problem["keep_apart"]:
            if one in here and other in here:
                self._row(0, [*here[one], *here[other]], 1)
        for one, other in self._problem["keep_together"]:
            if one in here or other in here:
                minus = [(column, -1.0) for column, _factor in here.get(other, [])]
                self._row(0, [*here.get(one, []), *minus], 0)
        adult = self._problem["adult_age"]
        minus = [(c, -1.0) for name in here if self._people[name]["age"] >= adult for c, _factor in here[name]]
        for column in (c for name in here if self._people[name]["age"] < adult for c in here[name]):
            self._row(-highspy.kHighsInf, [column, *minus], 0)

    def _write_wishes(self) -> None:
        before = {(pair["volunteer"], pair["need"]) for pair in self._problem["previous"]}
        for (name, need), column in self.pairs.items():
            person, wanted = self._people[name], self._needs[need]
            slots = self._shifts[wanted["shift"]]["slots"]
            unsure = any(person["availability"].get(slot) == "maybe" for slot in slots)
            self._cost("preference", column, 2 - person["preferences"].get(wanted["role"], 0) + 3 * unsure)
            if before:
                self._cost("changes", column, -1 if (name, need) in before else 1)
        self.constants["changes"] = len(before)

    def _cost(self, level: str, column: int, cost: float) -> None:
        if level in self.costs:
            self.costs[level][column] = cost

    def bounds(self, columns: int) -> tuple[Numbers, Numbers]:
        """Of the first so many columns."""
        return np.array(self._least[:columns], float), np.array(self._most[:columns], float)

    def loaded(self) -> highspy.Highs:
        """HiGHS with the columns and rows, and no costs yet."""
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._least), len(self._rows)
        model.col_cost_ = np.zeros(len(self._least))
        model.col_lower_, model.col_upper_ = self.bounds(len(self._least))
        bounds = np.array(self._rows, float).reshape(-1, 2)
        model.row_lower_, model.row_upper_ = bounds[:, 0].copy(), bounds[:, 1].copy()
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, np.int32)
        model.a_matrix_.index_ = np.array(self._columns, np.int32)
        model.a_matrix_.value_ = np.array(self._factors, float)
        kinds = [highspy.HighsVarType.kContinuous] * len(self._least)
        kinds[: len(self.pairs)] = [highspy.HighsVarType.kInteger] * len(self.pairs)
        model.integrality_ = kinds
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.passModel(model)
        return solver


def _minutes(own: Iterable[tuple[int, Json]]) -> list[tuple[int, float]]:
    return [(column, shift["end"] - shift["start"]) for column, shift in own]
