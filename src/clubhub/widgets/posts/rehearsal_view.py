"""Beside the writing of a post: how it will look to one of its readers."""

from PySide6.QtWidgets import QWidget

from clubhub.services.post_readers import Rehearsal
from clubhub.support.texts import _
from clubhub.viewmodels.posts import reader_words
from clubhub.widgets.controls import column, label
from clubhub.widgets.posts.text_view import SafeTextView
from clubhub.widgets.theme import Theme


class RehearsalView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = SafeTextView(theme, _("Preview"))
        self.text.setPlaceholderText(_("What you write shows here."))
        self._reader = label(kind="small", tone="text2", wrap=True)
        head = column(label(_("Preview"), kind="strong"), self._reader, space=0)
        layout = column(head, self.text, margins=(16, 0, 0, 0), space=4)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self.text.show_html(rehearsal.html)
        self._reader.setText(reader_words(rehearsal.reader))
        self._reader.setVisible(bool(rehearsal.reader))
