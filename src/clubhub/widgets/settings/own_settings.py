"""What is set for this computer, whichever club is open: it counts at once."""

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import column
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell

TEXT_SIZES = (100, 110, 125, 150, 175, 200)


class OwnSettings(QWidget):
    """Look, text size, language, first day of the week, paper."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.scheme = ChoiceBox({"system": _("As the system"), "light": _("Light"), "dark": _("Dark")})
        self.text_size = ChoiceBox({str(percent): f"{percent} %" for percent in TEXT_SIZES})
        self.language = ChoiceBox({"en": "English"})
        self.paper = ChoiceBox({"A4": _("A4"), "Letter": _("Letter")})
        days = {str(day): QLocale().standaloneDayName(day) for day in range(1, 8)}
        self.first_day = ChoiceBox({"0": _("As the system"), **days})
        self.setLayout(column(self._form(), None))
        self._show()
        for box in (self.scheme, self.text_size, self.language, self.paper, self.first_day):
            box.activated.connect(self._choose)

    def _form(self) -> Form:
        return Form(
            [
                Field(name=_("Look"), widget=self.scheme),
                Field(name=_("Text size"), widget=self.text_size),
                Field(name=_("Language"), widget=self.language, help=_("The only one so far.")),
                Field(name=_("First day of the week"), widget=self.first_day),
                Field(name=_("Paper"), widget=self.paper, help=_("For sheets that are printed.")),
            ]
        )

    def _show(self) -> None:
        current = self._shell.settings.current
        self.scheme.show_value(current.scheme)
        self.text_size.show_value(str(current.text_percent))
        self.language.show_value(current.language)
        self.paper.show_value(current.paper)
        self.first_day.show_value(str(current.first_weekday))

    @Slot()
    def _choose(self) -> None:
        self._shell.settings.change(
            scheme=self.scheme.value(),
            text_percent=int(self.text_size.value()),
            language=self.language.value(),
            paper=self.paper.value(),
            first_weekday=int(self.first_day.value()),
        )
        current = self._shell.settings.current
        self._shell.theme.choose(scheme=current.scheme, text_percent=current.text_percent)
