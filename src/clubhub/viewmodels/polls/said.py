"""Answers without marks, in words: an order, a number, a text; and what all of them come to."""

from collections.abc import Sequence
from decimal import Decimal

from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Option, PollKind
from clubhub.domain.ranked_results import RankedResult, ranked_result
from clubhub.domain.said_results import number_result
from clubhub.support.texts import _, listed, plural
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.table_model import Column

HUNDREDTH = Decimal("0.01")


def is_said(kind: PollKind) -> bool:
    """Whether answers are a list rather than a grid of marks."""
    return kind in {PollKind.RANKED, PollKind.NUMBER, PollKind.TEXT}


def said_words(row: GridRow, options: Sequence[Option]) -> str:
    """Like "1 Cake, 2 Soup", or what was written; "" for who is silent."""
    of_id = {option.id: option for option in options}
    order = [words.option_in_short(of_id[key]) for key in row.ranking if key in of_id]
    if order:
        return ", ".join(_("{place} {option}").format(place=at, option=name) for at, name in enumerate(order, 1))
    return row.said


def said_columns(kind: PollKind, options: Sequence[Option]) -> list[Column[GridRow]]:
    """Name, answer, comment."""

    def text(row: GridRow) -> str:
        return said_words(row, options) or (_("silent") if row.is_silent else "")

    def place(row: GridRow) -> float | str:
        if kind is not PollKind.NUMBER:
            return text(row).casefold()
        return float(row.said) if row.said else float("inf")

    return [
        Column(key="name", heading=_("Name"), text=_name),
        Column(key="said", heading=_("Answer"), text=text, sort=place),
        Column(key="comment", heading=_("Comment"), text=lambda row: row.comment),
    ]


def _name(row: GridRow) -> str:
    return _("{name} (guest)").format(name=row.name) if row.is_guest else row.name


def result_sentences(kind: PollKind, options: Sequence[Option], rows: Sequence[GridRow]) -> list[str]:
    """What the answers come to; what is best first."""
    if kind is PollKind.RANKED:
        return _ranked_sentences(options, rows)
    if kind is PollKind.NUMBER:
        return _number_sentences(rows)
    texts = sum(bool(row.said) for row in rows)
    return [plural("{count} text. It stands in the list.", "{count} texts. They stand in the list.", texts)]


def _ranked_sentences(options: Sequence[Option], rows: Sequence[GridRow]) -> list[str]:
    result = ranked_result([option.id for option in options], [row.ranking for row in rows])
    if not result.ballots:
        return [_("Nobody has put the options in an order yet.")]
    names = {option.id: words.option_in_short(option) for option in options}
    first = _("Most points: {names}. An option gets one for each that a ballot puts below it.").format(
        names=listed([names[key] for key in result.most_points])
    )
    return [first, _pairs_sentence(result, names), *_places(result, names)]


def _pairs_sentence(result: RankedResult, names: dict[OptionId, str]) -> str:
    if result.wins_all_pairs is None:
        return _("No option is liked better than each of the others, one by one.")
    name = names[result.wins_all_pairs]
    return _("{name} is liked better than each of the others, one by one.").format(name=name)


def _places(result: RankedResult, names: dict[OptionId, str]) -> list[str]:
    order = sorted(result.points, key=lambda key: (-result.points[key], -result.firsts[key]))
    return [
        plural(
            "{name}: {points} points, {count} time first",
            "{name}: {points} points, {count} times first",
            result.firsts[key],
            name=names[key],
            points=f"{result.points[key]:g}",
        )
        for key in order
    ]


def _number_sentences(rows: Sequence[GridRow]) -> list[str]:
    found = number_result([Decimal(row.said) for row in rows if row.said])
    if found is None:
        return [_("Nobody has written a number yet.")]
    return [
        _("Together {total}.").format(total=_figure(found.total)),
        _("{mean} on average, {middle} in the middle.").format(mean=_figure(found.mean), middle=_figure(found.middle)),
        _("From {least} to {most}.").format(least=_figure(found.least), most=_figure(found.most)),
    ]


def _figure(number: Decimal) -> str:
    """With two decimals at most."""
    return format(number.quantize(HUNDREDTH).normalize(), "f")
