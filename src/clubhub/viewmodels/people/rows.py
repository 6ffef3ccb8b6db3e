"""What the list shows of each person, worked out once when the club is read: nothing is looked up while painting."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clubhub.domain.ids import GroupId, HouseholdId, PersonId, RoleId, SkillId
from clubhub.domain.people import Channel, Person, SkillGrant
from clubhub.domain.people_notices import SOON
from clubhub.domain.plain_names import folded
from clubhub.domain.reach import reach
from clubhub.services.people import PeopleOverview
from clubhub.support.texts import _

_NORDIC_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y", "ß": "ss"})
"""Letters that follow z in the Nordic alphabets, as signs that follow it in Unicode."""

_PLAIN_SIGNS = str.maketrans("", "", " -_.,;:+@'\"()/&")


class SkillState(StrEnum):
    VALID = "valid"
    SOON = "soon"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class SkillChip:
    """A skill as the list shows it; `expires_on` is its last day, None for good."""

    name: str
    state: SkillState
    expires_on: date | None

    @property
    def text(self) -> str:
        """The name, and a word where the skill has lapsed."""
        return _("{skill} lapsed").format(skill=self.name) if self.state is SkillState.LAPSED else self.name

    @property
    def spoken(self) -> str:
        return _("{skill}, lapses soon").format(skill=self.name) if self.state is SkillState.SOON else self.text


@dataclass(frozen=True, slots=True)
class Reached:
    """How somebody is reached: `channel` is None through a guardian and where nobody can be reached."""

    channel: Channel | None
    is_reached: bool

    @property
    def text(self) -> str:
        if self.channel is not None:
            return channel_name(self.channel)
        return _("Guardian") if self.is_reached else _("No contact")

    @property
    def icon(self) -> str:
        """What icons.get knows it by."""
        if self.channel is not None:
            return self.channel.value
        return "household" if self.is_reached else "danger"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`searched` is what typed words are looked for in, folded; `order` what the name sorts by.

    `role_ids` are what somebody has signed up for.
    """

    id: PersonId
    name: str
    initials: str
    household: str
    groups: str
    group_ids: tuple[GroupId, ...]
    skills: tuple[SkillChip, ...]
    skill_ids: tuple[SkillId, ...]
    reached: Reached
    searched: str
    order: str
    role_ids: tuple[RoleId, ...] = ()

    @property
    def lapses(self) -> bool:
        """Whether a skill has lapsed or does so soon."""
        return any(chip.state is not SkillState.VALID for chip in self.skills)


def channel_name(channel: Channel) -> str:
    """What people call the road."""
    return {
        Channel.MAIL: _("Mail"),
        Channel.SMS: _("Text"),
        Channel.WHATSAPP: _("WhatsApp"),
        Channel.PHONE: _("Call"),
        Channel.PAPER: _("Paper"),
    }[channel]


def initials_of(person: Person) -> str:
    """Two letters for the disc before a name."""
    words = [person.given_name, person.family_name] if person.family_name else person.given_name.split()[:2]
    return "".join(word[:1] for word in words).upper()


def name_order(text: str) -> str:
    """What a name sorts by: case doesn't count, å ä ö follow z."""
    return text.casefold().translate(_NORDIC_ORDER)


def people_rows(overview: PeopleOverview) -> list[PersonRow]:
    """A row for everybody, in the order of the directory. 100,000 take one to two seconds: call it off the window."""
    return _RowMaker(overview).rows()


def skill_state(expires_on: date | None, today: date, needed_until: date | None = None) -> SkillState:
    """Soon is within 30 days, or before the last day on which the person is on duty."""
    if expires_on is None or expires_on >= max(today + SOON, needed_until or today):
        return SkillState.VALID
    return SkillState.LAPSED if expires_on < today else SkillState.SOON


class _RowMaker:
    """Names are looked up and folded once each, not once per person."""

    def __init__(self, overview: PeopleOverview) -> None:
        directory = overview.directory
        self._overview = overview
        self._people = directory.people
        sizes = Counter(person.household_id for person in directory.people)
        self._households: dict[HouseholdId, str] = {
            key: _("{name}, {count}").format(name=household.name, count=sizes[key])
            for key, household in directory.households.items()
        }
        self._groups = {key: group.name for key, group in directory.groups.items()}
        self._skills = {key: skill.name for key, skill in directory.skills.items()}
        named: Iterable[tuple[int, str]] = (*self._groups.items(), *self._skills.items())
        self._folded = {key: folded(name) for key, name in named}
        self._folded |= {key: folded(household.name) for key, household in directory.households.items()}
        self._chips: dict[tuple[SkillId, date | None, bool], SkillChip] = {}
        self._reached = _roads(directory.people)

    def rows(self) -> list[PersonRow]:
        return [self._row(person) for person in self._people]

    def _row(self, person: Person) -> PersonRow:
        name = person.name
        group_names = [self._groups[group_id] for group_id in person.groups if group_id in self._groups]
        return PersonRow(
            id=person.id,
            name=name,
            initials=initials_of(person),
            household=self._households.get(person.household_id, "") if person.household_id else "",
            groups=", ".join(sorted(group_names)),
            group_ids=person.groups,
            skills=self._chips_of(person),
            skill_ids=tuple(grant.skill_id for grant in person.skills),
            reached=self._reached[person.id],
            searched=self._searched(person),
            role_ids=person.signed_up,
            order=name_order(f"{person.family_name}\x00{person.given_name}" if person.family_name else name),
        )

    def _chips_of(self, person: Person) -> tuple[SkillChip, ...]:
        """The worst state first, then by name."""
        if not person.skills:
            return ()
        chips = [self._chip(grant, person.id) for grant in person.skills if grant.skill_id in self._skills]
        states = list(SkillState)
        return tuple(sorted(chips, key=lambda chip: (-states.index(chip.state), chip.name)))

    def _chip(self, grant: SkillGrant, person_id: PersonId) -> SkillChip:
        duty_ends = self._overview.duty_ends.get(person_id)
        state = skill_state(grant.expires_on, self._overview.today, duty_ends.date() if duty_ends else None)
        return SkillChip(self._skills[grant.skill_id], state, grant.expires_on)

    def _searched(self, person: Person) -> str:
        ids: list[int] = [*person.groups, *(grant.skill_id for grant in person.skills)]
        if person.household_id:
            ids.append(person.household_id)
        own = (person.given_name, person.family_name, *person.emails, *person.phones)
        return " ".join([*map(_plain, own), *(self._folded.get(key, "") for key in ids)])


def _plain(text: str) -> str:
    """The same as `folded` for most names, addresses and numbers, in a fifth of the time."""
    return text.lower().translate(_PLAIN_SIGNS) if text.isascii() else folded(text)


def _roads(everybody: Sequence[Person]) -> dict[PersonId, Reached]:
    by_channel = {channel: Reached(channel, True) for channel in Channel}
    through, nobody = Reached(None, True), Reached(None, False)
    found = reach(everybody, everybody)
    roads = {left.person.id: through if left.guardians else nobody for left in found.left_out}
    roads |= {recipient.person.id: by_channel[recipient.channel] for recipient in found.recipients}
    return {person.id: roads.get(person.id, nobody) for person in everybody}
