"""The club's named things: finds them by name whatever the case, and adds those that are missing."""

from collections.abc import Iterable

from clubhub.domain.drafts import NeedDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.events import Role, Venue
from clubhub.domain.ids import GroupId, HouseholdId, RoleId, SkillId, VenueId, new_id
from clubhub.domain.people import Group, Household, Skill
from clubhub.domain.plain_names import plain_name
from clubhub.storage import events, people
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


class Catalogue:
    """Groups, skills, households, venues and roles by name, within one piece of work."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._groups = {plain_name(group.name): group.id for group in people.load_groups(work)}
        self._skills = {plain_name(skill.name): skill.id for skill in people.load_skills(work)}
        self._households = {plain_name(household.name): household.id for household in people.load_households(work)}
        self._venues = {plain_name(venue.name): venue.id for venue in events.load_venues(work)}
        self._roles = {plain_name(role.name): role.id for role in events.load_roles(work)}

    def groups(self, names: Iterable[str]) -> dict[str, GroupId]:
        """An id for each name, keyed by the name as given."""
        wanted = dict.fromkeys(names)
        missing = {plain_name(name): name.strip() for name in wanted if plain_name(name) not in self._groups}
        made = [Group(id=GroupId(new_id()), name=name) for name in missing.values()]
        people.insert_groups(self._work, made)
        self._groups |= {plain_name(group.name): group.id for group in made}
        return {name: self._groups[plain_name(name)] for name in wanted}

    def skills(self, names: Iterable[str]) -> dict[str, SkillId]:
        """An id for each name, keyed by the name as given."""
        wanted = dict.fromkeys(names)
        missing = {plain_name(name): name.strip() for name in wanted if plain_name(name) not in self._skills}
        made = [Skill(id=SkillId(new_id()), name=name) for name in missing.values()]
        people.insert_skills(self._work, made)
        self._skills |= {plain_name(skill.name): skill.id for skill in made}
        return {name: self._skills[plain_name(name)] for name in wanted}

    def households(self, names: Iterable[str]) -> dict[str, HouseholdId]:
        """An id for each name, keyed by the name as given."""
        wanted = dict.fromkeys(names)
        missing = {plain_name(name): name.strip() for name in wanted if plain_name(name) not in self._households}
        made = [Household(id=HouseholdId(new_id()), name=name) for name in missing.values()]
        people.insert_households(self._work, made)
        self._households |= {plain_name(household.name): household.id for household in made}
        return {name: self._households[plain_name(name)] for name in wanted}

    def venue(self, name: str) -> VenueId | None:
        """The venue's id, made if it is new; None for no name."""
        if not name.strip():
            return None
        if plain_name(name) not in self._venues:
            made = Venue(id=VenueId(new_id()), name=name.strip())
            events.insert_venues(self._work, [made])
            self._venues[plain_name(name)] = made.id
        return self._venues[plain_name(name)]

    def known_roles(self, names: Iterable[str]) -> dict[str, RoleId]:
        """An id for each name, keyed by the name as given. Raises InvalidInput for one that is no role of the club."""
        wanted = dict.fromkeys(names)
        for name in wanted:
            if plain_name(name) not in self._roles:
                sentence = _("There is no role called “{name}”. Roles come with shifts. Nothing was changed.")
                raise InvalidInput(sentence.format(name=name))
        return {name: self._roles[plain_name(name)] for name in wanted}

    def role(self, need: NeedDraft) -> RoleId:
        """The role's id. A role that the club has stays as it is; a new one keeps the names for its skill."""
        key = plain_name(need.role)
        if key not in self._roles:
            made = Role(
                id=RoleId(new_id()),
                name=need.role.strip(),
                wanted_skills=need.skills,
                minimum_age=need.minimum_age,
                note=need.note,
                bring=need.bring,
                priority=need.priority,
            )
            events.insert_roles(self._work, [made])
            self._roles[key] = made.id
        return self._roles[key]
