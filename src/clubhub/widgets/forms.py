"""Forms as data: label, widget, help and check of each field. Every control gets its name for screen readers here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from clubhub.widgets.controls import column, label
from clubhub.widgets.theme import set_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`check` returns a sentence on what is wrong, or "". `help` is a small line under the field."""

    name: str
    widget: QWidget
    help: str = ""
    check: Callable[[], str] | None = None


class Form(QWidget):
    """Fields under each other, label above, and what is wrong below."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields
        self._errors: dict[str, QLabel] = {}
        layout = column(space=4)
        for field in fields:
            caption = label(field.name, kind="strong")
            caption.setBuddy(field.widget)
            field.widget.setAccessibleName(field.name)
            layout.addWidget(caption)
            layout.addWidget(field.widget)
            if field.help:
                field.widget.setAccessibleDescription(field.help)
                layout.addWidget(label(field.help, kind="small", tone="text2", wrap=True))
            self._errors[field.name] = label(kind="small", tone="danger", wrap=True)
            self._errors[field.name].hide()
            layout.addWidget(self._errors[field.name])
            layout.addSpacing(8)
        self.setLayout(layout)

    def is_complete(self) -> bool:
        """Check every field; the first wrong one gets the focus, and each says what is wrong."""
        wrong = None
        for field in self._fields:
            sentence = field.check() if field.check else ""
            self._tell(field, sentence)
            wrong = wrong or (field.widget if sentence else None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def tell(self, widget: QWidget, sentence: str) -> None:
        """Say below a field what was found wrong with it later, and go there."""
        for field in self._fields:
            if field.widget is widget:
                self._tell(field, sentence)
                widget.setFocus()

    def _tell(self, field: Field, sentence: str) -> None:
        self._errors[field.name].setText(sentence)
        self._errors[field.name].setVisible(bool(sentence))
        set_property(field.widget, "state", "danger" if sentence else "")
