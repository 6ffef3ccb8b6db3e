"""The ledger of the club's households: its pages, entries by hand, and duties of their own."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.ids import HouseholdId, LedgerEntryId, PersonId, new_id
from clubhub.domain.ledger import HouseholdBalance, Ledger, LedgerEntry, hours_words
from clubhub.domain.limits import MOST_MINUTES
from clubhub.domain.people import Household, HouseholdKey
from clubhub.domain.person_names import NameIndex
from clubhub.domain.seasons import season_of
from clubhub.domain.wall_time import YEARS
from clubhub.services.club_facts import today_of
from clubhub.services.ledger_pages import load_ledger
from clubhub.services.lookup import exactly_named, find_page
from clubhub.storage import clubs, ledger, people, people_bulk
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    entry: LedgerEntry
    changes: Changes


class LedgerService:
    """Each method that changes something is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ledger(self, day: date | None = None) -> Ledger:
        """The season in which the day lies (None: today, in the club's zone); households by name."""
        with self._database.read() as reader:
            club = clubs.load_club(reader)
            return load_ledger(reader, season_of(club, day or today_of(club)), people.load_people(reader))

    def page(self, name: str, day: date | None = None) -> HouseholdBalance:
        """A household's page of that season, by its name or that of one of its people. Raises NotFound or Conflict."""
        book = self.ledger(day)
        members = {person.id: page for page in book.balances for person in page.members}
        if exactly_named(book.balances, name) is None:
            try:
                return members[NameIndex(person for page in book.balances for person in page.members).find(name).id]
            except NotFound:
                return find_page(book, name)
        return find_page(book, name)

    def enter(self, key: HouseholdKey, minutes: int, note: str, done_on: date | None = None) -> Entered:
        """Write down work that no roster knows of; negative minutes take some back. `done_on` None: today.

        `key` is a household, or a person without one. Raises InvalidInput, or NotFound if it is gone.
        """
        with self._database.write("") as work:
            household_id, person_id = _owner(work, key)
            entry = LedgerEntry(
                id=LedgerEntryId(new_id()),
                done_on=done_on or today_of(clubs.load_club(work)),
                minutes=minutes,
                note=note.strip(),
                household_id=household_id,
                person_id=person_id,
            )
            _check(entry)
            ledger.insert_entries(work, [entry])
            work.title = _entry_title(_("enter {hours} h for {name}"), work, entry)
        return Entered(entry=entry, changes=work.changes)

    def change(self, entry: LedgerEntry) -> Changes:
        """Write an entry anew; raises InvalidInput, Conflict if it was changed meanwhile, NotFound if it is gone."""
        _check(entry)
        with self._database.write("") as work:
            ledger.save_entry(work, replace(entry, note=entry.note.strip()))
            work.title = _entry_title(_("change an entry of {name}"), work, entry)
        return work.changes

    def remove(self, entry_ids: Collection[LedgerEntryId]) -> Changes:
        """Take entries away; those that are gone are passed over. A household of which nothing is left goes too."""
        with self._database.write("") as work:
            gone = [entry for entry in ledger.load_entries(work) if entry.id in entry_ids]
            households = ledger.delete_entries(work, [entry.id for entry in gone])
            work.title = _entry_title(_("remove an entry of {name}"), work, gone[0]) if gone else ""
            people_bulk.delete_empty_households(work, households)
        return work.changes

    def set_duty(self, household: Household, minutes: int | None) -> Changes:
        """Let a household owe so much in a season (0: nothing), or as much as the club asks of all (None).

        Raises InvalidInput, Conflict if the household was changed meanwhile, NotFound if it is gone.
        """
        if not 0 <= (minutes or 0) <= MOST_MINUTES:
            raise InvalidInput(_("A household's duty is a number of hours from 0 to 10,000. Nothing was changed."))
        with self._database.write(_("change the duty of {name}").format(name=household.name)) as work:
            people.save_household(work, replace(household, duty_minutes=minutes))
        return work.changes


def _owner(reader: Reader, key: HouseholdKey) -> tuple[HouseholdId | None, PersonId | None]:
    """For whom an entry counts: a household, else somebody who has none."""
    if any(household.id == key for household in people.load_households(reader)):
        return HouseholdId(key), None
    person = next(iter(people.load_people(reader, [key])), None)
    if person is None:
        raise NotFound(_("This household is no longer in the club. Nothing was changed: look at the ledger again."))
    return (person.household_id, None) if person.household_id else (None, person.id)


def _check(entry: LedgerEntry) -> None:
    if not entry.minutes or abs(entry.minutes) > MOST_MINUTES:
        raise InvalidInput(_("An entry is some hours, up to 10,000. Nothing was changed."))
    if entry.done_on.year not in YEARS:
        raise InvalidInput(_("The day lies too far from our time. Nothing was changed."))


def _entry_title(words: str, work: UnitOfWork, entry: LedgerEntry) -> str:
    if entry.household_id is not None:
        name = people.load_household_name(work, entry.household_id)
    else:
        name = next((person.name for person in people.load_people(work, [entry.person_id or 0])), "")
    return words.format(name=name, hours=hours_words(entry.minutes))
