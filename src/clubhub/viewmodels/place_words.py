"""What a place's panel says in words: why a place is empty, why somebody could step in, or stands where they do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QLocale

from clubhub.domain.breaks import Break, Rule
from clubhub.domain.people import Channel, Person
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import RosterEntry
from clubhub.domain.stand_ins import StandIn
from clubhub.services.empty_place import Alternatives, HeadCount, Where, WhyEmpty
from clubhub.services.places import PlaceStory
from clubhub.support.texts import _, listed, plural
from clubhub.viewmodels.roster_board_words import session_text
from clubhub.viewmodels.times_in_words import hours_text, length_text, moment_text, weekday_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A few words on a tint; `meaning` names colour and icon."""

    meaning: str
    text: str


def place_title(entry: RosterEntry) -> str:
    """Like "Judge, place 2 of 3" or "Timekeeper, lane 4"."""
    lane = entry.need.need.lane(entry.place.number)
    if lane is not None:
        return _("{role}, lane {lane}").format(role=entry.need.role.name, lane=lane)
    return _("{role}, place {number} of {count}").format(
        role=entry.need.role.name, number=entry.place.number, count=len(entry.need.places)
    )


def place_when(entry: RosterEntry) -> str:
    """Like "Saturday, morning, 08:30–11:45, Pool deck"."""
    shift = entry.shift.shift
    day = shift.starts.date()
    session = session_text(entry.shift.session.name, day) if entry.shift.session else ""
    venue = entry.shift.venue.name if entry.shift.venue else ""
    return ", ".join(part for part in (weekday_text(day), session, hours_text(shift.starts, shift.ends), venue) if part)


def why_sentence(why: WhyEmpty) -> str:
    """How many of the people fit every rule."""
    fitting = sum(count.count for count in why.counts if count.where is Where.FREE)
    if not why.asked:
        return _("There is nobody in the club yet.")
    if fitting:
        return plural(
            "{count} of {asked} people fits every rule.",
            "{count} of {asked} people fit every rule.",
            fitting,
            asked=why.asked,
        )
    return plural("The {count} person doesn't fit.", "None of the {count} people fits every rule.", why.asked)


def count_words(count: HeadCount) -> str:
    """What stands beside the number: "lack the skill Starter"."""
    return _COUNTED[count.where](count.count, count.subject)


def proof(why: WhyEmpty) -> str:
    """That the place stays empty in every plan, or that some place at that time does."""
    if why.is_proved:
        return _("Proved: no plan fills this place while every rule holds.")
    if why.crowd is None:
        return ""
    return plural(
        "Proved: at {time} {places} places want somebody, and only {count} person could take any of them.",
        "Proved: at {time} {places} places want somebody, and only {count} people could take any of them.",
        why.crowd.people,
        time=moment_text(why.crowd.at),
        places=why.crowd.places,
    )


def stand_in_line(candidate: StandIn) -> str:
    """Like "Free then, 6.5 h so far, household 9 h"."""
    is_elsewhere = any(found.rule is Rule.OVERLAP for found in candidate.breaks)
    is_coming = candidate.mark in {Mark.YES, Mark.IF_NEED_BE}
    parts = [_("free then")] if is_coming and not is_elsewhere else []
    parts.append(
        _("{hours} so far").format(hours=length_text(candidate.length)) if candidate.length else _("nothing to do yet")
    )
    if candidate.household_length > candidate.length:
        parts.append(_("household {hours}").format(hours=length_text(candidate.household_length)))
    line = ", ".join(parts)
    return line[:1].upper() + line[1:]


def signs(candidate: StandIn) -> list[Sign]:
    """What a coordinator should know before choosing somebody; nothing for a plain yes."""
    found = [break_sign(broken) for broken in candidate.breaks]
    if candidate.mark is Mark.IF_NEED_BE:
        found.insert(0, Sign(meaning="ifneed", text=_("Said “if need be”")))
    elif candidate.fits and candidate.mark is Mark.YES:
        found.append(Sign(meaning="ok", text=_("Said yes")))
    return found


def break_sign(broken: Break) -> Sign:
    """Two places at once can't be kept, so they are told as danger; all else is a warning."""
    return Sign(meaning="danger" if broken.rule is Rule.OVERLAP else "warning", text=break_words(broken))


def break_words(broken: Break) -> str:
    """A broken rule in a few words."""
    return _BROKEN[broken.rule]().format(subject=broken.subject)


def facts(story: PlaceStory) -> Iterator[Sign]:
    """Why this person here: what speaks for them, and what they do besides. What speaks against them is told apart."""
    there = story.there
    if there is None:
        return
    if there.mark is Mark.YES:
        yield Sign(meaning="ok", text=_("Said yes to the whole time"))
    elif there.mark is Mark.IF_NEED_BE:
        yield Sign(meaning="ifneed", text=_("Said “if need be”"))
    lacking = {found.subject for found in there.breaks if found.rule in (Rule.SKILL_MISSING, Rule.SKILL_LAPSED)}
    for skill in story.skills:
        if skill not in lacking:
            yield Sign(meaning="ok", text=_("Holds the skill {skill}").format(skill=skill))
    yield Sign(meaning="time", text=_("{hours} in this event").format(hours=length_text(there.length)))
    if story.owed is not None:
        done, owed = length_text(there.household_length), length_text(timedelta(hours=story.owed))
        yield Sign(meaning="household", text=_("Household: {done} of the {owed} it owes").format(done=done, owed=owed))
    elif there.household_length > there.length:
        text = _("{hours} with the household").format(hours=length_text(there.household_length))
        yield Sign(meaning="household", text=text)
    if story.besides is not None:
        yield Sign(meaning="people", text=besides_sentence(story.besides))
    assignment = story.entry.place.assignment
    if assignment and assignment.is_pinned:
        yield Sign(meaning="pin", text=_("Pinned: filling leaves it"))
    else:
        yield Sign(meaning="fill", text=_("Not pinned: filling may move this person"))


def besides_sentence(besides: Alternatives) -> str:
    """How many others could be there, and where they are instead."""
    if not besides.others:
        return _("Nobody else could come then")
    where = listed([f"{count.count} {count_words(count)}" for count in besides.counts])
    return plural("{count} other could: {where}", "{count} others could: {where}", besides.others, where=where)


def other_place(entry: RosterEntry) -> str:
    """One of the person's further places, on a line."""
    shift = entry.shift.shift
    return _("{day} {hours}, {role}").format(
        day=QLocale().dayName(shift.starts.isoweekday(), QLocale.FormatType.ShortFormat),
        hours=hours_text(shift.starts, shift.ends),
        role=entry.need.role.name,
    )


def roads(person: Person) -> Iterator[tuple[str, str]]:
    """How to reach somebody, the preferred road first: icon and text."""
    phone = person.preferred_channel.value if person.preferred_channel in _BY_PHONE else "phone"
    phones = [(phone, number) for number in person.phones]
    mails = [("mail", address) for address in person.emails]
    yield from (phones + mails) if person.preferred_channel in _BY_PHONE else (mails + phones)
    if person.preferred_channel is Channel.PAPER:
        yield "paper", _("Wants it on paper")


_BY_PHONE = (Channel.SMS, Channel.WHATSAPP, Channel.PHONE)

_COUNTED: dict[Where, Callable[[int, str], str]] = {
    Where.LACKS_SKILL: lambda n, skill: plural("lacks the skill {skill}", "lack the skill {skill}", n, skill=skill),
    Where.SKILL_LAPSES: lambda n, skill: plural(
        "holds {skill}, but it lapses before the end", "hold {skill}, but it lapses before the end", n, skill=skill
    ),
    Where.TOO_YOUNG: lambda n, _skill: plural("is too young", "are too young", n),
    Where.NOT_SIGNED_UP: lambda n, _skill: plural("hasn't signed up for it", "haven't signed up for it", n),
    Where.SAID_NO: lambda n, _skill: plural("said no", "said no", n),
    Where.SILENT: lambda n, _skill: plural("didn't answer", "didn't answer", n),
    Where.TOO_LONG: lambda n, _skill: plural("doesn't want to serve that long", "don't want to serve that long", n),
    Where.BANNED: lambda n, _skill: plural("is kept from it by hand", "are kept from it by hand", n),
    Where.NO_PARTNER: lambda n, _skill: plural(
        "comes only with somebody who can't", "come only with somebody who can't", n
    ),
    Where.NO_ADULT: lambda n, _skill: plural("would be there without an adult", "would be there without an adult", n),
    Where.TRAVELLING: lambda n, _skill: plural("couldn't get there in time", "couldn't get there in time", n),
    Where.RESTING: lambda n, _skill: plural("needs the rest", "need the rest", n),
    Where.AT_LIMIT: lambda n, _skill: plural(
        "has done as much as they want to", "have done as much as they want to", n
    ),
    Where.APART: lambda n, _skill: plural("is kept apart from somebody there", "are kept apart from somebody there", n),
    Where.WITHOUT_PARTNER: lambda n, _skill: plural("comes only with somebody else", "come only with somebody else", n),
    Where.WITHOUT_ADULT: lambda n, _skill: plural("needs an adult beside them", "need an adult beside them", n),
    Where.BUSY: lambda n, _skill: plural("is on another place then", "are on another place then", n),
    Where.THERE: lambda n, _skill: plural("is on it already", "are on it already", n),
    Where.FREE: lambda n, _skill: plural("is free then", "are free then", n),
}

_BROKEN: dict[Rule, Callable[[], str]] = {
    Rule.SKILL_MISSING: lambda: _("Lacks {subject}"),
    Rule.SKILL_LAPSED: lambda: _("{subject} lapses before"),
    Rule.TOO_YOUNG: lambda: _("Younger than {subject}"),
    Rule.BANNED: lambda: _("Not to be here"),
    Rule.NOT_SIGNED_UP: lambda: _("Has not signed up"),
    Rule.OVERLAP: lambda: _("On {subject} then"),
    Rule.TOO_FAR: lambda: _("Needs {subject} min for the way"),
    Rule.SHORT_REST: lambda: _("Rests {subject} h only"),
    Rule.OVER_DAY: lambda: _("{subject} h that day"),
    Rule.OVER_LIMIT: lambda: _("{subject} h in all"),
    Rule.KEPT_APART: lambda: _("Apart from {subject}"),
    Rule.MINOR_ALONE: lambda: _("No adult there"),
    Rule.PARTNER_MISSING: lambda: _("Without {subject}"),
    Rule.SAID_NO: lambda: _("Said no"),
    Rule.SILENT: lambda: _("Didn't answer"),
}
