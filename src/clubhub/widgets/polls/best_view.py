"""The best options by the chosen rule: cards, why, what is still open, and what other rules would take."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clubhub.domain.polls import PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.results import (
    MOST_CARDS,
    best_options,
    open_question,
    other_rules,
    rule_sentence,
    why_best,
)
from clubhub.widgets.controls import column, icon_label, label, row
from clubhub.widgets.polls.result_card import ResultCard
from clubhub.widgets.polls.rule_list import RuleList
from clubhub.widgets.theme import Theme


class BestView(QWidget):
    rule_wanted = Signal(object)
    """Rank by this rule."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.heading = label(kind="heading", wrap=True)
        self.sentence = label(tone="text2", wrap=True)
        self.cards = [ResultCard() for _place in range(MOST_CARDS)]
        self.why = label(kind="small", tone="text2", wrap=True)
        self.open_text = label(kind="small", tone="text2", wrap=True)
        self._open = QWidget()
        note = row(icon_label("info", "info"), self.open_text, space=10)
        note.setStretch(1, 1)
        self._open.setLayout(note)
        self.rules = RuleList(theme)
        self._rules_heading = label(_("Other rules say otherwise"), kind="strong")
        self.rules.rule_wanted.connect(self.rule_wanted)
        self.setLayout(
            column(
                self.heading, self.sentence, 6, column(*self.cards, space=8), 4,
                self.why, self._open, 4, self._rules_heading, self.rules, space=4,
            )
        )  # fmt: skip

    def show_results(self) -> None:
        best = best_options(self._model)
        is_choice = self._model.kind is not PollKind.MARKS
        self.heading.setText(_("Chosen most") if is_choice else _("Best by this rule"))
        self.sentence.setText(rule_sentence(self._model))
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(best))
            if place < len(best):
                card.show_option(best[place])
        self.why.setText(why_best(self._model))
        self.why.setVisible(bool(self.why.text()))
        self.open_text.setText(open_question(self._model))
        self._open.setVisible(bool(self.open_text.text()))
        winners = other_rules(self._model)
        self.rules.set_rows(winners)
        for part in (self._rules_heading, self.rules):
            part.setVisible(bool(winners))
