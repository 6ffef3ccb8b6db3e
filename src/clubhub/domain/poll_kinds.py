"""What a poll that was made can be answered with instead, so that no answer loses what it says."""

from collections.abc import Collection, Iterable

from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.poll_drafts import check_kind
from clubhub.domain.polls import Answer, Mark, Poll, PollKind
from clubhub.support.texts import _, plural

_BY_MARKS = (PollKind.MARKS, PollKind.SEVERAL, PollKind.ONE)


def open_kinds(poll: Poll, answers: Collection[Answer]) -> tuple[PollKind, ...]:
    """The poll's own kind and the others that it can become; an event's poll is filled from marks alone."""
    if poll.event_id is not None:
        return (poll.kind,)
    return tuple(kind for kind in PollKind if kind is poll.kind or not lost_answers(poll.kind, kind, answers))


def check_new_kind(poll: Poll, kind: PollKind, answers: Collection[Answer], options: int) -> None:
    """Raises InvalidInput for a kind that such a poll can't have, Conflict if an answer would lose something."""
    if kind is poll.kind:
        return
    if poll.event_id is not None:
        raise InvalidInput(_("An event’s poll is answered with yes, if need be or no, since rosters are filled by it."))
    lost = len(lost_answers(poll.kind, kind, answers))
    if lost:
        raise Conflict(
            plural(
                "{count} answer would lose what it says, so nothing was changed. Copy the poll: a copy has no answers "
                "yet, and can be answered in any way.",
                "{count} answers would lose what they say, so nothing was changed. Copy the poll: a copy has no "
                "answers yet, and can be answered in any way.",
                lost,
            )
        )
    check_kind(kind, options)


def lost_answers(was: PollKind, kind: PollKind, answers: Iterable[Answer]) -> list[Answer]:
    """Those that a poll can't hold when it has another kind; what a comment alone says goes along.

    A choice is a yes, which marks can hold too.
    """
    said = [answer for answer in answers if answer.marks or answer.ranking or answer.said]
    if was not in _BY_MARKS or kind not in _BY_MARKS:
        return said
    return [answer for answer in said if not _holds(kind, answer)]


def _holds(kind: PollKind, answer: Answer) -> bool:
    if kind is PollKind.MARKS:
        return True
    is_choice = set(answer.marks.values()) <= {Mark.YES}
    return is_choice and (kind is PollKind.SEVERAL or len(answer.marks) == 1)
