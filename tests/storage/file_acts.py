"""What other processes do to a club's file in the tests: `python file_acts.py ACT PATH` from the top of the checkout.

Prints "ready" when there is something to wait for, and at the end a line of JSON: what was refused, and how.
"""

import json
import os
import signal
import sys
import tempfile
from pathlib import Path

from tests.storage.club_samples import add, everyone, person

from clubhub.domain.clubs import Club
from clubhub.domain.errors import ClubHubError
from clubhub.storage import database, people

CLUB = Club(name="Kvarken Swimmers", time_zone="Europe/Helsinki")


def hold(path):
    """Write, and don't finish until the other side has looked."""
    with database.open_file(path, actor="Other").write("hold") as work:
        people.insert_people(work, [person("Held")])
        say("ready")
        sys.stdin.readline()


def die_while_writing(path):
    """Be killed when part of a change is in the file already."""
    with database.open_file(path, actor="Other").write("die") as work:
        work.connection.exec_driver_sql("PRAGMA cache_size = 2")
        people.insert_people(work, [person(f"N{number}", note="x" * 500) for number in range(2000)])
        os.kill(os.getpid(), signal.SIGKILL)


def fill_the_disk(path):
    """Write with a limit on the size of files; SQLite sees what it sees on a full disk."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, resource.RLIM_INFINITY))
    write_much(path)


def write_much(path):
    club = database.open_file(path, actor="Other")
    add(club, *(person(f"N{number}", note="x" * 1000) for number in range(3000)))


def make_without_room(path):
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    database.create(path, CLUB, actor="Other")


def read_and_write(path):
    """As somebody without special rights: rights bind nobody who is root."""
    become_nobody()
    club = database.open_file(path, actor="Other")
    say(json.dumps({"people": len(everyone(club)), "read_only": club.read_only}))
    add(club, person("Written"))


def make(path):
    become_nobody()
    database.create(path, CLUB, actor="Other")


def become_nobody():
    """After everything is imported, since the interpreter may lie where nobody may look."""
    with tempfile.TemporaryDirectory() as folder:
        everyone(database.create(Path(folder) / "warm.clubhub", CLUB, actor="Other"))
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


ACTS = (hold, die_while_writing, fill_the_disk, write_much, make_without_room, read_and_write, make)

if __name__ == "__main__":
    try:
        {act.__name__: act for act in ACTS}[sys.argv[1]](Path(sys.argv[2]))
    except ClubHubError as error:
        say(json.dumps({"refused": type(error).__name__, "message": str(error)}))
    else:
        say(json.dumps({"refused": None}))
