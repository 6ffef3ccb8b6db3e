"""The forms in which an event can be handed out, as data for the export dialog."""

from dataclasses import dataclass

from clubhub.domain.file_names import safe_stem
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.support.texts import _

FOLDER = ""
"""The suffix of a form that is a folder of files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm:
    """`layout` counts for a PDF alone. `file_name` is what is proposed, without the suffix."""

    key: str
    title: str
    about: str
    suffix: str
    icon: str
    layout: RosterLayout = RosterLayout.VENUE
    file_name: str = ""

    @property
    def is_pdf(self) -> bool:
        return self.suffix == ".pdf"


def export_forms() -> list[ExportForm]:
    """Paper first, then what programs read, then what people read on a screen."""
    return [
        *_paper(),
        ExportForm(
            key="text", title=_("Text for a chat"), suffix=".txt", icon="sms",
            about=_("What is open first, then day by day. Copy it into the club's chat."), file_name=_("roster"),
        ),
        ExportForm(
            key="calendars", title=_("A calendar for each person"), suffix=FOLDER, icon="calendar",
            about=_("A folder with one .ics file per person: each opens in any calendar, with place and phone number."),
            file_name=_("calendars"),
        ),
        ExportForm(
            key="calendar", title=_("One calendar of everything"), suffix=".ics", icon="calendar",
            about=_("Every shift with who is on it, to subscribe to or to put on the club's pages."),
            file_name=_("roster"),
        ),
        ExportForm(
            key="page", title=_("Page for the web"), suffix=".html", icon="link",
            about=_("One file that any browser shows, also without the internet; on a phone it folds up."),
            file_name=_("roster"),
        ),
        ExportForm(
            key="sheet", title=_("Spreadsheet"), suffix=".xlsx", icon="list",
            about=_("A row per place, to sort and filter in Excel or LibreOffice."), file_name=_("roster"),
        ),
        ExportForm(
            key="csv", title=_("CSV"), suffix=".csv", icon="file",
            about=_("The same rows as plain text, for other programs."), file_name=_("roster"),
        ),
    ]  # fmt: skip


def _paper() -> list[ExportForm]:
    return [
        ExportForm(
            key="venue", title=_("By place, for the wall"), suffix=".pdf", icon="paper", layout=RosterLayout.VENUE,
            about=_("A sheet per place: who is there when, and what is still open."), file_name=_("roster"),
        ),
        ExportForm(
            key="person", title=_("By person"), suffix=".pdf", icon="people", layout=RosterLayout.PERSON,
            about=_("Everybody by family name with all their times."), file_name=_("roster by person"),
        ),
        ExportForm(
            key="shift", title=_("By time"), suffix=".pdf", icon="time", layout=RosterLayout.SHIFT,
            about=_("A plain list from the first shift to the last."), file_name=_("roster by time"),
        ),
        ExportForm(
            key="strip", title=_("Strips to hand out"), suffix=".pdf", icon="person", layout=RosterLayout.STRIP,
            about=_("A strip for each person, to cut out."), file_name=_("roster strips"),
        ),
    ]  # fmt: skip


def proposed_name(form: ExportForm, event_name: str) -> str:
    """A file name without anything that a file system minds, like "Kvarken Games roster.pdf"."""
    return f"{safe_stem(event_name)} {form.file_name}".strip() + form.suffix
