"""What filling found, in a note: how many places, what is proved, what stays open, and why."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from clubhub.domain.fill_proposals import FillProposal
from clubhub.support.texts import _, plural
from clubhub.viewmodels.fill_proposal import result_sentence, result_title
from clubhub.widgets import icons
from clubhub.widgets.controls import button, clear, column, label, row
from clubhub.widgets.theme import Theme

MOST_LINES = 9
"""So many lines of the reasons are in sight while changes stand below, and half as many more while there are none."""


class ResultNote(QFrame):
    """The reasons unfold below, on demand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("surface", "sunken")
        self._sign = label()
        self.title = label(kind="heading")
        self.sentence = label(tone="text2", wrap=True)
        self.why = button(_("Why?"), self._unfold, look="link", name="why")
        self._reasons = column(space=10)
        holder = QWidget()
        holder.setLayout(self._reasons)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(holder)
        self._scroll.setAccessibleName(_("Why places stay open"))
        self._scroll.hide()
        words = column(self.title, self.sentence, space=2)
        self.why.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = row(self._sign, words, self.why, space=14)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._scroll, margins=(18, 12, 10, 12), space=8))
        theme.changed.connect(self._paint_sign)
        self._is_proved = False
        self._has_changes = False

    def show_proposal(self, proposal: FillProposal) -> None:
        self.title.setText(result_title(proposal))
        self.sentence.setText(result_sentence(proposal))
        self._is_proved = proposal.proved
        self._has_changes = bool(proposal.differences)
        self._paint_sign()
        missing = sum(short.missing for short in proposal.empty)
        self.why.setVisible(bool(missing) and proposal.is_final)
        words = plural("Why is {count} open?", "Why are {count} open?", missing)
        self.why.setText(words)
        self.why.setAccessibleName(words)
        clear(self._reasons)
        for short in proposal.empty if proposal.is_final else ():
            place = _("{role}, {when}").format(role=short.role, when=short.when)
            self._reasons.addLayout(
                column(
                    label(place, kind="strong", wrap=True),
                    label(" ".join(short.reasons), wrap=True, select=True),
                    space=1,
                )
            )
        self._reasons.addStretch(1)
        self.show()

    @Slot()
    def _unfold(self) -> None:
        lines = MOST_LINES if self._has_changes else MOST_LINES * 3 // 2
        self._scroll.setFixedHeight(lines * self._theme.line_height())
        self._scroll.setVisible(not self._scroll.isVisible())

    @Slot()
    def _paint_sign(self) -> None:
        colours = self._theme.colours
        meaning, colour = ("proof", colours.ok.ink) if self._is_proved else ("info", colours.info.ink)
        size = round(self._theme.icon_size() * 1.5)
        self._sign.setPixmap(icons.get(meaning, colour).pixmap(QSize(size, size)))
