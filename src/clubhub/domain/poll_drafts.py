"""A poll that is about to be made, and changes to its answers, before they are in the club's file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import AnswerId, EventId, GroupId, OptionId, PersonId, RoleId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Mark, PollKind, Shown
from clubhub.domain.slots import whole_day
from clubhub.support.texts import _

MOST_OPTIONS = 200
LEAST_TO_CHOOSE = 2
LONGEST_WORD = 24
END_OF_DAY = time(23, 59)
"""When a poll closes for which a day alone is chosen, by the club's clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """Somebody who must be able to come, or so many of a group or fit for a role; exactly one id is set."""

    person_id: PersonId | None = None
    group_id: GroupId | None = None
    role_id: RoleId | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PollSettings:
    """What can be changed about a poll besides its name and options; fields as in Poll. `closes_at` is UTC."""

    closes_at: datetime | None = None
    note: str = ""
    words: tuple[str, ...] = ()
    audience: str = ""
    shown: Shown = Shown.NAMES
    needs: tuple[NeedDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PollDraft:
    """`slots` are wall-clock times in the zone of the event, else of the club; they may be in any order.

    `labels` are plain choices, asked after the slots in this order. `most` says for how many people there is room at a
    slot or choice; those that aren't in it have no limit.
    """

    name: str
    slots: tuple[Span, ...] = ()
    labels: tuple[str, ...] = ()
    event_id: EventId | None = None
    kind: PollKind = PollKind.MARKS
    most: Mapping[Span | str, int] = field(default_factory=dict)
    settings: PollSettings = field(default_factory=PollSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkEdit:
    """One cell of the grid. `was` is what the person at the desk saw there; None is silence.

    Whose it is: a person's, or that of a guest's answer (`person_id` None, `answer_id` set).
    """

    option_id: OptionId
    was: Mark | None
    mark: Mark | None
    person_id: PersonId | None = None
    answer_id: AnswerId | None = None


def usual_name(event: str) -> str:
    """What the poll of an event is called unless somebody says otherwise."""
    return _("{event}: when can you come?").format(event=event)


def check_draft(draft: PollDraft) -> PollDraft:
    """The draft with its texts tidied and its slots in order of time. Raises InvalidInput with what is missing."""
    name = tidied(draft.name)
    if not name:
        raise InvalidInput(_("The poll needs a name. Nothing was made."))
    slots, labels = check_options(draft.slots, draft.labels)
    check_kind(draft.kind, len(slots) + len(labels))
    if draft.event_id is not None and (draft.kind is not PollKind.MARKS or labels):
        raise InvalidInput(
            _("An event’s poll asks when people can come, by times alone. Ask this in a poll of its own.")
        )
    most = {tidied(key) if isinstance(key, str) else key: count for key, count in draft.most.items()}
    for count in most.values():
        check_most(count)
    return replace(
        draft, name=name, slots=slots, labels=labels, most=most, settings=check_settings(draft.settings)
    )  # fmt: skip


def check_options(slots: Iterable[Span], labels: Iterable[str]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Slots in order of time, and labels tidied. Raises InvalidInput for doubles, wrong times or too many."""
    in_order, tidy = tuple(sorted(slots)), tuple(filter(None, map(tidied, labels)))
    if len(in_order) + len(tidy) > MOST_OPTIONS:
        raise InvalidInput(
            _("{count} options are too many to answer; {most} is the most. Nothing was made.").format(
                count=len(in_order) + len(tidy), most=MOST_OPTIONS
            )
        )
    if len(set(in_order)) < len(in_order):
        raise InvalidInput(_("Two of the times are the same. Remove one of them."))
    if any(ends <= starts for starts, ends in in_order):
        raise InvalidInput(_("A time ends before it starts. Mend it first."))
    refuse_same_labels(tidy)
    return in_order, tidy


def refuse_same_labels(labels: Sequence[str]) -> None:
    """Raises InvalidInput if two of them read the same."""
    seen: set[str] = set()
    for label in labels:
        if plain_name(label) in seen:
            raise InvalidInput(_("The choice “{label}” stands there twice. Remove one.").format(label=label))
        seen.add(plain_name(label))


def check_most(count: int) -> None:
    if count < 1:
        raise InvalidInput(_("There must be room for one at least. Leave it empty where there is room for all."))


def check_settings(settings: PollSettings) -> PollSettings:
    """With texts tidied and needs in order, none twice. Raises InvalidInput with what is wrong."""
    words = tuple(map(tidied, settings.words)) if any(map(str.strip, settings.words)) else ()
    if words and (len(words) != len(Mark) or not all(words) or len(set(map(plain_name, words))) < len(words)):
        raise InvalidInput(_("Write three different words, for yes, if need be and no; or none for the usual ones."))
    if any(len(word) > LONGEST_WORD for word in words):
        raise InvalidInput(_("A word for an answer can have {most} letters.").format(most=LONGEST_WORD))
    return replace(
        settings, words=words, note=settings.note.strip(), audience=settings.audience.strip(),
        needs=_checked_needs(settings.needs),
    )  # fmt: skip


def tidied(text: str) -> str:
    """Without blanks around it, and single ones inside."""
    return " ".join(text.split())


def check_kind(kind: PollKind, options: int) -> None:
    """Raises InvalidInput if so many options are too many or too few to be answered so."""
    if not kind.has_options and options:
        raise InvalidInput(_("Who answers with a number or a text chooses nothing. Remove the choices."))
    if kind in {PollKind.ONE, PollKind.RANKED} and options < LEAST_TO_CHOOSE:
        raise InvalidInput(_("Give at least two choices, so that there is something to choose from."))
    if kind.has_options and not options:
        raise InvalidInput(
            _("The poll asks about nothing. Add a time or a choice first.")
            if kind is PollKind.MARKS
            else _("The poll has no choices. Add some first.")
        )


def _checked_needs(needs: Iterable[NeedDraft]) -> tuple[NeedDraft, ...]:
    found: dict[tuple[int | None, ...], NeedDraft] = {}
    for need in needs:
        who = (need.person_id, need.group_id, need.role_id)
        if sum(one is not None for one in who) != 1 or need.count < 1:
            raise InvalidInput(_("Say who is needed, and how many: one at least."))
        found[who] = replace(need, count=1) if need.person_id is not None else need
    return tuple(found.values())


def slots_of_day(day: date, times: list[time], length: timedelta) -> list[Span]:
    """The slots that begin at these times of a day, each so long; without times the whole day is one slot."""
    if not times:
        return [whole_day(day)]
    starts = [datetime.combine(day, moment) for moment in sorted(set(times))]
    return [(start, start + length) for start in starts]
