"""Which of the club's skills a role means that only knows names for it, such as a shift plan's in several languages."""

from collections.abc import Iterable

from clubhub.domain.ids import SkillId
from clubhub.domain.people import Skill
from clubhub.domain.plain_names import folded


class SkillNames:
    """The club's skills by name, whatever the case, accents and hyphens."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._ids = {folded(skill.name): skill.id for skill in skills}

    def first(self, names: Iterable[str]) -> SkillId | None:
        """The skill of the first of these names that the club has; None if it has none of them."""
        return next((self._ids[folded(name)] for name in names if folded(name) in self._ids), None)
