"""Skills with the day they lapse, as people write them into a list: "First aid (2027-05-01), Lifeguard bis 5/2027"."""

import re
from datetime import date
from functools import lru_cache

from clubhub.domain.person_drafts import SkillDraft
from clubhub.formats.person_cells import clean, is_yes_or_no, read_name, read_yes
from clubhub.formats.unreadable import Unreadable
from clubhub.formats.written_dates import DayOrder, last_day_of
from clubhub.support.texts import _

LATEST_YEAR = 2099
"""Certificates end in this century: 1.5.27 is in 2027."""

_BETWEEN_SKILLS = re.compile(r"[;,\n|]+(?![^(\[]*[)\]])")
# After these a date must stand; the short ones are also plain words ("bis", "till"), so a digit must follow them.
_UNTIL = (
    r"(?:valid )?until|valid to|expires(?: on)?|voimassa(?: asti)?|giltigt? till"
    r"|gültig bis|expire le|valable jusqu['’]au"
)
_SHORT_UNTIL = r"till|to|bis|t\.?o\.?m\.?|till och med|giltig t\.?o\.?m\.?|jusqu['’]au"
_DATE = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\.?|\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}|20\d\d"
_SHAPES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?P<name>.+?)[\s(\[]+(?P<end>\d[\d./-]*)\s*(?:asti|saakka)[)\]]?",
        rf"(?P<name>.+?)[\s(\[:,–-]+(?:{_UNTIL})(?:\s*:\s*|\s+)(?P<end>[^)\]]+?)[)\]]?",
        rf"(?P<name>.+?)[\s(\[:,–-]+(?:{_SHORT_UNTIL})\s+(?P<end>\d[^)\]]*?)[)\]]?",
        rf"(?P<name>.+?)\s*[(\[]\s*(?P<end>{_DATE})\s*[)\]]",
        r"(?P<name>.+?)\s+(?P<end>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})",
    )
]


def read_skills(cell: str, order: DayOrder) -> tuple[SkillDraft, ...]:
    """The skills of a list. Raises Unreadable with the reason where an end is no date."""
    return tuple(_read_skill(clean(part), order) for part in _BETWEEN_SKILLS.split(cell) if part.strip())


def read_end(cell: str, order: DayOrder) -> date:
    """The last day of a skill. Raises Unreadable with the reason."""
    try:
        return last_day_of(clean(cell), order, latest_year=LATEST_YEAR)
    except ValueError as error:
        raise Unreadable(_("“{cell}” is no date on which a skill ends").format(cell=clean(cell))) from error


def read_skill_column(name: str, mark: str, end: str, order: DayOrder) -> SkillDraft | None:
    """The skill of a person from columns of its own: a yes or no ("" where there is none) and an end, either blank.

    The end's column may also say yes (held for good) or no. None: the person doesn't have it.
    """
    if end and not is_yes_or_no(end):
        is_denied = bool(mark) and not read_yes(mark)
        return None if is_denied else SkillDraft(name=name, expires_on=read_end(end, order))
    return SkillDraft(name=name) if read_yes(mark or end) else None


@lru_cache(maxsize=10_000)
def _read_skill(text: str, order: DayOrder) -> SkillDraft:
    for shape in _SHAPES:
        if found := shape.fullmatch(text):
            return SkillDraft(name=read_name(found["name"]), expires_on=read_end(found["end"], order))
    return SkillDraft(name=read_name(text))
