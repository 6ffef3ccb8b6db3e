"""Answers that come in as people send them: read, looked at by a person, and only then counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from clubhub.domain.answer_codes import find_codes
from clubhub.domain.answer_invitations import read_invitation_uid
from clubhub.domain.answer_owners import newest_of_each
from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, NotFound, preview_is_old
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.polls import Poll
from clubhub.domain.replies import Incoming, Message
from clubhub.domain.reply_reviews import Review, ReviewItem, Taken
from clubhub.services import reading
from clubhub.services.asked_polls import load_asked
from clubhub.services.lookup import availability_poll, find_event, find_poll, poll_of
from clubhub.services.reply_judging import Judge, Surroundings
from clubhub.services.reply_senders import Senders
from clubhub.services.reply_writing import ReplyWriter
from clubhub.storage import clubs, people, polls
from clubhub.storage.database import Database
from clubhub.storage.secret_log import former_secrets
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural

LONGEST_TEXT = 5_000_000
"""Letters of a pasted text: a chat of 10,000 lines has about 600,000."""


class NoPollNamed(InvalidInput):
    """Nothing in what came in tells which poll it answers."""


class AnswersInService:
    """First `review`, which writes nothing; then `accept` what a person ticked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read_file(self, path: Path) -> Incoming | None:
        """What a file holds; None for a table of answers, which PollService.import_answers takes.

        Raises InvalidInput or EnvironmentProblem with a clear sentence.
        """
        found = reading.read_replies(path)
        if found is None:
            return None
        return Incoming(text=found) if isinstance(found, str) else Incoming(messages=tuple(found))

    def poll_meant(self, poll: str | None, event: str | None) -> PollId | None:
        """The poll of that name, else the one of that event; None if neither is given. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            if poll is not None:
                return find_poll(reader, poll).id
            found = availability_poll(polls.load_polls(reader), find_event(reader, event)) if event else None
            if event and found is None:
                raise NotFound(_("There is no poll for “{event}” yet. Make it first.").format(event=event))
            return found.id if found else None

    def review(self, incoming: Sequence[Incoming], poll_id: PollId | None = None) -> Review:
        """What came in, item by item, as answers to the poll; without one to that of the first line of code.

        Raises InvalidInput if nothing tells the poll, or for a text that is too long, NotFound if the poll is gone.
        """
        if sum(len(part.text) for part in incoming) > LONGEST_TEXT:
            raise InvalidInput(_("This text is too long to be read. Nothing was changed. Take it in in parts."))
        with self._database.read() as reader:
            senders = Senders(people.load_people(reader), clubs.load_club(reader).region)
            poll = poll_of(reader, poll_id) if poll_id is not None else _told_poll(reader, _messages(incoming, senders))
            labels = [option.label for option in polls.load_options(reader, poll.id) if option.starts is None]
            messages = _messages(incoming, senders, labels)
            judge, around = _judge(reader, poll, senders)
        items, talk = judge.items(messages)
        return Review(
            poll=poll,
            options=around.options,
            items=items,
            talk=talk,
            people=around.people,
            answers=around.answers,
        )

    def reassigned(self, review: Review, item: ReviewItem, person_id: PersonId) -> ReviewItem:
        """The item as the answer of another of the review's `people`, and what it would replace then.

        Its verdict stays: somebody who knows has decided.
        """
        person = next(person for person in review.people if person.id == person_id)
        return replace(item, person=person, guest_name="", present=review.answers.get(person_id), is_signed=False)

    def accept(self, review: Review, taken: Sequence[Taken]) -> Changes:
        """Write what was ticked, as one step of undo; the last of a person counts.

        Raises Conflict if the poll or one of the answers isn't any more what the review showed, InvalidInput for an
        item that can't be taken or a guest of an event's poll, NotFound if the poll or a person is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, review.poll.id)
            if replace(poll, version=review.poll.version) != review.poll or _changed_options(work, review):
                raise preview_is_old()
            present = newest_of_each(polls.load_answers(work, poll.id))
            writer = ReplyWriter(work, review)
            for chosen in taken:
                writer.take(chosen, present)
            count = writer.write(utc_now())
            work.title = plural(
                "take in {count} answer to “{poll}”", "take in {count} answers to “{poll}”", count, poll=poll.name
            )
        return work.changes


def _messages(incoming: Sequence[Incoming], senders: Senders, labels: Sequence[str] = ()) -> list[Message]:
    from clubhub.formats.replies.pastes import read_paste

    found: list[Message] = []
    for part in incoming:
        found += part.messages or (
            read_paste(part.text, senders.is_name, senders.is_given_name, labels) if part.text.strip() else []
        )
    return found


def _told_poll(reader: Reader, messages: Sequence[Message]) -> Poll:
    """The poll of the first line of code or invitation that is of this club."""
    of_code = {poll.code: poll for poll in polls.load_polls(reader) if poll.code}
    for message in messages:
        codes = [found.code.poll_code for found in find_codes(f"{message.text}\n{message.quoted}") if found.code]
        asked = read_invitation_uid(message.invitation.uid) if message.invitation else None
        for code in [*codes, *([asked.poll_code] if asked else [])]:
            if code in of_code:
                return of_code[code]
    told = next((of_code[code] for code in _named_codes(messages, of_code)), None)
    if told:
        return told
    raise NoPollNamed(_("Nothing in it says which poll it answers. Choose the poll, then look again."))


def _named_codes(messages: Sequence[Message], codes: Iterable[str]) -> Iterator[str]:
    """Those that stand in the line by which a ballot says of which poll it is, with a quotation's signs before it."""
    from clubhub.formats.ballots.words import poll_line

    lines = {poll_line(code).casefold(): code for code in codes}
    for message in messages:
        for line in f"{message.text}\n{message.quoted}".splitlines():
            named = " ".join(line.lstrip("> ").split()).casefold()
            if named in lines:
                yield lines[named]


def _judge(reader: Reader, poll: Poll, senders: Senders) -> tuple[Judge, Surroundings]:
    from clubhub.formats.ballots.own_words import ballot_lines, prompts
    from clubhub.formats.ballots.words import poll_line
    from clubhub.formats.replies.reading import ReplyReader

    asked = load_asked(reader, poll)
    around = Surroundings(
        poll=poll,
        options=asked.options,
        people=tuple(people.load_people(reader)),
        answers=newest_of_each(polls.load_answers(reader, poll.id)),
        others={other.code: other.name for other in polls.load_polls(reader) if other.code and other.id != poll.id},
        zone=asked.zone,
        former=tuple(former_secrets(reader, poll)),
        now=utc_now(),
    )
    words = ReplyReader(
        poll,
        asked.options,
        asked.language,
        ballot_lines=[*ballot_lines(asked), *map(poll_line, around.others)],
        prompts=prompts(asked),
        is_name=partial(_names_somebody, senders),
    )
    return Judge(around, words, senders), around


def _names_somebody(senders: Senders, words: str) -> bool:
    """A name alone, also as a ballot says for whom it is."""
    return senders.is_name(words.removeprefix(_("For {name}").partition("{")[0]))


def _changed_options(reader: Reader, review: Review) -> bool:
    return tuple(polls.load_options(reader, review.poll.id)) != review.options
