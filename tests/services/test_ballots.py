"""Asking the people of a poll: who gets which ballot, by which road, and what a renewed secret makes void."""

from datetime import date, time, timedelta

import pypdf
import pytest

from clubhub.app import create_club
from clubhub.domain.answer_codes import find_codes
from clubhub.domain.answer_keys import people_by_key
from clubhub.domain.ballots import AnswersTo
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Cancelled, Conflict, InvalidInput, NotFound
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.people import Channel
from clubhub.domain.poll_drafts import PollDraft, PollSettings, slots_of_day
from clubhub.services import ballot_files, ballot_sheets

PEOPLE = """Given name,Family name,Mail,Phone,Group,Age,Household,Guardian
Signe,Vikdahl,signe@vikdahl.example,050 555 0107,Juniors,adult,Vikdahl,yes
Viggo,Vikdahl,,,Juniors,under 13,Vikdahl,no
Oskar,Lindmyr,,050 555 0108,Masters,adult,Lindmyr,no
Malin,Ödberg,,,Masters,adult,Ödberg,no
"""
SLOTS = tuple(slots_of_day(date.fromisoformat("2027-06-12"), [time(9), time(13)], timedelta(hours=4)))
HENRIKE = AnswersTo(name="Henrike Ostenfeld", mail="henrike@kvarno.example", phone="+358505550142")


@pytest.fixture
def club(tmp_path):
    services = create_club(
        tmp_path / "c.clubhub",
        Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI", web_address="kvarno.example"),
    )
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club):
    return club.poll_editing.create(PollDraft(name="Helpers’ meeting", slots=SLOTS)).poll_id


def poll_of(club, poll_id):
    return club.poll_boards.board(poll_id).poll


def names(asking):
    return [ballot.person.name for ballot in asking.ballots]


def test_asking_writes_nothing_and_says_the_same_each_time(club, poll_id):
    first, second = club.ballots.ask(poll_id), club.ballots.ask(poll_id)
    assert (first, bool(first.changes)) == (second, False)


def test_every_signature_is_its_persons(club, poll_id):
    asking = club.ballots.ask(poll_id)
    people = people_by_key(asking.asked.poll, (ballot.person.id for ballot in asking.ballots))
    assert len(people) == 4
    for ballot in asking.ballots:
        (found,) = find_codes(ballot.text)
        assert people[found.code.key] == ballot.person.id


def test_a_minors_ballot_goes_to_the_guardian_and_names_the_minor(club, poll_id):
    asking = club.ballots.ask(poll_id, answers_to=HENRIKE)
    readers = {ballot.person.name: ballot.reader for ballot in asking.ballots}
    assert readers["Viggo Vikdahl"].person.name == "Signe Vikdahl"
    assert readers["Signe Vikdahl"].channel == Channel.MAIL
    assert readers["Oskar Lindmyr"].channel == Channel.SMS
    assert readers["Malin Ödberg"] is None
    viggo = next(ballot for ballot in asking.ballots if ballot.person.name == "Viggo Vikdahl")
    assert "For Viggo Vikdahl" in viggo.text.splitlines()
    assert viggo.send_links[Channel.MAIL].startswith("mailto:signe@vikdahl.example?")


def test_the_poll_asks_its_audience_unless_others_are_named(club):
    draft = PollDraft(name="Juniors’ trip", slots=SLOTS, settings=PollSettings(audience="group: Juniors"))
    poll_id = club.poll_editing.create(draft).poll_id
    assert names(club.ballots.ask(poll_id)) == ["Signe Vikdahl", "Viggo Vikdahl"]
    assert names(club.ballots.ask(poll_id, rule="group: Masters")) == ["Oskar Lindmyr", "Malin Ödberg"]
    assert len(names(club.ballots.ask(poll_id, rule=""))) == 4


def test_answers_go_to_nobody_until_somebody_is_named(club, poll_id):
    assert club.ballots.ask(poll_id).everybody.answer_links == {}
    links = club.ballots.ask(poll_id, answers_to=HENRIKE).everybody.answer_links
    assert links[Channel.WHATSAPP].startswith("https://wa.me/358505550142?text=")


def test_the_pages_address_may_be_typed_without_its_beginning(club, poll_id):
    link = club.ballots.ask(poll_id, page=" kvarno.example/answer.html ").everybody.page_link
    assert link.startswith("https://kvarno.example/answer.html#1")


def test_a_renewed_secret_makes_old_ballots_void_until_undo(club, poll_id):
    asking = club.ballots.ask(poll_id)
    old = asking.ballots[0]
    changes = club.ballots.renew_secret(poll_id)
    assert changes.title == "make the old ballots of “Helpers’ meeting” void (undone, the newer ones are)"
    (found,) = find_codes(old.text)
    ids = [ballot.person.id for ballot in asking.ballots]
    assert found.code.key not in people_by_key(poll_of(club, poll_id), ids)
    assert poll_of(club, poll_id).code == asking.asked.poll.code
    club.history.undo()
    assert people_by_key(poll_of(club, poll_id), ids)[found.code.key] == old.person.id


def test_a_poll_that_is_gone_is_refused(club):
    with pytest.raises(NotFound):
        club.ballots.ask(PollId(5))


def test_by_name_with_addresses_as_they_are_typed(club, poll_id):
    asking = club.ballots.ask_named(
        "helpers", person="oskar", mail_to="henrike@kvarno.example", phone_to="050 555 0142"
    )
    assert names(asking) == ["Oskar Lindmyr"]
    assert asking.asked.poll.id == poll_id
    assert asking.asked.answers_to == AnswersTo(mail="henrike@kvarno.example", phone="+358505550142")


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        ({"person": "Nobody"}, NotFound, "Nobody whom this poll asks is called “Nobody”"),
        ({"phone_to": "12"}, InvalidInput, "is no phone number. Nothing was written: correct it"),
        ({"mail_to": "henrike"}, InvalidInput, "is no mail address. Nothing was written: correct it"),
    ],
)
@pytest.mark.usefixtures("poll_id")
def test_what_nobody_can_be_reached_by_is_refused(club, given, error, sentence):
    with pytest.raises(error, match=sentence):
        club.ballots.ask_named("Helpers", **given)


@pytest.mark.usefixtures("poll_id")
def test_a_name_that_fits_several_is_refused(club, tmp_path):
    (tmp_path / "more.csv").write_text("Name\nOskar Lindqvist\n", "utf-8")
    club.people.import_file(tmp_path / "more.csv")
    with pytest.raises(Conflict, match="Several are called “oskar lind”"):
        club.ballots.ask_named("Helpers", person="oskar lind")


def test_a_folder_holds_everybodys_and_each_persons_ballot(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id, answers_to=HENRIKE)
    steps = []
    written = club.ballots.write_all(asking, tmp_path / "out", on_progress=lambda done, of: steps.append((done, of)))
    assert [str(path.relative_to(tmp_path / "out")) for path in written.paths[:6]] == [
        "everybody.txt",
        "everybody.pdf",
        "links.csv",
        "sheets.pdf",
        "texts/oskar-lindmyr.txt",
        "sheets/oskar-lindmyr.pdf",
    ]
    assert len(written.paths) == 12
    assert steps[-1] == (12, 12)
    assert all(path.stat().st_size for path in written.paths)
    assert written.notes == ("Malin Ödberg can’t be reached: hand the sheet over.",)
    assert (tmp_path / "out" / "texts" / "oskar-lindmyr.txt").read_text("utf-8") == f"{asking.ballots[0].text}\n"


def test_writing_can_be_stopped(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id)
    with pytest.raises(Cancelled, match="written so far"):
        club.ballots.write_all(asking, tmp_path / "out", should_stop=lambda: True)


def pages(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


@pytest.mark.parametrize("most", [4, 3])
def test_sheets_for_very_many_are_several_files_and_none_alone(club, poll_id, tmp_path, monkeypatch, most):
    monkeypatch.setattr(ballot_sheets, "MOST_SHEETS", most)
    monkeypatch.setattr(ballot_files, "MOST_SHEETS", most)
    asking = club.ballots.ask(poll_id, answers_to=HENRIKE)
    steps = []
    written = club.ballots.write_all(asking, tmp_path / "out", on_progress=lambda done, of: steps.append((done, of)))
    sheets = [path for path in written.paths if path.name.startswith("sheets")]
    shown = [text for path in sheets for text in pages(path)]
    assert all(name in text for name, text in zip(names(asking), shown, strict=True))
    assert steps[-1] == (len(written.paths), len(written.paths))
    assert (tmp_path / "out" / "sheets").exists() == (most == 4)
    told = [
        "The sheets after the first 3 are in sheets 2.pdf.",
        "More than 3 people are asked, so nobody’s sheet is a file of its own: ask somebody alone to get theirs.",
    ]
    assert list(written.notes[1:]) == (told if most == 3 else [])
    assert [path.name for path in sheets] == ["sheets.pdf", "sheets 2.pdf"][: 1 + (most == 3)]


def test_each_ones_own_sheet_is_theirs(club, poll_id, tmp_path):
    club.ballots.write_all(club.ballots.ask(poll_id), tmp_path / "out")
    for name in ("Oskar Lindmyr", "Signe Vikdahl"):
        (text,) = pages(tmp_path / "out" / "sheets" / f"{name.lower().replace(' ', '-')}.pdf")
        assert name in text


def test_sheets_alone_are_several_files_too_and_can_be_stopped(club, poll_id, tmp_path, monkeypatch):
    monkeypatch.setattr(ballot_sheets, "MOST_SHEETS", 2)
    asking = club.ballots.ask(poll_id)
    people = [ballot.person.id for ballot in asking.ballots][:3]
    written = club.ballots.write_sheets(asking, tmp_path / "b.pdf", people=people)
    assert [len(pages(path)) for path in written.paths] == [2, 1]
    assert written.notes == ("The sheets after the first 2 are in b 2.pdf.",)
    done = []
    with pytest.raises(Cancelled, match="written so far"):
        club.ballots.write_sheets(
            asking,
            tmp_path / "c.pdf",
            people=people,
            on_progress=lambda *step: done.append(step),
            should_stop=lambda: bool(done),
        )
    assert (done, (tmp_path / "c.pdf").exists(), (tmp_path / "c 2.pdf").exists()) == ([(1, 2)], True, False)


def test_sheets_of_some_are_in_one_file(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id)
    club.ballots.write_sheets(asking, tmp_path / "some.pdf", people=[asking.ballots[1].person.id])
    (page,) = pypdf.PdfReader(tmp_path / "some.pdf").pages
    assert asking.ballots[1].person.name in page.extract_text()


def test_invitations_are_for_those_who_read_mail(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id, answers_to=HENRIKE)
    option = asking.asked.options[1]
    written = club.ballots.write_invitations(asking, option.id, tmp_path / "out")
    assert sorted(path.name for path in written.paths) == [
        "signe-vikdahl.eml",
        "signe-vikdahl.ics",
        "viggo-vikdahl.eml",
        "viggo-vikdahl.ics",
    ]
    assert written.notes == ("2 people have no mail address: Oskar Lindmyr and Malin Ödberg.",)
    assert b"STATUS:TENTATIVE" in written.paths[0].read_bytes()


def test_an_invitation_needs_a_slot_and_an_address_for_answers(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id)
    with pytest.raises(InvalidInput, match="to which address"):
        club.ballots.write_invitations(asking, asking.asked.options[0].id, tmp_path / "out")
    with pytest.raises(NotFound):
        club.ballots.write_invitations(asking, OptionId(5), tmp_path / "out")
    plain = club.poll_editing.create(PollDraft(name="Caps", labels=("Red", "Blue"))).poll_id
    asking = club.ballots.ask(plain, answers_to=HENRIKE)
    with pytest.raises(InvalidInput, match="“Red” has no time"):
        club.ballots.write_invitations(asking, asking.asked.options[0].id, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_page_knows_no_poll_and_nobody(club, poll_id, tmp_path):
    asking = club.ballots.ask(poll_id, answers_to=HENRIKE)
    path = club.ballots.write_page(tmp_path / "site")
    page = path.read_text("utf-8")
    assert path.name == "answer.html"
    for word in ("Helpers", asking.asked.poll.code, "Signe", "Henrike", "358505550142"):
        assert word not in page
