"""Names the columns of a table that were not used, so that a misspelt heading is noticed."""

from collections.abc import Collection, Iterator, Sequence

from clubhub.formats.person_cells import clean
from clubhub.formats.sheet_extent import column_letters
from clubhub.support.texts import _


def unused_headings(headings: Sequence[str], body: Sequence[Sequence[str]], used: Collection[int]) -> Iterator[str]:
    """What the columns that are not among the used ones are called; an empty one without a heading is passed over."""
    for column, heading in enumerate(headings):
        if column not in used:
            if heading.strip():
                yield clean(heading)
            elif any(column < len(row) and row[column].strip() for row in body):
                yield _("column {letters}, without a heading").format(letters=column_letters(column + 1))
