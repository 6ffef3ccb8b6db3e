"""People, households, groups and skills."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clubhub.domain.ids import GroupId, HouseholdId, PersonId, RoleId, SkillId

HouseholdKey = HouseholdId | PersonId


class AgeBand(StrEnum):
    """How old a person is, as exactly as planning needs it: no birth date is kept."""

    UNDER_13 = "under 13"
    FROM_13 = "13-15"
    FROM_16 = "16-17"
    ADULT = "adult"

    @property
    def lowest_age(self) -> int:
        """The youngest age in years that the band holds."""
        return {AgeBand.UNDER_13: 0, AgeBand.FROM_13: 13, AgeBand.FROM_16: 16, AgeBand.ADULT: 18}[self]

    @classmethod
    def of_age(cls, years: int) -> "AgeBand":
        return next(band for band in reversed(cls) if years >= band.lowest_age)

    @classmethod
    def of_birth_date(cls, born_on: date, today: date) -> "AgeBand":
        """The band on `today`; someone born on 29 February is a year older from 1 March in other years."""
        had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
        return cls.of_age(max(0, today.year - born_on.year - (not had_birthday)))


class Channel(StrEnum):
    """The road by which a person wants to be reached."""

    MAIL = "mail"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    PHONE = "phone"
    PAPER = "paper"


class RoleWish(StrEnum):
    """What somebody has said about a role, whatever the event."""

    SIGNED_UP = "signed up"
    LIKES = "likes"
    DISLIKES = "dislikes"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGrant:
    """A skill that a person holds, to the end of `expires_on` (None: for good)."""

    skill_id: SkillId
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`emails` and `phones` (E.164) are in the order of preference. An unknown age band (None) counts as adult.

    The person works at most `max_minutes` in an event and `max_minutes_day` on a day (None: as much as there is), and
    rests `min_rest` minutes between shifts of different days (None: as long as the club says). `signed_up` are roles
    that they have signed up for, `likes` and `dislikes` those that they would rather do or not.
    """

    id: PersonId
    given_name: str
    family_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    preferred_channel: Channel | None = None
    age_band: AgeBand | None = None
    language: str = ""
    household_id: HouseholdId | None = None
    is_guardian: bool = False
    groups: tuple[GroupId, ...] = ()
    skills: tuple[SkillGrant, ...] = ()
    note: str = ""
    max_minutes: int | None = None
    max_minutes_day: int | None = None
    min_rest: int | None = None
    signed_up: tuple[RoleId, ...] = ()
    likes: tuple[RoleId, ...] = ()
    dislikes: tuple[RoleId, ...] = ()
    version: int = 1

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_minor(self) -> bool:
        return self.age_band not in {None, AgeBand.ADULT}

    @property
    def household_key(self) -> HouseholdKey:
        """The household; somebody without one is a household alone."""
        return self.household_id or self.id

    @property
    def short_name(self) -> str:
        """Like "Veikko S.", for places too narrow for the whole name."""
        return f"{self.given_name} {self.family_name[:1]}." if self.given_name and self.family_name else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """It owes `duty_minutes` of work in a season (None: as much as the club asks of every household; 0: nothing)."""

    id: HouseholdId
    name: str
    duty_minutes: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A team or squad."""

    id: GroupId
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    id: SkillId
    name: str
    version: int = 1
