"""Kills a process that writes to a club's file, at random moments, until enough kills fell inside a transaction.

`kill.py [INSIDE]` (50). The process announces each change on a pipe, then that its transaction has begun, and
acknowledges it after the commit. After each kill the file must open sound, with every acknowledged change, at most
the announced one more, and nothing else: what it must hold is worked out by a model that knows no change log.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from small_club import Change, Model, make, state_of, write

from clubhub.storage import change_log, integrity
from clubhub.storage.database import Database, open_file

LONGEST_S = 0.12
ROUNDS_PER_KILL = 20
"""The campaign gives up after so many rounds for each kill that it was to see."""

UNLISTED = """SELECT count(*) FROM
    (SELECT id, given_name || ' ' || family_name AS title FROM people UNION SELECT id, address FROM person_emails)
    AS wanted LEFT JOIN search_index ON search_index.rowid = wanted.id WHERE search_index.title IS NOT wanted.title"""


class Broken(Exception):
    """The file does not hold what it must."""


@dataclass
class Tally:
    rounds: int = 0
    acknowledged: int = 0
    inside: int = 0
    journals: int = 0
    unacknowledged_there: int = 0
    slowest_opening_s: float = 0.0


def main(arguments: list[str]) -> int:
    """0 if all rounds went well and enough kills fell inside; Broken says what was lost."""
    if os.name != "posix":
        print("kill-campaign needs SIGKILL and fork: it runs on Linux and macOS.")
        return 4
    wanted = int(arguments[0]) if arguments else 50
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(10**6)  # noqa: S311  chance, not secrecy
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "campaign.clubhub"
        make(path)
        model, chance = Model(), random.Random(seed)  # noqa: S311
        while tally.inside < wanted and tally.rounds < wanted * ROUNDS_PER_KILL:
            model = _round(path, model, chance, tally)
    report(tally, wanted, seed)
    return 0 if tally.inside >= wanted else 1


def _round(path: Path, model: Model, chance: random.Random, tally: Tally) -> Model:
    """One life and death of a writer; the model of what the file holds after it."""
    reading, writing = os.pipe()
    writer_seed = chance.random()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _write_until_killed(path, model, random.Random(writer_seed), writing)  # noqa: S311
    os.close(writing)
    first = os.read(reading, 1)  # the writer is at work: before that there is nothing to interrupt
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said = (first + pipe.read()).decode()
    tally.rounds += 1
    tally.journals += path.with_name(f"{path.name}-journal").exists()
    return _checked(path, model, said, tally)


def _write_until_killed(path: Path, model: Model, chance: random.Random, pipe: int) -> None:
    """The writer. It ends by a signal, or loudly."""

    def say(text: str) -> None:
        os.write(pipe, f"{text}\n".encode())

    try:
        club = open_file(path, actor="writer")
        while True:
            change = model.choose(chance)
            say(json.dumps(change))
            write(club, change, lambda: say("begun"))
            say("done")
            model.apply(change)
    finally:
        os._exit(1)


def _checked(path: Path, model: Model, said: str, tally: Tally) -> Model:
    """The model brought to where the file is, after all has been compared."""
    lines = said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]
    pending: Change | None = None
    for line in lines:
        if line == "done":
            model.apply(_required(pending, "an acknowledgement came without a change"))
            tally.acknowledged += 1
            pending = None
        elif line != "begun":
            pending = _change(line)
    started = time.perf_counter()
    club = open_file(path, actor="campaign")
    state = state_of(club)
    tally.slowest_opening_s = max(tally.slowest_opening_s, time.perf_counter() - started)
    if state != model.state:
        model.apply(_required(pending, "an acknowledged change was lost"))
        _require(state == model.state, "an acknowledged change was lost, or a part of the interrupted one is there")
        tally.unacknowledged_there += 1
    elif lines[-1:] == ["begun"]:
        tally.inside += 1
    _check_history(club, model)
    return model


def _change(line: str) -> Change:
    """JSON has text keys alone."""
    change: Change = json.loads(line)
    for name in ("people", "roster"):
        if name in change:
            change[name] = {int(key): value for key, value in change[name].items()}
    return change


def _check_history(club: Database, model: Model) -> None:
    _require(integrity.find_damage(club) == [], "the file is damaged")
    with club.read() as reader:
        redo = change_log.next_redo(reader)
        listed = change_log.history(reader, limit=10**9)
        index = reader.connection.exec_driver_sql(UNLISTED).scalar_one()
    _require(index == 0, "the search index is out of step")
    _require((redo is not None) == bool(model.undone), "the history offers another redo than there is")
    own = [entry for entry in listed if entry.undoes is None and not entry.is_undone]
    _require(len(own) == len(model.before) + 1, "the history has lost a change, or has one too many")


def _require(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise Broken(otherwise)


def _required(change: Change | None, otherwise: str) -> Change:
    if change is None:
        raise Broken(otherwise)
    return change


def report(tally: Tally, wanted: int, seed: int) -> None:
    rows: list[tuple[str, str]] = [
        ("kills", f"{tally.rounds}"),
        ("inside a transaction", f"{tally.inside} (at least {wanted} wanted)"),
        ("with a journal left in the folder", f"{tally.journals}"),
        ("after the commit, before its acknowledgement", f"{tally.unacknowledged_there}"),
        ("changes acknowledged", f"{tally.acknowledged}, none lost"),
        ("slowest opening, with recovery", f"{tally.slowest_opening_s:.3f} s"),
        ("seed", f"{seed}"),
    ]
    for name, value in rows:
        print(f"{name:<46}{value}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
