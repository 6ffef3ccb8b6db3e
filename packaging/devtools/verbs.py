"""The verbs of packaging/dev.py. A new one is a function and a line in VERBS."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from devtools import checks, locks, system
from devtools.environment import make_ready
from devtools.places import CHECKOUT, DEV_LOCK, ENVIRONMENT_EXIT, PACKAGING, RUN_LOCK, Stop, call, say

USAGE_EXIT = 2
DEMO_FOLDER = CHECKOUT / "build" / "demo"
DEMO_CLUB = "kvarken.clubhub"
BENCHMARKS = PACKAGING / "bench"


class Verb(NamedTuple):
    """What may follow the verb, what it does in a line, and the function, which gives the exit code."""

    arguments: str
    summary: str
    action: Callable[[Sequence[str]], int]


def run(arguments: Sequence[str]) -> int:
    """Do the main job on the demo club, which says what it did and where the results lie; then open the window on it.

    A club that an earlier run left there is opened as it is. Without a display the main job is all.
    """
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        return refuse("run takes one folder, or nothing")
    folder = Path(arguments[0]).resolve() if arguments else DEMO_FOLDER
    python = make_ready(RUN_LOCK)
    system.provide_libraries()
    club = folder / DEMO_CLUB
    if not club.exists() or not system.has_display():
        code = call([python, "-m", "clubhub", "demo", folder])
        if code or not system.has_display():
            return code
    return call([python, "-m", "clubhub", "window", club])


def test(arguments: Sequence[str]) -> int:
    """Run the tests on all cores; what follows goes to pytest."""
    python = make_ready(DEV_LOCK)
    system.provide_libraries()
    return call([python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments])


def clubhub(arguments: Sequence[str]) -> int:
    """Run the checkout's command line where we were called, so that relative paths mean what they say.

    -P: a file of that folder must not be imported in place of a library.
    """
    return call([make_ready(RUN_LOCK), "-P", "-m", "clubhub", *arguments], Path.cwd())


def lint(arguments: Sequence[str]) -> int:
    return refuse("lint takes nothing") if arguments else checks.lint(make_ready(DEV_LOCK))


def bench(arguments: Sequence[str]) -> int:
    """Run benchmarks, each in a process of its own, so that one's memory is not another's."""
    known = {path.stem: path for path in sorted(BENCHMARKS.glob("[!_]*.py"))}
    if unknown := set(arguments) - set(known):
        return refuse(f"no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
    python = make_ready(DEV_LOCK)
    codes = [call([python, known[name]]) for name in arguments or known]
    return max(codes, default=0)


def kill_campaign(arguments: Sequence[str]) -> int:
    """Kill a writing process again and again; see packaging/campaigns/kill.py."""
    return call([make_ready(DEV_LOCK), PACKAGING / "campaigns" / "kill.py", *arguments])


def screenshots(arguments: Sequence[str]) -> int:
    """Draw every page and dialog; see packaging/screenshots.py."""
    folder = Path(arguments[0]).resolve() if arguments else CHECKOUT / "build" / "screenshots"
    python = make_ready(RUN_LOCK)
    system.provide_libraries()
    return call([python, PACKAGING / "screenshots.py", folder, *arguments[1:]])


def prepare(_arguments: Sequence[str]) -> int:
    """Install what the tests want of the system; .ci/run begins with this."""
    system.provide_libraries()
    system.provide_test_tools()
    return 0


VERBS = {
    "run": Verb("[FOLDER]", "set up, do the main job on the demo club (into build/demo), open the window", run),
    "test": Verb("[PYTEST ARGUMENTS]", "set up, then run the tests", test),
    "clubhub": Verb("ARGUMENTS", "the command line of this checkout", clubhub),
    "lint": Verb("", "Ruff, types and import contracts", lint),
    "bench": Verb("[NAME ...]", "benchmarks, with a baseline beside each figure", bench),
    "kill-campaign": Verb("[KILLS [SEED]]", "kill a writer until so many kills hit a transaction (50)", kill_campaign),
    "screenshots": Verb("[FOLDER [WORD ...]]", "draw every page and dialog (into build/screenshots)", screenshots),
    "lock": Verb("[--upgrade]", "write the locks again after a change of pyproject.toml", locks.lock),
    "prepare": Verb("", "install what tests want of the system (Debian, Ubuntu)", prepare),
}


def main(arguments: Sequence[str]) -> int:
    """Do one verb; the exit code of what it ran, 2 for wrong usage, 4 if the computer lacks something."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        say(usage())
        return 0 if arguments else USAGE_EXIT
    if arguments[0] not in VERBS:
        return refuse(f"no verb {arguments[0]}")
    try:
        return VERBS[arguments[0]].action(arguments[1:])
    except Stop as problem:
        say(str(problem))
        return ENVIRONMENT_EXIT
    except KeyboardInterrupt:
        say("Stopped. What was half set up will be made again.")
        return 130


def refuse(problem: str) -> int:
    say(f"dev.py: {problem}.\n\n{usage()}")
    return USAGE_EXIT


def usage() -> str:
    lines = (f"  {f'{name} {verb.arguments}':<28}{verb.summary}" for name, verb in VERBS.items())
    return "python3 packaging/dev.py VERB\n\n" + "\n".join(lines)
