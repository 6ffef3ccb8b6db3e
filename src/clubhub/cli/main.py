"""The command `clubhub`: its options, its commands, and what it answers when something is wrong.

Exit codes: 0 done, 1 a fault of the program (logged), 2 wrong usage, 3 refused, 4 the computer's side.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clubhub.cli import (
    clubs,
    exports,
    imports,
    keep,
    ledger,
    lists,
    poll_asking,
    poll_ballots,
    poll_deciding,
    poll_reminding,
    polls,
    posts,
    roster_problems,
    rosters,
    rule_lists,
    rules,
    search,
    set_commands,
    settings,
    what_if,
    window,
)
from clubhub.cli.output import tell, write_utf_8
from clubhub.cli.session import ClubBeforeOption, Session
from clubhub.domain.errors import ClubHubError, EnvironmentProblem, InvalidInput
from clubhub.support.logs import todays_log
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.clubs import Club
    from clubhub.services.bundle import Services

DONE, FAULT, REFUSED, ENVIRONMENT = 0, 1, 3, 4

_log = logging.getLogger(__name__)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=_("Plan a club's volunteers: people, shifts and answers in one file, the roster out on paper."),
)


@app.callback()
def _options(ctx: typer.Context, club: ClubBeforeOption = None) -> None:
    ctx.obj.club = club


_GROUPS = (
    *(window, clubs, settings, rules, imports, lists, rule_lists, rosters, what_if, set_commands, keep, ledger, polls),
    *(exports, posts, search, roster_problems, poll_ballots, poll_asking, poll_deciding, poll_reminding),
)
for group in _GROUPS:
    group.register(app)


def run(
    build_services: "Callable[[Path], Services]",
    create_club: "Callable[[Path, Club], Services]",
    open_window: Callable[[Path | None], int],
    arguments: Sequence[str],
) -> int:
    """Carry out one command; returns the exit code."""
    write_utf_8()
    session = Session(build_services, create_club, open_window)
    try:
        app(list(arguments), prog_name="clubhub", obj=session)
    except SystemExit as leaving:  # Typer's own way to end: 0, 2 for wrong usage, 130 after Ctrl+C
        return leaving.code if isinstance(leaving.code, int) else FAULT
    except ClubHubError as error:
        _explain(error, is_for_programs="--json" in arguments)
        return ENVIRONMENT if isinstance(error, EnvironmentProblem) else REFUSED
    except Exception:  # noqa: BLE001  the edge of the program: whatever it is, it is logged and told
        _log.exception("fault in a command")
        log = todays_log()
        tell(_("ClubHub made a mistake and stopped; nothing half-done was kept. {log} says more.").format(log=log))
        return FAULT
    return DONE


def _explain(error: ClubHubError, *, is_for_programs: bool) -> None:
    """Of very many details a person is told the first, a program all."""
    tell(str(error))
    if isinstance(error, InvalidInput):
        for detail in error.details if is_for_programs else error.first_details():
            tell(f"  {detail}")
