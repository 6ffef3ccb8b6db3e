"""Posts from the command line: written, listed, found, and out in every form."""

import email
import email.policy

import pytest

from clubhub.support.resources import resource

TEXT = """# Where to park

Dear {given_name},

the hall opens at *06:45*.

## What to do by when

Tell us by Sunday.
"""
PEOPLE = """Given name,Family name,Mail,Phone,Channel,Group,Age,Household,Guardian
Ada,Lind,ada@example.org,,mail,Parents A,adult,Lind,yes
Bo,Lind,,+358401234567,sms,Parents A,adult,Lind,no
Cia,Holm,,,paper,Parents B,adult,Holm,no
Dan,Berg,,,,Parents B,adult,Berg,no
Eva,Lind,,,,Swimmers,under 13,Lind,no
"""


@pytest.fixture
def filled(clubhub, club, write):
    assert clubhub("--club", club, "import", "people", write("people.csv", PEOPLE)).code == 0
    return club


def test_a_post_is_kept_listed_found_and_undone(clubhub, filled, write):
    done = clubhub("--club", filled, "post", "new", write("park.md", TEXT), "--audience", "group: Parents A")
    assert (done.code, done.out) == (0, "Kept the post “Where to park”, for 2 people of Parents A.\n")
    (post,) = clubhub("--club", filled, "post", "list", "--json").json
    assert (post["name"], post["audience"]) == ("Where to park", "group: Parents A")
    assert post["body"].startswith("Dear {given_name}")
    (found,) = clubhub("--club", filled, "search", "park", "opens", "--json").json
    assert (found["kind"], found["id"], found["name"]) == ("post", post["id"], "Where to park")
    assert clubhub("--club", filled, "undo").code == 0
    assert clubhub("--club", filled, "post", "list", "--json").json == []


def test_recipients_are_told_with_road_and_those_left_out_with_why(clubhub, filled, write):
    clubhub("--club", filled, "post", "new", write("park.md", TEXT))
    people = {one["name"]: one for one in clubhub("--club", filled, "post", "recipients", "Where", "--json").json}
    assert {name: one["channel"] for name, one in people.items()} == {
        "Ada Lind": "mail",
        "Bo Lind": "sms",
        "Cia Holm": "paper",
        "Dan Berg": None,
        "Eva Lind": None,
    }
    assert people["Ada Lind"]["for"] == ["Eva Lind"]
    assert people["Dan Berg"]["why"] == "No mail address and no phone number is known."
    assert people["Eva Lind"]["why"] == "Under 18: told through the guardian Ada Lind."
    table = clubhub("--club", filled, "post", "recipients", "Where to park").out
    assert table.startswith("everybody, 5 people: 1 by mail, 1 by text and 1 on paper\n")


@pytest.mark.parametrize(
    ("rule", "words"),
    [("group: Parents C", "Parents A"), ("grup: X", "Did you mean “group”"), ("silent: Trip", "There is none yet")],
)
def test_a_rule_that_isn_t_understood_is_refused_and_nothing_is_kept(clubhub, filled, write, rule, words):
    done = clubhub("--club", filled, "post", "new", write("park.md", TEXT), "--audience", rule)
    assert done.code == 3
    assert words in done.err
    assert clubhub("--club", filled, "post", "list", "--json").json == []


@pytest.mark.parametrize(
    ("text", "words"), [("# T\n\nDear {givenname}", "{given_name}"), ("# T\n\n{shifts}", "say of which event")]
)
def test_a_placeholder_that_stands_for_nothing_is_refused(clubhub, filled, write, text, words):
    done = clubhub("--club", filled, "post", "new", write("t.md", text))
    assert done.code == 3
    assert words in done.err


def test_it_goes_out_in_every_form(clubhub, filled, write, tmp_path):
    clubhub("--club", filled, "post", "new", write("park.md", TEXT), "--title", "Parking")
    for suffix in ("txt", "html", "pdf"):
        done = clubhub("--club", filled, "export", "post", "Parking", "--out", tmp_path / f"p.{suffix}")
        assert done.code == 0, done.err
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    assert "<h1>Parking</h1>" in (tmp_path / "p.html").read_text("utf-8")
    text = (tmp_path / "p.txt").read_text("utf-8")
    assert text.startswith("Parking\n\nWHERE TO PARK\n\nDear everybody")
    done = clubhub("--club", filled, "export", "post", "Parking", "--out", tmp_path / "mails")
    assert done.out == f"Wrote {tmp_path / 'mails' / 'ada-lind.eml'}.\n"
    assert "2 readers are not reached by mail" in done.err
    assert "Not reached at all: Dan Berg." in done.err
    message = email.message_from_bytes((tmp_path / "mails" / "ada-lind.eml").read_bytes(), policy=email.policy.default)
    assert message["To"] == "Ada Lind <ada@example.org>"
    assert "Dear Ada," in message.get_body(("plain",)).get_content()


def test_what_can_t_go_out_is_refused_in_a_sentence(clubhub, filled, write, tmp_path):
    clubhub("--club", filled, "post", "new", write("park.md", TEXT), "--audience", "group: Parents B")
    export = ("--club", filled, "export", "post", "Where to park", "--out")
    assert clubhub(*export, tmp_path / "p.docx").code == 3
    refused = clubhub(*export, tmp_path / "mails")
    assert (refused.code, (tmp_path / "mails").exists()) == (3, False)
    assert "1 on paper" in refused.err
    assert clubhub("--club", filled, "export", "post", "Nothing", "--out", tmp_path / "p.txt").code == 3


@pytest.mark.parametrize(("name", "code"), [("missing.md", 4), ("empty.md", 3), ("picture.md", 3)])
def test_a_file_that_is_no_text_is_refused(clubhub, filled, tmp_path, name, code):
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "picture.md").write_bytes(resource("fonts", "NotoSans-Bold.ttf").read_bytes()[:3000])
    done = clubhub("--club", filled, "post", "new", tmp_path / name)
    assert done.code == code
    assert "Traceback" not in done.err
