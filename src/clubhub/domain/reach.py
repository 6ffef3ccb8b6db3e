"""By which road a post reaches each of its people, and who is left out and why.

Each person is told once, by the road that they prefer, else the first of mail, text, phone that leads to them. Minors
are told through the guardians of their household, never directly.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.ids import HouseholdId, PersonId
from clubhub.domain.people import AgeBand, Channel, Person
from clubhub.support.texts import _, listed, plural

ROADS = (Channel.MAIL, Channel.SMS, Channel.WHATSAPP, Channel.PHONE, Channel.PAPER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """`address` is a mail address or a number (E.164), "" on paper. `minors` are those told through this person.

    `is_meant` is False for a guardian who is told for the minors alone.
    """

    person: Person
    channel: Channel
    address: str = ""
    minors: tuple[Person, ...] = ()
    is_meant: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Somebody who gets nothing directly. `guardians` (not empty) are told in their place; `why` is a sentence."""

    person: Person
    why: str
    guardians: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Both in the order of the people that were asked for, guardians of minors last."""

    recipients: tuple[Recipient, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def by_road(self) -> dict[Channel, int]:
        """How many by each road that is taken, the usual road first."""
        counts = Counter(recipient.channel for recipient in self.recipients)
        return {road: counts[road] for road in ROADS if counts[road]}

    @property
    def unreached(self) -> tuple[LeftOut, ...]:
        """Those who hear nothing, not even through a guardian."""
        return tuple(person for person in self.left_out if not person.guardians)


def reach(wanted: Iterable[Person], everybody: Iterable[Person]) -> Reach:
    """The roads to the people wanted; `everybody` is where guardians are looked for."""
    guardians = _guardians(everybody)
    direct: dict[PersonId, Recipient] = {}
    left_out: list[LeftOut] = []
    minors: list[Person] = []
    for person in wanted:
        road = _road(person)
        if is_minor(person):
            minors.append(person)
        elif road is None:
            left_out.append(LeftOut(person=person, why=_("No mail address and no phone number is known.")))
        else:
            direct[person.id] = Recipient(person=person, channel=road[0], address=road[1])
    told, without = _told_through_guardians(minors, guardians, direct)
    return Reach(recipients=tuple(told.values()), left_out=(*left_out, *without))


def is_minor(person: Person) -> bool:
    """An unknown age counts as adult."""
    return person.age_band is not None and person.age_band is not AgeBand.ADULT


def roads_sentence(reach: Reach) -> str:
    """Like "22 by mail, 9 by text and 3 on paper"; "" when nobody is reached."""
    counts = reach.by_road
    texts = counts.get(Channel.SMS, 0) + counts.get(Channel.WHATSAPP, 0)
    parts = [
        (counts.get(Channel.MAIL, 0), _("{count} by mail")),
        (texts, _("{count} by text")),
        (counts.get(Channel.PHONE, 0), _("{count} by phone")),
        (counts.get(Channel.PAPER, 0), _("{count} on paper")),
    ]
    return listed([words.format(count=count) for count, words in parts if count])


def road_name(channel: Channel) -> str:
    """The road in words."""
    return {
        Channel.MAIL: _("mail"),
        Channel.SMS: _("text message"),
        Channel.WHATSAPP: _("WhatsApp"),
        Channel.PHONE: _("phone call"),
        Channel.PAPER: _("paper"),
    }[channel]


def _road(person: Person) -> tuple[Channel, str] | None:
    """The preferred road if it leads anywhere, else the first that does."""
    mail = next(iter(person.emails), "")
    phone = next(iter(person.phones), "")
    preferred = person.preferred_channel
    if preferred == Channel.PAPER:
        return Channel.PAPER, ""
    if preferred in {Channel.SMS, Channel.WHATSAPP, Channel.PHONE} and phone:
        return preferred, phone
    if mail:
        return Channel.MAIL, mail
    return (Channel.SMS, phone) if phone else None


def _guardians(everybody: Iterable[Person]) -> dict[HouseholdId, list[Person]]:
    """The grown-up guardians of each household that can be reached."""
    found: dict[HouseholdId, list[Person]] = defaultdict(list)
    for person in everybody:
        if person.is_guardian and person.household_id is not None and not is_minor(person) and _road(person):
            found[person.household_id].append(person)
    return found


def _told_through_guardians(
    minors: Sequence[Person], guardians: Mapping[HouseholdId, Sequence[Person]], direct: Mapping[PersonId, Recipient]
) -> tuple[dict[PersonId, Recipient], list[LeftOut]]:
    """The recipients with their minors, further guardians added; and why each minor is left out."""
    told = dict(direct)
    children: dict[PersonId, list[Person]] = defaultdict(list)
    left_out = []
    for minor in minors:
        own = tuple(guardians.get(minor.household_id, ())) if minor.household_id is not None else ()
        left_out.append(LeftOut(person=minor, why=_minor_sentence(own), guardians=own))
        for guardian in own:
            road = _road(guardian)
            if guardian.id not in told and road is not None:
                told[guardian.id] = Recipient(person=guardian, channel=road[0], address=road[1], is_meant=False)
            children[guardian.id].append(minor)
    return {person_id: replace(one, minors=tuple(children[person_id])) for person_id, one in told.items()}, left_out


def _minor_sentence(guardians: Sequence[Person]) -> str:
    if not guardians:
        return _("Under 18, and no guardian of the household can be reached.")
    names = listed([guardian.name for guardian in guardians])
    return plural(
        "Under 18: told through the guardian {names}.",
        "Under 18: told through the guardians {names}.",
        len(guardians),
        names=names,
    )
