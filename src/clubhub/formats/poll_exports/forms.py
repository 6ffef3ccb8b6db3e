"""Google Forms and Microsoft Forms: a row per time somebody sent the form, the moment in the first columns.

Times are a grid ("When can you? [Sat 12 June]"), a question each, or one question with boxes to tick, whose choices
stand in one cell: with commas in Google's files, with semicolons in Microsoft's. A form sent twice counts as it was
sent last. Recognised by the moments, not by words: the headings are in every language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clubhub.domain.errors import InvalidInput
from clubhub.formats.answer_words import mark_of
from clubhub.formats.poll_exports.export import Export, ExportRow, Source, columns_of, is_blank, padded
from clubhub.formats.poll_exports.form_choices import ChoiceReader
from clubhub.support.texts import _, plural

_MOMENT = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T,].*\d{1,2}[:.]\d\d.*")
_GRID = re.compile(r"(.*?)\s*\[(.+)\]")
_NAME = re.compile(
    r"(?:your |full |first and last )*names?(?: and surname)?\??|(?:etu-? ?ja suku)?nimi(?:si)?\??"
    r"|(?:ditt |för- och efter)?namn|(?:ihr |dein |vor- und nach)?name"
    r"|(?:votre )?nom(?: et prénom)?|prénom et nom|nimesi",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?:first|given) name|etunimi|förnamn|vorname|prénom", re.IGNORECASE)
_FAMILY = re.compile(r"(?:last|family) name|surname|sukunimi|efternamn|nachname|nom(?: de famille)?", re.IGNORECASE)
_MAIL = re.compile(r".*(?:e-?mail|sähköposti|e-post|courriel|messagerie|username|käyttäjänimi).*", re.IGNORECASE)
_COMMENT = re.compile(
    r".*(?:comment|remark|anything else|komment|huomautu|muuta|anmärkning|övrigt|bemerkung|sonst|remarque).*",
    re.IGNORECASE,
)
_NOBODY = {"anonymous", "anonyymi", "anonym", "anonyme"}
_MOST_MOMENTS = 4


@dataclass(frozen=True, slots=True)
class _Places:
    """Which columns, counted from 0, hold what. `names` are one, or given and family name."""

    names: tuple[int, ...]
    mail: int | None
    comment: int | None
    answers: tuple[int, ...]


def read(source: Source) -> Export | None:
    """None if the file isn't a form's. Raises InvalidInput for a form without a question that a poll could ask."""
    if len(source.rows) < 2:
        return None
    heads = [" ".join(cell.split()) for cell in source.rows[0]]
    rows = [(source.number(at), padded(row, len(heads))) for at, row in enumerate(source.rows) if at]
    rows = [(number, row) for number, row in rows if not is_blank(row)]
    moments = [
        at for at in range(min(_MOST_MOMENTS, len(heads))) if rows and all(_is_moment(row[at]) for _n, row in rows)
    ]
    is_google, is_microsoft = moments[:1] == [0], moments[:2] == [1, 2]
    if not is_google and not is_microsoft:
        return None
    places = _places(heads, [row for _number, row in rows], moments)
    return _export(heads, rows, places, source, separator=", " if is_google else ";")


def _is_moment(cell: str) -> bool:
    return _MOMENT.fullmatch(cell) is not None


def _places(heads: Sequence[str], rows: Sequence[Sequence[str]], moments: Sequence[int]) -> _Places:
    def filled(at: int) -> bool:
        """A row of a grid stays even if nobody answered it."""
        return bool(_GRID.fullmatch(heads[at])) or any(row[at] and row[at].casefold() not in _NOBODY for row in rows)

    asked = [
        at for at in range(moments[-1] + 1, len(heads)) if filled(at) and not all(_is_moment(row[at]) for row in rows)
    ]
    given = [at for at in asked if _GIVEN.fullmatch(heads[at])]
    family = [at for at in asked if _FAMILY.fullmatch(heads[at])]
    named = [at for at in asked if _NAME.fullmatch(heads[at])]
    mails = [at for at in asked if _MAIL.fullmatch(heads[at]) and not _GRID.fullmatch(heads[at])]
    names = (given[0], family[0]) if given and family else tuple(named[-1:] or given[:1] or mails[:1])
    rest = [at for at in asked if at not in {*names, *named, *mails}]
    comments = [at for at in rest if _COMMENT.fullmatch(heads[at]) and not _GRID.fullmatch(heads[at])]
    answers = tuple(at for at in rest if at not in comments)
    mail = next((at for at in mails if at not in names), None)
    return _Places(names=names, mail=mail, comment=next(iter(comments), None), answers=answers)


def _export(
    heads: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str]]],
    places: _Places,
    source: Source,
    *,
    separator: str,
) -> Export:
    reader = ChoiceReader(separator, source.today)
    grid = [at for at in places.answers if _GRID.fullmatch(heads[at])]
    ticked = None if grid else reader.ticked_question(places.answers, [row for _n, row in rows])
    marked = [at for at in places.answers if all(not row[at] or mark_of(row[at]) for _n, row in rows)]
    if ticked is not None:
        options = reader.all_of(row[ticked] for _n, row in rows)
        cells = [reader.ticks(row[ticked], options) for _n, row in rows]
        used, notes = [ticked], [_("Who ticked something was taken to say no to what they left free.")]
    elif grid or marked:
        used, notes = grid or marked, []
        options = _grid_words([heads[at] for at in used])
        cells = [tuple(row[at] for at in used) for _n, row in rows]
    else:
        raise InvalidInput(
            _("The form asks nothing that a poll could ask: no times, no choices. Nothing was taken in.")
        )
    unused = [heads[at] for at in places.answers if at not in used]
    taken = _last_of_each([_row(number, row, places, own) for (number, row), own in zip(rows, cells, strict=True)])
    return Export(
        columns=columns_of(options, source.today),
        rows=taken,
        notes=(*notes, *_left_out(unused), *_sent_again(len(rows) - len(taken))),
    )


def _row(number: int, row: Sequence[str], places: _Places, cells: tuple[str, ...]) -> ExportRow:
    return ExportRow(
        row=number,
        name=" ".join(row[at] for at in places.names).strip(),
        cells=cells,
        comment=row[places.comment] if places.comment is not None else "",
        mail=row[places.mail] if places.mail is not None and "@" in row[places.mail] else "",
    )


def _grid_words(headings: Sequence[str]) -> list[str]:
    """What stands in brackets; with the question where two questions have the same rows."""
    parts = [match.groups() if (match := _GRID.fullmatch(heading)) else ("", heading) for heading in headings]
    words = [word for _question, word in parts]
    if len(set(words)) == len(words):
        return words
    return [f"{question}: {word}" if question else word for question, word in parts]


def _last_of_each(rows: Sequence[ExportRow]) -> tuple[ExportRow, ...]:
    last = {row.name.casefold() or str(row.row): row for row in rows}
    return tuple(row for row in rows if last[row.name.casefold() or str(row.row)] is row)


def _left_out(headings: Sequence[str]) -> list[str]:
    return [_("“{heading}” was left out: it is no time and no choice.").format(heading=heading) for heading in headings]


def _sent_again(count: int) -> list[str]:
    if not count:
        return []
    return [
        plural(
            "{count} form was sent again later: the last one counts.",
            "{count} forms were sent again later: the last ones count.",
            count,
        )
    ]
