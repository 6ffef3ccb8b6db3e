"""The answer page: saved once for the club's own site; its address, and where the answers go, are written here."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.ballots import Asking
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.asking import answers_to_sentence
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart, preview


class AskPage(AskPart):
    """The address is kept on this computer, for this club."""

    changed = Signal()
    """The page has another address."""
    answers_changed = Signal(str, str)
    """The mail address and the number that answers go to, as somebody typed them."""

    def __init__(self, dialog: QWidget, shell: Shell, board: PollBoard) -> None:
        super().__init__(dialog, shell)
        self._club = board.club.name
        self._sent_to = ("", "")
        self.address_field = QLineEdit(shell.settings.current.answer_page_of(self._club))
        self.address_field.setPlaceholderText("https://")
        self.mail, self.phone = QLineEdit(), QLineEdit()
        self.save = button(_("Save the page…"), self._choose_folder, icon="link", name="save-page")
        self.link = preview(_("The link to this poll"))
        self.link.setFixedHeight(4 * shell.theme.line_height())
        self._answers = label(tone="text2", wrap=True)
        form = Form(
            [
                Field(
                    name=_("Where the club has put it"),
                    widget=self.address_field,
                    help=_("Its full address, such as https://club.example/answer.html. Empty: no page yet."),
                    check=self._check,
                )
            ]
        )
        self._form = form
        to = Form([Field(name=_("Answers by mail go to"), widget=self.mail),
                   Field(name=_("Answers by phone go to"), widget=self.phone)])  # fmt: skip
        self.setLayout(column(row(self.save, None), form, self.link, self._answers, to, self.told, None, space=8))
        self.address_field.editingFinished.connect(self._keep_address)
        self.mail.editingFinished.connect(self._send_answers_to)
        self.phone.editingFinished.connect(self._send_answers_to)

    def address(self) -> str:
        """Of the page, "" for none."""
        return self._shell.settings.current.answer_page_of(self._club)

    def show_asking(self, asking: Asking) -> None:
        super().show_asking(asking)
        self.link.setPlainText(asking.everybody.page_link or _("The link stands here once the page has an address."))
        self._answers.setText(answers_to_sentence(asking))
        self._sent_to = (asking.asked.answers_to.mail, asking.asked.answers_to.phone)
        for field, text in ((self.mail, asking.asked.answers_to.mail), (self.phone, asking.asked.answers_to.phone)):
            if not field.hasFocus():
                field.setText(text)

    def _check(self) -> str:
        text = self.address_field.text().strip()
        if not text or text.startswith(("https://", "http://")):
            return ""
        return _("An address begins with https://.")

    @Slot()
    def _keep_address(self) -> None:
        text = self.address_field.text().strip()
        if self._form.is_complete() and text != self.address():
            settings = self._shell.settings
            settings.keep(settings.current.with_answer_page(self._club, text))
            self.changed.emit()

    @Slot()
    def _send_answers_to(self) -> None:
        if self.asking is None:
            return
        typed = (self.mail.text().strip(), self.phone.text().strip())
        if typed != self._sent_to:
            self._sent_to = typed
            self.answers_changed.emit(*typed)

    @Slot()
    def _choose_folder(self) -> None:
        folder = self.choose_folder(_("Where the page shall lie"))
        if folder is not None:
            self.write_to(folder)

    def write_to(self, folder: Path) -> None:
        ballots = self._shell.services.ballots
        self._shell.jobs.run(_("Writing the page"), lambda _progress: ballots.write_page(folder), self._tell_page,
                             owner=self, on_failed=self._refuse)  # fmt: skip

    def _tell_page(self, path: Path) -> None:
        said = _("Saved as {path}. Put it on the club's pages, and write its address here.").format(path=path)
        self.tell(said, path.parent)
