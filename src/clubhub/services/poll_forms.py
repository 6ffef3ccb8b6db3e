"""A poll in a form: what can be chosen there, the poll as it stands, and all that was changed, in one step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.audiences import Membership
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, changed_meanwhile
from clubhub.domain.events import Role
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.people import Group, Person
from clubhub.domain.poll_drafts import PollSettings, check_most, check_options, tidied
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Option, Poll
from clubhub.services.audiences import load_membership
from clubhub.services.lookup import poll_of
from clubhub.services.new_options import new_options
from clubhub.services.poll_options import drop_decision
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
    """A poll with all that a form can change."""

    poll: Poll
    settings: PollSettings
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWanted:
    """An option as it should be; `option_id` None for a new one. A slot's label is made of its time."""

    option_id: OptionId | None = None
    slot: Span | None = None
    label: str = ""
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollWanted:
    """A poll as it should be; options that aren't in it any more are removed."""

    name: str
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
                poll=poll, settings=settings_of(reader, poll), options=tuple(polls.load_options(reader, poll_id))
            )

    def revise(self, seen: PollSheet, wanted: PollWanted) -> Changes:
        """Make a poll what is wanted; answers stay, also those to options that are removed, for undo.

        Options that came since `seen` are left alone. Raises InvalidInput for what can't be asked, a taken name or an
        audience that can't be read, NotFound for names in it, Conflict if what is changed was changed meanwhile.
        """
        with self._database.write(_("change the poll “{name}”").format(name=seen.poll.name)) as work:
            poll = replace(seen.poll, name=tidied(wanted.name))
            if not poll.name:
                raise InvalidInput(_("The poll needs a name. Nothing was changed."))
            refuse_taken_name(work, poll)
            settings = checked(work, poll, wanted.settings)
            polls.save_poll(work, with_settings(poll, settings))
            are_needs_changed = write_needs(work, poll.id, settings.needs)
            are_options_changed = _Options(work, seen, wanted.options).write()
            if are_needs_changed or are_options_changed:
                polls.touch_poll(work, poll.id)
        return work.changes


class _Options:
    """A poll's options on their way to what is wanted."""

    def __init__(self, work: UnitOfWork, seen: PollSheet, wanted: Sequence[OptionWanted]) -> None:
        self._work, self._poll, self._wanted = work, seen.poll, wanted
        self._seen = {option.id: option for option in seen.options}
        self._present = {option.id: option for option in polls.load_options(work, seen.poll.id)}

    def write(self) -> bool:
        """Whether anything was changed."""
        self._check()
        kept = {one.option_id for one in self._wanted}
        gone = [option for option in self._seen.values() if option.id not in kept]
        added = [one for one in self._wanted if one.option_id is None]
        changed = list(self._changed())
        for option in gone:
            if self._present.get(option.id, option) != option:
                raise changed_meanwhile()
        drop_decision(self._work, self._poll.id, [option.id for option in gone])
        polls.delete_options(self._work, [option.id for option in gone])
        for option in changed:
            polls.save_option(self._work, option)
        self._add(added)
        return bool(gone or added or changed)

    def _changed(self) -> Iterator[Option]:
        for one in self._wanted:
            if one.option_id is None:
                continue
            seen = self._seen[one.option_id]
            new = replace(seen, most=one.most, label=seen.label if one.slot else tidied(one.label))
            if new != seen:
                yield new

    def _add(self, added: Sequence[OptionWanted]) -> None:
        slots = [one.slot for one in added if one.slot]
        labels = [tidied(one.label) for one in added if not one.slot]
        most = {one.slot or tidied(one.label): one.most for one in added if one.most is not None}
        language, first = clubs.load_club(self._work).language, polls.next_position(self._work, self._poll.id)
        made = new_options(self._poll.id, sorted(slots), labels, most=most, language=language, first=first)
        polls.insert_options(self._work, made)

    def _check(self) -> None:
        """With those that came meanwhile, nothing may stand there twice."""
        if not self._poll.kind.has_options:
            return
        unseen = [option for option in self._present.values() if option.id not in self._seen]
        slots = [one.slot for one in self._wanted if one.slot]
        slots += [(option.starts, option.ends) for option in unseen if option.starts and option.ends]
        labels = [one.label for one in self._wanted if not one.slot]
        labels += [option.label for option in unseen if option.starts is None]
        if any(not label.strip() for label in labels):
            raise InvalidInput(_("An option needs a name. Nothing was changed."))
        if not slots and not labels:
            raise InvalidInput(_("The poll would ask about nothing. Add another option first, or remove the poll."))
        check_options(slots, labels)
        for one in self._wanted:
            if one.most is not None:
                check_most(one.most)
            if one.option_id is not None and one.option_id not in self._present:
                raise Conflict(_("An option was removed by somebody else meanwhile. Nothing was changed."))
