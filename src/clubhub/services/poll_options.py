"""A poll's options after it was made: added, called otherwise, limited, removed. What people answered stays."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_drafts import check_most, check_options, tidied
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Option, Poll
from clubhub.services.lookup import poll_of
from clubhub.services.new_options import new_options
from clubhub.storage import clubs, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _, plural

NO_LIMITS: Mapping[Span | str, int] = {}


class PollOptionService:
    """Each method is one step of undo. An option keeps its number for ever: ballots that are out go by it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        poll_id: PollId,
        *,
        slots: Iterable[Span] = (),
        labels: Iterable[str] = (),
        most: Mapping[Span | str, int] = NO_LIMITS,
    ) -> Changes:
        """Ask about these too, after all others; `most` as in PollDraft.

        Raises InvalidInput for one that the poll has already, that it can't have, or too many; NotFound if it is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            present = polls.load_options(work, poll_id)
            new_slots, new_labels = _checked(poll, present, slots, labels)
            for count in most.values():
                check_most(count)
            language, first = clubs.load_club(work).language, polls.next_position(work, poll_id)
            added = new_options(poll_id, new_slots, new_labels, most=most, language=language, first=first)
            polls.insert_options(work, added)
            work.title = plural(
                "add {count} option to “{poll}”", "add {count} options to “{poll}”", len(added), poll=poll.name
            )
        return work.changes

    def rename(self, option: Option, label: str) -> Changes:
        """Call an option otherwise; `option` is it as it was seen.

        Raises InvalidInput for an empty label or another option's, Conflict if it was changed meanwhile, NotFound if it
        is gone.
        """
        with self._database.write("") as work:
            name = tidied(label)
            others = (other for other in polls.load_options(work, option.poll_id) if other.id != option.id)
            if not name:
                raise InvalidInput(_("An option needs a name. Nothing was changed."))
            if any(plain_name(other.label) == plain_name(name) for other in others):
                raise InvalidInput(
                    _("The poll has the option “{label}” already. Nothing was changed.").format(label=name)
                )
            polls.save_option(work, replace(option, label=name))
            work.title = _("call the option “{old}” “{new}”").format(old=option.label, new=name)
        return work.changes

    def limit(self, options: Collection[Option], most: int | None) -> Changes:
        """Say for how many people there is room, None for all; `options` as they were seen.

        Who said yes first keeps the place when there is less room; see domain.waiting_lists. Raises InvalidInput for
        room for nobody, Conflict if an option was changed meanwhile, NotFound if one is gone.
        """
        if most is not None:
            check_most(most)
        with self._database.write("") as work:
            for option in options:
                polls.save_option(work, replace(option, most=most))
            labels = [option.label for option in options]
            work.title = (
                _("limit {option}").format(option=labels[0])
                if len(labels) == 1
                else plural("limit {count} option", "limit {count} options", len(labels))
            )
        return work.changes

    def remove(self, poll_id: PollId, option_ids: Collection[OptionId]) -> Changes:
        """Ask about these no longer; what was decided for one of them is open again. Answers keep what they said.

        Ids that are gone are passed over. Raises InvalidInput if too few would be left, NotFound if the poll is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            present = polls.load_options(work, poll_id)
            gone = [option for option in present if option.id in option_ids]
            if gone and len(gone) == len(present):
                raise InvalidInput(_("The poll would ask about nothing. Add another option first, or remove the poll."))
            drop_decision(work, poll_id, option_ids)
            polls.delete_options(work, [option.id for option in gone])
            work.title = _title(poll, gone)
        return work.changes


def _checked(
    poll: Poll, present: Collection[Option], slots: Iterable[Span], labels: Iterable[str]
) -> tuple[list[Span], list[str]]:
    """What is added, in order. Raises InvalidInput if it doesn't go with what the poll asks already."""
    if not poll.kind.has_options:
        raise InvalidInput(_("This poll is answered with a number or a text and has no options. Nothing was added."))
    new_slots, new_labels = list(slots), [tidied(label) for label in labels]
    if poll.event_id is not None and new_labels:
        raise InvalidInput(_("An event’s poll asks about times alone. Nothing was added."))
    slots_there = [(option.starts, option.ends) for option in present if option.starts and option.ends]
    labels_there = [option.label for option in present if option.starts is None]
    check_options([*slots_there, *new_slots], [*labels_there, *new_labels])
    if not new_slots and not any(new_labels):
        raise InvalidInput(_("Say what to ask about. Nothing was added."))
    return sorted(new_slots), [label for label in new_labels if label]


def drop_decision(work: UnitOfWork, poll_id: PollId, option_ids: Collection[OptionId]) -> None:
    """What was decided for one of these is open again."""
    decision = poll_records.find_decision(work, poll_id)
    if decision is not None and decision.option_id in option_ids:
        poll_records.delete_decision(work, decision)


def _title(poll: Poll, gone: Collection[Option]) -> str:
    if len(gone) == 1:
        return _("remove {option} from “{poll}”").format(option=next(iter(gone)).label, poll=poll.name)
    return plural(
        "remove {count} option from “{poll}”", "remove {count} options from “{poll}”", len(gone), poll=poll.name
    )
