"""People as a file describes them, before they are in the club: names stand for ids."""

from dataclasses import dataclass
from datetime import date

from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_fields import PersonField
from clubhub.domain.tables import RowProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillDraft:
    """A skill by name, held to the end of `expires_on` (None: for good)."""

    name: str
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """`row` is the number that the file's own program shows, 0 for what was typed. None and "": nothing is said.

    Limits are in minutes, `signed_up`, `likes` and `dislikes` names of roles that the club has; see `Person`.
    """

    row: int = 0
    given_name: str
    family_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    preferred_channel: Channel | None = None
    age_band: AgeBand | None = None
    language: str = ""
    household: str = ""
    is_guardian: bool = False
    groups: tuple[str, ...] = ()
    skills: tuple[SkillDraft, ...] = ()
    note: str = ""
    max_minutes: int | None = None
    max_minutes_day: int | None = None
    min_rest: int | None = None
    signed_up: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """A column's heading and what it was taken for, in the words of the club."""

    heading: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column of the file, from the left: its heading, the first cells below it, and what it was taken for.

    `meaning` is "" for a column that is not used; `field` is None then, and for a skill with columns of its own.
    """

    heading: str
    cells: tuple[str, ...]
    field: PersonField | None
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSheet:
    """A whole file of people, in the file's order; a row is in `drafts` or has at least one problem.

    `ignored` are the headings of columns that were not used; `notes` say how the file was read. `layout` has every
    column, used or not.
    """

    drafts: tuple[PersonDraft, ...]
    problems: tuple[RowProblem, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    layout: tuple[SheetColumn, ...] = ()
