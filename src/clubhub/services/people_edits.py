"""Changes of people by hand, each as part of one piece of work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.ids import HouseholdId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.drafted_people import DraftResolver, checked
from clubhub.storage import clubs, people, people_bulk
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaved:
    """The person as it is kept now; `changes` are empty if nothing differed."""

    person: Person
    changes: Changes


def add(work: UnitOfWork, draft: PersonDraft) -> Person:
    """Raises InvalidInput for what can't be kept."""
    person = _resolved(work, draft)
    people.insert_people(work, [person])
    work.title = _("add {name}").format(name=person.name)
    return person


def save(work: UnitOfWork, person_id: PersonId, draft: PersonDraft, *, version: int) -> None:
    """Raises InvalidInput for what can't be kept, Conflict if the person was changed since `version`."""
    before = people.load_people(work, [person_id])
    person = replace(_resolved(work, draft), id=person_id, version=version)
    people.save_person(work, person)
    people_bulk.delete_empty_households(work, _households(before))
    work.title = _("change {name}").format(name=person.name)


def remove(work: UnitOfWork, person_ids: Collection[PersonId]) -> None:
    """Take people out with their places and answers; those who are gone already are passed over."""
    gone = people.load_people(work, list(person_ids))
    people_bulk.delete_people(work, [person.id for person in gone])
    people_bulk.delete_empty_households(work, _households(gone))
    work.title = _("remove {name}").format(name=who(gone))


def who(listed: Sequence[Person]) -> str:
    """One by name, several by number: for the title of a change."""
    return listed[0].name if len(listed) == 1 else plural("{count} person", "{count} people", len(listed))


def _resolved(work: UnitOfWork, draft: PersonDraft) -> Person:
    written = checked(draft, region=clubs.load_club(work).region)
    return DraftResolver(work, [written]).person(written)


def _households(listed: Sequence[Person]) -> set[HouseholdId]:
    return {person.household_id for person in listed if person.household_id}
