"""Commands that change how a poll is asked, copy it, and keep what people usually say."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import print_lines, print_table, say_done
from clubhub.cli.poll_options import (
    AudienceOption,
    ChoicesOption,
    ClosesOption,
    LimitsOption,
    NeedsOption,
    NoteOption,
    ShownOption,
    WeeklyOption,
    WordsOption,
)
from clubhub.cli.poll_outcomes import tell_what_is_over
from clubhub.cli.polls import PollArgument, commands
from clubhub.cli.session import ClubOption, services
from clubhub.cli.set_commands import commands as set_commands
from clubhub.support.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clubhub.domain.ids import PersonId
    from clubhub.services.bundle import Services
    from clubhub.services.usual_answers import DraftedAnswer

Whens = Annotated[list[str] | None, typer.Option(metavar="WHEN", help=_("“tue”, or “sat 8-12”; may be repeated."))]


def register(_app: typer.Typer) -> None:
    """Beside the other commands on polls."""
    commands.command("change", help=_("Change how a poll is asked, and its options; answers stay."))(change)
    commands.command("copy", help=_("Make a poll like another, with its times later; answers are not copied."))(copy)
    commands.command("usual", help=_("What silent people usually say; --take writes it down as answers."))(usual)
    set_commands.command("usual", help=_("When somebody usually can and can't come, in place of before."))(usually)


def change(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    name: Annotated[str | None, typer.Option(help=_("Another name."))] = None,
    choice: ChoicesOption = None,
    weekly: WeeklyOption = None,
    remove: Annotated[list[str] | None, typer.Option(metavar="OPTION", help=_("Its number or name."))] = None,
    limit: LimitsOption = None,
    closes: ClosesOption = None,
    audience: AudienceOption = None,
    words: WordsOption = None,
    shown: ShownOption = None,
    note: NoteOption = None,
    needs: NeedsOption = None,
    club: ClubOption = None,
) -> None:
    from clubhub.services.written_polls import WrittenPoll

    written = WrittenPoll(
        choices=choice or (), weekly=weekly or (), limits=limit or (), closes=closes, audience=audience, words=words,
        shown=shown, note=note, needs=needs or (),
    )  # fmt: skip
    club_services = services(ctx, club)
    poll_id = club_services.ballots.id_of(poll)
    say_done(club_services.poll_changing.change(poll, written, name=name, removed=remove or ()))
    if closes or weekly:
        tell_what_is_over(club_services.poll_outcomes.outcome(poll_id))


def copy(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What the copy is called."))],
    weeks: Annotated[int, typer.Option(help=_("How many weeks later its times are."))] = 0,
    days: Annotated[int, typer.Option(help=_("How many days later."))] = 0,
    club: ClubOption = None,
) -> None:
    club_services = services(ctx, club)
    original = club_services.poll_outcomes.outcome_named(poll).poll
    made = club_services.poll_editing.copy(original.id, name, later=timedelta(weeks=weeks, days=days))
    say_done(made.changes)


def usual(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    take: Annotated[list[str] | None, typer.Option(metavar="PERSON", help=_("Whose; may be repeated."))] = None,
    take_all: Annotated[bool, typer.Option("--take-all", help=_("Everybody's."))] = False,
    club: ClubOption = None,
) -> None:
    from clubhub.domain.reply_reviews import said_words

    club_services = services(ctx, club)
    found = club_services.poll_outcomes.outcome_named(poll)
    drafts = club_services.usual_answers.drafts(found.poll.id)
    if take or take_all:
        chosen = [draft.person.id for draft in drafts] if take_all else _drafted(club_services, drafts, take or ())
        say_done(club_services.usual_answers.accept(found.poll.id, chosen))
        return
    records = [
        {"name": draft.person.name, "says": said_words(found.poll, found.options, draft.marks, (), "")}
        for draft in drafts
    ]
    columns = {"name": _("Name"), "says": _("Would say")}
    print_table(records, columns, empty=_("Nobody who is silent has usual times for this poll."))


def _drafted(club: "Services", drafts: "Sequence[DraftedAnswer]", names: "Sequence[str]") -> "list[PersonId]":
    """Raises InvalidInput for somebody without a draft, NotFound or Conflict for a name."""
    from clubhub.domain.errors import InvalidInput
    from clubhub.domain.person_names import NameIndex

    index = NameIndex(club.people.directory().people)
    meant = [index.find(name) for name in names]
    offered = {draft.person.id for draft in drafts}
    for person in meant:
        if person.id not in offered:
            sentence = _("{name} has answered, isn't asked, or has no usual times for this poll. Nothing was changed.")
            raise InvalidInput(sentence.format(name=person.name))
    return [person.id for person in meant]


def usually(
    ctx: typer.Context,
    *,
    person: Annotated[str, typer.Argument(metavar="PERSON", help=_("The person, by name."))],
    can: Whens = None,
    if_need_be: Whens = None,
    cannot: Whens = None,
    club: ClubOption = None,
) -> None:
    """Without an option, tells what is kept; --cannot “” takes all away."""
    from clubhub.domain.person_names import NameIndex
    from clubhub.domain.polls import Mark
    from clubhub.domain.written_weeks import usual_drafts, usual_line

    club_services = services(ctx, club)
    meant = NameIndex(club_services.people.directory().people).find(person)
    given = {Mark.YES: can, Mark.IF_NEED_BE: if_need_be, Mark.NO: cannot}
    if all(whens is None for whens in given.values()):
        lines = [usual_line(one) for one in club_services.usual_answers.of_person(meant.id)]
        print_lines(lines or [_("Nothing is kept for {name}.").format(name=meant.name)])
        return
    drafts = [draft for mark, whens in given.items() for when in whens or () if when.strip()
              for draft in usual_drafts(when, mark)]  # fmt: skip
    say_done(club_services.usual_answers.keep(meant.id, drafts))
