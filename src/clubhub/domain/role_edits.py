"""What a person writes when a role is changed by hand."""

from dataclasses import dataclass

from clubhub.domain.errors import InvalidInput
from clubhub.domain.people import AgeBand
from clubhub.support.texts import _

PRIORITIES = range(1, 10)
"""1 is filled first where people are few; as in a shift plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEdit:
    """With the meanings of the fields of `Role`; `skills` are names, new ones are made."""

    name: str
    skills: tuple[str, ...] = ()
    minimum_age: AgeBand | None = None
    note: str = ""
    bring: str = ""
    priority: int = 5
    is_opt_in: bool = False


def check_role(edit: RoleEdit) -> None:
    """Raises InvalidInput with a sentence on what is wrong."""
    if not edit.name.strip():
        raise InvalidInput(_("The role needs a name. Nothing was changed."))
    if edit.priority not in PRIORITIES:
        raise InvalidInput(_("A role's priority is a number from 1, filled first, to 9. Nothing was changed."))
