"""The main job on the demo club, from the spreadsheet to the published roster."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from clubhub.domain.clubs import Club
from clubhub.domain.person_names import NameIndex
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.services.events import ImportOptions
from clubhub.services.files import make_folder, remove_file
from clubhub.support.resources import resource
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.fill_proposals import EmptyPlaces
    from clubhub.services.bundle import Services

ROSTER_FILES = ("roster.pdf", "roster.xlsx", "roster.csv", "roster.ics", "roster.html", "roster.txt")
LAYOUT_FILES = {
    "roster-by-person.pdf": RosterLayout.PERSON,
    "roster-by-shift.pdf": RosterLayout.SHIFT,
    "roster-strips.pdf": RosterLayout.STRIP,
}


def run_demo(folder: Path, club_file: Path | None, create_club: "Callable[[Path, Club], Services]") -> list[str]:
    """Bring people, meet and answers in, fill, publish, and write every sheet to `folder`; returns what was done.

    Without `club_file` the club is kept in the folder too, in place of the one that an earlier run left there.

    Raises EnvironmentProblem if the folder can't be written or `club_file` exists.
    """
    make_folder(folder, parents=True)
    if club_file is None:
        club_file = folder / "kvarken.clubhub"
        remove_file(club_file)
    services, event = make_demo_club(club_file, create_club)
    filled = services.rosters.fill(event)
    publication = services.rosters.publish(event)
    for name in ROSTER_FILES:
        services.exports.roster(event, folder / name)
    for name, layout in LAYOUT_FILES.items():
        services.exports.roster(event, folder / name, layout=layout)
    services.exports.people(folder / "people.xlsx")
    calendars = services.exports.calendars(event, folder / "calendars")
    return [
        _("Filled {filled} of {places} places of {event}.").format(
            filled=filled.filled, places=filled.places, event=event
        ),
        *(line for empty in filled.empty for line in _hole(empty)),
        _("Published version {number}.").format(number=publication.number),
        plural(
            "Wrote {count} calendar, for each person one.", "Wrote {count} calendars, one per person.", len(calendars)
        ),
        _("Everything is in {folder}: the roster as {files}; the club itself is {club}.").format(
            folder=folder, files=", ".join((*ROSTER_FILES, *LAYOUT_FILES)), club=club_file
        ),
    ]


def _hole(empty: "EmptyPlaces") -> list[str]:
    """A line of what is open, and one of what would help."""
    opening = _("{role}, {when}: {reason}").format(role=empty.role, when=empty.when, reason=empty.reasons[0])
    return [opening, f"  {empty.remedy}"] if empty.remedy else [opening]


def make_demo_club(club_file: Path, create_club: "Callable[[Path, Club], Services]") -> "tuple[Services, str]":
    """The demo club with its people, meet, answers and posts, not filled yet; and the name of its event."""
    facts = tomllib.loads(resource("demo", "club.toml").read_text(encoding="utf-8"))
    event = facts.pop("event")
    contact = facts.pop("contact")
    services = create_club(club_file, Club(**facts))
    services.people.import_file(resource("demo", "people.csv"))
    services.events.import_meet(resource("demo", "meet.lef"), ImportOptions(event=event))
    services.polls.import_answers(resource("demo", "answers.csv"), event=event)
    index = NameIndex(services.people.directory().people)
    services.events.set_contact(services.events.find(event), index.find(contact).id)
    services.posts.write_file(resource("demo", "announcement.md"), audience="everybody", event=event)
    services.posts.write_file(resource("demo", "parking.md"), audience=f"event: {event}")
    return services, event
