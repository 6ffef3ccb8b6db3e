"""How a poll is asked, on the command line: made, changed, copied; and what people usually say."""

import pytest


@pytest.fixture
def people(clubhub, club, write):
    path = write("people.csv", "Name;Groups\nSigne Vikdahl;Band\nOskar Lindmyr;\n")
    assert clubhub("--club", club, "import", "people", path).code == 0
    return club


def options(clubhub, club, name):
    return [one["label"] for one in clubhub("--club", club, "poll", "results", name, "--json").json["options"]]


def test_a_weekly_poll_is_made_with_deadline_audience_and_limits(clubhub, people):
    made = clubhub(
        "--club", people, "poll", "new", "Training", "--weekly", "tue,thu 17:00-18:30 2027-09-07..2027-09-14",
        "--closes", "2090-08-31", "--audience", "group: band", "--limit", "12", "--limit", "2=4",
        "--words", "sure, perhaps, sorry", "--needs", "Signe Vikdahl",
    )  # fmt: skip
    assert made.code == 0
    assert "1. Tue 7 September 17:00–18:30" in made.out
    assert "3. Tue 14 September 17:00–18:30" in made.out
    assert clubhub("--club", people, "poll", "missing", "Training", "--json").json[0]["name"] == "Signe Vikdahl"


@pytest.mark.parametrize("kind", ["one", "several", "ranked", "number", "text"])
def test_every_kind_is_made(clubhub, people, kind):
    choices = () if kind in {"number", "text"} else ("--choice", "Soup", "--choice", "Cake")
    assert clubhub("--club", people, "poll", "new", "Food", "--kind", kind, *choices).code == 0
    assert options(clubhub, people, "Food") == (["Soup", "Cake"] if choices else [])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("--weekly", "some day"), "no weekly time"),
        (("--weekly", "xyz 17-18 2027-09-07..2027-09-14"), "no day of the week"),
        (("--weekly", "tue 18-17 2027-09-07..2027-09-14"), "must end after"),
        (("--weekly", "tue 17-18 2027-09-31..2027-10-14"), "no day 2027-09-31"),
        (("--choice", "Soup", "--limit", "many"), "no limit"),
        (("--choice", "Soup", "--limit", "7=2"), "no option"),
        (("--choice", "Soup", "--closes", "soon"), "no time"),
        (("--choice", "Soup", "--words", "a,b"), "three different"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_made(clubhub, people, given, sentence):
    refused = clubhub("--club", people, "poll", "new", "Food", *given)
    assert refused.code == 3
    assert sentence in refused.err
    assert clubhub("--club", people, "poll", "results", "Food").code == 3


def test_a_poll_is_changed_and_copied(clubhub, people):
    clubhub("--club", people, "poll", "new", "Food", "--choice", "Soup", "--choice", "Cake", "--limit", "4")
    changed = clubhub(
        "--club", people, "poll", "change", "Food", "--name", "Dinner", "--remove", "soup", "--choice", "Pie",
        "--limit", "Pie=2", "--limit", "2=none", "--closes", "2090-01-01 18:00", "--note", "No nuts",
    )  # fmt: skip
    assert changed.code == 0
    assert options(clubhub, people, "Dinner") == ["Cake", "Pie"]
    assert clubhub("--club", people, "poll", "change", "Dinner", "--remove", "Soup").code == 3
    assert clubhub("--club", people, "poll", "copy", "Dinner", "Supper", "--weeks", "2").code == 0
    assert options(clubhub, people, "Supper") == ["Cake", "Pie"]


def test_what_people_usually_say_is_kept_and_taken_over(clubhub, people):
    kept = clubhub("--club", people, "set", "usual", "Signe Vikdahl", "--cannot", "tue,thu", "--if-need-be", "sat 8-12")
    assert "change when Signe Vikdahl can usually come" in kept.out.replace("Change", "change")
    told = clubhub("--club", people, "set", "usual", "Signe Vikdahl").out.splitlines()
    assert told == ["tue no", "thu no", "sat 8:00-12:00 if need be"]
    clubhub("--club", people, "poll", "new", "Training", "--weekly", "tue 17-18 2027-09-07..2027-09-14")
    assert "1, 2 no" in clubhub("--club", people, "poll", "usual", "Training").out
    refused = clubhub("--club", people, "poll", "usual", "Training", "--take", "Oskar Lindmyr")
    assert (refused.code, refused.err.startswith("Oskar Lindmyr has answered, isn't asked, or")) == (3, True)
    assert clubhub("--club", people, "poll", "usual", "Training", "--take", "Signe Vikdahl").code == 0
    missing = clubhub("--club", people, "poll", "missing", "Training", "--json").json
    assert [one["name"] for one in missing] == ["Oskar Lindmyr"]
    assert clubhub("--club", people, "set", "usual", "Signe Vikdahl", "--cannot", "").code == 0
    assert "Nothing is kept" in clubhub("--club", people, "set", "usual", "Signe Vikdahl").out
