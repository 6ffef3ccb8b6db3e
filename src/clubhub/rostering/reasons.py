"""An explanation in plain words."""

from collections.abc import Callable, Mapping, Sequence

from clubhub.rostering.explain import Explanation, Reason
from clubhub.rostering.filter import Rule
from clubhub.support.texts import _, plural


def sentences(explanation: Explanation, names: Mapping[str, str] | None = None) -> list[str]:
    """Why the need is short, as a story that adds up, then what would help.

    `names` gives the words for the ids of skills and people; people without a name are counted, not listed.
    """
    known = names or {}
    return [_opening(explanation), *_story(explanation, known), *_remedies(explanation, known)]


def _opening(explanation: Explanation) -> str:
    return plural(
        "{count} of {{required}} required places is empty.",
        "{count} of {{required}} required places are empty.",
        explanation.missing,
    ).format(required=explanation.required)


def _story(explanation: Explanation, names: Mapping[str, str]) -> list[str]:
    """Each reason with those it takes from the people that were left."""
    if not explanation.asked:
        return [_("There is nobody to ask yet.")]
    told = [plural("{count} person was looked at.", "{count} people were looked at.", explanation.asked)]
    for reason in (r for r in explanation.reasons if r.further):
        text = _TOLD[reason.rule](reason.further).format(skill=names.get(reason.subject, reason.subject))
        told.append(text if len(told) == 1 else _("Of the others: {reason}").format(reason=text))
    if not explanation.able:
        return [*told, _("So nobody is left who could do it.")]
    return [*told, *_those_able(explanation, names)]


def _those_able(explanation: Explanation, names: Mapping[str, str]) -> list[str]:
    told = [plural("{count} person could do it.", "{count} people could do it.", explanation.able)]
    if explanation.filled:
        told.append(plural("{count} is on it.", "{count} are on it.", explanation.filled))
    if explanation.busy:
        busy = plural(
            "{count} is on another place at that time", "{count} are on another place at that time", explanation.busy
        )
        told.append(_listed(busy, explanation.busy_people, explanation.busy, names))
    if explanation.free:
        free = plural("{count} is free and can be put on it", "{count} are free and can be put on it", explanation.free)
        told.append(_listed(free, explanation.free_people, explanation.free, names))
    return told


def _remedies(explanation: Explanation, names: Mapping[str, str]) -> list[str]:
    """What would bring somebody in, the easiest first."""
    by_ease = sorted((r for r in explanation.reasons if r.alone and r.rule in _HELP), key=lambda r: _EASE.index(r.rule))
    found = [_remedy(reason, names) for reason in by_ease]
    short_of_skill = [r.subject for r in explanation.reasons if r.rule is Rule.LACKS_SKILL]
    if not found and short_of_skill:
        skills = ", ".join(names.get(skill, skill) for skill in short_of_skill)
        found.append(_("It would help to find or train somebody with the skill {skill}.").format(skill=skills))
    return found


def _remedy(reason: Reason, names: Mapping[str, str]) -> str:
    text = _HELP[reason.rule](reason.alone).format(skill=names.get(reason.subject, reason.subject))
    return _listed(text, reason.people, reason.alone, names)


def _listed(text: str, people: Sequence[str], count: int, names: Mapping[str, str]) -> str:
    """The sentence with the names it speaks of, where they are known."""
    known = [names[person] for person in people if person in names]
    if not known:
        return f"{text}."
    if (left := count - len(known)) > 0:
        known.append(plural("{count} more", "{count} more", left))
    return f"{text}: {', '.join(known)}."


_TOLD: dict[Rule, Callable[[int], str]] = {
    Rule.LACKS_SKILL: lambda n: plural(
        "{count} doesn't have the skill {{skill}}.", "{count} don't have the skill {{skill}}.", n
    ),
    Rule.SKILL_LAPSES: lambda n: plural(
        "{count} has the skill {{skill}}, but it lapses before the shift ends.",
        "{count} have the skill {{skill}}, but it lapses before the shift ends.",
        n,
    ),
    Rule.TOO_YOUNG: lambda n: plural("{count} is too young.", "{count} are too young.", n),
    Rule.SAID_NO: lambda n: plural("{count} said no.", "{count} said no.", n),
    Rule.SILENT: lambda n: plural("{count} didn't answer.", "{count} didn't answer.", n),
}

_HELP: dict[Rule, Callable[[int], str]] = {
    Rule.SILENT: lambda n: plural(
        "It would help to ask {count} person who could do it but didn't answer",
        "It would help to ask {count} people who could do it but didn't answer",
        n,
    ),
    Rule.SKILL_LAPSES: lambda n: plural(
        "It would help if {count} person renewed the skill {{skill}}",
        "It would help if {count} people renewed the skill {{skill}}",
        n,
    ),
    Rule.SAID_NO: lambda n: plural(
        "{count} person who said no could do it otherwise",
        "{count} people who said no could do it otherwise",
        n,
    ),
    Rule.LACKS_SKILL: lambda n: plural(
        "{count} person has the time, but would need the skill {{skill}}",
        "{count} people have the time, but would need the skill {{skill}}",
        n,
    ),
}

_EASE = list(_HELP)
