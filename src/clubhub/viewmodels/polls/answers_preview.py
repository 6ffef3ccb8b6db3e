"""What a file of answers would do, before anything is written: columns, names, and a sentence for the whole."""

from clubhub.services.answer_columns import ColumnTaken
from clubhub.services.answer_rows import NameTaken
from clubhub.services.answers_import import AnswersImport
from clubhub.support.texts import _, plural
from clubhub.viewmodels.table_model import Column


def name_columns() -> list[Column[NameTaken]]:
    return [
        Column(key="written", heading=_("Name in the file"), text=lambda row: row.written),
        Column(key="name", heading=_("Taken for"), text=_whose),
        Column(key="state", heading=_("Answer"), text=_state),
    ]


def time_columns() -> list[Column[ColumnTaken]]:
    return [
        Column(key="heading", heading=_("Column in the file"), text=lambda row: row.heading),
        Column(key="when", heading=_("Taken as"), text=_when),
    ]


def summary(outcome: AnswersImport) -> str:
    """Like "24 answers to “Helpers’ meeting”: 20 new, 4 in place of earlier ones"."""
    said = plural("{count} answer to “{poll}”", "{count} answers to “{poll}”", outcome.answers, poll=outcome.poll_name)
    new = outcome.answers - outcome.replaced
    sentence = _("{said}: {new} new, {replaced} in place of earlier ones.").format(
        said=said, new=new, replaced=outcome.replaced
    )
    if outcome.is_new_poll:
        sentence += " " + _("The poll is made from the columns.")
    return sentence


def remarks(outcome: AnswersImport) -> list[str]:
    """What a person should know before OK: guests, how the file was read, shifts that nobody was asked about."""
    guests = len(outcome.guests)
    told = [
        plural(
            "{count} name is nobody's in the club, and is kept as a guest.",
            "{count} names are nobody's in the club, and are kept as guests.",
            guests,
        )
    ]
    return [*(told if guests else []), *outcome.notes, *outcome.uncovered]


def _whose(row: NameTaken) -> str:
    return row.name or _("Guest")


def _state(row: NameTaken) -> str:
    return _("replaces") if row.replaces else _("new")


def _when(row: ColumnTaken) -> str:
    said = row.when or row.option.label
    return _("{when}, new").format(when=said) if row.is_added else said
