"""Refusals of what looks like a schedule and isn't one that can be read."""

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _


def not_a_schedule(found: str) -> InvalidInput:
    """`found` is what stands at the top of the file."""
    return InvalidInput(
        _("The file is no schedule: it begins with “{found}” instead of “schedule”. Nothing was changed.").format(
            found=found[:40]
        )
    )


def another_dialect() -> InvalidInput:
    """For the dialects with a flat list of entries, of which one writes times as "0930"."""
    return InvalidInput(
        _(
            "The file calls itself a schedule but isn't built of conference, days and rooms, as frab and pretalx "
            "write it: it is another dialect. Nothing was changed."
        )
    )
