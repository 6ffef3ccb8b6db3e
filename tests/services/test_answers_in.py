"""Answers that come in are judged first, and only what a person ticks is counted."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.domain.answer_letters import marks_in_letters
from tests.services.asked_club import AskedClub, make_club, open_club

from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.answer_invitations import invitation_uid
from clubhub.domain.answer_keys import NO_KEY, new_secret
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.polls import Mark, Road
from clubhub.domain.replies import Incoming, Verdict
from clubhub.domain.reply_reviews import Taken, taken_as_found
from clubhub.formats.ballots.text import ballot_text, reply_form, short_reply_form
from clubhub.storage import polls

ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "club.clubhub"
    make_club(path)
    return path


@pytest.fixture
def club(made: Path, tmp_path: Path) -> AskedClub:
    return open_club(Path(shutil.copy(made, tmp_path / "club.clubhub")))


def accept_sure(club: AskedClub, text: str) -> None:
    review = club.review(text)
    club.services.answers_in.accept(review, taken_as_found(review.of(Verdict.SURE)))


def change_poll(club: AskedClub, **changes) -> None:
    with club.database.write("test") as work:
        poll = polls.find_poll(work, club.asked.poll.id)
        assert poll
        polls.save_poll(work, replace(poll, **changes))


def test_a_signed_answer_is_sure_and_is_written_with_its_road(club):
    review = club.review(f"1 3 4?\n{club.code('Aino Berg')}")
    assert [(item.name, item.verdict) for item in review.items] == [("Aino Berg", Verdict.SURE)]
    assert club.standing() == {}
    changes = club.services.answers_in.accept(review, taken_as_found(review.items))
    assert club.standing() == {"Aino Berg": "Y-YM--"}
    assert changes.title == "take in 1 answer to “When can you come?”"
    (answer,) = club.services.poll_boards.board(club.asked.poll.id).answers.values()
    assert answer.road is Road.CHAT
    assert set(answer.yes_since) == {option.id for option in club.asked.options if option.number in {1, 3}}


def test_a_later_answer_takes_the_earlier_ones_place_and_undo_brings_it_back(club):
    accept_sure(club, f"1 2\n{club.code('Aino Berg')}")
    accept_sure(club, f"2 3\n{club.code('Aino Berg')}")
    assert club.standing() == {"Aino Berg": "-YY---"}
    club.services.history.undo()
    assert club.standing() == {"Aino Berg": "YY----"}


def test_a_later_no_takes_back_what_it_names_and_leaves_the_rest(club):
    accept_sure(club, f"1 2 3 4\n{club.code('Aino Berg')}")
    review = club.review(f"2 no, sorry\n{club.code('Aino Berg')}")
    (item,) = review.items
    assert review.words(item) == "1, 3, 4 yes; 2 no"
    accept_sure(club, f"2 no, sorry\n{club.code('Aino Berg')}")
    assert club.standing() == {"Aino Berg": "YNYY--"}
    accept_sure(club, f"5\n{club.code('Aino Berg')}")
    assert club.standing() == {"Aino Berg": "----Y-"}


def test_a_yes_that_stays_keeps_its_place_in_the_queue(club):
    accept_sure(club, club.code("Aino Berg", "YSSSSS"))
    board = club.services.poll_boards.board(club.asked.poll.id)
    (first,) = board.answers.values()
    accept_sure(club, club.code("Aino Berg", "YYSSSS"))
    (later,) = club.services.poll_boards.board(club.asked.poll.id).answers.values()
    since = [later.yes_since[option.id] for option in board.options[:2]]
    assert since[0] == first.yes_since[board.options[0].id] < since[1]


def test_nobody_is_taken_for_the_writer_of_an_unsigned_answer_without_a_look(club):
    for text in ("Aino Berg: 1 3", "1 3\nAino Berg", "[24.5.2027 klo 18.05.33] +358 40 123 4567: 1 3"):
        item = club.one(text)
        assert (item.name, item.verdict) == ("Aino Berg", Verdict.UNSIGNED)
    assert club.one("1 3").verdict is Verdict.UNKNOWN_PERSON


def test_names_that_nobody_has_are_replies_of_unknown_people(club):
    lines = ["Aino Berg: can't come, sorry", "Peter Pann: 2 and maybe 3", "Leena Rautalampi: all", "Noora R.: 1"]
    review = club.review("\n".join(lines))
    assert [(item.message.author, item.verdict) for item in review.items] == [
        ("Aino Berg", Verdict.UNSIGNED),
        ("Peter Pann", Verdict.UNKNOWN_PERSON),
        ("Leena Rautalampi", Verdict.UNKNOWN_PERSON),
        ("Noora R.", Verdict.UNKNOWN_PERSON),
    ]
    club.services.answers_in.accept(review, taken_as_found(review.of(Verdict.UNSIGNED)))
    assert club.standing() == {"Aino Berg": "NNNNNN"}


def test_a_signed_no_is_sure_and_a_no_in_a_chat_is_talk(club):
    assert club.one(f"no\n{club.code('Aino Berg')}").verdict is Verdict.SURE
    chat = "\n".join(f"[24.5.2027 klo 18.0{at}.33] Onni Lind: {text}" for at, text in enumerate(["1 3", "no"]))
    review = club.review(chat)
    assert ([item.verdict for item in review.items], review.talk) == ([Verdict.UNSIGNED], 1)


def test_a_code_of_nobody_is_unsigned(club):
    line = written(AnswerCode(poll_code=club.asked.poll.code, key=NO_KEY, letters="YYSSSS"))
    item = club.one(f"Name: Aino Berg\n{line}")
    assert (item.name, item.verdict) == ("Aino Berg", Verdict.UNSIGNED)


@pytest.mark.parametrize("victim", ["Aino Berg", "Eino Berg", "Onni Lind", "Tuva Ek"])
def test_nobodys_answer_can_be_made_with_another_secret(club, victim):
    """An old secret, one's own club, another poll's key: none of them is counted without a mark."""
    own = replace(club.asked, poll=replace(club.asked.poll, secret=new_secret()))
    others = replace(club.asked, poll=replace(club.other.poll, code=club.asked.poll.code))
    for asked in (own, others):
        item = club.one(f"Aino Berg:\n{club.code(victim, 'YYYYYY', asked=asked)}")
        assert item.verdict is Verdict.FOREIGN
        assert item.reasons
    item = club.one(club.code(victim, "YYYYYY", asked=club.other))
    assert item.verdict is Verdict.OTHER_POLL
    assert "Another poll" in item.reasons[0]
    assert not item.can_be_taken


def test_a_ballot_is_void_when_the_secret_was_renewed(club):
    line = club.code("Aino Berg", "YYYYYY")
    assert club.one(line).verdict is Verdict.SURE
    club.services.ballots.renew_secret(club.asked.poll.id)
    item = club.one(line)
    assert (item.name, item.verdict, item.is_signed) == ("Aino Berg", Verdict.FOREIGN, False)
    assert item.reasons[0] == "Its key was Aino Berg's, from a ballot that was made void."


def test_a_ballot_of_a_secret_that_was_taken_back_says_so(club):
    old = club.code("Aino Berg", "YYYYYY")
    club.services.ballots.renew_secret(club.asked.poll.id)
    with club.database.read() as reader:
        renewed = replace(club.asked, poll=polls.find_poll(reader, club.asked.poll.id))
    newer = club.code("Aino Berg", "NNNNNN", asked=renewed)
    assert club.one(newer).verdict is Verdict.SURE
    assert "undone, the newer ones are" in club.services.history.undo().title
    change_poll(club, note="A later change carries the secret along.")
    assert club.one(old).verdict is Verdict.SURE
    item = club.one(newer)
    assert (item.name, item.verdict, item.is_signed) == ("Aino Berg", Verdict.FOREIGN, False)
    assert item.reasons[0] == "Its key was Aino Berg's and was taken back: the secret that made it was undone."
    club.services.history.undo()
    club.services.history.redo()
    assert club.one(newer).verdict is Verdict.FOREIGN


def test_a_code_of_another_club_is_refused(club):
    line = written(AnswerCode(poll_code="ZZZZ", key="7TRB2XKQ", letters="YY"))
    item = club.one(line)
    assert (item.verdict, item.can_be_taken) == (Verdict.OTHER_POLL, False)


def test_what_is_repeated_after_the_close_is_too_late(club):
    change_poll(club, closes_at=datetime.now(UTC) - timedelta(days=1))
    assert club.one(club.code("Aino Berg", "YYYYYY")).verdict is Verdict.LATE
    sent = datetime.now() - timedelta(days=3)  # noqa: DTZ005  as a phone writes it
    early = f"[{sent:%d.%m.%Y} klo 18.05.33] Aino Berg: {club.code('Aino Berg', 'YYYYYY')}"
    assert club.one(early).verdict is Verdict.SURE


def test_what_is_older_than_what_stands_there_is_not_ticked(club):
    accept_sure(club, club.code("Aino Berg", "NNNNNN"))
    item = club.one(f"[24.5.2020 klo 18.05.33] Aino Berg: {club.code('Aino Berg', 'YYYYYY')}")
    assert item.verdict is Verdict.OLDER


def test_somebody_elses_code_in_a_message_is_contradictory_but_not_within_a_household(club):
    head = "[24.5.2027 klo 18.05.33]"
    assert club.one(f"{head} Onni Lind: 1\n{club.code('Tuva Ek')}").verdict is Verdict.CONTRADICTORY
    assert club.one(f"{head} Aino Berg: 1\n{club.code('Eino Berg')}").verdict is Verdict.SURE
    assert club.one(f"{head} Cousin Tuuli: 1\n{club.code('Tuva Ek')}").verdict is Verdict.SURE


def test_of_several_answers_of_one_person_the_last_counts(club):
    review = club.review(f"1\n{club.code('Tuva Ek')}\n\n2\n{club.code('Tuva Ek')}x\n", f"3\n{club.code('Tuva Ek')}")
    assert [item.verdict for item in review.items][-1] is Verdict.SURE
    assert Verdict.SURE not in [item.verdict for item in review.items][:-1]
    club.services.answers_in.accept(review, taken_as_found(review.of(Verdict.SURE)))
    assert club.standing() == {"Tuva Ek": "--Y---"}


def test_an_unsigned_message_does_not_push_a_signed_one_out(club):
    review = club.review(f"Tuva Ek: 1\n{club.code('Tuva Ek')}", "Tuva Ek: 2 no")
    assert [item.verdict for item in review.items] == [Verdict.SURE, Verdict.UNSIGNED]


def test_a_chat_gives_answers_and_passes_over_talk(club):
    chat = "\n".join(
        f"[24.5.2027 klo 18.{minute:02}.33] {line}"
        for minute, line in enumerate(
            [
                "Onni Lind: Shall we meet at 8?",
                "Aino Berg: 1, 3 and maybe 4",
                "Onni Lind: ok",
                "Tuva Ek: We are 3 and bring 2 cakes for all of you",
                f"Tuva Ek: 2\n{club.code('Tuva Ek')}",
                "Cousin Tuuli: 1",
            ]
        )
    )
    review = club.review(chat)
    assert [(item.name, item.verdict) for item in review.items] == [
        ("Aino Berg", Verdict.UNSIGNED),
        ("Tuva Ek", Verdict.SURE),
        ("Cousin Tuuli", Verdict.UNKNOWN_PERSON),
    ]
    assert review.talk == 3


def test_what_stands_there_already_is_not_written_again(club):
    accept_sure(club, club.code("Aino Berg", "YNSSSS"))
    assert club.one(club.code("Aino Berg", "YNSSSS")).verdict is Verdict.SAME


def test_an_empty_answer_says_nothing(club):
    item = club.one(ballot_text(club.asked, club.people["Aino Berg"]))
    assert (item.name, item.verdict, item.can_be_taken) == ("Aino Berg", Verdict.NOT_AN_ANSWER, False)


def test_the_poll_is_known_by_the_code(club):
    review = club.services.answers_in.review([Incoming(text=club.code("Aino Berg", "YYSSSS", asked=club.other))])
    assert review.poll.id == club.other.poll.id
    with pytest.raises(InvalidInput, match="Choose the poll"):
        club.services.answers_in.review([Incoming(text="1 3")])


def test_an_answer_can_be_given_to_somebody_else(club):
    review = club.review("Cousin Tuuli: 1 3")
    item = club.services.answers_in.reassigned(review, review.items[0], club.people["Tuva Ek"].id)
    assert item.name == "Tuva Ek"
    club.services.answers_in.accept(review, taken_as_found([item]))
    assert club.standing() == {"Tuva Ek": "Y-Y---"}


def test_an_unknown_name_can_be_a_guest_where_there_is_no_event(club):
    review = club.review("[24.5.2027 klo 18.05.33] Cousin Tuuli: 1")
    club.services.answers_in.accept(review, taken_as_found(review.items))
    assert club.standing() == {"Cousin Tuuli": "Y-----"}


def test_nothing_is_written_if_somebody_answered_meanwhile(club):
    review = club.review(club.code("Aino Berg", "YYYYYY"))
    club.services.poll_editing.record_answer(
        club.asked.poll.id, person_id=club.people["Aino Berg"].id, marks={club.asked.options[0].id: Mark.NO}
    )
    with pytest.raises(Conflict, match="nothing was taken in"):
        club.services.answers_in.accept(review, taken_as_found(review.items))
    assert club.standing() == {"Aino Berg": "N-----"}


def test_nothing_is_written_if_the_secret_was_renewed_meanwhile(club):
    review = club.review(club.code("Aino Berg", "YYYYYY"))
    club.services.ballots.renew_secret(club.asked.poll.id)
    with pytest.raises(Conflict):
        club.services.answers_in.accept(review, taken_as_found(review.items))


@pytest.mark.parametrize("number", [0, 99])
def test_what_is_no_answer_can_not_be_taken(club, number):
    review = club.review(club.code("Aino Berg", "YYYYYY", asked=club.other))
    with pytest.raises(InvalidInput):
        club.services.answers_in.accept(review, [Taken(number=number, person_id=club.people["Aino Berg"].id)])


def reply(club: AskedClub, name: str, number: int, said: str, year: int = 2020) -> str:
    uid = invitation_uid(club.asked.poll, club.asked.options[number - 1], club.people[name].id)
    return f"""BEGIN:VCALENDAR
METHOD:REPLY
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:{uid}
ATTENDEE;PARTSTAT={said}:mailto:alias@example.net
DTSTAMP:{year}0101T100000Z
END:VEVENT
END:VCALENDAR
"""


def test_a_calendars_reply_is_about_its_option_alone(club):
    for number, said in ((2, "ACCEPTED"), (3, "DECLINED"), (4, "TENTATIVE")):
        accept_sure(club, reply(club, "Onni Lind", number, said))
    assert club.standing()["Onni Lind"] == "-YNM--"
    (again,) = club.review(reply(club, "Onni Lind", 3, "ACCEPTED", 2019)).items
    assert again.verdict is Verdict.OLDER
    review = club.review(*(reply(club, "Tuva Ek", number, "ACCEPTED") for number in (1, 2)))
    assert [item.verdict for item in review.items] == [Verdict.SURE, Verdict.SURE]
    club.services.answers_in.accept(review, taken_as_found(review.items))
    assert club.standing()["Tuva Ek"] == "YY----"
    (answer,) = (
        answer
        for person, answer in club.services.poll_boards.board(club.asked.poll.id).answers.items()
        if person == club.people["Tuva Ek"].id
    )
    assert answer.road is Road.CALENDAR


def test_a_calendars_reply_with_a_made_up_key_is_foreign(club):
    text = re.sub(r"(UID:poll-\w+-\d+-)\w+", r"\g<1>22ABCDEF", reply(club, "Onni Lind", 2, "ACCEPTED"))
    assert club.review(text).items[0].verdict is Verdict.FOREIGN


MARKS = st.lists(st.sampled_from([*Mark, None]), min_size=6, max_size=6)


@ONCE
@given(marks=MARKS, name=st.sampled_from(["Aino Berg", "Onni Lind", "Tuva Ek"]))
def test_every_road_out_and_in_gives_the_same_marks_or_says_why_not(club, marks, name):
    asked, person = club.asked, club.people[name]
    wanted = {option.id: mark for option, mark in zip(asked.options, marks, strict=True) if mark}
    words = iter([*(mark.word if mark else "" for mark in marks)])
    form = re.sub(r"(?m) = ?$", lambda _found: f" = {next(words)}", reply_form(asked, person))
    line = club.code(name, marks_in_letters(marks))
    for text in (form, line, f"> {line}\n> {name}", f"{asked.poll.name}\n{line}"):
        item = club.one(text)
        assert (item.name, item.verdict is Verdict.SURE) == (name, bool(wanted)), (item.verdict, item.reasons)
        assert item.marks() == wanted


@ONCE
@given(marks=st.lists(st.sampled_from([Mark.YES, Mark.IF_NEED_BE, None]), min_size=6, max_size=6))
def test_numbers_in_the_short_form_say_what_is_meant(club, marks):
    asked, person = club.asked, club.people["Aino Berg"]
    numbers = [f"{number}{'?' if mark is Mark.IF_NEED_BE else ''}" for number, mark in enumerate(marks, 1) if mark]
    first, *behind = [line for line in short_reply_form(asked, person).splitlines() if line.endswith(": ")]
    assert not behind
    item = club.one(short_reply_form(asked, person).replace(first, first + " ".join(numbers)))
    assert item.marks() == {option.id: mark for option, mark in zip(asked.options, marks, strict=True) if mark}
    assert not item.read.doubts


def test_numbers_in_a_chat_are_meant_for_the_ballot_above_them(club):
    lines = [ballot_text(club.asked), "1 3", ballot_text(club.other), "2 4"]
    chat = "\n".join(f"[24.5.2027 klo 18.0{at}.33] Onni Lind: {line}" for at, line in enumerate(lines))
    review = club.review(chat)
    assert [item.verdict for item in review.items] == [Verdict.UNSIGNED, Verdict.UNSURE]
    assert "Another poll was asked" in review.items[1].reasons[0]


def test_the_code_of_another_poll_is_read_as_no_number(club):
    with club.database.write("test") as work:
        other = replace(polls.find_poll(work, club.other.poll.id), code="3GS4")
        polls.save_poll(work, other)
    ballot = ballot_text(replace(club.other, poll=other))
    assert "Poll 3GS4" in ballot
    review = club.review(f"[24.5.2027 klo 18.00.33] Onni Lind: {ballot}\n[24.5.2027 klo 18.01.33] Onni Lind: see you")
    assert (review.items, review.talk) == ((), 2)


def test_a_mailbox_of_other_mails_is_talk(club, tmp_path):
    mails = [
        f"From x@example.org Thu Dec 24 18:05:33 2026\nFrom: {who}\nDate: Wed, 23 Dec 2026 10:00:00 +0000\n\n{text}\n"
        for who, text in (
            ("News <news@example.org>", "Big sale, 3 for 2"),
            ("Aino Berg <aino@example.org>", f"1 3\n{club.code('Eino Berg')}"),
        )
    ]
    path = tmp_path / "box.mbox"
    path.write_text("\n".join(mails), "utf-8")
    incoming = club.services.answers_in.read_file(path)
    assert incoming
    review = club.services.answers_in.review([incoming], club.asked.poll.id)
    assert [(item.name, item.verdict) for item in review.items] == [("Eino Berg", Verdict.SURE)]
    assert review.talk == 1
