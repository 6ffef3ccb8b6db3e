"""An explanation in plain words: how many places are open, what keeps people from them, and whom to ask.

Few sentences a need, since a coordinator reads them for every empty place.
"""

from collections.abc import Callable, Iterator, Sequence

from clubhub.rostering.explain import Explanation, Reason
from clubhub.rostering.filter import Rule
from clubhub.rostering.hall import HallSet
from clubhub.rostering.remedies import Names, first_step, remedies
from clubhub.rostering.whereabouts import Instead
from clubhub.support.texts import _, listed, plural

THERE = "filled"

Clock = Callable[[int], str]
"""The words for a minute of the problem, such as "Sat 10:00"."""


def sentences(explanation: Explanation, names: Names | None = None, clock: Clock | None = None) -> list[str]:
    """Two to four sentences: what is open, where the people are (these counts add up), a proof, what would help.

    `names` gives the words for the ids of skills and people; an id without one stands for itself. Without a `clock`
    moments are told as the problem counts them.
    """
    opening = plural(
        "{count} of {required} is open.",
        "{count} of {required} are open.",
        explanation.missing,
        required=explanation.required,
    )
    if step := first_step(explanation):
        return [opening, step]
    help_ = _sentence(remedies(explanation, names or {}))
    proof = crowd_sentence(explanation.hall_set, clock or _minute) if explanation.hall_set else ""
    return [opening, _counts(explanation, names or {}), *(told for told in (proof, help_) if told)]


def _minute(minute: int) -> str:
    return _("minute {minute} of the file").format(minute=minute)


def crowd_sentence(crowd: HallSet, clock: Clock) -> str:
    """More places at a moment than people who could; "" of one need, whose people are counted already."""
    if len(crowd.needs) < 2:
        return ""
    return plural(
        "At {time} {places} places want somebody, and only {count} person could take any of them.",
        "At {time} {places} places want somebody, and only {count} people could take any of them.",
        len(crowd.people),
        time=clock(crowd.minute),
        places=crowd.places,
    )


def first_remedy(explanation: Explanation, names: Names | None = None) -> str:
    """The easiest thing that would help, as a sentence; "" if nothing is known to help."""
    return first_step(explanation) or _sentence(remedies(explanation, names or {})[:1])


def _counts(explanation: Explanation, names: Names) -> str:
    """Where all the people are, each counted once: with the first rule that keeps them away."""
    told = sorted((reason for reason in explanation.reasons if reason.further), key=lambda reason: -reason.further)
    story = _story(listed(list(_told(told, names))), _those_able(explanation))
    if any(reason.further < reason.excluded for reason in told):
        return plural(
            "Of {count} person, counted once, {story}.",
            "Of {count} people, each counted once, {story}.",
            explanation.asked,
            story=story,
        )
    return plural("Of {count} person {story}.", "Of {count} people {story}.", explanation.asked, story=story)


def _story(reasons: str, able: list[tuple[str, int]]) -> str:
    if not able:
        return reasons
    if not reasons:
        return listed([_ABLE[what](count) for what, count in able])
    return _("{reasons}; {others}").format(reasons=reasons, others=_others(able))


def _told(reasons: Sequence[Reason], names: Names) -> Iterator[str]:
    named = None
    for reason in reasons:
        skill = names.get(reason.subject, reason.subject)
        if reason.rule is Rule.SKILL_LAPSES and reason.subject == named:
            yield plural(
                "{count} holds it but it lapses before the end",
                "{count} hold it but it lapses before the end",
                reason.further,
            )
        else:
            yield _TOLD[reason.rule](reason.further, skill)
        named = reason.subject or None


def _those_able(explanation: Explanation) -> list[tuple[str, int]]:
    on_it = [(THERE, explanation.filled)] if explanation.filled else []
    return on_it + [(str(one.where), one.count) for one in explanation.whereabouts]


def _others(able: list[tuple[str, int]]) -> str:
    """Those whom no rule keeps away, after those whom one does."""
    if len(able) == 1:
        [(what, count)] = able
        return _ALL_ABLE[what](count)
    clauses = listed([_ABLE[what](count) for what, count in able])
    return _("of the other {count}, {clauses}").format(count=sum(count for _what, count in able), clauses=clauses)


def _sentence(clauses: Sequence[str]) -> str:
    """The clauses as one sentence; "" of none."""
    text = _("; ").join(clauses)
    return _("{clauses}.").format(clauses=text[:1].upper() + text[1:]) if text else ""


_TOLD: dict[Rule, Callable[[int, str], str]] = {
    Rule.LACKS_SKILL: lambda n, skill: plural(
        "{count} lacks the skill {skill}", "{count} lack the skill {skill}", n, skill=skill
    ),
    Rule.SKILL_LAPSES: lambda n, skill: plural(
        "{count} holds the skill {skill} but it lapses before the end",
        "{count} hold the skill {skill} but it lapses before the end",
        n,
        skill=skill,
    ),
    Rule.TOO_YOUNG: lambda n, _skill: plural("{count} is too young", "{count} are too young", n),
    Rule.NOT_SIGNED_UP: lambda n, _skill: plural(
        "{count} hasn't signed up for it", "{count} haven't signed up for it", n
    ),
    Rule.SAID_NO: lambda n, _skill: plural("{count} said no", "{count} said no", n),
    Rule.SILENT: lambda n, _skill: plural("{count} didn't answer", "{count} didn't answer", n),
    Rule.TOO_LONG: lambda n, _skill: plural(
        "for {count} it is longer than they want to serve", "for {count} it is longer than they want to serve", n
    ),
    Rule.BANNED: lambda n, _skill: plural("{count} is kept from it by hand", "{count} are kept from it by hand", n),
    Rule.NO_PARTNER: lambda n, _skill: plural(
        "{count} comes only with somebody who can't", "{count} come only with somebody who can't", n
    ),
    Rule.NO_ADULT: lambda n, _skill: plural(
        "{count} would be there without an adult", "{count} would be there without an adult", n
    ),
}

_ABLE: dict[str, Callable[[int], str]] = {
    THERE: lambda n: plural("{count} is on it already", "{count} are on it already", n),
    Instead.BUSY: lambda n: plural(
        "{count} is on another place at that time", "{count} are on another place at that time", n
    ),
    Instead.TRAVELLING: lambda n: plural("{count} couldn't get there in time", "{count} couldn't get there in time", n),
    Instead.RESTING: lambda n: plural("{count} needs the rest", "{count} need the rest", n),
    Instead.AT_LIMIT: lambda n: plural(
        "{count} has done as much as they want to", "{count} have done as much as they want to", n
    ),
    Instead.APART: lambda n: plural(
        "{count} is kept apart from somebody there", "{count} are kept apart from somebody there", n
    ),
    Instead.WITHOUT_PARTNER: lambda n: plural(
        "{count} comes only with somebody else", "{count} come only with somebody else", n
    ),
    Instead.WITHOUT_ADULT: lambda n: plural(
        "{count} needs an adult beside them", "{count} need an adult beside them", n
    ),
    Instead.FREE: lambda n: plural("{count} is free then", "{count} are free then", n),
}

_ALL_ABLE: dict[str, Callable[[int], str]] = {
    THERE: lambda n: plural("the other one is on it already", "the other {count} are on it already", n),
    Instead.BUSY: lambda n: plural(
        "the other one is on another place at that time", "the other {count} are on another place at that time", n
    ),
    Instead.TRAVELLING: lambda n: plural(
        "the other one couldn't get there in time", "the other {count} couldn't get there in time", n
    ),
    Instead.RESTING: lambda n: plural("the other one needs the rest", "the other {count} need the rest", n),
    Instead.AT_LIMIT: lambda n: plural(
        "the other one has done as much as they want to", "the other {count} have done as much as they want to", n
    ),
    Instead.APART: lambda n: plural(
        "the other one is kept apart from somebody there", "the other {count} are kept apart from somebody there", n
    ),
    Instead.WITHOUT_PARTNER: lambda n: plural(
        "the other one comes only with somebody else", "the other {count} come only with somebody else", n
    ),
    Instead.WITHOUT_ADULT: lambda n: plural(
        "the other one needs an adult beside them", "the other {count} need an adult beside them", n
    ),
    Instead.FREE: lambda n: plural("the other one is free then", "the other {count} are free then", n),
}
