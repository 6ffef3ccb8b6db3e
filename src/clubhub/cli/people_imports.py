"""What bringing people in did, in lines or as JSON: how the columns were taken, and who is new or completed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clubhub.cli.output import print_json, print_lines, say_dry_run
from clubhub.support.texts import _, plural, some_of

if TYPE_CHECKING:
    from clubhub.services.people_files import PeopleImport

_NAMES_TOLD = 5
_NAMESAKES_TOLD = 20


def show_people_import(done: "PeopleImport", *, dry_run: bool, json: bool) -> None:
    """A person is told the first names, a program all."""
    if json:
        counts = {"added": done.added, "updated": done.updated, "unchanged": done.unchanged}
        names = {"new": done.new, "completed": done.completed, "namesakes": done.namesakes}
        columns = [{"heading": column.heading, "meaning": column.meaning} for column in done.sheet.columns]
        about = {"columns": columns, "ignored": done.sheet.ignored, "notes": done.sheet.notes}
        print_json({**counts, **names, **about, "dry_run": dry_run})
        return
    print_lines([_("“{heading}”: {meaning}").format(heading=c.heading, meaning=c.meaning) for c in done.sheet.columns])
    if done.sheet.ignored:
        print_lines([_("Not used: {headings}.").format(headings=", ".join(done.sheet.ignored))])
    print_lines([*done.sheet.notes, _counts(done), *_names(done), *_namesakes(done)])
    say_dry_run(dry_run=dry_run)


def _counts(done: "PeopleImport") -> str:
    return _("{new}, {completed}, {known}.").format(
        new=plural("{count} person is new", "{count} people are new", done.added),
        completed=plural("{count} was completed", "{count} were completed", done.updated),
        known=plural("{count} was known already", "{count} were known already", done.unchanged),
    )


def _names(done: "PeopleImport") -> Iterator[str]:
    if done.new:
        yield _("New: {names}.").format(names=some_of(done.new, _NAMES_TOLD))
    if done.completed:
        yield _("Completed: {names}.").format(names=some_of(done.completed, _NAMES_TOLD))


def _namesakes(done: "PeopleImport") -> Iterator[str]:
    sentence = _("{name} has the name of somebody in the club, but another mail or phone: taken as a second person.")
    for name in done.namesakes[:_NAMESAKES_TOLD]:
        yield sentence.format(name=name)
    more = len(done.namesakes) - _NAMESAKES_TOLD
    if more > 0:
        yield plural("And {count} more.", "And {count} more.", more)
