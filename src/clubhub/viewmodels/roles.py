"""The club's roles in words and as a table."""

from collections.abc import Hashable
from dataclasses import dataclass

from clubhub.domain.events import Role
from clubhub.domain.people import AgeBand
from clubhub.domain.plain_names import folded
from clubhub.domain.role_edits import PRIORITIES
from clubhub.services.roles import RoleDirectory
from clubhub.support.texts import _, plural
from clubhub.viewmodels.table_model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role as the list shows it: names for ids, `signed_up` a number of people."""

    role: Role
    skills: tuple[str, ...]
    signed_up: int


def role_lines(directory: RoleDirectory) -> list[RoleLine]:
    """In the directory's order."""
    return [
        RoleLine(
            role=role,
            skills=tuple(sorted(directory.skills[skill].name for skill in role.skills)),
            signed_up=len(directory.signed_up.get(role.id, ())),
        )
        for role in directory.roles
    ]


def role_columns() -> list[Column[RoleLine]]:
    """A row per role."""
    return [
        Column(
            key="name",
            heading=_("Role"),
            text=lambda line: line.role.name,
            sort=lambda line: folded(line.role.name),
        ),
        Column(
            key="priority",
            heading=_("Priority"),
            text=lambda line: priority_names()[line.role.priority],
            sort=lambda line: line.role.priority,
        ),
        Column(key="skills", heading=_("Needs"), text=needs_text),
        Column(key="who", heading=_("Who may do it"), text=who_text),
    ]


def role_id_of(line: RoleLine) -> Hashable:
    return line.role.id


def needs_text(line: RoleLine) -> str:
    """Like "Starter, from 16 years"."""
    ages = least_age_names()
    age = [ages[line.role.minimum_age]] if line.role.minimum_age else []
    return _(", ").join([*line.skills, *age])


def who_text(line: RoleLine) -> str:
    """Everybody, or only those who have signed up."""
    people = signed_up_text(line.signed_up)
    return _("Only who signed up: {people}").format(people=people) if line.role.is_opt_in else _("Everybody")


def signed_up_text(count: int) -> str:
    return plural("{count} person", "{count} people", count) if count else _("nobody yet")


def priority_names() -> dict[int, str]:
    """How early a role is filled where people are few, in words; there is a word for each number."""
    words = (
        _("first of all"), _("very early"), _("early"), _("a little earlier"), _("as usual"), _("a little later"),
        _("late"), _("very late"), _("last of all"),
    )  # fmt: skip
    return dict(zip(PRIORITIES, words, strict=True))


def least_age_names() -> dict[str, str]:
    """By band; the youngest band is no limit."""
    return {
        AgeBand.FROM_13: _("from 13 years"),
        AgeBand.FROM_16: _("from 16 years"),
        AgeBand.ADULT: _("adults only"),
    }
