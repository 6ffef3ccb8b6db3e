"""What every command shares: the club it works on, and the options that say so."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.domain.papers import Paper, paper_called
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.clubs import Club
    from clubhub.services.bundle import Services

_CLUB_HELP = _("The club's file; before or after the command.")
ClubBeforeOption = Annotated[
    Path | None, typer.Option("--club", metavar="FILE", envvar="CLUBHUB_CLUB", help=_CLUB_HELP)
]
"""The one that reads the variable: if the option after the command did too, the variable would win over this one."""
ClubOption = Annotated[Path | None, typer.Option("--club", metavar="FILE", help=_CLUB_HELP)]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Print JSON alone, for other programs."))]
EventOption = Annotated[str | None, typer.Option("--event", metavar="NAME", help=_("The event, by its name."))]

PaperOption = Annotated[
    Paper | None, typer.Option("--paper", help=_("Of a .pdf; if nothing is said, the one chosen in the settings."))
]


def paper_to_use(given: Paper | None) -> Paper:
    """The one given, else the one that is chosen on this computer."""
    return given or paper_called(SettingsStore().current.paper)


class Session:
    """One run of the program; `club` is the file given before the command, else by the variable CLUBHUB_CLUB."""

    def __init__(
        self,
        build_services: "Callable[[Path], Services]",
        create_club: "Callable[[Path, Club], Services]",
        open_window: Callable[[Path | None], int],
    ) -> None:
        self._build_services = build_services
        self.create_club = create_club
        self.open_window = open_window
        self.club: Path | None = None

    def services(self, club: Path | None) -> "Services":
        """The services on the club given after the command, else before it."""
        chosen = club or self.club
        if chosen is None:
            raise typer.BadParameter(_("Say which club: --club FILE."), param_hint="--club")
        return self._build_services(chosen)


def services(ctx: typer.Context, club: Path | None) -> "Services":
    """The services that a command works with; see `Session.services`."""
    session: Session = ctx.obj
    return session.services(club)
