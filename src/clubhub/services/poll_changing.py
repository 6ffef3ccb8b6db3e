"""Changing a poll by its name, as it is typed on the command line; the window has its own form."""

from collections.abc import Collection, Sequence

from clubhub.domain.changes import Changes
from clubhub.domain.option_names import option_called
from clubhub.domain.polls import Option
from clubhub.domain.written_weeks import weekly_slots
from clubhub.services.lookup import find_poll
from clubhub.services.poll_forms import PollFormService, PollWanted
from clubhub.services.poll_options import OptionWanted
from clubhub.services.written_polls import WrittenPoll
from clubhub.storage.database import Database


class PollChangingService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def change(
        self, poll: str, written: WrittenPoll, *, name: str | None = None, removed: Collection[str] = ()
    ) -> Changes:
        """Change a poll as it is `written`, with new options after the others; `removed` are named or numbered.

        Raises what `PollFormService.revise` raises, InvalidInput for what can't be read, NotFound for names.
        """
        forms = PollFormService(self._database)
        with self._database.read() as reader:
            found = find_poll(reader, poll)
        seen = forms.sheet(found.id)
        with self._database.read() as reader:
            settings = written.settings(reader, seen.settings)
        gone = {option_called(seen.options, one).id for one in removed}
        kept = [option for option in seen.options if option.id not in gone]
        options = _wanted(kept, written)
        return forms.revise(
            seen, PollWanted(name=name or found.name, kind=found.kind, settings=settings, options=options)
        )


def _wanted(kept: Sequence[Option], written: WrittenPoll) -> tuple[OptionWanted, ...]:
    """Those that stay, and those that are added, with their limits."""
    slots = sorted(slot for pattern in written.weekly for slot in weekly_slots(pattern))
    rooms = written.rooms(
        [(option.number, option.label) for option in kept]
        + [(0, "") for _slot in slots]
        + [(0, choice) for choice in written.choices]
    )
    present = [
        OptionWanted(
            option_id=option.id,
            slot=(option.starts, option.ends) if option.starts and option.ends else None,
            label=option.label,
            most=rooms.get(at, option.most),
        )
        for at, option in enumerate(kept)
    ]
    first = len(kept)
    timed = [OptionWanted(slot=slot, most=rooms.get(at)) for at, slot in enumerate(slots, first)]
    plain = [
        OptionWanted(label=label, most=rooms.get(at)) for at, label in enumerate(written.choices, first + len(slots))
    ]
    return (*present, *timed, *plain)
