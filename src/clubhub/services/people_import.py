"""Decides who of a file is new and who is in the club already, and writes both."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.person_drafts import PersonDraft
from clubhub.domain.plain_names import folded
from clubhub.services.drafted_people import DraftResolver
from clubhub.storage import people
from clubhub.storage.unit_of_work import UnitOfWork


class PeopleImporter:
    """All people of one file, within one piece of work."""

    def __init__(self, work: UnitOfWork, drafts: Sequence[PersonDraft]) -> None:
        self._work = work
        self._drafts = drafts
        self.new: list[Person] = []
        self.completed: list[Person] = []
        self.namesakes: list[Person] = []

    def write(self) -> None:
        """Add who is new and complete who is known; nothing is taken away from anybody."""
        resolve = DraftResolver(self._work, self._drafts)
        before = {person.id: person for person in people.load_people(self._work)}
        crowd = _Crowd(before.values())
        for draft in self._drafts:
            written = resolve.person(draft)
            known = crowd.find(written)
            crowd.put(_completed(known, written) if known else written)
        self.new = [person for person in crowd.people() if person.id not in before]
        self.completed = [person for person in crowd.people() if person.id in before and person != before[person.id]]
        people.insert_people(self._work, self.new)
        for person in self.completed:
            people.save_person(self._work, person)
        self._find_namesakes(before.values())

    def _find_namesakes(self, before: Iterable[Person]) -> None:
        """Who is new under a name that somebody had already: perhaps the same person with another address."""
        taken = {folded(person.name) for person in before}
        for person in self.new:
            if folded(person.name) in taken:
                self.namesakes.append(person)
            taken.add(folded(person.name))


class _Crowd:
    """Everybody known so far, found by name and contact; later rows of a file see the earlier ones."""

    def __init__(self, present: Iterable[Person]) -> None:
        self._people = {person.id: person for person in present}
        self._ids: dict[str, list[PersonId]] = defaultdict(list)
        for person in self._people.values():
            self._ids[folded(person.name)].append(person.id)

    def people(self) -> Iterable[Person]:
        return self._people.values()

    def find(self, written: Person) -> Person | None:
        """Of the same name, and sharing a mail or phone, or one of the two without any."""
        namesakes = [self._people[person_id] for person_id in self._ids.get(folded(written.name), ())]
        sharing = [person for person in namesakes if _contacts(person) & _contacts(written)]
        unreachable = [person for person in namesakes if not _contacts(person) or not _contacts(written)]
        return next(iter(sharing or unreachable), None)

    def put(self, person: Person) -> None:
        if person.id not in self._people:
            self._ids[folded(person.name)].append(person.id)
        self._people[person.id] = person


def _contacts(person: Person) -> set[str]:
    return {mail.casefold() for mail in person.emails} | set(person.phones)


def _completed(known: Person, written: Person) -> Person:
    """What the file says goes before what was known; what it leaves out stays."""
    skills = {grant.skill_id: grant for grant in (*known.skills, *written.skills)}
    return replace(
        known,
        emails=_united(known.emails, written.emails),
        phones=_united(known.phones, written.phones),
        preferred_channel=written.preferred_channel or known.preferred_channel,
        age_band=written.age_band or known.age_band,
        language=written.language or known.language,
        household_id=written.household_id or known.household_id,
        is_guardian=written.is_guardian or known.is_guardian,
        groups=tuple(sorted({*known.groups, *written.groups})),
        skills=tuple(sorted(skills.values(), key=lambda grant: grant.skill_id)),
        note=written.note or known.note,
        max_minutes=known.max_minutes if written.max_minutes is None else written.max_minutes,
        max_minutes_day=known.max_minutes_day if written.max_minutes_day is None else written.max_minutes_day,
    )


def _united(known: Sequence[str], written: Sequence[str]) -> tuple[str, ...]:
    """The known ones first, as they were known, then new ones; compared without case."""
    united = {text.casefold(): text for text in known}
    for text in written:
        united.setdefault(text.casefold(), text)
    return tuple(united.values())
