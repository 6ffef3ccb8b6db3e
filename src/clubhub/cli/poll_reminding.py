"""Commands that remind the silent of a poll, or tell who moved up: whom, by which road, in which words; and the log."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import print_json, print_lines, print_table, say_done, tell
from clubhub.cli.polls import PollArgument, commands
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.domain.reach import road_name
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.changes import Changes
    from clubhub.services.poll_reminders import ReminderPlan, Told

DraftsOption = Annotated[
    Path | None, typer.Option("--drafts", metavar="DIR", help=_("Write a mail draft for each who reads mail."))
]


def register(_app: typer.Typer) -> None:
    """Beside the other commands on polls."""
    commands.command(
        "remind", help=_("Whom to ask again, each with a text for mail, phone or paper. Nothing is sent.")
    )(poll_remind)
    commands.command("moved-up", help=_("Who waited and has a place now, with a text for each. Nothing is sent."))(
        poll_moved_up
    )


def poll_remind(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    drafts: DraftsOption = None,
    sent: Annotated[bool, typer.Option("--sent", help=_("Write down that all of them were reminded."))] = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club)
    poll_id = found.ballots.id_of(poll)
    page = SettingsStore().current.answer_page_of(found.clubs.club().name)
    plan = found.reminders.candidates(poll_id, page)
    print_json(_records(plan)) if json else _print(plan, empty=_("Nobody is to be reminded now."))
    if drafts is not None:
        _tell_drafts(found.reminders.write_drafts(poll_id, drafts, page=page), drafts)
    if sent and plan.letters:
        _say_logged(found.reminders.log(poll_id, _told(plan)), json=json)


def poll_moved_up(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    drafts: DraftsOption = None,
    told: Annotated[bool, typer.Option("--told", help=_("Write down that all of them were told."))] = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club)
    poll_id = found.ballots.id_of(poll)
    plan = found.moved_up.candidates(poll_id)
    print_json(_records(plan)) if json else _print(plan, empty=_("Nobody has moved up who wasn’t told."))
    if drafts is not None:
        _tell_drafts(found.moved_up.write_drafts(poll_id, drafts), drafts)
    if told and plan.letters:
        _say_logged(found.moved_up.log(poll_id, _told(plan), plan.read_at), json=json)


def _told(plan: "ReminderPlan") -> "list[Told]":
    return [one for letter in plan.letters for one in letter.told]


def _tell_drafts(paths: list[Path], folder: Path) -> None:
    tell(plural("Wrote {count} draft to {folder}.", "Wrote {count} drafts to {folder}.", len(paths), folder=folder))


def _say_logged(changes: "Changes", *, json: bool) -> None:
    tell(_("Done: {what}.").format(what=changes.title)) if json else say_done(changes)


def _records(plan: "ReminderPlan") -> dict[str, object]:
    return {
        "letters": [
            {
                "to": letter.recipient.person.name,
                "for": [person.name for person in letter.to_remind.silent],
                "road": road_name(letter.recipient.channel),
                "address": letter.recipient.address,
                "times": letter.to_remind.times,
                "subject": letter.subject,
                "text": letter.text,
                "link": letter.link,
            }
            for letter in plan.letters
        ],
        "left_out": [{"name": one.person.name, "why": one.why} for one in plan.left_out],
    }


def _print(plan: "ReminderPlan", *, empty: str) -> None:
    rows = [
        {
            "to": letter.recipient.person.name,
            "for": ", ".join(person.name for person in letter.to_remind.silent),
            "road": road_name(letter.recipient.channel),
            "address": letter.recipient.address,
            "times": str(letter.to_remind.times),
        }
        for letter in plan.letters
    ]
    columns = {"to": _("To"), "for": _("For"), "road": _("By"), "address": _("Address"), "times": _("So far")}
    print_table(rows, columns, empty=empty)
    print_lines([f"{one.person.name}: {one.why}" for one in plan.left_out])
