"""The same problem, seed and iterations give the same bytes: run by run, process by process, Python by Python."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from roster_cases.families import make_problem

from clubhub.rostering.jobs import fill_job
from clubhub.services.workers import MEGABYTE, Limits, run_job

TASKS = {"proved": ("swim_meet", 24), "cut short": ("season", 30)}

RUN = """
import json, sys
from clubhub.rostering import fill, search
from clubhub.rostering.jobs import fill_job
task = json.load(sys.stdin)
def path(middling, has_solver):
    search.SMALL = -1
    search.BATCH, search.BATCHES, search.POLISH_ROUNDS = 400, 3, 5
    for module in (search, fill):
        module.MIDDLING, module.is_available = middling, lambda: has_solver
    return fill_job({"problem": task, "iterations": 14, "seed": 7}, lambda report: None) | {"seconds": 0}
answers = [path(int(middling), solver == "solver") for middling, solver in (a.split(",") for a in sys.argv[1:])]
print(json.dumps(answers))
"""
"""Fills by the ways of large problems: middling, in parts, without the solver."""

WAYS = ("40000,solver", "-1,solver", "-1,none")
CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def task(name: str) -> dict:
    family, people = TASKS[name]
    return make_problem(family, 4, people)


def answer_of(name: str) -> bytes:
    answer = fill_job({"problem": task(name), "iterations": 9, "seed": 7}, lambda _report: None)
    return json.dumps(answer | {"seconds": 0}).encode()


def run_elsewhere(python: str, ways: tuple[str, ...], **environment: str) -> bytes:
    return subprocess.run(
        [python, "-c", RUN, *ways],
        input=json.dumps(task("cut short")).encode(),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "src"), **environment},
        check=True,
        capture_output=True,
    ).stdout


@pytest.mark.parametrize("name", TASKS)
def test_two_runs_give_the_same_bytes(name):
    assert answer_of(name) == answer_of(name)


def test_a_child_process_gives_the_same_bytes():
    limits = Limits(seconds=60, memory_bytes=700 * MEGABYTE, answer_bytes=MEGABYTE)
    request = {"problem": task("cut short"), "iterations": 9, "seed": 7}
    answer = run_job("clubhub.rostering.jobs:fill_job", request, limits=limits)

    assert json.dumps(answer | {"seconds": 0}).encode() == answer_of("cut short")


def test_the_order_of_hashes_does_not_matter():
    one, other = (run_elsewhere(sys.executable, WAYS, PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert one == other
    assert len(set(map(json.dumps, json.loads(one)))) == len(WAYS)


def test_another_python_gives_the_same_bytes():
    python = another_python()
    if python is None:
        pytest.skip("no other Python from 3.11 on: name one in CLUBHUB_OTHER_PYTHON")
    has_solver = subprocess.run([python, "-c", "import highspy"], check=False, capture_output=True).returncode == 0
    ways = WAYS if has_solver else WAYS[-1:]

    assert run_elsewhere(python, ways) == run_elsewhere(sys.executable, ways)


def another_python() -> str | None:
    """One on the path that runs and is another version, or the one that the environment names."""
    names = [os.environ.get("CLUBHUB_OTHER_PYTHON"), *(f"python3.{minor}" for minor in range(11, 16))]
    for path in filter(None, (name and shutil.which(name) for name in names)):
        own = f"import sys; sys.exit(not (3, 11) <= sys.version_info[:2] != {tuple(sys.version_info[:2])})"
        if subprocess.run([path, "-c", own], check=False, capture_output=True).returncode == 0:
            return path
    return None
