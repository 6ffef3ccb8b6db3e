"""A small club with a poll of six evenings that everybody was asked, and answers as they would come in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from clubhub.app import build_services, create_club
from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.answer_keys import person_key
from clubhub.domain.ballots import AskedPoll
from clubhub.domain.clubs import Club
from clubhub.domain.people import Person
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import Mark
from clubhub.domain.replies import Incoming
from clubhub.domain.reply_reviews import Review, ReviewItem
from clubhub.services.bundle import Services
from clubhub.storage.database import Database

PEOPLE = """\
Name,E-mail,Phone,Household
Aino Berg,aino@example.org,+358401234567,Berg
Eino Berg,aino@example.org,,Berg
Onni Lind,onni@example.org,+358401234568,Lind
Tuva Ek,tuva@example.org,,Ek
"""
FIRST = datetime.fromisoformat("2027-06-07T17:00")
LETTERS = {Mark.YES: "Y", Mark.IF_NEED_BE: "M", Mark.NO: "N", None: "-"}


def make_club(path: Path) -> None:
    """The club with its people and the poll; copy the file before changing it."""
    services = create_club(path, Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
    people = path.with_suffix(".csv")
    people.write_text(PEOPLE, "utf-8")
    services.people.import_file(people)
    slots = [(FIRST + timedelta(days=day), FIRST + timedelta(days=day, minutes=90)) for day in range(6)]
    for name in ("When can you come?", "Another poll"):
        made = services.poll_editing.create(PollDraft(name=name, slots=tuple(slots)))
        services.ballots.ask(made.poll_id)


@dataclass(frozen=True)
class AskedClub:
    services: Services
    database: Database
    asked: AskedPoll
    other: AskedPoll
    people: dict[str, Person]

    def code(self, name: str, letters: str = "", *, asked: AskedPoll | None = None) -> str:
        """The line of code of somebody's answer, or that signs it."""
        poll = (asked or self.asked).poll
        return written(AnswerCode(poll_code=poll.code, key=person_key(poll, self.people[name].id), letters=letters))

    def review(self, *texts: str) -> Review:
        return self.services.answers_in.review([Incoming(text=text) for text in texts], self.asked.poll.id)

    def one(self, text: str) -> ReviewItem:
        (item,) = self.review(text).items
        return item

    def standing(self) -> dict[str, str]:
        """Everybody's marks as they stand in the club."""
        board = self.services.poll_boards.board(self.asked.poll.id)
        names = {person.id: person.name for person in board.people}
        answers = {names[person_id]: answer.marks for person_id, answer in board.answers.items()}
        answers |= {answer.guest_name: answer.marks for answer in board.guests}
        return {
            name: "".join(LETTERS[marks.get(option.id)] for option in board.options) for name, marks in answers.items()
        }


def open_club(path: Path) -> AskedClub:
    services = build_services(path)
    of_name = {summary.poll.name: summary.poll.id for summary in services.poll_boards.summaries()}
    asking = services.ballots.ask(of_name["When can you come?"])
    return AskedClub(
        services=services,
        database=services._database,
        asked=asking.asked,
        other=services.ballots.ask(of_name["Another poll"]).asked,
        people={ballot.person.name: ballot.person for ballot in asking.ballots if ballot.person},
    )
