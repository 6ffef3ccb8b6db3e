"""Edits one person field by field: each is saved when it is left, one save after another, and nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.people import PeopleService
from clubhub.services.people_edits import PersonSaved
from clubhub.services.person_details import PersonDetail
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.people.field_words import not_kept_sentence

Values = Mapping[str, Any]
"""Fields of PersonDraft by name."""


class PersonEditor(QObject):
    """`detail` is what is shown. Fields that were typed but not kept stay in `unsaved` until they are settled."""

    shown = Signal(object)
    """A PersonDetail to show; fields in `unsaved` and those that are being typed in keep their text."""
    saved = Signal(object)
    """The Changes of a save."""
    refused = Signal(object, str)
    """Names of fields that can't be kept as they were typed, and why."""
    overtaken = Signal(object)
    """Names of fields that somebody else has changed too: keep_mine or take_theirs settles it."""
    failed = Signal(object)
    """Another ClubHubError."""
    gone = Signal(str)
    """The person of this name is no longer in the club, and nothing was typed."""
    lost = Signal(str)
    """The same, while something was typed: it stays, and is saved if the person comes back."""

    def __init__(self, people: PeopleService, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self._jobs = jobs
        self.detail: PersonDetail | None = None
        self.unsaved: dict[str, Any] = {}
        self._pending: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._sent_draft: PersonDraft | None = None
        self._sent_id: PersonId | None = None
        self._sent_name = ""
        self._behind: tuple[PersonId, dict[str, Any]] | None = None
        self._contested: frozenset[str] = frozenset()
        self._wanted: PersonId | None = None
        self._is_typing = False

    @property
    def person_id(self) -> PersonId | None:
        """Who is shown or about to be, None for nobody."""
        return self._wanted

    def open(self, person_id: PersonId) -> None:
        """Show somebody; what is on its way for the one before is still kept."""
        if person_id != self._wanted:
            self._forget()
            self._wanted = person_id
        self.reload()

    def close(self) -> None:
        self._forget()
        self._wanted = None

    def reload(self) -> None:
        """Look again, as somebody may have changed the person."""
        if self._wanted is None:
            return
        people, person_id = self._people, self._wanted
        self._jobs.run("", lambda _progress: people.detail(person_id), self._take, owner=self,
                       on_failed=self._miss, quiet=True)  # fmt: skip

    def hold(self, *, is_typing: bool) -> None:
        """While a text is typed, what others change is not mixed in: the save then finds out that it was overtaken."""
        self._is_typing = is_typing

    def put(self, name: str, value: object) -> None:
        """Save one field."""
        self._is_typing = False
        self.drop(name)
        self._pending[name] = value
        self._save_next()

    def drop(self, name: str) -> None:
        """Forget what was typed into a field."""
        self.unsaved.pop(name, None)
        self._contested -= {name}

    def keep_mine(self) -> None:
        """Write what was typed over what somebody else has written meanwhile."""
        self._pending |= self.unsaved
        self.unsaved, self._contested = {}, frozenset()
        self._save_next()

    def take_theirs(self) -> None:
        """Let go of what was typed."""
        self.unsaved, self._contested, self._is_typing = {}, frozenset(), False
        if self.detail is not None:
            self.shown.emit(self.detail)

    def _forget(self) -> None:
        """Leave the person: what waits behind a save is saved after it, what can't be kept is said once more."""
        if self._wanted is not None and self._sent and self._pending:
            self._behind = self._wanted, self._pending
        if self.unsaved and self.detail is not None:
            self.failed.emit(Conflict(not_kept_sentence(self.detail.person.name, self.unsaved)))
        self.detail = None
        self.unsaved, self._pending, self._contested = {}, {}, frozenset()
        self._is_typing = False

    def _save_next(self) -> None:
        if not self._sent and self._pending and self.detail is not None:
            values, self._pending = self._pending, {}
            self._send(self.detail.person, self.detail.draft, values)

    def _send(self, person: Person, base: PersonDraft, values: dict[str, Any]) -> None:
        people = self._people
        self._sent, self._sent_id, self._sent_name = values, person.id, person.name
        draft = self._sent_draft = replace(base, **values)
        self._jobs.run(_("Saving"), lambda _progress: people.save(person.id, draft, version=person.version),
                       self._keep, owner=self, on_failed=self._refuse, quiet=True)  # fmt: skip

    def _keep(self, saved: PersonSaved) -> None:
        draft, self._sent = self._sent_draft, {}
        if draft is not None:
            normal = replace(draft, emails=saved.person.emails, phones=saved.person.phones)
            if self.detail is not None and self.detail.person.id == saved.person.id:
                self.detail = replace(self.detail, person=saved.person, draft=normal)
            elif self._behind is not None and self._behind[0] == saved.person.id:
                self._send(saved.person, normal, self._behind[1])
                self._behind = None
        self.saved.emit(saved.changes)
        self._save_next()
        self.reload()

    def _refuse(self, error: Exception) -> None:
        sent, self._sent = self._sent, {}
        is_left = self.detail is None or self.detail.person.id != self._sent_id
        if is_left:
            behind = self._behind[1] if self._behind else {}
            self._behind = None
            self.failed.emit(Conflict(not_kept_sentence(self._sent_name, sent | behind, str(error))))
        elif isinstance(error, (Conflict, NotFound)):
            self.unsaved |= sent
            self.reload()
        else:
            self.unsaved |= sent
            self.refused.emit(frozenset(sent), str(error))
        self._save_next()

    def _take(self, detail: PersonDetail) -> None:
        """A newer state. Typed fields that nobody else touched are saved on top of it; the others are told."""
        if detail.person.id != self._wanted or self._sent:
            return
        before = self.detail
        is_newer = before is None or detail.person.version != before.person.version
        if self._is_typing and before is not None:
            return
        self.detail = detail
        both = before is not None and is_newer and self.unsaved
        self.shown.emit(detail)
        if both and before is not None:
            self._settle(before.draft, detail.draft)

    def _settle(self, before: PersonDraft, now: PersonDraft) -> None:
        """A field that was told as overtaken stays so until somebody chooses."""
        newly = {name for name in self.unsaved if getattr(before, name) != getattr(now, name)}
        overtaken = self._contested = frozenset(newly | self._contested)
        self._pending |= {name: value for name, value in self.unsaved.items() if name not in overtaken}
        self.unsaved = {name: value for name, value in self.unsaved.items() if name in overtaken}
        if overtaken:
            self.overtaken.emit(overtaken)
        self._save_next()

    def _miss(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            name = self.detail.person.name if self.detail else ""
            if self.unsaved or self._pending or self._is_typing:
                self.lost.emit(name)
                return
            self._forget()
            self._wanted = None
            self.gone.emit(name)
        else:
            self.failed.emit(error)
