"""Fill rosters: the program's own command beside a pencil-and-paper fill and one plain HiGHS model, each plan judged.

`roster_solve.py [--short] [--seconds S] [--seeds N] [--only PART] [--without-plain]`: the cases of
CLUBHUB_TEST_DATA/rosters, made-up ones of each family, and the same festival from 500 to 200,000 pairs of person and
need. Both solvers get the same seconds. Values are smaller-is-better, most important first; a level is proved where no
plan is better in it with the levels before it as they are.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from _solver_runs import CHECKOUT, Run, beaten, run_greedy, run_solver
from roster_cases.candidates import candidates
from roster_cases.families import FAMILIES, make_problem
from roster_cases.parts import Json

HERE = Path(__file__).resolve().parent
ENGINE = (sys.executable, "-m", "clubhub", "roster", "solve", "--json", "--seed", "1")
PLAIN = (sys.executable, HERE / "_plain_highs.py")
SECONDS, SECONDS_WHEN_LARGE = 30.0, 60.0
LARGE = 5000
"""People; these get the longer time."""

GROWTH = (25, 150, 500, 1500, 3000, 6000)
SHORT = {"swim_meet": 24, "tight_s": 20, "hopeless": 16, "swim_meet_repair": 24}
KNOWN = {
    "swim_meet": "2, 6, 168, 298 proved",
    "hopeless": "175, 64, 1422, 149 proved",
    "tight_s": "0, 0, 0, 0 planted",
    "known_loss": "18, 0, 0, 0 planted",
    "season": "0, 0, 913, 729 seen in 30 s; fairness at least 906",
    "tight_m": "0, 0, 0, 0 planted; 0, 0, 0, 2 seen in 30 s",
    "festival_s": "20, 99, 2522, 2065 seen in 30 s; 20 and 99 proved, fairness at least 2391",
    "festival_m": "18, 5, 4030, 6726 seen in 30 s; 18 proved",
    "festival": "7, 49, 18100, 21363 seen in 60 s; 7 proved, fairness at least 14910",
    "tight_l": "0, 0, 0, 0 planted; 5, 0, 2909, 7024 seen in 60 s",
    "swim_meet_repair": "2, 6, 12, 168, 286 seen",
    "season_repair": "3, 24, 13, 1091, 736 seen",
}
"""What the designers' trial reached on the shared cases."""


@dataclass(frozen=True, kw_only=True)
class Case:
    name: str
    problem: Json
    known: str = ""
    reached: tuple[int, ...] = ()
    """The values of a plan that is known, if any."""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Fill roster problems and print what came out beside two baselines.")
    parser.add_argument("--short", action="store_true", help="four tiny problems, a few seconds in all")
    parser.add_argument("--seconds", type=float, help="for each solver and problem, in place of the usual 30 or 60")
    parser.add_argument("--seeds", type=int, default=1, help="made-up problems of each family")
    parser.add_argument("--only", default="", help="cases whose name has this in it")
    parser.add_argument("--without-plain", action="store_true", help="leave the plain HiGHS model out")
    chosen = parser.parse_args(arguments)
    print(f"{os.cpu_count()} cores. Values by the judge of the tests, in the order of each problem's aims.\n")
    runs = [
        run_case(case, chosen.seconds, with_plain=not chosen.without_plain)
        for case in (short_cases() if chosen.short else all_cases(chosen.seeds))
        if chosen.only in case.name
    ]
    if any(run.fault for run in runs):
        sys.exit("Not every run of the program was in order, see above.")


def all_cases(seeds: int) -> Iterator[Case]:
    yield from shared_cases()
    for seed in range(1, seeds + 1):
        for family in FAMILIES:
            yield made_case(family, seed)
    for people in GROWTH:
        yield made_case("festival", 1, people)


def short_cases() -> Iterator[Case]:
    return (made_case(family, 1, people) for family, people in SHORT.items())


def shared_cases() -> Iterator[Case]:
    """The smallest first; none where the data is missing."""
    folder = Path(os.environ.get("CLUBHUB_TEST_DATA", CHECKOUT.parent / "shared" / "data")) / "rosters"
    for path in sorted(folder.glob("*-1.json"), key=lambda path: path.stat().st_size):
        family = path.stem.removesuffix("-1")
        yield Case(name=f"shared {path.stem}", problem=json.loads(path.read_text("utf-8")), known=KNOWN.get(family, ""))


def made_case(family: str, seed: int, people: int | None = None) -> Case:
    problem = make_problem(family, seed, people)
    planted = tuple(problem.get("optimum", {}).values())
    known = f"{', '.join(map(str, planted))} planted" if planted else ""
    size = f" of {people}" if people else ""
    return Case(name=f"made {family}-{seed}{size}", problem=problem, known=known, reached=planted)


def run_case(case: Case, seconds: float | None, *, with_plain: bool) -> Run:
    """Print a line per solver. Returns the program's own; a plan of another that its bounds rule out is a fault."""
    problem = case.problem
    people = len(problem["volunteers"])
    pairs = sum(map(len, candidates(problem).values()))
    seconds = seconds or (SECONDS_WHEN_LARGE if people >= LARGE else SECONDS)
    places = sum(need["max"] for need in problem["needs"])
    known = f"; known: {case.known}" if case.known else ""
    print(f"{case.name}: {people:,} people, {len(problem['needs']):,} needs, {places:,} places, {pairs:,} pairs{known}")
    print(f"  {'':12}{'s':>7}{'own s':>7}{'peak MB':>9}{'steps':>9}  {', '.join(problem['objective'])}")
    greedy, ours = run_greedy(problem), run_solver(ENGINE, problem, seconds)
    plain = run_solver(PLAIN, problem, seconds) if with_plain else Run(values=None)
    reached = [values for values in (greedy.values, plain.values, case.reached) if values]
    wrong = next((wrong for values in reached if (wrong := beaten(ours, values))), "")
    ours = replace(ours, fault="; ".join(filter(None, (ours.fault, wrong))))
    print_run("pencil", greedy)
    print_run("ClubHub", ours)
    if with_plain:
        print_run("plain HiGHS", plain)
    print(flush=True)
    return ours


def print_run(name: str, run: Run) -> None:
    values = ", ".join(map(str, run.values)) if run.values else "no plan"
    bounds = ", ".join("?" if bound is None else f"{bound:.0f}" for bound in run.bounds)
    proved = f"; proved: {', '.join(run.proved)}" if run.proved else ""
    said = f"  at least {bounds}{proved}" if bounds else ""
    peak = f"{run.peak_bytes / 2**20:.0f}" if run.peak_bytes else ""
    steps = "" if run.iterations is None else f"{run.iterations:,}"
    fault = f"  (!) {run.fault}" if run.fault else ""
    own = "" if run.own_seconds is None else f"{run.own_seconds:.1f}"
    print(f"  {name:12}{run.seconds:7.1f}{own:>7}{peak:>9}{steps:>9}  {values}{said}{fault}")


if __name__ == "__main__":
    main(sys.argv[1:])
