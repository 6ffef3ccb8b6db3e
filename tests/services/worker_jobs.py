"""Jobs that child processes do in test_workers: each goes well or wrong in its own way."""

import os
import sys
import time
from pathlib import Path

from clubhub.domain.errors import ClubHubError, Conflict, InvalidInput
from clubhub.formats.tables import read_table


class OddInput(InvalidInput):
    """A refusal of a class that the parent doesn't know."""


def echo(request, report):
    for number in range(request.get("reports", 0)):
        report(number)
    return request["value"]


def refuse(request, _report):
    raise {"odd": OddInput("Odd.", ["Row 2: odd."]), "conflict": Conflict("Changed meanwhile.")}[request]


def break_down(_request, _report):
    raise ZeroDivisionError("a fault")


def panic(_request, _report):
    raise BaseException("like a panic of a Rust library")  # noqa: TRY002  that is the point


def wait_long(request, report):
    report(os.getpid())
    while request == "busy":
        report(os.getpid())
    time.sleep(60)


def take_memory(request, _report):
    hoard = [bytearray(b"x" * (10 << 20)) for _number in range(request)]
    time.sleep(60)
    return len(hoard)


def answer_long(request, _report):
    return "x" * request


def die(_request, _report):
    os._exit(7)


def chatter(_request, _report):
    sys.stdout.write("on standard output\n")
    sys.stderr.write("on standard error\n")
    os.write(1, b"on descriptor 1")
    return sys.stdin.read()


def seen_modules(_request, _report):
    return sorted(sys.modules)


def pid_into_file(request, _report):
    Path(request).write_text(str(os.getpid()))
    time.sleep(60)


def read_tables(paths, _report):
    """Why each file was refused, "" if it was read."""
    return [_refusal(Path(path)) for path in paths]


def _refusal(path):
    try:
        table = read_table(path)
    except ClubHubError as refusal:
        return str(refusal)
    return "" if any(map(any, table.rows)) else "read without a cell"
