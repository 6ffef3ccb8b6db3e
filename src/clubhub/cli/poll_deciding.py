"""The command that decides a poll, and what comes of it: an event, who can come to it, invitations, minutes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import print_json, print_lines, tell
from clubhub.cli.poll_ballots import MailToOption, naming_mail_to
from clubhub.cli.polls import PollArgument, RuleName, RuleOption, WeightsOption, commands, rule_meant
from clubhub.cli.session import ClubOption, JsonOption, PaperOption, paper_to_use, services
from clubhub.domain.errors import ClubHubError
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.changes import Changes
    from clubhub.domain.ids import OptionId, PollId
    from clubhub.services.bundle import Services
    from clubhub.services.poll_outcomes import PollOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What is to come of the decision."""

    event: str | None
    use_for: str | None
    availability: bool
    invitation: Path | None
    mail_to: str | None
    minutes: Path | None


@dataclass(slots=True)
class _Done:
    """What has come of it so far: sentences, the event, and the files that were written."""

    sentences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    event: str | None = None
    files: list[Path] = field(default_factory=list)

    def take(self, changes: "Changes") -> None:
        if changes:
            self.sentences.append(_("Done: {what}.").format(what=changes.title))


def register(_app: typer.Typer) -> None:
    """Beside the other commands on polls."""
    commands.command("decide", help=_("Choose an option, or leave it open again; and what shall come of it."))(decide)


def decide(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    option: Annotated[
        str | None,
        typer.Argument(metavar="OPTION", help=_("Its number, name or time; nothing for what is decided already.")),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help=_("Leave it open again; an event that was made stays."))] = False,
    rule: RuleOption = RuleName.YES_THEN_MAYBE,
    weights: WeightsOption = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="NAME", help=_("Make an event of that name at the chosen time."))
    ] = None,
    availability: Annotated[
        bool, typer.Option("--availability", help=_("The answers say who can come to the event that is made."))
    ] = False,
    use_for: Annotated[
        str | None, typer.Option("--for", metavar="EVENT", help=_("Use the answers for an event that is there."))
    ] = None,
    invitation: Annotated[
        Path | None, typer.Option("--invitation", metavar="DIR", help=_("Write an invitation (.ics) and a draft each."))
    ] = None,
    mail_to: MailToOption = None,
    minutes: Annotated[
        Path | None, typer.Option("--minutes", metavar="FILE", help=_("Write the minutes, a .pdf."))
    ] = None,
    paper: PaperOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club)
    outcome = found.poll_outcomes.outcome_named(poll)
    wanted = _Wanted(
        event=event, use_for=use_for, availability=availability, invitation=invitation, mail_to=mail_to, minutes=minutes
    )
    _check(outcome, option, wanted, undo=undo)
    chosen = _chosen(outcome, option)
    meant = rule_meant(rule, weights)
    if not undo:
        _rehearse(found, outcome.poll.id, wanted, chosen)
    done = _Done()
    if undo:
        done.take(found.decisions.undecide(outcome.poll.id))
    elif chosen is not None:
        done.take(found.decisions.decide(outcome.poll.id, chosen, meant))
    try:
        _follow(found, outcome, wanted, done)
        if minutes is not None:
            _write_minutes(found, outcome, minutes, paper, done)
    except ClubHubError:  # a full disk, or somebody else meanwhile: what was done before it stays, and is told
        _show_part(found, outcome, done, json=json)
        raise
    _show(found.poll_outcomes.outcome(outcome.poll.id), done, json=json)


def _check(outcome: "PollOutcome", option: str | None, wanted: _Wanted, *, undo: bool) -> None:
    """Before anything is written."""
    follows = [wanted.event, wanted.use_for, wanted.invitation, wanted.minutes]
    if undo and (option is not None or any(follows)):
        raise typer.BadParameter(_("With --undo nothing else is done: leave the rest out."), param_hint="--undo")
    if not undo and option is None and outcome.decided is None:
        known = ", ".join(f"{one.number} {one.label}" for one in outcome.options[:8])
        raise typer.BadParameter(_("Say which option. There are: {known}.").format(known=known), param_hint="OPTION")
    if wanted.availability and wanted.event is None:
        raise typer.BadParameter(
            _("It goes with --event NAME. For an event that is there, use --for EVENT."), param_hint="--availability"
        )
    if wanted.minutes is not None and wanted.minutes.suffix.casefold() != ".pdf":
        raise typer.BadParameter(_("Minutes are a PDF: --minutes NAME.pdf."), param_hint="--minutes")


def _chosen(outcome: "PollOutcome", option: str | None) -> "OptionId | None":
    """Raises NotFound for an option that isn't there."""
    from clubhub.domain.option_names import option_called

    return None if option is None else option_called(outcome.options, option).id


def _rehearse(found: "Services", poll_id: "PollId", wanted: _Wanted, chosen: "OptionId | None") -> None:
    """Whatever can be refused is refused now, so that nothing is written then."""
    from clubhub.services.files import require_place, require_place_for_folder
    from clubhub.services.poll_decisions import DecisionWanted

    with naming_mail_to():
        found.decisions.rehearse(
            poll_id,
            DecisionWanted(
                option_id=chosen,
                event=wanted.event,
                is_tied=wanted.availability,
                use_for=wanted.use_for,
                invites=wanted.invitation is not None,
                answers_to=found.ballots.answers_to(wanted.mail_to, None),
            ),
        )
    if wanted.invitation is not None:
        require_place_for_folder(wanted.invitation)
    if wanted.minutes is not None:
        require_place(wanted.minutes)


def _follow(found: "Services", outcome: "PollOutcome", wanted: _Wanted, done: _Done) -> None:
    poll_id = outcome.poll.id
    if wanted.event is not None:
        made = found.decisions.make_event(poll_id, wanted.event, is_tied=wanted.availability)
        done.take(made.changes)
        done.event = wanted.event.strip()
        if wanted.availability and not made.is_tied:
            done.notes.append(_("The poll isn’t answered with marks to times, so it doesn’t say who can come."))
    if wanted.use_for is not None:
        event = found.events.find(wanted.use_for)
        done.take(found.decisions.tie(poll_id, event.id))
        done.event = event.name
    if wanted.invitation is not None:
        _invite(found, outcome, wanted.invitation, wanted.mail_to, done)


def _invite(found: "Services", outcome: "PollOutcome", folder: Path, mail_to: str | None, done: _Done) -> None:
    asking = found.ballots.ask_named(outcome.poll.name, mail_to=mail_to)
    decided = found.poll_outcomes.outcome(outcome.poll.id).decided
    if decided is None:
        return
    written = found.ballots.write_invitations(asking, decided.id, folder)
    count = len(written.paths) // 2
    done.sentences.append(
        plural("Wrote {count} invitation to {folder}.", "Wrote {count} invitations to {folder}.", count, folder=folder)
    )
    done.files += written.paths
    done.notes += written.notes


def _write_minutes(found: "Services", outcome: "PollOutcome", path: Path, paper: PaperOption, done: _Done) -> None:
    exported = found.exports.poll(outcome.poll.name, path, paper=paper_to_use(paper))
    done.sentences.append(_("Wrote {path}.").format(path=exported.path))
    done.files.append(exported.path)
    done.notes += exported.warnings


def _show_part(found: "Services", outcome: "PollOutcome", done: _Done, *, json: bool) -> None:
    """Before the sentence on what went wrong."""
    if json:
        _show(found.poll_outcomes.outcome(outcome.poll.id), done, json=True)
        return
    for sentence in done.sentences:
        tell(sentence)


def _show(outcome: "PollOutcome", done: _Done, *, json: bool) -> None:
    if json:
        print_json(
            {
                "poll": outcome.poll.name,
                "decided": outcome.decided.label if outcome.decided else None,
                "why": outcome.decision.reason if outcome.decision else None,
                "event": done.event,
                "files": [str(path) for path in done.files],
            }
        )
    else:
        reason = [outcome.decision.reason] if outcome.decision and done.sentences else []
        print_lines([*(done.sentences or [_("Nothing was changed: it is so already.")]), *reason])
    for note in done.notes:
        tell(note)
