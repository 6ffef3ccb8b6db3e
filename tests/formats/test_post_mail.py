"""Mail drafts, read with Python's own parser and opened in a real Chromium."""

import email
import email.policy
from dataclasses import replace

import pytest
from tests.formats.browser import Document, dump_dom
from tests.formats.post_samples import ANNA, MALIN, by_mail, full_post, hostile_texts
from tests.formats.roster_samples import swimming_meet

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel, Person
from clubhub.domain.reach import Reach, Recipient
from clubhub.formats.post_mail import mail_draft, mail_drafts


def read(content: bytes):
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert message.defects == []
    return message


def html_of(message) -> str:
    return message.get_body(("html",)).get_content()


def test_a_draft_says_to_whom_and_what_in_text_first_then_html():
    message = read(mail_draft(full_post(), by_mail(ANNA)))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Anna Lind <anna.lind@example.org>"
    assert message["Subject"] == "We need two more on Saturday"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_the_twin_has_the_same_in_the_same_order():
    text = read(mail_draft(full_post(), by_mail(ANNA))).get_body(("plain",)).get_content()
    assert text.replace("\r\n", "\n") == (
        "Kvarnö Swim Club\n\nWE NEED TWO MORE ON SATURDAY\n\nMalin Holm\nFriday 12 June\n\nDear Anna,\n\n"
        "two of the six lanes have no watch. Petra shows you: https://kvarno.example/watch_it.\n\n"
        "You have no shift.\n\nWHAT'S IN IT FOR YOU\nLunch, and two points.\n\n"
        "WHAT TO DO BY WHEN\nBy Wednesday: answer “yes”.\n\nOr call me: 040 5550101\n\n-- \n"
        "To 1 volunteer of Kvarnö Games.\n"
        "You get this because you are one of them, or guard one who is. No more of these: answer “stop”.\n"
        "https://kvarno.example/help\n"
    )


def test_a_reader_s_own_shifts_are_listed_and_a_minor_s_under_their_name():
    roster = replace(swimming_meet(), contact=MALIN)
    helper, minor = roster.people()[:2]
    reader = replace(by_mail(ANNA), person=replace(helper, emails=ANNA.emails), minors=(minor,))
    text = read(mail_draft(full_post("{shifts}", roster=roster), reader)).get_body(("plain",)).get_content()
    assert f"{helper.given_name}: " in text
    assert f"{minor.given_name}: " in text
    assert text.count("June ") >= 2


def test_the_buttons_answer_the_contact_with_a_word():
    links = [
        a["href"] for tag, a in Document(html_of(read(mail_draft(full_post(), by_mail(ANNA))))).elements if tag == "a"
    ]
    yes, no = (link for link in links if link.startswith("mailto:"))
    assert yes == (
        "mailto:malin@example.org?subject=Re%3A%20We%20need%20two%20more%20on%20Saturday&body=Yes%2C%20I%20can.%0A%0AAnna%20Lind"
    )
    assert "I%20can%E2%80%99t" in no
    assert "tel:0405550101" in links


def test_without_a_contact_there_is_nothing_to_press():
    page = html_of(read(mail_draft(full_post(roster=replace(swimming_meet(), contact=None)), by_mail(ANNA))))
    assert "mailto:" not in page


def test_nothing_is_loaded_or_run_and_styles_are_inline():
    for tag, attributes in Document(html_of(read(mail_draft(full_post(), by_mail(ANNA))))).elements:
        assert tag not in {"script", "img", "link", "iframe", "object", "form"}
        assert not {"src", "srcset", "background"} & set(attributes)
        assert "url(" not in (attributes.get("style") or "")
        if tag in {"h1", "h2", "p", "a"}:
            assert attributes.get("style")


def test_the_same_post_gives_the_same_bytes_and_lines_end_as_mail_s_do():
    one, other = (mail_draft(full_post(), by_mail(ANNA)) for _time in range(2))
    assert one == other
    assert b"\n" not in one.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "name",
    ["Anna\r\nBcc: evil@x.example", 'Anna" <evil@x.example>, "', "a@b.example,", "Å" * 200, "9" * 200, "\u202eanna"],
)
def test_no_name_or_title_adds_a_header_or_a_reader(name):
    person = replace(ANNA, given_name=name, family_name="")
    message = read(mail_draft(full_post(title=f"{name}\nX-Evil: 1"), by_mail(person)))
    assert sorted(message.keys()) == ["Content-Language", "Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert [address.addr_spec for address in message["To"].addresses] == ["anna.lind@example.org"]


def test_no_name_in_all_the_corpora_ends_the_headers(shared_data):
    for text in hostile_texts(shared_data):
        message = read(mail_draft(full_post("x", text), by_mail(replace(ANNA, given_name=text, family_name=""))))
        assert len(message.keys()) == 6
        assert [address.addr_spec for address in message["To"].addresses] == ["anna.lind@example.org"]


def test_drafts_are_for_those_by_mail_and_a_bad_address_is_told():
    bo = Person(id=PersonId(5), given_name="Bo", emails=("bo@@x",))
    other_anna = replace(ANNA, id=PersonId(6))
    by_text = Recipient(person=Person(id=PersonId(7), given_name="Eva"), channel=Channel.SMS, address="+1")
    readers = Reach(recipients=(by_mail(ANNA), by_mail(other_anna), by_mail(bo), by_text), left_out=())
    made = mail_drafts(full_post(readers=readers))
    assert len(made.files) == 2
    assert all(name.startswith("anna-lind-") and name.endswith(".eml") for name in made.files)
    assert made.left_out == ("Bo: no mail can go to “bo@@x”. Correct the address.",)


def test_hostile_texts_stay_text(shared_data):
    for text in hostile_texts(shared_data)[::7]:
        person = replace(ANNA, given_name=text, family_name=text)
        message = read(mail_draft(full_post(f"{text}\n\n{{name}}", text), by_mail(person)))
        assert len(message.keys()) == 6
        for tag, attributes in Document(html_of(message)).elements:
            assert tag not in {"script", "img", "iframe", "object", "embed", "form", "svg", "link", "base", "input"}
            assert not [name for name in attributes if name.startswith("on")]


def test_a_real_browser_runs_nothing_of_it(shared_data, outside_program, tmp_path):
    texts = hostile_texts(shared_data)
    body = "\n\n".join(texts[::5])
    person = replace(ANNA, given_name="<script>document.title='owned'</script>", family_name="")
    page = html_of(read(mail_draft(full_post(body + "\n\n{name}", "Plain title"), by_mail(person))))
    document = Document(dump_dom(outside_program("chromium"), page, tmp_path))
    assert document.title == "Plain title"
    assert "script" not in {tag for tag, _attributes in document.elements}
