"""What came in, item by item, for a person to look at before any of it is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clubhub.domain.answer_owners import Whose, whose
from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.domain.replies import Message, ReplyRead, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One answer that came in. `number` is its place among those that came in together.

    `person` is None for a guest (`guest_name`), or if nobody could be found. `is_signed`: its code is the person's own.
    `sent_at` is UTC, None if it isn't told. `present` is the answer that it would replace, None for none. `reasons` are
    sentences on the verdict. `is_partial`: it is about some options alone; what was said of the others stays.
    """

    number: int
    message: Message
    read: ReplyRead
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    person: Person | None = None
    guest_name: str = ""
    is_signed: bool = False
    is_partial: bool = False
    sent_at: datetime | None = None
    present: Answer | None = None

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.guest_name

    @property
    def whose(self) -> Whose:
        return whose(self.person.id if self.person else None, self.guest_name)

    @property
    def can_be_taken(self) -> bool:
        return self.verdict.can_be_taken and self.read.says_something

    def marks(self) -> dict[OptionId, Mark]:
        """What the answer's marks would be."""
        earlier = dict(self.present.marks) if self.present and self.is_partial else {}
        return earlier | dict(self.read.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`talk` is how many messages are about something else. `answers` are those that stood there, by whose they are.

    `people` are those who can be meant, by family name.
    """

    poll: Poll
    options: tuple[Option, ...]
    items: tuple[ReviewItem, ...]
    talk: int = 0
    people: tuple[Person, ...] = ()
    answers: Mapping[Whose, Answer] = field(default_factory=dict)

    def words(self, item: ReviewItem) -> str:
        """What an item says, by numbers: "1, 3 yes; 4 if need be"; an order as "3, 1, 2"."""
        return said_words(self.poll, self.options, item.marks(), item.read.ranking, item.read.said)

    def present_words(self, item: ReviewItem) -> str:
        """What stands there in its place, "" for nothing."""
        present = item.present
        if present is None:
            return ""
        return said_words(self.poll, self.options, present.marks, present.ranking, present.said)

    def of(self, verdict: Verdict) -> list[ReviewItem]:
        return [item for item in self.items if item.verdict is verdict]

    @property
    def unsure(self) -> list[ReviewItem]:
        """Those that somebody has to look at."""
        settled = {Verdict.SURE, Verdict.SAME, Verdict.REPLACED}
        return [item for item in self.items if item.verdict not in settled and item.can_be_taken]


def said_words(
    poll: Poll, options: Sequence[Option], marks: Mapping[OptionId, Mark], ranking: Sequence[OptionId], said: str
) -> str:
    """An answer in few words, its options by their numbers."""
    of_id = {option.id: str(option.number) for option in options}
    if ranking:
        return ", ".join(of_id[option] for option in ranking if option in of_id)
    groups = {mark: [of_id[o.id] for o in options if marks.get(o.id) is mark] for mark in Mark}
    parts = [f"{', '.join(numbers)} {poll.word(mark)}" for mark, numbers in groups.items() if numbers]
    return "; ".join(parts) or said


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An item that shall be counted, as whose: a person's, or a guest's by name."""

    number: int
    person_id: PersonId | None = None
    guest_name: str = ""


def taken_as_found(items: Sequence[ReviewItem]) -> list[Taken]:
    return [
        Taken(number=item.number, person_id=item.person.id if item.person else None, guest_name=item.guest_name)
        for item in items
    ]
