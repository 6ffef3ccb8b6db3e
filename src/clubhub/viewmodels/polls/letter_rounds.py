"""What a round of letters is about: the silent who are reminded, or those who have moved up to a place."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clubhub.domain.changes import Changes
from clubhub.domain.ids import PollId
from clubhub.services.poll_reminders import ReminderPlan, Told
from clubhub.support.texts import _, plural
from clubhub.viewmodels.polls.reminders import remind_title

if TYPE_CHECKING:
    from clubhub.services.bundle import Services


class LetterRound(Protocol):
    """`heading` names it before it is read, `folder` is where its drafts are offered to lie.

    `log` takes the plan that was read: those who are told know no more than it does.
    """

    heading: str
    folder: str

    def title(self, plan: ReminderPlan) -> str: ...
    def read(self) -> ReminderPlan: ...
    def log(self, told: Sequence[Told], plan: ReminderPlan) -> Changes: ...
    def write_drafts(self, folder: Path) -> list[Path]: ...


class ReminderRound:
    """`page` is the address of the club's answer page, "" for none."""

    def __init__(self, services: "Services", poll_id: PollId, page: str) -> None:
        self.heading, self.folder = _("Remind"), _("Reminders")
        self._service, self._poll_id, self._page = services.reminders, poll_id, page

    def title(self, plan: ReminderPlan) -> str:
        return remind_title(plan)

    def read(self) -> ReminderPlan:
        return self._service.candidates(self._poll_id, self._page)

    def log(self, told: Sequence[Told], plan: ReminderPlan) -> Changes:  # noqa: ARG002
        return self._service.log(self._poll_id, told)

    def write_drafts(self, folder: Path) -> list[Path]:
        return self._service.write_drafts(self._poll_id, folder, page=self._page)


class MovedUpRound:
    def __init__(self, services: "Services", poll_id: PollId) -> None:
        self.heading, self.folder = _("Tell who moved up"), _("Places")
        self._service, self._poll_id = services.moved_up, poll_id

    def title(self, plan: ReminderPlan) -> str:
        count = plan.silent
        words = plural("{count} person has moved up to a place", "{count} people have moved up to a place", count)
        return words if count else _("Nobody has moved up whom you haven’t told")

    def read(self) -> ReminderPlan:
        return self._service.candidates(self._poll_id)

    def log(self, told: Sequence[Told], plan: ReminderPlan) -> Changes:
        return self._service.log(self._poll_id, told, plan.read_at)

    def write_drafts(self, folder: Path) -> list[Path]:
        return self._service.write_drafts(self._poll_id, folder)
