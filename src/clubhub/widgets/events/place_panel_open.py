"""The panel of an empty place: why it is empty, and who could step in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from clubhub.domain.ids import PersonId
from clubhub.domain.plain_names import folded
from clubhub.domain.stand_ins import StandIn, StandIns
from clubhub.services.empty_place import WhyEmpty
from clubhub.services.places import PlaceStory
from clubhub.support.texts import _, plural
from clubhub.viewmodels import place_words as words
from clubhub.widgets.controls import button, clear, column, filter_field, label, line, row
from clubhub.widgets.events.place_panel_parts import CountBar, Initials, SignChip
from clubhub.widgets.theme import Theme

SHOWN = 6
"""So many people at first, and so many more each time."""


class StandInRow(QWidget):
    """Somebody who could step in, what is to be known first, and the button that puts them there."""

    chosen = Signal(object)
    """A PersonId."""

    def __init__(self, theme: Theme, candidate: StandIn) -> None:
        super().__init__()
        self._person_id: PersonId = candidate.person.id
        self.assign = button(_("Assign"), self._choose)
        self.assign.setAccessibleName(_("Assign {name}").format(name=candidate.person.name))
        self.assign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        found = words.signs(candidate)
        self.assign.setAccessibleDescription(
            ", ".join((words.stand_in_line(candidate), *(sign.text for sign in found)))
        )
        about = column(
            label(candidate.person.name, kind="strong"),
            label(words.stand_in_line(candidate), tone="text2", wrap=True),
            space=3,
        )
        for sign in found:
            about.addWidget(SignChip(theme, sign.meaning, sign.text), 0, Qt.AlignmentFlag.AlignLeft)
        self.setToolTip("\n".join(broken.sentence for broken in candidate.breaks))
        layout = row(space=10)
        layout.addWidget(Initials(theme, candidate.person), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(about, 1)
        layout.addWidget(self.assign, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._person_id)


class OpenPlace(QWidget):
    """Made for one story; the next place gets a new one."""

    assign_wanted = Signal(object, str)
    """A PersonId, and why rules may be set aside ("" if nobody said)."""

    def __init__(self, theme: Theme, story: PlaceStory) -> None:
        super().__init__()
        self._theme = theme
        self._stand_ins = story.stand_ins or StandIns(everybody=(), fitting=0, bent=0)
        self._shown = SHOWN
        self._search = filter_field(_("Find anyone in the club"), _("Find anyone in the club"))
        self._search.textChanged.connect(self._look)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(_("Why may this rule be set aside? (optional)"))
        self._reason.setAccessibleName(_("Why may this rule be set aside?"))
        self._reason.setProperty("quiet", True)
        self._rows = column(space=14)
        self._count = label(tone="text2")
        self._more = button(_("Show more"), self._show_more, look="link")
        self.setLayout(column(space=10))
        self._fill(story.why)
        self._show_rows()

    def focus_first(self) -> None:
        """On the first Assign, or the search if there is nobody."""
        rows = self.rows()
        (rows[0].assign if rows else self._search).setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[StandInRow]:
        """Those shown now, from the top."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, StandInRow)]

    def _fill(self, why: WhyEmpty | None) -> None:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        if why is not None:
            layout.addWidget(label(_("Why is this place empty?"), kind="strong"))
            layout.addWidget(label(words.why_sentence(why), tone="text2", wrap=True))
            layout.addLayout(self._bars(why))
            note = words.proof(why)
            if note:
                layout.addLayout(self._note("proof", note))
            if why.remedy and not why.is_proved:
                layout.addLayout(self._note("info", why.remedy))
            layout.addWidget(line())
        layout.addLayout(row(label(_("Who could step in"), kind="strong"), None, self._count))
        layout.addWidget(self._search)
        layout.addLayout(self._rows)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._reason)

    def _bars(self, why: WhyEmpty) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for at, count in enumerate(why.counts):
            number = label(str(count.count), kind="strong")
            grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            bar = CountBar(self._theme, count.count / max(1, why.asked))
            grid.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words.count_words(count), wrap=True), at, 2)
        return grid

    def _note(self, meaning: str, text: str) -> QHBoxLayout:
        sign = SignChip(self._theme, meaning, "", is_bare=True)
        layout = row(sign, space=6)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(text, tone="text2", wrap=True), 1)
        if not text:  # shown while it has no parent yet, it would be a window
            sign.hide()
        return layout

    def _show_rows(self) -> None:
        clear(self._rows)
        found = self._found()
        for candidate in found[: self._shown]:
            made = StandInRow(self._theme, candidate)
            made.chosen.connect(self._assign)
            self._rows.addWidget(made)
        self._more.setVisible(len(found) > self._shown)
        self._reason.setVisible(any(not candidate.fits for candidate in found[: self._shown]))
        if not found:
            self._rows.addWidget(label(_("Nobody is found."), tone="text2"))
        self._count.setText(self._count_text())

    def _found(self) -> list[StandIn]:
        wanted = folded(self._search.text())
        if not wanted:
            return list(self._stand_ins.likely)
        return [candidate for candidate in self._stand_ins.everybody if wanted in folded(candidate.person.name)]

    def _count_text(self) -> str:
        if self._stand_ins.fitting:
            return plural("{count} fits every rule", "{count} fit every rule", self._stand_ins.fitting)
        return _("one rule bent") if self._stand_ins.bent else ""

    @Slot(object)
    def _assign(self, person_id: PersonId) -> None:
        self.assign_wanted.emit(person_id, self._reason.text())

    @Slot()
    def _look(self) -> None:
        self._shown = SHOWN
        self._show_rows()

    @Slot()
    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show_rows()
