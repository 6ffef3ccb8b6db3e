"""What a poll is asked with: who and until when, and folded away at first a note, words, who sees what, needs."""

from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from clubhub.domain.poll_drafts import END_OF_DAY, PollSettings
from clubhub.domain.polls import Mark, PollKind, Shown
from clubhub.services.poll_forms import PollFormChoices
from clubhub.support.texts import _
from clubhub.viewmodels.polls.poll_form import NeedNames, closing, closing_wall, more_words, shown_names
from clubhub.viewmodels.polls.slots import read_times
from clubhub.widgets import icons
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.polls.day_field import DayField
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.needs_field import NeedsField
from clubhub.widgets.posts.audience_field import AudienceField
from clubhub.widgets.theme import Theme

NOTE_LINES = 3
LEAST_LETTERS, TIME_LETTERS = 66, 9


class SettingsPart(QWidget):
    """`offer` must be called before deadlines are shown: they are in the club's zone."""

    def __init__(self, theme: Theme, first_weekday: int) -> None:
        super().__init__()
        self._zone = "UTC"
        self._kind = PollKind.MARKS
        self.needs_names: NeedNames | None = None
        self.audience = AudienceField()
        self.audience.field.setPlaceholderText(_("everybody"))
        self.day = DayField(theme, _("Answers until"), _("No deadline"), _("{day}"), first_weekday)
        self.time = QLineEdit()
        self.time.setFixedWidth(TIME_LETTERS * theme.line_height() // 2)
        self.time.setAccessibleName(_("Time of the deadline"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_LINES * theme.line_height() + 16)
        self.words = [QLineEdit() for _mark in Mark]
        self.shown = ChoiceBox({str(shown): text for shown, text in shown_names().items()})
        self.needs = NeedsField()
        self.unfold = button(_("More"), self._unfold, look="link", name="more")
        self.told = label(tone="text2", wrap=True)
        self._of_marks = [self._words_form(), Form([Field(name=_("Who must be able to come"), widget=self.needs)])]
        self._folded = Halves(self._first(), self._second(), least=LEAST_LETTERS, space=28)
        self._lay_out()
        self.show_settings(PollSettings())

    def offer(self, choices: PollFormChoices) -> None:
        """What can be chosen, and the zone that deadlines are in."""
        self._zone = choices.club.time_zone
        self.audience.offer(choices.membership)
        self.needs_names = NeedNames(choices)
        self.needs.offer(self.needs_names)

    def show_kind(self, kind: PollKind) -> None:
        """Words and needs are those of marks."""
        self._kind = kind
        for part in self._of_marks:
            part.setVisible(kind is PollKind.MARKS)
        self._tell()

    def settings(self) -> PollSettings:
        """As the fields say; what the kind doesn't have is left out."""
        at, has_marks = self._time(), self._kind is PollKind.MARKS
        words = tuple(field.text().strip() for field in self.words)
        return PollSettings(
            closes_at=closing(self.day.day, at or END_OF_DAY, self._zone),
            note=self.note.toPlainText().strip(),
            words=words if has_marks and any(words) else (),
            audience=self.audience.rule().strip(),
            shown=Shown(self.shown.value()),
            needs=self.needs.values() if has_marks else (),
        )

    def show_settings(self, settings: PollSettings) -> None:
        wall = closing_wall(settings.closes_at, self._zone) if settings.closes_at else None
        at = wall.time() if wall else END_OF_DAY
        self.day.show_day(wall.date() if wall else None)
        self.time.setText(f"{at:%H:%M}")
        self.time.setEnabled(wall is not None)
        self.note.setPlainText(settings.note)
        for field, word in zip(self.words, settings.words or ("",) * len(self.words), strict=True):
            field.setText(word)
        self.audience.set_rule(settings.audience)
        self.shown.show_value(str(settings.shown))
        self.needs.show_values(settings.needs)
        self._tell()

    def is_complete(self) -> bool:
        """Whether the deadline is a time; else it says what is wrong."""
        is_complete = self._until.is_complete()
        if not is_complete:
            self.time.setFocus()
        return is_complete

    def open_more(self) -> None:
        """Show what is folded away."""
        self._folded.show()
        self._tell()

    def _lay_out(self) -> None:
        until = QWidget()
        line = row(self.day, self.time, None)
        until.setLayout(line)
        self._until = Form([Field(name=_("Answers until"), widget=until, check=self._check_time)])
        asked = Form([Field(name=_("Who is asked"), widget=self.audience)])
        always = Halves(asked, self._until, least=LEAST_LETTERS, space=28)
        self.audience.field.setAccessibleName(_("Who is asked"))
        self.day.setAccessibleName(_("Answers until"))
        told = row(self.unfold, self.told)
        told.setStretch(1, 1)
        self.setLayout(column(always, told, self._folded, space=4))
        self._folded.hide()
        self.day.chosen.connect(self._offer_time)

    def _first(self) -> QWidget:
        fields = [
            Field(name=_("Note to all who are asked"), widget=self.note),
            Field(name=_("What they see of each other"), widget=self.shown),
        ]
        made = QWidget()
        made.setLayout(column(Form(fields), None, space=0))
        return made

    def _second(self) -> QWidget:
        made = QWidget()
        made.setLayout(column(*self._of_marks, None, space=0))
        return made

    def _words_form(self) -> Form:
        line = QWidget()
        line.setLayout(row(*self.words))
        made = Form([Field(name=_("Own words for the answers"), widget=line, help=_("All three, or none."))])
        for field, mark in zip(self.words, Mark, strict=True):
            field.setPlaceholderText(mark.word)
            field.setAccessibleName(_("Own word for “{mark}”").format(mark=mark.word))
        return made

    def _time(self) -> time | None:
        """None for what is not one time."""
        times = read_times(self.time.text())
        return times[0] if times and len(times) == 1 else None

    def _check_time(self) -> str:
        if self.day.day is None or self._time() is not None:
            return ""
        return _("Write a time like 18:00.")

    @Slot()
    def _offer_time(self) -> None:
        self.time.setEnabled(self.day.day is not None)

    @Slot()
    def _unfold(self) -> None:
        self._folded.setVisible(self._folded.isHidden())
        self._tell()

    def _tell(self) -> None:
        is_folded = self._folded.isHidden()
        self.unfold.setIcon(icons.get("next" if is_folded else "down"))
        self.unfold.setAccessibleDescription(_("folded") if is_folded else _("unfolded"))
        self.told.setText(more_words(self.settings()) if is_folded else "")
