"""The benchmark of rosters: what it says of a solver is what the solver did."""

import sys
from pathlib import Path
from time import perf_counter

import pytest
import roster_solve
from _solver_runs import Run, beaten, run_solver, watched
from roster_cases.families import make_problem

pytest.importorskip("highspy")
SAYS_TOO_MUCH = """
import json, sys
open(sys.argv[3], "w").write(json.dumps({"assignments": [{"volunteer": "V0", "need": "N0"}] * 2}))
print(json.dumps({"score": [{"level": "required", "value": 0, "bound": None, "proved": False}]}))
"""


@pytest.mark.parametrize("seconds", ["20"])
def test_its_short_form_prints_a_line_per_solver(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    roster_solve.main(["--short", "--seconds", seconds, "--only", "tight"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ") and "peak" not in line] == [
        "pencil",
        "ClubHub",
        "plain",
    ]
    assert "0, 0, 0, 0  at least 0, 0, 0, 0; proved: required, optional, fairness, preference" in lines[-2]


def test_a_plan_that_breaks_rules_and_a_wrong_claim_are_told(tmp_path: Path) -> None:
    program = tmp_path / "says_too_much.py"
    program.write_text(SAYS_TOO_MUCH, "utf-8")
    run = run_solver((sys.executable, program), make_problem("swim_meet", 1, 24), 5)
    assert "broken rules: duplicate" in run.fault
    assert "required is" in run.fault
    assert ", not 0" in run.fault


def test_a_solver_without_a_plan_is_told_with_its_last_words() -> None:
    command = (sys.executable, "-c", "import sys; sys.exit('no licence')")
    run = run_solver(command, make_problem("swim_meet", 1, 24), 5)
    assert run.values is None
    assert run.fault == "no licence"


def test_a_solver_that_does_not_end_is_ended() -> None:
    begin = perf_counter()
    said, complaint, peak = watched([sys.executable, "-c", "import time; time.sleep(60)"], begin + 1)
    assert (said, complaint) == (None, "it did not end in time")
    assert perf_counter() - begin < 20
    assert peak > 1_000_000


@pytest.mark.parametrize(
    ("other", "is_beaten"), [((3, 50), False), ((3, 39), True), ((2, 99), True), ((4, 0), False), ((3, 40), False)]
)
def test_a_bound_holds_as_long_as_the_levels_before(other: tuple[int, int], is_beaten: bool) -> None:
    run = Run(values=(3, 60), bounds=(3.0, 39.2))
    assert bool(beaten(run, other)) is is_beaten
