"""Who sent a message, as far as its sender tells: a mail address, a phone number, a name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from clubhub.domain.errors import ClubHubError
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.plain_names import folded
from clubhub.domain.replies import Message
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """`owners` have the address or number: a family may share one. `why` tells why nobody was found, or how."""

    person: Person | None = None
    owners: tuple[Person, ...] = ()
    why: str = ""


class Senders:
    """Everybody of the club; `region` is the country of numbers without a code."""

    def __init__(self, people: Sequence[Person], region: str) -> None:
        self._region = region
        self._index = NameIndex(people)
        self._by_mail: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_phone: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Person]] = defaultdict(list)
        self._names = {folded(person.name) for person in people}
        self._names |= {folded(person.family_name + person.given_name) for person in people}
        for person in people:
            self._by_given[folded(person.given_name)].append(person)
            for mail in person.emails:
                self._by_mail[mail.casefold()].append(person)
            for phone in person.phones:
                self._by_phone[phone].append(person)

    def is_name(self, words: str) -> bool:
        """Whether somebody of the club is called so, by both names."""
        return folded(words) in self._names

    def is_given_name(self, word: str) -> bool:
        """Whether just one of the club has this given name."""
        return len(self._by_given.get(folded(word), [])) == 1

    def find(self, message: Message) -> Sender:
        owners = self._owners(message)
        if len(owners) == 1:
            return Sender(person=owners[0], owners=tuple(owners))
        named = [owner for owner in owners if folded(owner.name) == folded(message.author)]
        if len(named) == 1:
            return Sender(person=named[0], owners=tuple(owners))
        if owners:
            return Sender(owners=tuple(owners), why=_("Several people have this address."))
        return self._by_name(message.author) if message.author else Sender(why=_no_sender(message))

    def _owners(self, message: Message) -> list[Person]:
        found = self._by_mail.get(message.address.casefold(), []) if message.address else []
        return found or self._by_phone.get(self._phone(message.author), [])

    def _phone(self, author: str) -> str:
        if sum(map(str.isdigit, author)) < 6 or any(map(str.isalpha, author)):
            return ""
        from clubhub.formats.contacts import read_phone
        from clubhub.formats.unreadable import Unreadable

        try:
            return read_phone(author, self._region)
        except Unreadable:
            return ""

    def _by_name(self, author: str) -> Sender:
        try:
            return Sender(person=self._index.find(author))
        except ClubHubError as error:
            alike = self._by_given.get(folded(author), [])
            if len(alike) == 1:
                return Sender(person=alike[0], why=_("Only a given name is told."))
            return Sender(why=str(error))


def _no_sender(message: Message) -> str:
    if message.address:
        return _("Nobody in the club has the address {address}.").format(address=message.address)
    return _("It isn't said whose answer this is.")
