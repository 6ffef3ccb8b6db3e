"""A poll in a form: what can be chosen there, the poll as it stands, and all that was changed, in one step."""

from dataclasses import dataclass, replace

from clubhub.domain.answer_keys import new_secret
from clubhub.domain.audiences import Membership
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.events import Role
from clubhub.domain.ids import PollId
from clubhub.domain.people import Group, Person
from clubhub.domain.poll_drafts import PollSettings, tidied
from clubhub.domain.poll_kinds import check_new_kind, open_kinds
from clubhub.domain.polls import Option, Poll, PollKind
from clubhub.services.audiences import load_membership
from clubhub.services.lookup import poll_of
from clubhub.services.poll_options import OptionsWriter, OptionWanted
from clubhub.services.poll_settings import checked, refuse_taken_name, settings_of, with_settings, write_needs
from clubhub.storage import clubs, events, people, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PollFormChoices:
    """Whom a poll can ask or need, each by name."""

    club: Club
    membership: Membership
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PollSheet:
    """A poll with all that a form can change; `kinds` are those that it can have without losing an answer."""

    poll: Poll
    settings: PollSettings
    options: tuple[Option, ...]
    kinds: tuple[PollKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PollWanted:
    """A poll as it should be; options that aren't in it any more are removed."""

    name: str
    kind: PollKind
    settings: PollSettings
    options: tuple[OptionWanted, ...]


class PollFormService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self) -> PollFormChoices:
        """For a new poll or a changed one."""
        with self._database.read() as reader:
            return PollFormChoices(
                club=clubs.load_club(reader),
                membership=load_membership(reader),
                people=tuple(people.load_people(reader)),
                groups=tuple(people.load_groups(reader)),
                roles=tuple(events.load_roles(reader)),
            )

    def sheet(self, poll_id: PollId) -> PollSheet:
        """Raises NotFound if the poll is gone."""
        with self._database.read() as reader:
            poll = poll_of(reader, poll_id)
            return PollSheet(
                poll=poll,
                settings=settings_of(reader, poll),
                options=tuple(polls.load_options(reader, poll_id)),
                kinds=open_kinds(poll, polls.load_answers(reader, poll_id)),
            )

    def revise(self, seen: PollSheet, wanted: PollWanted) -> Changes:
        """Make a poll what is wanted; answers stay, also those to options that are removed, for undo.

        Options that came since `seen` are left alone. Another kind makes the ballots of before void: they ask another
        question. Raises InvalidInput for what can't be asked, a taken name or an audience that can't be read, NotFound
        for names in it, Conflict if what is changed was changed meanwhile or an answer would lose what it says.
        """
        with self._database.write(_("change the poll “{name}”").format(name=seen.poll.name)) as work:
            poll = replace(seen.poll, name=tidied(wanted.name))
            if not poll.name:
                raise InvalidInput(_("The poll needs a name. Nothing was changed."))
            refuse_taken_name(work, poll)
            poll = _of_kind(work, poll, wanted)
            settings = checked(work, poll, wanted.settings)
            polls.save_poll(work, with_settings(poll, settings))
            are_needs_changed = write_needs(work, poll.id, settings.needs)
            are_options_changed = OptionsWriter(work, poll, seen.options, wanted.options).write()
            if are_needs_changed or are_options_changed:
                polls.touch_poll(work, poll.id)
        return work.changes


def _of_kind(work: UnitOfWork, poll: Poll, wanted: PollWanted) -> Poll:
    """The poll with the wanted kind; of another kind its old ballots would be read as something else."""
    if wanted.kind is poll.kind:
        return poll
    check_new_kind(poll, wanted.kind, polls.load_answers(work, poll.id), len(wanted.options))
    return replace(poll, kind=wanted.kind, secret=new_secret())
