"""How long answers take to come in: a chat of 10,000 lines, and a table of 12,000 cells that was pasted.

Baseline of the chat: a single regular expression that finds the messages and does nothing with them. Baseline of the
table: Python's own csv module reading the same cells.
"""

import csv
import io
import re
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from _timing import by_turns, print_table, timed

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.replies import Incoming
from clubhub.services.answer_sources import AnswerSource
from clubhub.services.answer_targets import PollMeant
from clubhub.services.bundle import Services

PEOPLE, OPTIONS, LINES, ROUNDS = 200, 60, 10_000, 5
NAME = "When can you come?"
TALK = ("See you at 8 then", "Who brings the cake?", "ok", "We are 3 and come by car", "Thanks a lot", "👍")
ANSWERS = ("1 3 4?", "1, 3 and maybe 4", "Minulle sopii 1 ja 3, ehkä 4", "alla utom 2", "Tuesday yes", "can't make 2")
_MESSAGE = re.compile(r"^(\d+\.\d+\.\d+) klo (\d+\.\d+) - ([^:]+): (.*)$", re.MULTILINE)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        services = create_club(place / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
        poll_id = make_poll(services, place)
        text, cells = chat(), table()
        review = services.answers_in.review([Incoming(text=text)], poll_id)
        seconds = by_turns(tasks(services, poll_id, text, cells), rounds=ROUNDS)
    print(f"A chat of {LINES} lines: {len(review.items)} answers, {review.talk} messages about something else.")
    print(f"A pasted table of {PEOPLE} people by {OPTIONS} times: {PEOPLE * OPTIONS} cells.\n")
    print_table(seconds, {"chat read and judged": "chat, one expression", "table read and matched": "table, csv"})


def tasks(services: Services, poll_id: PollId, text: str, cells: str) -> dict[str, Callable[[], float]]:
    source, meant = AnswerSource(text=cells), PollMeant(poll=NAME)
    return {
        "chat, one expression": lambda: timed(lambda: _MESSAGE.findall(text)),
        "chat read and judged": lambda: timed(lambda: services.answers_in.review([Incoming(text=text)], poll_id)),
        "table, csv": lambda: timed(lambda: list(csv.reader(io.StringIO(cells), delimiter="\t"))),
        "table read and matched": lambda: timed(lambda: services.answer_sources.look(source, meant)),
    }


def make_poll(services: Services, place: Path) -> PollId:
    people = place / "people.csv"
    people.write_text("Name\n" + "".join(f"{name}\n" for name in names()), "utf-8")
    services.people.import_file(people)
    made = services.poll_editing.create(PollDraft(name=NAME, slots=tuple(slots())))
    services.ballots.ask(made.poll_id)
    return made.poll_id


def names() -> list[str]:
    return [f"Signe{chr(97 + n // 26)}{chr(97 + n % 26)} Vikdahl" for n in range(PEOPLE)]


def slots() -> list[tuple[datetime, datetime]]:
    first = datetime(2027, 6, 7, 8, 0)  # noqa: DTZ001  a wall-clock time
    return [(first + timedelta(hours=6 * n), first + timedelta(hours=6 * n + 2)) for n in range(OPTIONS)]


def chat() -> str:
    """Every tenth message is an answer, every tenth runs over two lines."""
    lines: list[str] = []
    people, sent = names(), datetime(2027, 5, 1, 8, 0)  # noqa: DTZ001  a wall-clock time
    while len(lines) < LINES:
        n = len(lines)
        words = ANSWERS[n // 10 % len(ANSWERS)] if n % 10 == 0 else TALK[n % len(TALK)]
        lines.append(f"{sent:%d.%m.%Y} klo {sent:%H.%M} - {people[n % PEOPLE]}: {words}")
        if n % 10 == 5:
            lines.append("and a second line of it")
        sent += timedelta(minutes=3)
    return "\n".join(lines)


def table() -> str:
    words = ("yes", "if need be", "no", "")
    heads = [f"{starts:%Y-%m-%d %H:%M}" for starts, _ends in slots()]
    rows = [[name, *(words[(row + column) % 4] for column in range(OPTIONS))] for row, name in enumerate(names())]
    return "\n".join("\t".join(row) for row in [["Name", *heads], *rows])


if __name__ == "__main__":
    main()
