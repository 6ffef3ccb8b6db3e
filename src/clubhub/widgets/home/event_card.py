"""The next event: when, where, how full, day by day."""

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QWidget

from clubhub.domain.coverage import Coverage
from clubhub.domain.overview import EventOverview
from clubhub.support.texts import _, plural
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.controls import button, clear, column, icon_label, label, line, row
from clubhub.widgets.coverage_bar import CoverageBar
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.pages import Shell


class EventCard(QFrame):
    """Hidden while there is no event to come."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._event_id: int | None = None
        self.setProperty("surface", "card")
        self._when = label(tone="text2", kind="small")
        self._name = label(kind="heading", wrap=True)
        self._days_text = label(tone="text2", wrap=True)
        self._figure = label(kind="figure")
        self._of = label(tone="text2")
        self._bar = CoverageBar(shell.theme, height=12)
        self._legend, legend = FlowLayout(space=14), QWidget()
        legend.setLayout(self._legend)
        self._days = column(space=6)
        figure = row(self._figure, self._of, None)
        self.setLayout(
            column(
                row(label(_("Next event"), kind="small", tone="text2"), None, self._when),
                column(self._name, self._days_text, space=2), figure, self._bar, legend, line(), self._days,
                2, row(button(_("Open the roster"), self._go), None),
                margins=(20, 18, 20, 18), space=10,
            )
        )  # fmt: skip
        self.hide()

    def show_event(self, overview: EventOverview | None, today: date) -> None:
        self.setVisible(overview is not None)
        if overview is None:
            return
        event, coverage = overview.event, overview.coverage
        self._event_id = event.id
        self._name.setText(event.name)
        self._when.setText(_countdown((event.starts_on - today).days))
        first, last = (QLocale().toString(to_qt_day(day), "ddd d MMMM") for day in (event.starts_on, event.ends_on))
        days = first if first == last else _("{first} to {last}").format(first=first, last=last)
        self._days_text.setText(", ".join(part for part in (days, event.city) if part))
        self._figure.setText(str(coverage.filled))
        self._of.setText(plural("of {count} place filled", "of {count} places filled", coverage.places))
        self._bar.set_coverage(coverage.filled, coverage.places, coverage.untold)
        self._show_legend(coverage)
        self._show_days(overview)

    def _show_legend(self, coverage: Coverage) -> None:
        """What the bar's parts mean, by sign, number and word; what there is none of is left out."""
        self._legend.clear()
        parts = (
            ("ok", "ok", coverage.filled - coverage.untold, _("{count} published")),
            ("time", "ok", coverage.untold, _("{count} not published yet")),
            ("open", "open", coverage.open, _("{count} open")),
        )
        for sign, tone, count, words in parts:
            if count:
                part = QWidget()
                text = label(words.format(count=count), kind="small", tone="open" if tone == "open" else "text2")
                part.setLayout(row(icon_label(sign, tone, share=0.9), text, space=6))
                self._legend.addWidget(part)

    def _show_days(self, overview: EventOverview) -> None:
        clear(self._days)
        if len(overview.days) < 2:
            return
        for day, coverage in overview.days[:7]:
            bar = CoverageBar(self._shell.theme, height=8)
            bar.set_coverage(coverage.filled, coverage.places, coverage.untold)
            count = label(
                _("{filled} of {places}").format(filled=coverage.filled, places=coverage.places), kind="strong"
            )
            name = QLocale().toString(to_qt_day(day), "dddd")
            self._days.addLayout(column(row(label(name, tone="text2"), None, count), bar, space=4))

    def _go(self) -> None:
        self._shell.go("events", self._event_id)


def _countdown(days: int) -> str:
    if days <= 0:
        return _("now")
    return plural("tomorrow", "in {count} days", days)
