"""What leaves the club of a poll's result: names, counts or nothing, as the poll says; files that others can read."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import AnswerId, DecisionId, OptionId, PersonId, PollId, PollNeedId
from clubhub.domain.people import Person
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import outcome_of
from clubhub.domain.poll_reasons import why
from clubhub.domain.poll_reports import PollOutcome
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.polls import Answer, Decision, Mark, Option, Poll, PollKind, PollNeed, Shown
from clubhub.formats.poll_report.calendar import result_ics
from clubhub.formats.poll_report.page import result_page
from clubhub.formats.poll_report.sheet import RESULT_TEMPLATE, SNAPSHOT_TEMPLATE, result_contents, snapshot_contents
from clubhub.formats.roster_pdf.typesetting import typeset, typeset_pages

NOW = datetime(2027, 5, 1, 12, tzinfo=UTC)
CLUB = Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki", region="FI")
Y, M, N = Mark.YES, Mark.IF_NEED_BE, Mark.NO
NAMES = ("Malin Holmgård", "Viggo <b>Dahl</b>", "=Otto Berg")
START = datetime.fromisoformat("2027-06-12T18:00")


def an_option(number: int, label: str = "") -> Option:
    start = START + timedelta(days=number // 2, hours=number % 2)
    times = {} if label else {"starts": start, "ends": start + timedelta(hours=1)}
    return Option(id=OptionId(number), poll_id=PollId(1), position=number - 1, label=label or f"{start}", **times)


def a_poll(
    rows=((Y, Y, N), (Y, M, N), (N, Y, None)),
    *,
    shown: Shown = Shown.NAMES,
    labels=("", "", ""),
    decided: int | None = None,
    needs_malin: bool = False,
    said: str = "",
) -> PollOutcome:
    options = tuple(an_option(number, label) for number, label in enumerate(labels, 1))
    people = tuple(Person(id=PersonId(n), given_name=name) for n, name in enumerate(NAMES, 1))
    answers = tuple(
        Answer(
            id=AnswerId(n),
            poll_id=PollId(1),
            person_id=PersonId(n),
            marks={OptionId(at): mark for at, mark in enumerate(row, 1) if mark},
            said=said,
            answered_at=NOW,
        )
        for n, row in enumerate(rows, 1)
    )
    need = PollNeed(id=PollNeedId(1), poll_id=PollId(1), person_id=PersonId(1))
    requirements = (Requirement(need=need, name=NAMES[0], candidates=frozenset({PersonId(1)})),) if needs_malin else ()
    asked = frozenset(person.id for person in people)
    outcome = outcome_of(options, answers, asked=asked, requirements=requirements, rule=USUAL_RULE)
    decision = Decision(
        id=DecisionId(1), poll_id=PollId(1), option_id=OptionId(decided), reason="Because.", decided_at=NOW
    ) if decided else None  # fmt: skip
    return PollOutcome(
        club=CLUB,
        poll=Poll(
            id=PollId(1), name="Evening\u2028meeting", shown=shown, kind=PollKind.TEXT if said else PollKind.MARKS
        ),
        event=None,
        options=options,
        answers=answers,
        names=NAMES[: len(rows)],
        asked=people,
        silent=(),
        requirements=requirements,
        outcome=outcome,
        why=why(outcome),
        decision=decision,
    )


def texts(found: PollOutcome) -> dict[str, str]:
    """What each file says, as a reader gets it."""
    pdf = typeset(RESULT_TEMPLATE, result_contents(found, now=NOW), None, NOW).pdf
    page = re.sub(r"<style>.*</style>|<[^>]+>", " ", result_page(found, now=NOW), flags=re.DOTALL)
    return {
        "pdf": "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages),
        "html": page,
        "picture": str(snapshot_contents(found, now=NOW)),
    }


def test_names_are_told_where_the_poll_shows_them():
    for kind, text in texts(a_poll()).items():
        assert "Malin" in text, kind
        assert "Sun 13 June 18:00–19:00" in text, kind
        assert "3 of 3 have answered" in text, kind


def test_counts_alone_name_nobody_not_even_who_is_missed():
    found = a_poll(((N, N, N), (Y, M, N), (N, Y, None)), shown=Shown.COUNTS, needs_malin=True)
    for kind, text in texts(found).items():
        assert not any(name.split()[0].strip("=") in text for name in NAMES), kind
    assert "without somebody who is needed" in texts(found)["html"]


def test_a_poll_that_shows_nothing_tells_the_choice_without_numbers():
    found = a_poll(shown=Shown.NOTHING, decided=2)
    for kind, text in texts(found).items():
        assert "Sun 13 June 18:00–19:00" in text, kind
        assert "Malin" not in text, kind
        assert "Because" not in text, kind
        assert "no answer" not in text, kind
    assert snapshot_contents(found, now=NOW)["lines"] == []


def test_a_picture_names_the_rule_that_orders_it_where_it_shows_an_order():
    stamp = "As of Sat 1 May 2027 15:00"
    assert snapshot_contents(a_poll(), now=NOW)["stamp"].startswith(f"{stamp}, by the rule “")
    assert snapshot_contents(a_poll(shown=Shown.NOTHING), now=NOW)["stamp"] == stamp


def test_minutes_say_what_was_decided_when_and_why():
    found = texts(a_poll(decided=1))
    assert "Because." in found["pdf"]
    assert "Decided on Sat 1 May 2027 15:00" in found["pdf"]
    assert "Taken down by" in found["pdf"]
    assert "DECIDED" in found["html"]
    assert "BEST" not in found["html"]
    assert "Taken down by" not in texts(a_poll())["pdf"]


def test_what_people_wrote_is_neither_markup_nor_code():
    page = result_page(a_poll(), now=NOW)
    assert "<b>" not in page
    assert "Viggo &lt;b&gt;Dahl&lt;/b&gt;" in page
    assert "default-src 'none'" in page
    assert "#panic()" in str(result_contents(a_poll(labels=("#panic()", "*x*", "$")), now=NOW))
    assert typeset_pages(
        RESULT_TEMPLATE, result_contents(a_poll(labels=("#panic()", "*x*", "$")), now=NOW), None, dots_per_inch=20
    )


def test_the_sheet_stands_as_many_options_and_people_as_there_are():
    rows = tuple(tuple((Y, M, N, None)[(row + at) % 4] for at in range(60)) for row in range(3))
    contents = result_contents(a_poll(rows, labels=("",) * 60), now=NOW)
    assert [len(grid["numbers"]) for grid in contents["grids"]] == [15, 15, 15, 15]
    assert len(PdfReader(io.BytesIO(typeset(RESULT_TEMPLATE, contents, None, NOW).pdf)).pages) >= 2


def test_the_picture_is_a_png_with_the_best_first():
    contents = snapshot_contents(a_poll(((N, M, Y), (N, M, Y)), labels=("A", "B", "C")), now=NOW)
    assert [line["label"] for line in contents["lines"]] == ["C", "B", "A"]
    [picture] = typeset_pages(SNAPSHOT_TEMPLATE, contents, None, dots_per_inch=72)
    assert picture.startswith(b"\x89PNG")


def test_the_best_are_tentative_and_what_was_decided_is_confirmed_under_the_same_uid():
    tied = Calendar.from_ical(result_ics(a_poll(((Y, Y, N),)), now=NOW)).walk("VEVENT")
    assert [str(event["STATUS"]) for event in tied] == ["TENTATIVE", "TENTATIVE"]
    [decided] = Calendar.from_ical(result_ics(a_poll(((Y, Y, N),), decided=1), now=NOW)).walk("VEVENT")
    assert (str(decided["STATUS"]), str(decided["UID"])) == ("CONFIRMED", str(tied[0]["UID"]))
    assert int(decided["SEQUENCE"]) > int(tied[0]["SEQUENCE"])
    assert decided["DTSTART"].dt.isoformat() == "2027-06-12T19:00:00+03:00"
    assert decided["SUMMARY"] == "Evening meeting"


@pytest.mark.parametrize("decided", [None, 1])
def test_choices_without_times_are_no_calendar(decided):
    with pytest.raises(InvalidInput, match="time"):
        result_ics(a_poll(labels=("A", "B", "C"), decided=decided), now=NOW)


def test_a_calendar_of_times_that_nobody_can_come_to_waits_for_answers():
    with pytest.raises(InvalidInput, match="when people have answered"):
        result_ics(a_poll(((N, N, N),)), now=NOW)


def test_a_question_without_options_tells_what_was_said():
    found = a_poll(((), (), ()), labels=(), said="12 places")
    for kind in ("pdf", "html"):
        assert texts(found)[kind].count("12 places") == 3
    assert "Malin" not in texts(a_poll(((),), labels=(), said="12", shown=Shown.COUNTS))["html"]
