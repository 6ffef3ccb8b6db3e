"""How a poll is asked, as options of the commands that make and change polls."""

from typing import Annotated

import typer

from clubhub.domain.polls import PollKind, Shown
from clubhub.support.texts import _

KindOption = Annotated[
    PollKind | None, typer.Option("--kind", help=_("How it is answered: with marks if nothing is said."))
]
ChoicesOption = Annotated[
    list[str] | None, typer.Option("--choice", metavar="TEXT", help=_("A plain choice; may be repeated."))
]
WeeklyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--weekly", metavar="PATTERN", help=_("“tue 17:00-18:30 2027-09-07..2027-12-14”; several days with commas.")
    ),
]
LimitsOption = Annotated[
    list[str] | None,
    typer.Option("--limit", metavar="NUMBER", help=_("Room at each option, or “2=4” at the second; may be repeated.")),
]
ClosesOption = Annotated[
    str | None,
    typer.Option("--closes", metavar="TIME", help=_("“2027-06-12 18:00”, or a day; “none” for no deadline.")),
]
AudienceOption = Annotated[
    str | None, typer.Option("--audience", metavar="RULE", help=_("Who is asked, as for posts: “group: Parents A”."))
]
WordsOption = Annotated[
    str | None,
    typer.Option("--words", metavar="Y,M,N", help=_("Own words for yes, if need be and no; “none” for the usual.")),
]
ShownOption = Annotated[Shown | None, typer.Option("--shown", help=_("What those asked see of the others' answers."))]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_("Told to all who are asked."))]
NeedsOption = Annotated[
    list[str] | None,
    typer.Option("--needs", metavar="WHO", help=_("“2 Timekeeper”, or a person who must come; may be repeated.")),
]
