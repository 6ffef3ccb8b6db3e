"""Which of several answers of one person counts, where more than one came in together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from clubhub.domain.replies import Verdict
from clubhub.domain.reply_reviews import ReviewItem
from clubhub.support.texts import _

_COUNTING = {Verdict.SURE, Verdict.SAME, Verdict.UNSURE, Verdict.UNSIGNED, Verdict.OLDER, Verdict.LATE}
"""Verdicts on what is the person's own word."""


def settled_items(items: Sequence[ReviewItem]) -> list[ReviewItem]:
    """The items in their order; those that a later one of the same person replaces get that verdict.

    An unsigned one doesn't take the place of a signed one. What a calendar says of one option replaces only what was
    said of that option.
    """
    of_whom: defaultdict[object, list[ReviewItem]] = defaultdict(list)
    for item in items:
        if item.whose and item.verdict in _COUNTING:
            of_whom[item.whose, tuple(item.read.marks) if item.is_partial else ()].append(item)
    replaced: set[int] = set()
    for group in of_whom.values():
        ordered = _in_time(group)
        for at, item in enumerate(ordered):
            if any(later.is_signed or not item.is_signed for later in ordered[at + 1 :]):
                replaced.add(item.number)
    return [_replaced(item) if item.number in replaced else item for item in items]


def _in_time(items: Sequence[ReviewItem]) -> list[ReviewItem]:
    """By their times where all tell theirs, else as they came."""
    if any(item.sent_at is None for item in items):
        return list(items)
    return sorted(items, key=lambda item: (item.sent_at, item.number))


def _replaced(item: ReviewItem) -> ReviewItem:
    reason = _("A later answer of {name} came with it.").format(name=item.name)
    return replace(item, verdict=Verdict.REPLACED, reasons=(reason, *item.reasons))
