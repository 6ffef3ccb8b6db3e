"""Child processes: what comes back, and that every wall holds."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clubhub.domain.errors import Cancelled, Conflict, InvalidInput
from clubhub.services.child import PIECE, decode, encode
from clubhub.services.workers import MEGABYTE, Limits, WorkerFault, run_job
from clubhub.support import texts

LIMITS = Limits(seconds=20, memory_bytes=300 * MEGABYTE, answer_bytes=1 * MEGABYTE)
REFUSAL = "This file could not be read; nothing was changed."


@pytest.fixture(autouse=True)
def jobs_can_be_imported(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)


def run(name, request=None, **options):
    return run_job(f"worker_jobs:{name}", request, **{"limits": LIMITS, **options})


def test_the_answer_comes_back_with_every_character():
    value = {"text": "Åsa \ud800 \x00 \u2028 🏊", "number": 1.5, "nothing": None, "list": [True, 2**62]}
    assert run("echo", {"value": value}) == value


def test_reports_arrive_in_order_before_the_answer():
    reports = []
    assert run("echo", {"value": "done", "reports": 200}, on_report=reports.append) == "done"
    assert reports == list(range(200))


def test_reports_nobody_asked_for_are_let_go():
    assert run("echo", {"value": "done", "reports": 3}) == "done"


def test_a_refusal_comes_back_as_the_same_class():
    with pytest.raises(Conflict, match=r"Changed meanwhile\."):
        run("refuse", "conflict")


def test_a_refusal_of_an_unknown_class_comes_back_as_its_known_base_with_details():
    with pytest.raises(InvalidInput, match=r"^Odd\.$") as caught:
        run("refuse", "odd")
    assert caught.value.details == ("Row 2: odd.",)


@pytest.mark.parametrize("name", ["break_down", "panic", "die"])
def test_a_fault_is_logged_and_refused_in_the_callers_words(name, caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(InvalidInput, match=REFUSAL):
        run(name, refusal=REFUSAL)
    assert name in caplog.text


def test_the_log_holds_the_childs_traceback_without_its_words(caplog):
    with pytest.raises(WorkerFault):
        run("break_down")
    assert "worker_jobs.py" in caplog.text
    assert caplog.text.rstrip().endswith("builtins.ZeroDivisionError")


def test_an_unknown_job_is_a_fault():
    with pytest.raises(WorkerFault):
        run("no_such_job")


@pytest.mark.parametrize("request_", ["idle", "busy"])
def test_a_child_is_killed_when_its_time_is_up(request_):
    pids = []
    with pytest.raises(InvalidInput, match="longer than 1 second"):
        run("wait_long", request_, limits=replace(LIMITS, seconds=1), refusal=REFUSAL, on_report=pids.append)
    assert not psutil.pid_exists(pids[0])


def test_a_child_is_killed_when_it_takes_too_much_memory():
    began = time.monotonic()
    with pytest.raises(InvalidInput, match="too much memory"):
        run("take_memory", 60, refusal=REFUSAL)
    assert time.monotonic() - began < 10


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_child_that_hits_the_wall_of_addresses_says_so():
    with pytest.raises(InvalidInput, match="too much memory"):
        run(
            "take_memory",
            200,
            limits=replace(LIMITS, address_bytes=600 * MEGABYTE, memory_bytes=1 << 40),
            refusal="No.",
        )


@pytest.mark.skipif(sys.platform != "linux", reason="processor time is limited on Linux only")
def test_a_child_that_only_calculates_is_ended():
    with pytest.raises(InvalidInput, match=REFUSAL):
        run("wait_long", "busy", limits=replace(LIMITS, cpu_seconds=1), refusal=REFUSAL)


def test_an_answer_that_is_too_long_is_refused():
    with pytest.raises(InvalidInput, match="more than ClubHub can take"):
        run("answer_long", 2 * MEGABYTE, refusal=REFUSAL)


def test_many_short_reports_are_refused_when_together_they_are_too_long():
    limits = replace(LIMITS, total_bytes=1000)
    assert run("echo", {"value": "done", "reports": 200}, limits=limits) == "done"
    with pytest.raises(InvalidInput, match="more than ClubHub can take"):
        run("echo", {"value": "done", "reports": 2000}, limits=limits, refusal=REFUSAL)


def test_stopping_kills_the_child_at_once():
    stop = threading.Event()
    seen = {}

    def remember_and_stop(pid):
        seen.update(pid=pid, at=time.monotonic())
        stop.set()

    with pytest.raises(Cancelled):
        run("wait_long", on_report=remember_and_stop, should_stop=stop.is_set)
    assert time.monotonic() - seen["at"] < 0.5
    assert not psutil.pid_exists(seen["pid"])


def test_a_callers_own_error_leaves_no_child_behind():
    pids = []

    def fail(pid):
        pids.append(pid)
        raise KeyError(pid)

    with pytest.raises(KeyError):
        run("wait_long", on_report=fail)
    assert not psutil.pid_exists(pids[0])


def test_a_child_prints_nothing_and_reads_nothing(capfd):
    assert run("chatter") == ""
    assert capfd.readouterr() == ("", "")


def test_a_child_imports_no_more_than_its_job():
    loaded = set(run("seen_modules"))
    assert not loaded & {"sqlalchemy", "PySide6", "typst", "highspy", "psutil", "clubhub.storage"}


def test_a_child_speaks_the_parents_language(monkeypatch, tmp_path):
    monkeypatch.setattr(texts, "_installed", None)
    assert texts.installed() is None
    monkeypatch.setattr(texts, "_catalogue", texts._catalogue)
    texts.install("sv", tmp_path)
    assert texts.installed() == ("sv", tmp_path)
    assert run("echo", {"value": 1}) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="uses SIGKILL")
def test_a_child_does_not_outlive_a_killed_parent(tmp_path):
    told = tmp_path / "pid"
    program = (
        "from clubhub.services.workers import run_job\nfrom test_workers import LIMITS\n"
        f"run_job('worker_jobs:pid_into_file', {str(told)!r}, limits=LIMITS)\n"
    )
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parents[1] / "src"), str(here)])}
    parent = subprocess.Popen([sys.executable, "-c", program], env=environment)
    child = psutil.Process(int(_when(lambda: told.exists() and told.read_text())))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _when(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def _when(condition):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError("it didn't happen")


texts_of_all_kinds = st.text(st.characters())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts_of_all_kinds,
    lambda inner: st.lists(inner) | st.dictionaries(texts_of_all_kinds, inner),
    max_leaves=10,
)


@settings(max_examples=200)
@given(json_values)
def test_what_is_encoded_is_decoded(value):
    assert decode(encode(value)) == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.integers(0, 3 * PIECE),
)
def test_a_message_written_in_pieces_is_the_same_json(value, length):
    long = {"problem": {"people": [value] * length, "none": {}}, "names": ["half \ud800"] * length}
    assert decode(encode(long)) == long
    assert decode(encode([value] * length)) == [value] * length
