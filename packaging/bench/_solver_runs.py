"""Runs a solver of roster problems in a process of its own, watches its memory, and has its plan judged.

A solver is a command that takes `PROBLEM.json --out PLAN.json --seconds S` and prints JSON with `score`, a list of
{"level", "value", "bound", "proved"}, and maybe `iterations`. What it says of itself is held against the judge.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from time import perf_counter, sleep

import psutil
from roster_cases.greedy import greedy_plan
from roster_cases.parts import Json

CHECKOUT = Path(__file__).resolve().parents[2]
LOOK_S = 0.02
GRACE_S = 60
"""A solver that takes so much longer than it was given is ended."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What came out. `values` are the judge's, None without a plan; `fault` says what is wrong with it, if anything.

    `bounds` and `proved` are what the solver says, by level; `own_seconds` too, while `seconds` are from the start of
    its process to the end; `peak_bytes` is that of its largest process.
    """

    values: tuple[int, ...] | None
    fault: str = ""
    bounds: tuple[float | None, ...] = ()
    proved: tuple[str, ...] = ()
    seconds: float = 0
    own_seconds: float | None = None
    iterations: int | None = None
    peak_bytes: int = 0


def run_greedy(problem: Json) -> Run:
    begin = perf_counter()
    plan = greedy_plan(problem)
    seconds = perf_counter() - begin
    values, fault = judged(problem, plan)
    return Run(values=values, fault=fault, seconds=seconds)


def run_solver(command: Sequence[object], problem: Json, seconds: float) -> Run:
    """Run the command on the problem for so many seconds; its own are those from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "problem.json"), Path(folder, "plan.json")
        source.write_text(json.dumps(problem), "utf-8")
        whole = [*map(str, command), str(source), "--out", str(out), "--seconds", str(seconds)]
        begin = perf_counter()
        said, complaint, peak = watched(whole, begin + seconds + GRACE_S)
        taken = perf_counter() - begin
        if said is None or not out.exists():
            return Run(values=None, fault=complaint or "no plan", seconds=taken, peak_bytes=peak)
        plan = [(pair["volunteer"], pair["need"]) for pair in json.loads(out.read_text("utf-8"))["assignments"]]
    values, fault = judged(problem, plan)
    report = json.loads(said)
    scores = report["score"]
    claims = {entry["level"]: entry["value"] for entry in scores}
    true = dict(zip(problem["objective"], values, strict=True))
    if lies := [f"{level} is {true[level]}, not {claim}" for level, claim in claims.items() if true[level] != claim]:
        fault = "; ".join([fault, *lies] if fault else lies)
    return Run(
        values=values,
        fault=fault,
        bounds=tuple(entry["bound"] for entry in scores),
        proved=tuple(entry["level"] for entry in scores if entry["proved"]),
        seconds=taken,
        own_seconds=report.get("seconds"),
        iterations=report.get("iterations"),
        peak_bytes=peak,
    )


def beaten(run: Run, other: tuple[int, ...]) -> str:
    """What is wrong with a run's bounds, given a plan with these values: each holds while the levels before do."""
    for number, bound in enumerate(run.bounds):
        if run.values is None or run.values[:number] != other[:number]:
            return ""
        if bound is not None and other[number] < ceil(bound - 1e-6):
            return f"said that no plan is under {bound:.0f} in level {number + 1}; there is one with {other[number]}"
    return ""


def watched(command: Sequence[str], deadline: float) -> tuple[str | None, str, int]:
    """What the command printed, or None if it failed; the last line of its complaint; its largest process' peak."""
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as said,
        tempfile.TemporaryFile("w+", encoding="utf-8") as wailed,
    ):
        process = subprocess.Popen(command, stdout=said, stderr=wailed, text=True)
        peak = 0
        while process.poll() is None:
            peak = max(peak, largest(process.pid))
            if perf_counter() > deadline:
                end(process.pid)
            sleep(LOOK_S)
        said.seek(0)
        wailed.seek(0)
        if perf_counter() > deadline:
            return None, "it did not end in time", peak
        complaint = (wailed.read().strip().splitlines() or [f"exit code {process.returncode}"])[-1]
        return (said.read() if process.returncode == 0 else None), complaint, peak


def largest(pid: int) -> int:
    """Resident bytes of the largest of a process and its children."""
    try:
        root = psutil.Process(pid)
        return max(int(process.memory_info().rss) for process in (root, *root.children(recursive=True)))
    except psutil.NoSuchProcess:
        return 0


def end(pid: int) -> None:
    """End a process and its children."""
    try:
        root = psutil.Process(pid)
        for process in (*root.children(recursive=True), root):
            process.kill()
    except psutil.NoSuchProcess:
        return


def judged(problem: Json, plan: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...], str]:
    """The values by the judge of the tests, and the first broken rules."""
    sys.path.append(str(CHECKOUT))
    from tests.rostering.judge import faults, values

    sys.path.remove(str(CHECKOUT))
    broken = [fault.rule for fault in faults(problem, plan)]
    return values(problem, plan), f"{len(broken)} broken rules: {', '.join(sorted(set(broken)))}" if broken else ""
