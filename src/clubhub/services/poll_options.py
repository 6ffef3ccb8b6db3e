"""A poll's options after it was made: added, called otherwise, limited, removed. What people answered stays.

An option keeps its number for ever: ballots that are out go by it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.errors import Conflict, InvalidInput, changed_meanwhile
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.poll_drafts import check_most, check_options, tidied
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Option, Poll
from clubhub.services.new_options import new_options
from clubhub.storage import clubs, poll_records, polls
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWanted:
    """An option as it should be; `option_id` None for a new one. A slot's label is made of its time."""

    option_id: OptionId | None = None
    slot: Span | None = None
    label: str = ""
    most: int | None = None


class OptionsWriter:
    """A poll's options on their way to what is wanted."""

    def __init__(self, work: UnitOfWork, poll: Poll, seen: Sequence[Option], wanted: Sequence[OptionWanted]) -> None:
        self._work, self._poll, self._wanted = work, poll, wanted
        self._seen = {option.id: option for option in seen}
        self._present = {option.id: option for option in polls.load_options(work, poll.id)}

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
        _drop_decision(self._work, self._poll.id, [option.id for option in gone])
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


def _drop_decision(work: UnitOfWork, poll_id: PollId, option_ids: Collection[OptionId]) -> None:
    """What was decided for one of these is open again."""
    decision = poll_records.find_decision(work, poll_id)
    if decision is not None and decision.option_id in option_ids:
        poll_records.delete_decision(work, decision)
