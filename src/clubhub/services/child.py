"""What runs inside a child process: limits itself, does one job, sends JSON back. Started by services.workers only.

Imports little at its top: every job pays for it.
"""

import contextlib
import importlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import chain, repeat
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path

from clubhub.domain import errors
from clubhub.support import texts
from clubhub.support.json_values import Json
from clubhub.support.tracebacks import traceback_without_words


class Kind(StrEnum):
    """How a job goes. A child's messages begin with one of the first five; the rest is the parent's own finding."""

    REPORT = "R"
    ANSWER = "A"
    REFUSAL = "E"
    FAULT = "F"
    NO_MEMORY = "M"
    GONE = "G"
    TOO_LONG = "L"
    TOO_SLOW = "S"


def run_child(connection: Connection) -> None:
    """Take one order from the connection, do it, send any number of reports and then one last message."""
    _become_quiet()
    _die_with_parent()
    order = decode(connection.recv_bytes())
    _limit(order["cpu_seconds"], order["address_bytes"])
    if order["texts"]:
        language, folder = order["texts"]
        texts.install(language, Path(folder))
    try:
        job = _find_job(order["job"])
        answer = Kind.ANSWER.encode() + encode(job(order["request"], _reporter(connection)))
    except errors.ClubHubError as error:
        answer = Kind.REFUSAL.encode() + encode(_name_parts(error))
    except MemoryError:
        answer = Kind.NO_MEMORY.encode() + encode(None)
    except BaseException as error:  # noqa: BLE001  a panic of a Rust library is no Exception; the parent logs it
        answer = Kind.FAULT.encode() + encode(traceback_without_words(error))
    connection.send_bytes(answer)


PIECE = 50
"""Items of a list that are written in one go: json.dumps holds the interpreter while it writes, and windows wait."""


def encode(value: Json) -> bytes:
    # surrogatepass: a file may hold half of a surrogate pair, and the answer must still arrive
    return b"".join(piece.encode("utf-8", "surrogatepass") for piece in _pieces(value))


def _pieces(value: Json) -> Iterator[str]:
    """The value as JSON, long lists piece by piece; they may stand at any depth of mappings."""
    if isinstance(value, dict) and len(value) < PIECE:
        for before, (key, item) in zip(chain(["{"], repeat(", ")), value.items(), strict=False):
            yield f"{before}{_text(str(key))}: "
            yield from _pieces(item)
        yield "}" if value else "{}"
    elif isinstance(value, (list, tuple)) and len(value) > PIECE:
        for start in range(0, len(value), PIECE):
            yield f"{', ' if start else '['}{_text(value[start : start + PIECE])[1:-1]}"
        yield "]"
    else:
        yield _text(value)


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def decode(message: bytes) -> Json:
    return json.loads(message.decode("utf-8", "surrogatepass"))


def _find_job(job: str) -> Callable[[Json, Callable[[Json], None]], Json]:
    module, _separator, name = job.partition(":")
    found: Callable[[Json, Callable[[Json], None]], Json] = getattr(importlib.import_module(module), name)
    return found


def _reporter(connection: Connection) -> Callable[[Json], None]:
    def report(value: Json) -> None:
        connection.send_bytes(Kind.REPORT.encode() + encode(value))

    return report


def _name_parts(error: errors.ClubHubError) -> list[Json]:
    """The error by the name of its nearest class in domain.errors, which the parent knows too."""
    known = next(base.__name__ for base in type(error).__mro__ if vars(errors).get(base.__name__) is base)
    return [known, str(error), list(getattr(error, "details", ()))]


def _become_quiet() -> None:
    """Keep what libraries print away from the parent's output, and Ctrl+C to the parent, which then ends this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):  # a program without a console has no such handles
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent:
        threading.Thread(target=_wait_and_die, args=(parent.sentinel,), daemon=True).start()


def _wait_and_die(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _limit(cpu_seconds: int | None, address_bytes: int | None) -> None:
    """Set the walls that only Linux keeps reliably; the parent watches time and memory on every system."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold people's data
    if cpu_seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    if address_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (address_bytes, address_bytes))
