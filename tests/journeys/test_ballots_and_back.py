"""From a ballot on every road back into the table: what somebody answered is what the club counts."""

from datetime import date, time, timedelta
from urllib.parse import unquote

import pytest
from tests.formats.ballots.conftest import Phone, chromium  # noqa: F401  a fixture

from clubhub.app import create_club
from clubhub.domain.ballots import AnswersTo
from clubhub.domain.clubs import Club
from clubhub.domain.people import Channel
from clubhub.domain.poll_drafts import PollDraft, PollSettings, slots_of_day
from clubhub.domain.polls import Mark, PollKind
from clubhub.domain.replies import Incoming, Verdict
from clubhub.domain.reply_reviews import taken_as_found

PEOPLE = "Name,Mail\nSigne Vikdahl,signe@vikdahl.example\nOskar Lindmyr,oskar@lindmyr.example\n"
HENRIKE = AnswersTo(name="Henrike Ostenfeld", mail="henrike@kvarno.example", phone="+358505550142")
SLOTS = tuple(
    slot
    for day in range(8, 12)
    for slot in slots_of_day(date(2027, 6, day), [time(17), time(18, 30), time(20)], timedelta(minutes=90))
)
MARKS = {"Y": Mark.YES, "M": Mark.IF_NEED_BE, "N": Mark.NO, "-": None}


@pytest.fixture
def club(tmp_path):
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def phone(chromium, club, tmp_path):  # noqa: F811  the fixture
    phone = Phone(chromium, club.ballots.write_page(tmp_path), has_touch=True, is_mobile=True)
    yield phone
    phone.close()
    assert phone.problems == []


def asked(club, **draft):
    poll_id = club.poll_editing.create(PollDraft(name="Helpers’ evening: when can you come?", **draft)).poll_id
    return club.ballots.ask(poll_id, answers_to=HENRIKE, page="https://kvarno.example/answer.html")


def ballot_of(asking, name):
    return next(ballot for ballot in asking.ballots if ballot.person.name == name)


def taken_in(club, asking, text):
    """The answer that stands in the table after this text was brought in and found sure."""
    review = club.answers_in.review([Incoming(text=text)], asking.asked.poll.id)
    assert [item.verdict for item in review.items] == [Verdict.SURE]
    club.answers_in.accept(review, taken_as_found(review.items))
    (answer,) = club.poll_boards.board(asking.asked.poll.id).answers.values()
    return answer


def marks(asking, answer):
    return [answer.marks.get(option.id) for option in asking.asked.options]


@pytest.mark.parametrize("road", ["WhatsApp", "SMS", "Mail"])
@pytest.mark.parametrize("letters", ["YYNYM-MYN---", "------------", "NNNNNNNNNNNN"])
def test_what_is_tapped_on_the_phone_is_counted(club, phone, road, letters):
    asking = asked(club, slots=SLOTS)
    phone.open_fragment(ballot_of(asking, "Signe Vikdahl").page_link.partition("#")[2])
    phone.mark(letters)
    phone.page.get_by_label("Anything to add?").fill("On Tuesday I can bring the projector, or 2 chairs.")
    phone.next()
    phone.tap(road)
    (link,) = phone.taps()
    sent = unquote(link.rpartition("body=" if road != "WhatsApp" else "text=")[2])
    if not letters.strip("-"):
        review = club.answers_in.review([Incoming(text=sent)], asking.asked.poll.id)
        assert all(not item.read.marks for item in review.items)
        return
    answer = taken_in(club, asking, sent)
    assert answer.person_id == ballot_of(asking, "Signe Vikdahl").person.id
    assert marks(asking, answer) == [MARKS[letter] for letter in letters]
    assert answer.comment == "On Tuesday I can bring the projector, or 2 chairs."


def test_an_answer_without_a_personal_link_is_unsigned_and_named(club, phone):
    asking = asked(club, slots=SLOTS)
    phone.open_fragment(asking.everybody.page_link.partition("#")[2])
    phone.page.get_by_label("Your name").fill("Oskar Lindmyr")
    phone.mark("YN")
    phone.next()
    review = club.answers_in.review([Incoming(text=phone.message())], asking.asked.poll.id)
    (item,) = review.items
    assert item.verdict is Verdict.UNSIGNED
    assert item.person == ballot_of(asking, "Oskar Lindmyr").person
    assert list(item.read.marks.values()) == [Mark.YES, Mark.NO]


def test_a_text_without_a_personal_link_is_the_answer_alone(club, phone):
    asking = asked(club, kind=PollKind.TEXT)
    phone.open_fragment(asking.everybody.page_link.partition("#")[2])
    phone.page.get_by_label("Your name").fill("Oskar Lindmyr")
    phone.page.get_by_label("Your answer", exact=True).fill("Blue with 2 waves")
    phone.next()
    (item,) = club.answers_in.review([Incoming(text=phone.message())], asking.asked.poll.id).items
    assert (item.verdict, item.read.said) == (Verdict.UNSIGNED, "Blue with 2 waves")


def test_a_number_with_another_in_the_comment_is_the_number(club, phone):
    asking = asked(club, kind=PollKind.NUMBER)
    phone.open_fragment(ballot_of(asking, "Signe Vikdahl").page_link.partition("#")[2])
    phone.page.get_by_label("Your answer", exact=True).fill("3")
    phone.page.get_by_label("Anything to add?").fill("2 of them under 10")
    phone.next()
    answer = taken_in(club, asking, phone.message())
    assert (answer.said, answer.comment) == ("3", "2 of them under 10")


@pytest.mark.parametrize("kind", [PollKind.ONE, PollKind.SEVERAL, PollKind.RANKED])
def test_choices_are_counted(club, phone, kind):
    asking = asked(club, kind=kind, labels=("Red cap", "Blue cap", "Green cap"))
    phone.open_fragment(ballot_of(asking, "Signe Vikdahl").page_link.partition("#")[2])
    chosen = ["Green cap"] if kind is PollKind.ONE else ["Green cap", "Red cap"]
    for label in chosen:
        phone.page.locator(".choice", has_text=label).tap()
    phone.next()
    answer = taken_in(club, asking, phone.message())
    of_label = {option.label: option.id for option in asking.asked.options}
    found = answer.ranking if kind is PollKind.RANKED else tuple(answer.marks)
    wanted = tuple(of_label[label] for label in chosen)
    assert found == wanted if kind is PollKind.RANKED else set(found) == set(wanted)


@pytest.mark.parametrize(("kind", "said"), [(PollKind.NUMBER, "3"), (PollKind.TEXT, "Blue with 2 waves, please")])
def test_what_is_written_is_counted(club, phone, kind, said):
    asking = asked(club, kind=kind)
    phone.open_fragment(ballot_of(asking, "Signe Vikdahl").page_link.partition("#")[2])
    phone.page.get_by_label("Your answer", exact=True).fill(said)
    phone.next()
    assert taken_in(club, asking, phone.message()).said == said


def test_a_mail_that_was_filled_in_is_counted(club):
    asking = asked(club, slots=SLOTS)
    link = ballot_of(asking, "Signe Vikdahl").answer_links[Channel.MAIL]
    form = unquote(link.partition("&body=")[2])
    for number, word in ((1, "yes"), (2, "?"), (3, "no"), (12, "if need be")):
        head = next(line for line in form.split("\r\n") if line.startswith(f"{number}) "))
        form = (
            form.replace(head, f"{head}{word}", 1) if number != 1 else form.replace(f"\n{head}", f"\n{head}{word}", 1)
        )
    answer = taken_in(club, asking, form)
    assert marks(asking, answer) == [Mark.YES, Mark.IF_NEED_BE, Mark.NO, *[None] * 8, Mark.IF_NEED_BE]


def test_numbers_above_the_signed_line_are_counted(club):
    asking = asked(club, slots=SLOTS)
    ballot = ballot_of(asking, "Signe Vikdahl")
    answer = taken_in(club, asking, f"1 3 4?\n{ballot.text.splitlines()[-1]}")
    assert marks(asking, answer) == [Mark.YES, None, Mark.YES, Mark.IF_NEED_BE, *[None] * 8]


def test_a_whole_ballot_sent_back_with_numbers_under_it_is_counted(club):
    settings = PollSettings(note="Club house, 2 hours.")
    asking = asked(club, slots=SLOTS, settings=settings)
    ballot = ballot_of(asking, "Signe Vikdahl")
    answer = taken_in(club, asking, f"{ballot.text}\n2 5?")
    assert marks(asking, answer) == [None, Mark.YES, None, None, Mark.IF_NEED_BE, *[None] * 7]


def test_a_ballot_that_comes_back_untouched_counts_for_nothing(club):
    asking = asked(club, slots=SLOTS)
    ballot = ballot_of(asking, "Signe Vikdahl")
    links = [unquote(link.partition("body=")[2]) for link in ballot.answer_links.values()]
    for text in (ballot.text, *links):
        review = club.answers_in.review([Incoming(text=text)], asking.asked.poll.id)
        assert [item for item in review.items if item.can_be_taken] == []


@pytest.mark.parametrize(
    ("status", "mark"), [("ACCEPTED", Mark.YES), ("TENTATIVE", Mark.IF_NEED_BE), ("DECLINED", Mark.NO)]
)
def test_what_a_calendar_answers_to_an_invitation_is_counted(club, tmp_path, status, mark):
    asking = asked(club, slots=SLOTS)
    option = asking.asked.options[4]
    paths = club.ballots.write_invitations(asking, option.id, tmp_path / "out").paths
    request = next(path for path in paths if path.name == "signe-vikdahl.ics").read_text("utf-8")
    reply = request.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", status)
    answer = taken_in(club, asking, reply)
    assert answer.person_id == ballot_of(asking, "Signe Vikdahl").person.id
    assert dict(answer.marks) == {option.id: mark}


def test_a_reply_on_a_void_invitation_is_not_sure(club, tmp_path):
    asking = asked(club, slots=SLOTS)
    paths = club.ballots.write_invitations(asking, asking.asked.options[4].id, tmp_path / "out").paths
    request = next(path for path in paths if path.name == "signe-vikdahl.ics").read_text("utf-8")
    club.ballots.renew_secret(asking.asked.poll.id)
    reply = request.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED")
    review = club.answers_in.review([Incoming(text=reply)], asking.asked.poll.id)
    assert [item.verdict for item in review.items] != [Verdict.SURE]
