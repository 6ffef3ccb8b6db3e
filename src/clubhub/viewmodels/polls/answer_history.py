"""One person's answers to a poll, the newest first: when, how they came in, and what they said."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from clubhub.domain.polls import Answer, Option
from clubhub.services.answer_history import AnswerHistory, AnswerVersion
from clubhub.support.texts import _, listed
from clubhub.viewmodels.polls import grid_words, words
from clubhub.viewmodels.table_model import Column, RowTableModel


def history_model(history: AnswerHistory, parent: QObject | None = None) -> RowTableModel[AnswerVersion]:
    model: RowTableModel[AnswerVersion] = RowTableModel(
        [
            Column(key="when", heading=_("When"), text=lambda version: words.moment_words(version.made_at)),
            Column(key="how", heading=_("How it came in"), text=_how),
            Column(key="said", heading=_("What it says"), text=lambda version: said_words(history, version.answer)),
            Column(key="who", heading=_("Entered by"), text=lambda version: version.actor),
        ],
        id,
        parent,
    )
    model.set_rows(history.versions)
    return model


def said_words(history: AnswerHistory, answer: Answer | None) -> str:
    """All of an answer in a line, like "yes: Sat 12 June, 09:00; no: Sun 13 June, 09:00; “from ten”"."""
    if answer is None:
        return _("taken out: silent again")
    of_id = {option.id: option for option in history.options}
    parts = [_order(of_id[key] for key in answer.ranking if key in of_id)] if answer.ranking else []
    for mark in dict.fromkeys(answer.marks.values()):
        names = [
            words.option_in_short(of_id[key]) for key, said in answer.marks.items() if said is mark and key in of_id
        ]
        word = grid_words.mark_word(history.poll, mark)
        parts += [_("{mark}: {options}").format(mark=word, options=listed(names))] if names else []
    parts += [text for text in (answer.said, f"“{answer.comment}”" if answer.comment else "") if text]
    return "; ".join(parts)


def _order(options: Iterable[Option]) -> str:
    return " › ".join(words.option_in_short(option) for option in options)


def _how(version: AnswerVersion) -> str:
    return version.answer.road.phrase if version.answer else ""
