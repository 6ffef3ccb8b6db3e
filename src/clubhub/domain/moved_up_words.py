"""What somebody is written who waited for a place and has one now, and how Home says it."""

from collections.abc import Mapping, Sequence

from clubhub.domain.ids import PersonId
from clubhub.domain.overview import Task, TaskKind
from clubhub.domain.polls import Poll
from clubhub.domain.reminders import ToRemind
from clubhub.support.texts import _, listed, plural, some_of

MOST_NAMES = 2

Places = Mapping[PersonId, Sequence[str]]
"""For each who moved up the names of the options."""


def moved_up_subject(poll: str) -> str:
    return _("You have a place: {poll}").format(poll=poll)


def moved_up_words(one: ToRemind, poll: str, club: str, places: Places) -> str:
    """`one.silent` are those it is about: the reader, their minors, or both."""
    reader = one.recipient.person
    lines = [_("Hello {name},").format(name=reader.given_name or reader.name)]
    for person in one.silent:
        where = listed(places[person.id])
        if person.id == reader.id:
            lines.append(_("you waited for {places} of “{poll}” and have a place now.").format(places=where, poll=poll))
        else:
            sentence = _("{name} waited for {places} of “{poll}” and has a place now.")
            lines.append(sentence.format(name=person.given_name or person.name, places=where, poll=poll))
    lines.append(_("If that doesn't suit any more, please tell us soon, so that somebody else can come."))
    return "\n".join([*lines, club])


def moved_up_task(poll: Poll, moved: Sequence[tuple[str, str]], *, people: int) -> Task:
    """For Home; `moved` are names with what they have a place at now, `people` is how many they are."""
    told = some_of([_("{name} for {place}").format(name=name, place=place) for name, place in moved], MOST_NAMES)
    return Task(
        kind=TaskKind.MOVED_UP,
        headline=plural(
            "{count} person has moved up from a waiting list",
            "{count} people have moved up from a waiting list",
            people,
        ),
        detail=_("“{poll}”: {moved}. Tell them.").format(poll=poll.name, moved=told),
        poll_id=poll.id,
    )
