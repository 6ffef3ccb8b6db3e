"""The answer page in a real Chromium of a phone's size: what is tapped is what the club reads."""

import base64
import hashlib
import re
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tests.formats.ballots.ballot_samples import (
    CLUB,
    HENRIKE,
    SIGNE,
    at,
    choices,
    helpers_evening,
    question,
    slots,
    with_room,
)
from tests.formats.browser import Document

from clubhub.domain.answer_codes import find_codes
from clubhub.domain.answer_keys import NO_KEY, person_key
from clubhub.domain.ballots import AnswersTo
from clubhub.domain.polls import Mark
from clubhub.formats.ballots.answer_page import answer_page
from clubhub.formats.ballots.page_link import fragment, fragment_check

MARKS = {"Y": Mark.YES, "M": Mark.IF_NEED_BE, "N": Mark.NO, "-": None}


def code_in(message):
    (found,) = find_codes(message)
    assert found.code is not None
    return found.code


def test_twelve_slots_are_answered_and_the_code_says_just_that(phone):
    asked = helpers_evening()
    phone.open(asked, SIGNE)
    phone.mark("YYNYM-MYN---")
    assert phone.page.locator(".bar").inner_text().split("\n")[:2] == ["8 of 12 answered", "Empty ones stay open"]
    phone.page.get_by_label("Anything to add?").fill("On Tuesday I can bring\nthe projector.")
    phone.next()
    code = code_in(phone.message())
    assert (code.poll_code, code.key) == ("K7Q4", person_key(asked.poll, SIGNE.id))
    assert code.marks() == [MARKS[sign] for sign in "YYNYM-MYN---"]
    assert phone.message().splitlines()[:-1] == [
        "Helpers’ evening: when can you come?",
        "Mon 8 June: 17:00 yes, 18:30 yes, 20:00 no",
        "Tue 9 June: 17:00 yes, 18:30 if need be",
        "Wed 10 June: 17:00 if need be, 18:30 yes, 20:00 no",
        "Comment: On Tuesday I can bring the projector.",
    ]


def test_a_second_tap_empties_and_another_button_replaces(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.mark("YY")
    phone.mark("YN")
    pressed = phone.page.locator("button[aria-pressed=true]")
    assert pressed.count() == 1
    assert pressed.get_attribute("aria-label") == "No: Monday 8 June 18:30–20:00"


def test_a_link_for_everybody_asks_for_the_name(phone):
    phone.open(helpers_evening())
    phone.mark("Y")
    phone.next()
    name = phone.page.get_by_label("Your name")
    assert name.get_attribute("aria-invalid") == "true"
    assert name.evaluate("field => field === document.activeElement")
    assert phone.page.locator("#name-error").is_visible()
    name.fill("  Signe   Vikdahl ")
    phone.next()
    assert "Name: Signe Vikdahl" in phone.message().splitlines()
    assert code_in(phone.message()).key == NO_KEY


def test_nothing_answered_is_not_sent_but_a_word_alone_is(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.next()
    assert phone.page.get_by_role("alert").inner_text().startswith("Nothing is answered yet.")
    phone.page.get_by_label("Anything to add?").fill("Ask me on Friday.")
    phone.next()
    assert code_in(phone.message()).marks() == [None] * 12


def test_each_option_says_for_how_many_there_is_room(phone):
    phone.open(with_room(helpers_evening(), 8, None, 2), SIGNE)
    assert phone.page.locator(".row").nth(0).locator(".room").inner_text() == "room for 8"
    assert phone.page.locator(".row").nth(1).locator(".room").count() == 0
    assert phone.page.locator("#note").inner_text().splitlines()[-1].startswith("Places go to the first who say yes")
    phone.mark("Y-M")
    assert phone.page.locator("button[aria-pressed=true]").nth(1).get_attribute("aria-label") == (
        "If need be: Monday 8 June 20:00–21:30, room for 2"
    )
    phone.next()
    assert "room for" not in phone.message()
    phone.open(helpers_evening(), SIGNE)
    assert "Places go" not in phone.page.locator("#note").inner_text()


@pytest.mark.parametrize(
    ("kind", "taps", "lines", "letters"),
    [
        ("one", ["Red", "Blue"], ["2) Blue = yes"], "SYS"),
        ("several", ["Red", "Green", "Blue", "Red"], ["2) Blue = yes", "3) Green = yes"], "SYY"),
        ("ranked", ["Green", "Red", "Blue", "Red"], ["Best first: Green, Blue"], "R2524"),
    ],
)
def test_plain_choices_are_tapped(phone, kind, taps, lines, letters):
    phone.open(question(kind, "Red", "Blue", "Green"), SIGNE)
    for label in taps:
        phone.page.locator(".choice", has_text=label).tap()
    phone.next()
    assert phone.message().splitlines()[1:-1] == lines
    assert code_in(phone.message()).letters == letters


def test_a_number_is_written_and_a_word_in_its_place_is_refused(phone):
    phone.open(question("number"), SIGNE)
    field = phone.page.get_by_label("Your answer", exact=True)
    field.fill("three")
    phone.next()
    assert phone.page.get_by_role("alert").inner_text() == "Write a number, such as 3 or 2.5."
    field.fill("2,5")
    phone.next()
    assert "My answer: 2,5" in phone.message().splitlines()
    assert code_in(phone.message()).letters == ""


def test_a_text_is_written(phone):
    phone.open(question("text"), SIGNE)
    phone.page.get_by_label("Your answer", exact=True).fill("Blue, with\na wave")
    phone.next()
    assert phone.message().splitlines()[:2] == ["New caps", "My answer: Blue, with a wave"]


def test_the_polls_own_words_are_on_the_buttons_and_in_the_text(phone):
    asked = helpers_evening()
    phone.open(replace(asked, poll=replace(asked.poll, words=("kyllä", "jos on pakko", "ei, valitettavasti"))), SIGNE)
    assert phone.page.locator(".row").first.locator("button").all_inner_texts() == [
        "Kyllä",
        "Jos on pakko",
        "Ei, valitettavasti",
    ]
    phone.mark("M")
    phone.next()
    assert "Mon 8 June: 17:00 jos on pakko" in phone.message()


def test_numbers_of_removed_options_are_passed_over(phone):
    asked = helpers_evening()
    phone.open(replace(asked, options=(asked.options[0], *asked.options[3:5], asked.options[11])), SIGNE)
    phone.mark("Y-NM")
    phone.next()
    assert code_in(phone.message()).letters == "YSSSNSSSSSSM"


def test_each_road_opens_with_exactly_what_is_shown(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.mark("YYNYM-MYN---")
    phone.next()
    shown = phone.message()
    for road in ("WhatsApp", "SMS", "Mail"):
        phone.tap(road)
        assert phone.title() == "Nearly there"
        assert phone.page.locator("#done-title").inner_text() == f"Press send in {road}"
        assert "This page can’t see whether you sent it." in phone.page.locator("#done-words").inner_text()
        phone.page.go_back()
        assert phone.title() == "How do you want to send it?"
    whatsapp, sms, mail = phone.taps()
    assert urlsplit(whatsapp)[:3] == ("https", "wa.me", "/358505550142")
    assert parse_qs(urlsplit(whatsapp).query)["text"] == [shown]
    assert sms.startswith("sms:+358505550142?&body=")
    assert unquote(sms.partition("body=")[2]) == shown
    assert mail.startswith("mailto:henrike@kvarno.example?subject=Helpers")
    assert unquote(mail.partition("body=")[2]) == shown.replace("\n", "\r\n")
    assert len(mail) < 700


def test_of_a_hundred_slots_the_code_alone_is_sent(phone):
    starts = [at(f"2026-06-{day:02} {hour:02}:00") for day in range(1, 26) for hour in (8, 11, 14, 17)]
    phone.open(helpers_evening(options=slots(*starts)), SIGNE)
    phone.mark("YNM-" * 25)
    phone.next()
    assert len(phone.message().splitlines()) == 2
    assert code_in(phone.message()).marks() == [Mark.YES, Mark.NO, Mark.IF_NEED_BE, None] * 25
    phone.tap("Mail")
    assert len(phone.taps()[0]) < 2000
    assert len(code_in(phone.message()).letters) == 100


def test_without_a_road_the_answer_can_be_copied(phone):
    phone.open(helpers_evening(answers_to=AnswersTo()), SIGNE)
    phone.mark("Y")
    phone.next()
    assert phone.page.locator("#roads button").all_inner_texts() == ["Copy"]
    phone.page.evaluate("navigator.clipboard.writeText = async (text) => { window.clip = text; }")
    shown = phone.message()
    phone.tap("Copy")
    assert phone.page.locator("#done-title").inner_text() == "Your answer is copied"
    assert phone.page.evaluate("clip") == shown


def test_going_back_keeps_what_was_tapped(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.mark("YMN")
    phone.next()
    phone.page.go_back()
    assert phone.title() == "Helpers’ evening: when can you come?"
    assert phone.page.locator("button[aria-pressed=true]").count() == 3
    phone.mark("---Y")
    phone.next()
    phone.tap("Change my answer")
    assert phone.page.locator("#count").inner_text() == "4 of 12 answered"


def test_another_link_in_the_same_window_is_another_poll(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.mark("Y")
    phone.page.evaluate(f"location.hash = {fragment(question('one', 'Red', 'Blue'))!r}")
    phone.page.get_by_role("heading", name="New caps").wait_for()
    assert phone.page.locator("button[aria-pressed=true]").count() == 0


@pytest.mark.parametrize("kind", ["z", "qz"])
def test_what_only_a_newer_clubhub_asks_is_not_an_empty_page(phone, kind):
    body = f"1K7Q4;{kind};tCaps;oRed,Blue"
    phone.open_fragment(f"{body};{fragment_check(body)}")
    assert phone.title() == "This link is not whole"


@pytest.mark.parametrize("damage", ["", "1K7Q4", "cut", "two ends"])
def test_a_link_that_isnt_whole_says_so(phone, damage):
    whole = fragment(helpers_evening(), SIGNE)
    phone.open_fragment({"cut": whole[:-9], "two ends": f"{whole} and"}.get(damage, damage))
    assert phone.title() == "This link is not whole"


def test_a_link_whose_signs_a_program_has_rewritten_is_read(phone):
    phone.open_fragment(fragment(helpers_evening(), SIGNE).replace(";", "%3B").replace("+", "%2B"))
    assert phone.title() == "Helpers’ evening: when can you come?"


def test_a_closed_poll_says_that_it_is_late(phone):
    phone.open(helpers_evening(closes=at("2020-01-01 12:00")), SIGNE)
    assert phone.page.locator("#closed").is_visible()
    phone.open(helpers_evening(closes=at("2090-01-01 12:00")), SIGNE)
    assert phone.page.locator("#closed").is_hidden()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(phone, width):
    asked = helpers_evening()
    long_words = replace(
        asked.poll, name="Järjestelytoimikuntaseminaari" * 2, words=("Kyllä", "Jos on pakko", "Ei käy")
    )
    phone.page.set_viewport_size({"width": width, "height": 700})
    for shown in (asked, replace(asked, poll=long_words), question("ranked", "Järjestelytoimikuntaseminaari" * 2)):
        phone.open(shown)
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= width
    phone.page.locator(".choice").tap()
    phone.page.get_by_label("Your name").fill("W" * 80)
    phone.next()
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_control_is_large_enough_for_a_thumb(phone):
    phone.open(helpers_evening(), SIGNE)
    for box in (button.bounding_box() for button in phone.page.locator("#ask button").all()):
        assert box["height"] >= 48
        assert box["width"] >= 80


def test_a_keyboard_is_enough(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.page.keyboard.press("Tab")
    phone.page.keyboard.press("Space")
    assert phone.page.locator("button[aria-pressed=true]").count() == 1


def test_style_and_script_are_allowed_by_their_hashes_alone():
    page = answer_page(CLUB)
    elements = Document(page).elements
    policy = next(a["content"] for tag, a in elements if tag == "meta" and a.get("http-equiv"))
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    style = page.partition("<style>")[2].partition("</style>")[0]
    for text in (script, style):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert 'name="viewport"' in page
    for _tag, attributes in elements:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        for name in ("src", "href", "action"):
            assert re.fullmatch(r"#[\w-]+", attributes.get(name) or "#none")


def test_the_policy_stops_a_request(phone):
    phone.open(helpers_evening(), SIGNE)
    assert phone.page.evaluate("fetch('https://www.kvarno.example/').then(() => 'went', () => 'stopped')") == "stopped"
    assert any("Content Security Policy" in problem for problem in phone.problems)
    phone.problems.clear()


def test_a_clubs_name_comes_to_nothing(chromium, tmp_path):
    name = "</script><script>document.title='owned'</script><b>"
    file = tmp_path / "answer.html"
    file.write_text(answer_page(replace(CLUB, name=name)), encoding="utf-8")
    page = chromium.new_page()
    page.goto(f"{file.as_uri()}#{fragment(helpers_evening(), SIGNE)}")
    assert page.locator(".club").inner_text() == name
    assert page.title() == f"Helpers’ evening: when can you come?, {name}"
    page.close()


def test_hostile_words_in_a_link_stay_words(phone):
    bad = "<img src=x onerror=document.title=1>"
    phone.open(replace(question("several", bad, "b"), answers_to=HENRIKE, options=choices(bad, "b;c,d")), SIGNE)
    assert phone.page.locator(".choice").all_inner_texts() == [bad, "b;c,d"]
    assert phone.page.locator("img").count() == 0


def test_days_are_in_the_clubs_language(chromium, tmp_path):
    file = tmp_path / "answer.html"
    file.write_text(answer_page(replace(CLUB, language="fi")), encoding="utf-8")
    page = chromium.new_page()
    page.goto(f"{file.as_uri()}#{fragment(helpers_evening(), SIGNE)}")
    assert page.locator("legend").first.inner_text() == "maanantai 8. kesäkuuta"
    languages = [page.locator(where).first.get_attribute("lang") for where in ("html", "legend", "#title", ".club")]
    assert languages == ["en-GB", "fi", "fi", "fi"]
    page.close()


@pytest.mark.usefixtures("german")
def test_the_page_is_in_the_language_that_the_program_speaks():
    page = answer_page(replace(CLUB, language="fi"))
    assert '<html lang="de">' in page
    assert "Weiter: senden" in page
    assert '"yes": "ja"' in page
    assert '"room": "Platz für {count}"' in page
