"""What would bring somebody to an empty place, the easiest first, and the few people worth asking."""

from collections.abc import Callable, Mapping, Sequence

from clubhub.rostering.explain import Explanation, Reason, Whereabouts
from clubhub.rostering.filter import Rule
from clubhub.rostering.whereabouts import Instead
from clubhub.support.texts import _, listed, plural

Names = Mapping[str, str]
"""The words for the ids of skills and people; an id without one stands for itself."""

NAMED = 3
"""At most so many people are named per remedy; the others are counted."""


def first_step(explanation: Explanation) -> str:
    """What to do before anything can be counted; "" once people have answered."""
    if not explanation.asked:
        return _("There is nobody to ask yet: bring people in first.")
    silent = next((reason for reason in explanation.reasons if reason.rule is Rule.SILENT), None)
    if silent and silent.excluded == explanation.asked and silent.alone:
        return _("Nobody has answered for the whole shift yet: take in answers to a poll first.")
    return ""


def remedies(explanation: Explanation, names: Names) -> list[str]:
    """What would bring somebody in, the easiest first: clauses without a capital."""
    free = explanation.at(Instead.FREE)
    found = [_put_on_it(free, names)] if free.count else []
    for rule in _HELP:
        reasons = [reason for reason in explanation.reasons if reason.rule is rule and reason.alone]
        if rule is Rule.SAID_NO:
            reasons = [reason for reason in reasons if not found or reason.alone <= NAMED]
        if rule is Rule.LACKS_SKILL and found:
            return found
        found += [_remedy(reason, names) for reason in reasons]
    return found or _train(explanation, names)


def _put_on_it(free: Whereabouts, names: Names) -> str:
    people = _people(free.people, free.count, names)
    if free.count > NAMED:
        return _("put some of the {count} on it who are free then: {people}").format(count=free.count, people=people)
    return plural(
        "put {people} on it, who is free then", "put {people} on it, who are free then", free.count, people=people
    )


def _remedy(reason: Reason, names: Names) -> str:
    people = _people(reason.people, reason.alone, names)
    return _HELP[reason.rule](reason.alone, people, names.get(reason.subject, reason.subject))


def _train(explanation: Explanation, names: Names) -> list[str]:
    skills = [names.get(r.subject, r.subject) for r in explanation.reasons if r.rule is Rule.LACKS_SKILL]
    if not skills:
        return []
    return [
        plural(
            "find or train somebody with the skill {skills}",
            "find or train somebody with the skills {skills}",
            len(skills),
            skills=listed(skills),
        )
    ]


def _people(ids: Sequence[str], count: int, names: Names) -> str:
    """The first few by name and the rest as a number."""
    named = [names.get(person, person) for person in ids[:NAMED]]
    if (left := count - len(named)) > 0:
        named.append(plural("{count} more", "{count} more", left))
    return listed(named)


def _ask(count: int, people: str, _skill: str) -> str:
    if count > NAMED:
        return _("ask some of the {count} who didn't answer: {people}").format(count=count, people=people)
    return plural("ask {people}, who didn't answer", "ask {people}, who didn't answer", count, people=people)


def _ask_again(count: int, people: str, _skill: str) -> str:
    if count > NAMED:
        return _("ask some of the {count} again who said no: {people}").format(count=count, people=people)
    return plural("ask {people} again, who said no", "ask {people} again, who said no", count, people=people)


def _let_sign_up(count: int, people: str, _skill: str) -> str:
    if count > NAMED:
        return _("ask some of the {count} to sign up for it: {people}").format(count=count, people=people)
    return plural("ask {people} to sign up for it", "ask {people} to sign up for it", count, people=people)


_HELP: dict[Rule, Callable[[int, str, str], str]] = {
    Rule.SILENT: _ask,
    Rule.SKILL_LAPSES: lambda n, people, skill: plural(
        "with a renewed {skill} {people} would fit",
        "with a renewed {skill} {people} would fit",
        n,
        skill=skill,
        people=people,
    ),
    Rule.NOT_SIGNED_UP: _let_sign_up,
    Rule.BANNED: lambda n, people, _skill: plural(
        "{people} would fit, but is kept from this place by hand",
        "{people} would fit, but are kept from this place by hand",
        n,
        people=people,
    ),
    Rule.NO_PARTNER: lambda n, people, _skill: plural(
        "{people} would fit without the partner", "{people} would fit without their partners", n, people=people
    ),
    Rule.NO_ADULT: lambda n, people, _skill: plural(
        "{people} would fit if an adult were on the shift",
        "{people} would fit if an adult were on the shift",
        n,
        people=people,
    ),
    Rule.SAID_NO: _ask_again,
    Rule.LACKS_SKILL: lambda n, people, skill: plural(
        "{people} would fit with the skill {skill}",
        "{people} would fit with the skill {skill}",
        n,
        skill=skill,
        people=people,
    ),
}
