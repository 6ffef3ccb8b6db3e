"""What is to be thought of each message: whose answer it is, and whether it may be counted without another look."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from clubhub.domain.answer_invitations import read_invitation_uid
from clubhub.domain.answer_keys import NO_KEY, FormerSecret, people_by_key
from clubhub.domain.answer_owners import Whose, whose
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.domain.replies import Message, ReplyRead, Verdict
from clubhub.domain.reply_reviews import ReviewItem
from clubhub.domain.wall_time import to_utc
from clubhub.formats.ballots.words import poll_line
from clubhub.formats.replies.reading import ReplyReader
from clubhub.services.reply_senders import Sender, Senders
from clubhub.services.reply_settling import settled_items
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What messages are judged by. `others` are the names of the club's other polls by their codes.

    `former` are the secrets that the poll has had and hasn't any more.
    """

    poll: Poll
    options: tuple[Option, ...]
    people: tuple[Person, ...]
    answers: Mapping[Whose, Answer]
    others: Mapping[str, str]
    zone: str
    now: datetime
    former: tuple[FormerSecret, ...] = ()


class Judge:
    """For one poll; makes an item of every message that answers it."""

    def __init__(self, around: Surroundings, reader: ReplyReader, senders: Senders) -> None:
        self._around = around
        self._reader = reader
        self._senders = senders
        self._of_id = {person.id: person for person in around.people}
        self._keys: Mapping[str, PersonId] = people_by_key(around.poll, self._of_id)
        self._void_keys: list[Mapping[str, PersonId]] = []

    def items(self, messages: Sequence[Message]) -> tuple[tuple[ReviewItem, ...], int]:
        """In the order of the messages; and how many are about something else."""
        asked = self._asked_before(messages)
        found = [item for number, message in enumerate(messages) if (item := self._item(number, message))]
        strays = {item.number: self._stray(item, asked[item.number]) for item in found if self._is_stray(item, asked)}
        settled = settled_items([item for item in found if item.number not in strays])
        both = sorted([*settled, *strays.values()], key=lambda item: item.number)
        return tuple(both), len(messages) - len(found)

    def _asked_before(self, messages: Sequence[Message]) -> list[str]:
        """For each message of a chat the code of the poll whose ballot was the last before it, "" for none."""
        codes = [self._around.poll.code, *self._around.others]
        ballots = {code: poll_line(code) for code in codes if code}
        asked, last = [], ""
        for message in messages:
            asked.append("" if message.is_alone else last)
            last = next((code for code, line in ballots.items() if line in message.text), last)
        return asked

    def _is_stray(self, item: ReviewItem, asked: Sequence[str]) -> bool:
        """Numbers alone are meant for the ballot that stands above them in the chat."""
        is_open = not item.is_signed and item.verdict is not Verdict.OTHER_POLL
        return is_open and asked[item.number] in self._around.others

    def _stray(self, item: ReviewItem, asked: str) -> ReviewItem:
        sentence = _("Another poll was asked just before it in the chat: “{name}”.")
        reason = sentence.format(name=self._around.others[asked])
        return replace(item, verdict=Verdict.UNSURE, reasons=(reason, *item.reasons))

    def _item(self, number: int, message: Message) -> ReviewItem | None:
        read = self._read(message)
        is_about_it = bool(read.code) or read.is_damaged or (read.says_something and not read.is_talk)
        if not is_about_it and (not message.is_alone or message.invitation):
            return None
        sent_at = self._sent_at(message)
        item = ReviewItem(number=number, message=message, read=read, verdict=Verdict.NOT_AN_ANSWER, sent_at=sent_at)
        return self._judged(self._with_person(item))

    def _read(self, message: Message) -> ReplyRead:
        """An invitation asks about one option, which stands in its UID."""
        if message.invitation is None:
            return self._reader.read_message(message)
        asked = read_invitation_uid(message.invitation.uid)
        option = next((o for o in self._around.options if asked and o.number == asked.number), None)
        if asked is None or asked.poll_code != self._around.poll.code or message.invitation.mark is None:
            return ReplyRead()
        if option is None:
            return ReplyRead(comment=message.text, doubts=(_("It answers an option that the poll doesn't have."),))
        return ReplyRead(marks={option.id: message.invitation.mark}, comment=message.text)

    def _key(self, item: ReviewItem) -> str:
        """The key that signs it, "" for none."""
        asked = read_invitation_uid(item.message.invitation.uid) if item.message.invitation else None
        key = asked.key if asked else item.read.code.key if item.read.code else NO_KEY
        return "" if key == NO_KEY else key

    def _with_person(self, item: ReviewItem) -> ReviewItem:
        signed = self._of_id.get(self._keys.get(self._key(item), PersonId(0)))
        person = signed if self._is_of_this_poll(item.read) else None
        found = person or self._senders.find(item.message).person or self._void_owner(item)[0]
        guest = "" if found or self._around.poll.event_id else item.message.author
        return replace(
            item,
            person=found,
            guest_name=guest,
            is_signed=person is not None,
            is_partial=item.message.invitation is not None or self._takes_back(item.read),
            present=self._around.answers.get(whose(found.id if found else None, guest)),
        )

    def _takes_back(self, read: ReplyRead) -> bool:
        """Whether words say no to some options and nothing of the others, as "2 no, sorry" after an earlier answer."""
        is_in_words = read.code is None or not read.code.letters
        is_of_some = 0 < len(read.marks) < len(self._around.options)
        return is_in_words and is_of_some and set(read.marks.values()) == {Mark.NO}

    def _void_owner(self, item: ReviewItem) -> tuple[Person | None, FormerSecret | None]:
        """Whose key it was by a secret that the poll hasn't any more; that it is theirs proves nothing now."""
        if self._around.former and not self._void_keys:
            polls = (replace(self._around.poll, secret=former.secret) for former in self._around.former)
            self._void_keys = [people_by_key(poll, self._of_id) for poll in polls]
        key = self._key(item) if self._is_of_this_poll(item.read) else ""
        for former, owners in zip(self._around.former, self._void_keys, strict=True):
            if key in owners:
                return self._of_id[owners[key]], former
        return None, None

    def _foreign(self, item: ReviewItem) -> str:
        owner, former = self._void_owner(item)
        if owner is None or former is None:
            return _("Its key is nobody's in this poll: it comes from an old ballot, or it is made up.")
        sentence = (
            _("Its key was {name}'s and was taken back: the secret that made it was undone.")
            if former.is_taken_back
            else _("Its key was {name}'s, from a ballot that was made void.")
        )
        return sentence.format(name=owner.name)

    def _judged(self, item: ReviewItem) -> ReviewItem:
        """The item with its verdict and all reasons for it; the gravest comes first."""
        found = list(self._findings(item))
        verdict = found[0][0] if found else Verdict.SURE
        return replace(item, verdict=verdict, reasons=tuple(dict.fromkeys(reason for _v, reason in found if reason)))

    def _findings(self, item: ReviewItem) -> Iterable[tuple[Verdict, str]]:
        yield from self._of_another_poll(item)
        if not item.read.says_something and not item.read.is_damaged:
            yield Verdict.NOT_AN_ANSWER, _("It says nothing about any option of this poll.")
        sender = self._senders.find(item.message)
        yield from self._whose(item, sender)
        yield from ((Verdict.UNSURE, doubt) for doubt in item.read.doubts)
        yield from self._when(item)
        if item.present and _says_the_same(item):
            yield Verdict.SAME, _("It says what stands there already.")
        if not item.is_signed:
            yield Verdict.UNSIGNED, _("It has no code that shows who wrote it.")

    def _is_of_this_poll(self, read: ReplyRead) -> bool:
        return read.code is None or read.code.poll_code == self._around.poll.code

    def _of_another_poll(self, item: ReviewItem) -> Iterable[tuple[Verdict, str]]:
        text = f"{item.message.text}\n{item.message.quoted}"
        code = item.read.code.poll_code if item.read.code else ""
        named = [other for other in self._around.others if poll_line(other) in text]
        if code and code != self._around.poll.code:
            named = [code]
        for other in named[:1]:
            name = self._around.others.get(other, "")
            if name:
                yield Verdict.OTHER_POLL, _("It answers another poll: “{name}”.").format(name=name)
            else:
                yield Verdict.OTHER_POLL, _("It answers a poll that this club doesn't have.")

    def _whose(self, item: ReviewItem, sender: Sender) -> Iterable[tuple[Verdict, str]]:
        if self._key(item) and not item.is_signed and self._is_of_this_poll(item.read):
            yield Verdict.FOREIGN, self._foreign(item)
        if item.person is None:
            yield Verdict.UNKNOWN_PERSON, sender.why
        elif item.is_signed and sender.person and not _belongs(item.person, sender):
            sentence = _("It is signed by {signed}, but {sender} sent it.")
            yield Verdict.CONTRADICTORY, sentence.format(signed=item.person.name, sender=sender.person.name)
        elif not item.is_signed and sender.why:
            yield Verdict.UNSIGNED, sender.why

    def _when(self, item: ReviewItem) -> Iterable[tuple[Verdict, str]]:
        closes, sent_at = self._around.poll.closes_at, item.sent_at
        if closes and (sent_at or self._around.now) > closes:
            yield Verdict.LATE, _("It came after the poll was closed.")
        if _stands_over(item) and not _says_the_same(item):
            yield Verdict.OLDER, _("What stands there was said later.")

    def _sent_at(self, message: Message) -> datetime | None:
        sent_at = message.sent_at
        if sent_at is None:
            return None
        return to_utc(sent_at, self._around.zone) if sent_at.tzinfo is None else sent_at.astimezone(UTC)


def _belongs(person: Person, sender: Sender) -> bool:
    """Somebody of the household may send it, or whoever shares the address."""
    owners = (sender.person, *sender.owners)
    households = {owner.household_id for owner in owners if owner and owner.household_id}
    return person.id in {owner.id for owner in owners if owner} or person.household_id in households


def _stands_over(item: ReviewItem) -> bool:
    """Whether what stands there was said later, of what a calendar answered: of that option."""
    present, sent_at = item.present, item.sent_at
    is_concerned = present is not None and (not item.is_partial or bool(present.marks.keys() & item.read.marks.keys()))
    return bool(is_concerned and present and sent_at and sent_at < present.answered_at)


def _says_the_same(item: ReviewItem) -> bool:
    present = item.present
    if present is None:
        return False
    is_comment_kept = not item.read.comment or item.read.comment == present.comment
    said = (item.marks(), item.read.ranking, item.read.said)
    return is_comment_kept and said == (dict(present.marks), present.ranking, present.said)
