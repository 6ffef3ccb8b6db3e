"""What the sheet for the wall carries besides the text."""

from PySide6.QtWidgets import QCheckBox, QWidget

from clubhub.domain.papers import Paper
from clubhub.services.post_exports import Sheet
from clubhub.support.texts import _, plural
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog


class SheetDialog(Dialog):
    """`open_places` is how many places of the post's event are open."""

    def __init__(self, parent: QWidget, *, event: str, open_places: int, asks: bool, paper: Paper) -> None:
        super().__init__(
            parent,
            _("Sheet for the wall"),
            _("One page as PDF on {paper} paper, readable at two metres.").format(paper=paper),
            accept=_("Save the sheet…"),
        )
        self._paper = paper
        self.places = QCheckBox(
            plural(
                "The open place of {event}, with a box for initials",
                "The {count} open places of {event}, each with a box for initials",
                open_places,
                event=event.replace("&", "&&"),
            )
        )
        self.places.setChecked(asks and open_places > 0)
        if not open_places:
            self.places.hide()
        self.strips = QCheckBox(_("Eight strips to tear off, with whom to call"))
        self.body.addWidget(self.places)
        self.body.addWidget(self.strips)
        if not open_places and event:
            self.body.addWidget(label(_("{event} has no open place.").format(event=event), tone="text2", wrap=True))
        self.accept_button.setFocus()

    def sheet(self) -> Sheet:
        return Sheet(has_places=self.places.isChecked(), has_tear_offs=self.strips.isChecked(), paper=self._paper)
