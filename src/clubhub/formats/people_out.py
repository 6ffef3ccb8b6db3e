"""The club's people as a list for other programs, under headings that our own import reads again.

The headings are English in every language, so that a file moves between clubs. Groups and skills stand in one cell
each, between semicolons; a name with a comma or semicolon in it would come back as two.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from clubhub.domain.ids import GroupId, HouseholdId, SkillId
from clubhub.domain.people import Group, Household, Person, Skill, SkillGrant
from clubhub.formats.csv_out import csv_bytes
from clubhub.formats.sheets_out import Cell, Sheet, workbook
from clubhub.support.texts import _

_BETWEEN = "; "


def people_csv(
    people: Sequence[Person], households: Iterable[Household], groups: Iterable[Group], skills: Iterable[Skill]
) -> bytes:
    """A row per person, in the order given."""
    table = _PeopleTable(people, households, groups, skills)
    return csv_bytes([table.headings, *table.rows])


def people_xlsx(
    people: Sequence[Person],
    households: Iterable[Household],
    groups: Iterable[Group],
    skills: Iterable[Skill],
    *,
    made_at: datetime,
) -> bytes:
    """A row per person, in the order given. `made_at` is aware."""
    table = _PeopleTable(people, households, groups, skills)
    return workbook(
        [Sheet(name=_("People"), headings=table.headings, rows=table.rows)], title=_("People"), made_at=made_at
    )


class _PeopleTable:
    """As many columns for mails and phones as the person with most of them needs, at least one."""

    def __init__(
        self,
        people: Sequence[Person],
        households: Iterable[Household],
        groups: Iterable[Group],
        skills: Iterable[Skill],
    ) -> None:
        self._households: Mapping[HouseholdId, str] = {household.id: household.name for household in households}
        self._groups: Mapping[GroupId, str] = {group.id: group.name for group in groups}
        self._skills: Mapping[SkillId, str] = {skill.id: skill.name for skill in skills}
        self._mails = max([1, *(len(person.emails) for person in people)])
        self._phones = max([1, *(len(person.phones) for person in people)])
        self.headings = self._all_headings()
        self.rows = [self._row(person) for person in people]

    def _all_headings(self) -> list[str]:
        return [
            "Given name",
            "Family name",
            *_numbered("Mail", self._mails),
            *_numbered("Phone", self._phones),
            "Preferred channel",
            "Age band",
            "Language",
            "Household",
            "Guardian",
            "Groups",
            "Skills",
            "Max hours",
            "Max hours a day",
            "Note",
        ]

    def _row(self, person: Person) -> list[Cell]:
        return [
            person.given_name,
            person.family_name,
            *_padded(person.emails, self._mails),
            *_padded(person.phones, self._phones),
            person.preferred_channel or "",
            person.age_band or "",
            person.language,
            self._households.get(person.household_id, "") if person.household_id else "",
            "yes" if person.is_guardian else "",
            _BETWEEN.join(self._groups[group] for group in person.groups if group in self._groups),
            _BETWEEN.join(self._skill(grant) for grant in person.skills if grant.skill_id in self._skills),
            _hours(person.max_minutes),
            _hours(person.max_minutes_day),
            person.note,
        ]

    def _skill(self, grant: SkillGrant) -> str:
        name = self._skills[grant.skill_id]
        return f"{name} ({grant.expires_on.isoformat()})" if grant.expires_on else name


def _hours(minutes: int | None) -> Cell:
    """A number, to the hundredth, which is enough to tell minutes apart."""
    return "" if minutes is None else round(minutes / 60, 2)


def _numbered(heading: str, count: int) -> list[str]:
    return [heading, *(f"{heading} {number}" for number in range(2, count + 1))]


def _padded(values: Sequence[str], count: int) -> list[str]:
    return [*values, *[""] * (count - len(values))]
