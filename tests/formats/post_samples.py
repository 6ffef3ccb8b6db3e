"""Posts to send, page and print in tests, and the hostile texts of corpora that others made. All people are made up."""

import json
import re
from dataclasses import replace
from pathlib import Path

from tests.formats.roster_samples import CLUB, STAMPED_AT, swimming_meet

from clubhub.domain.ids import PersonId, PostId
from clubhub.domain.people import Channel, Person
from clubhub.domain.posts import FullPost, Post
from clubhub.domain.reach import Reach, Recipient, reach
from clubhub.domain.rosters import Roster

BODY = """Dear {given_name},

two of the six lanes have **no watch**. Petra shows you: https://kvarno.example/watch_it.

{shifts}

## What's in it for you

Lunch, and *two points*.

## What to do by when

**By Wednesday:** answer “yes”.
"""
ANNA = Person(id=PersonId(1), given_name="Anna", family_name="Lind", emails=("anna.lind@example.org",))
MALIN = Person(
    id=PersonId(2), given_name="Malin", family_name="Holm", emails=("malin@example.org",), phones=("+358405550101",)
)


def full_post(
    body: str = BODY,
    title: str = "We need two more on Saturday",
    *,
    people: tuple[Person, ...] = (ANNA,),
    roster: Roster | None = None,
    readers: Reach | None = None,
) -> FullPost:
    event = roster or replace(swimming_meet(), contact=MALIN)
    post = Post(id=PostId(77), title=title, body=body, written_at=STAMPED_AT, event_id=event.event.id)
    return FullPost(
        club=CLUB,
        post=post,
        written=STAMPED_AT,
        audience_words="1 volunteer of Kvarnö Games",
        reach=readers or reach(people, people),
        roster=event,
    )


def by_mail(person: Person) -> Recipient:
    return Recipient(person=person, channel=Channel.MAIL, address=person.emails[0])


def hostile_texts(shared_data: Path) -> list[str]:
    """Attack strings and naughty strings of the corpora, about two thousand."""
    corpora = shared_data / "corpora"
    texts = json.loads((corpora / "blns" / "blns.json").read_text("utf-8"))
    for path in sorted((corpora / "xss-patt" / "XSS Injection").rglob("*.txt")):
        texts += path.read_text("utf-8", errors="replace").splitlines()
    texts += (corpora / "xss-h5sc" / "vectors.txt").read_text("utf-8", errors="replace").splitlines()
    for path in (corpora / "xss-dompurify").rglob("*.mjs"):
        texts += re.findall(r'payload:\s*"((?:[^"\\]|\\.)*)"', path.read_text("utf-8"))
    return [text for text in dict.fromkeys(texts) if text.strip()]
