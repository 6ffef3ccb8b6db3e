"""Pairs of people whom rosters keep together or apart."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.club_rules import Companions, Company, in_order
from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.ids import CompanionsId, PersonId, new_id
from clubhub.domain.people import Person
from clubhub.storage import club_rules, people
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """`one` is the first by name."""

    row: Companions
    one: Person
    other: Person


class CompanionService:
    """Each method is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pairs(self) -> list[Pair]:
        """All of them, by name."""
        with self._database.read() as reader:
            return load_pairs(reader)

    def keep(self, one_id: PersonId, other_id: PersonId, company: Company) -> Changes:
        """Keep two people together or apart from now on; a pair is the one or the other.

        Raises InvalidInput for one person twice, NotFound if one of them is gone.
        """
        if one_id == other_id:
            raise InvalidInput(_("Name two different people. Nothing was changed."))
        with self._database.write("") as work:
            named = {person.id: person.name for person in people.load_people(work, [one_id, other_id])}
            if len(named) < 2:
                raise NotFound(_("One of them is no longer in the club. Nothing was changed."))
            row = club_rules.find_companions(work, one_id, other_id) or _new_pair(one_id, other_id, company)
            club_rules.put_companions(work, replace(row, company=company))
            work.title = _TITLES[company]().format(one=named[one_id], other=named[other_id])
        return work.changes

    def release(self, ids: Collection[CompanionsId]) -> Changes:
        """Let pairs be; those that are gone are passed over."""
        with self._database.write("") as work:
            gone = [pair for pair in load_pairs(work) if pair.row.id in ids]
            club_rules.delete_companions(work, [pair.row.id for pair in gone])
            names = ", ".join(f"{pair.one.name} – {pair.other.name}" for pair in gone)
            work.title = _("no longer keep together or apart: {names}").format(names=names)
        return work.changes


_TITLES: Mapping[Company, Callable[[], str]] = {
    Company.TOGETHER: lambda: _("keep {one} and {other} together"),
    Company.APART: lambda: _("keep {one} and {other} apart"),
}


def _new_pair(one: PersonId, other: PersonId, company: Company) -> Companions:
    first, second = in_order(one, other)
    return Companions(id=CompanionsId(new_id()), one_id=PersonId(first), other_id=PersonId(second), company=company)


def load_pairs(reader: Reader) -> list[Pair]:
    """All pairs, by name."""
    rows = club_rules.load_companions(reader)
    ids = list({person_id for row in rows for person_id in (row.one_id, row.other_id)})
    known = {person.id: person for person in (people.load_people(reader, ids) if ids else [])}
    pairs = []
    for row in rows:
        one, other = sorted((known[row.one_id], known[row.other_id]), key=_by_name)
        pairs.append(Pair(row=row, one=one, other=other))
    return sorted(pairs, key=lambda pair: (_by_name(pair.one), _by_name(pair.other)))


def _by_name(person: Person) -> tuple[str, int]:
    return person.name.casefold(), person.id
