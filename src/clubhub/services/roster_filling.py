"""Filling a roster in two steps: a proposal that changes nothing, then all or some of it in one step of undo."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from time import monotonic

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Cancelled
from clubhub.domain.fill_options import USUAL, FillOptions
from clubhub.domain.fill_proposals import FillProposal, Key, Lapsed, possible
from clubhub.domain.ids import EventId
from clubhub.rostering.problem import Pair
from clubhub.services.club_facts import ClubFacts, load_facts
from clubhub.services.fill_again import write_what_holds
from clubhub.services.fill_differences import DifferenceMaker
from clubhub.services.filling import Filling, Progress, Proposal
from clubhub.services.lookup import event_of
from clubhub.services.roster_view import load_roster
from clubhub.storage import change_log
from clubhub.storage.database import Database
from clubhub.support.texts import _, plural

SHOWN_EVERY_S = 0.4
"""Not oftener does a better plan become a proposal while the search goes on: each costs a look at all places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FillProgress:
    """`stage` names what the engine does: "read" (with what it has read), "first", "parts", or an aim's name.

    `state` says how good the plan is, like "118 of 120 places, proved: no plan fills more". `proposal` is the best so
    far, where a better one was found.
    """

    stage: str
    state: str = ""
    answers: int = 0
    people: int = 0
    households: int = 0
    proposal: FillProposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was written, empty for nothing; `lapsed` was left out."""

    changes: Changes
    lapsed: tuple[Lapsed, ...] = ()


class FillService:
    """Plans for rosters, made by the engine in a process of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def propose(
        self,
        event_id: EventId,
        options: FillOptions = USUAL,
        *,
        on_progress: Callable[[FillProgress], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> FillProposal:
        """The best plan that the answers allow, as differences to the roster; pins stay. Changes nothing.

        The seconds are a limit, a proved plan is taken at once. When stopped, the best plan so far is proposed;
        Cancelled is raised if there is none yet. Raises NotFound if the event is gone.
        """
        with self._database.read() as reader:
            event = event_of(reader, event_id)
            facts = load_facts(reader, event)
            filling = Filling(load_roster(reader, event), facts, options)
            as_of = change_log.newest_id(reader)
        listener = _Listener(filling, facts, as_of, on_progress)
        listener.tell_read()
        try:
            found = filling.run(on_progress=listener.hear, should_stop=should_stop)
        except Cancelled:
            if listener.plan is None:
                raise
            found = filling.explained(filling.proposal(listener.plan), listener.plan)
            return replace(listener.propose(found), is_final=True, is_stopped=True)
        return replace(listener.propose(found), is_final=True, proved=found.proved, is_best=found.is_best)

    def accept(self, proposal: FillProposal, chosen: Collection[Key] | None = None) -> Accepted:
        """Write all differences, or the chosen ones as far as they are possible without the others. One step of undo.

        What doesn't hold any more, since somebody said or did something meanwhile, is left out and told. Raises
        NotFound if the event is gone.
        """
        keys = {difference.key for difference in proposal.differences} if chosen is None else chosen
        taken = possible(proposal.differences, keys)
        with self._database.write("") as work:
            event = event_of(work, proposal.roster.event.id)
            written = write_what_holds(work, event, taken, proposal.as_of)
            work.title = _title(event.name, len(written.taken), len(proposal.differences))
        return Accepted(changes=work.changes, lapsed=written.lapsed)


class _Listener:
    """Turns what the engine says into proposals, and keeps its best plan."""

    def __init__(
        self, filling: Filling, facts: ClubFacts, as_of: int, tell: Callable[[FillProgress], None] | None
    ) -> None:
        self.plan: tuple[Pair, ...] | None = None
        self._filling = filling
        self._facts = facts
        self._as_of = as_of
        self._tell = tell
        self._maker = DifferenceMaker(filling.roster, facts)
        self._shown_at = 0.0
        self._filled = 0

    def tell_read(self) -> None:
        households = {person.household_id or person.id for person in self._facts.people}
        if self._tell:
            answers = len(self._facts.answers)
            self._tell(
                FillProgress(stage="read", answers=answers, people=len(self._facts.people), households=len(households))
            )

    def hear(self, progress: Progress) -> None:
        self.plan = progress.plan or self.plan
        if self._tell is None:
            return
        proposal = None
        if progress.plan is not None and monotonic() - self._shown_at > SHOWN_EVERY_S:
            proposal = self.propose(self._filling.proposal(progress.plan))
            self._shown_at = monotonic()
        if progress.plan is not None:
            self._filled = self._maker.filled_by(progress.plan)
        self._tell(FillProgress(stage=progress.stage, state=self._state(is_full=progress.is_full), proposal=proposal))

    def _state(self, *, is_full: bool) -> str:
        """How many of the places that must be filled the best plan fills."""
        told = _("{filled} of {places} places").format(filled=self._filled, places=self._maker.places)
        return _("{places}, proved: no plan fills more").format(places=told) if is_full else told

    def propose(self, found: Proposal) -> FillProposal:
        """With the reasons for each difference, and for each place that stays empty if they are known."""
        places = [entry.place for entry in self._filling.roster.entries()]
        return FillProposal(
            roster=self._filling.roster,
            differences=tuple(self._maker.differences(found.removed, found.added)),
            filled=self._maker.filled_after(found.removed, found.added),
            places=sum(place.is_required for place in places),
            hearing=self._maker.hearing(found.removed, found.added),
            pinned=sum(bool(place.assignment and place.assignment.is_pinned) for place in places),
            empty=tuple(self._filling.shortages(found)),
            as_of=self._as_of,
        )


def _title(event: str, taken: int, of: int) -> str:
    if taken == of:
        return _("fill the roster of {event}").format(event=event)
    return plural(
        "accept {count} change of {of} in the roster of {event}",
        "accept {count} changes of {of} in the roster of {event}",
        taken,
        of=of,
        event=event,
    )
