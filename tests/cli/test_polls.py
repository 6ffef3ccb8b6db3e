"""Polls on the command line: results by every rule, who is missing, making one."""

import pytest

TEN_VOTERS = {"A": "YYYYYYNNNN", "B": "YYYYYMMMMM", "C": "YYYYMMMMMM", "D": "YYYYYYYNNN", "E": "YYYYYYYMNN"}
WORDS = {"Y": "yes", "M": "ifneedbe", "N": "no"}


@pytest.fixture
def ten_voters(clubhub, club, write):
    """The club with a poll of five choices and ten guests."""
    rows = [f"Voter {at}," + ",".join(WORDS[marks[at]] for marks in TEN_VOTERS.values()) for at in range(10)]
    path = write("votes.csv", "\n".join(["Name," + ",".join(TEN_VOTERS), *rows]))
    assert clubhub("--club", club, "import", "answers", path, "--poll", "Trip").code == 0
    return club


@pytest.mark.parametrize(
    ("rule", "best"),
    [
        (("--rule", "most-can"), ["B"]),
        (("--rule", "points"), ["B"]),
        (("--rule", "yes-then-maybe"), ["E"]),
        ((), ["E"]),
        (("--rule", "most-yes"), ["D", "E"]),
        (("--weights", "2,1,-2"), ["B"]),
        (("--weights", "1,0.5,0"), ["B", "E"]),
    ],
)
def test_each_rule_finds_its_best_among_ten_voters(clubhub, ten_voters, rule, best):
    assert clubhub("--club", ten_voters, "poll", "results", "Trip", *rule, "--json").json["best"] == best


def test_results_count_every_option(clubhub, ten_voters):
    found = clubhub("--club", ten_voters, "poll", "results", "Trip", "--json").json
    keys = ("label", "start", "yes", "if_need_be", "no", "silent")
    assert [tuple(option[key] for key in keys) for option in found["options"]] == [
        ("A", None, 6, 0, 4, 0),
        ("B", None, 5, 5, 0, 0),
        ("C", None, 4, 6, 0, 0),
        ("D", None, 7, 0, 3, 0),
        ("E", None, 7, 1, 2, 0),
    ]
    told = clubhub("--club", ten_voters, "poll", "results", "Trip").out
    assert "“E” is best by the rule “Yes, then if need be”: 7 yes, 1 if need be, 2 no." in told
    assert "Most who can: B" in told


def test_weights_that_are_none_are_refused(clubhub, ten_voters):
    refused = clubhub("--club", ten_voters, "poll", "results", "Trip", "--weights", "much")
    assert (refused.code, "2,1,-2" in refused.err) == (3, True)
    assert clubhub("--club", ten_voters, "poll", "results", "Outing").code == 3


def test_who_is_missing_is_told_with_their_road(clubhub, club, write):
    people = (
        "Given name,Family name,Mail,Phone,Channel,Age\n"
        "Anna,Lind,anna@example.org,,,\nOtto,Berg,,050 555 0101,whatsapp,\n"
    )
    clubhub(
        "--club", club, "import", "people", write("p.csv", people + "Viggo,Dahl,,,,12\nTuuli,Aho,t@example.org,,,\n")
    )
    answers = write("a.csv", "Name,2027-06-12T08:00,2027-06-13\nTuuli Aho,yes,no\n")
    clubhub("--club", club, "import", "answers", answers, "--poll", "Trip")
    missing = clubhub("--club", club, "poll", "missing", "Trip", "--json").json
    assert [(one["name"], one["road"], one["address"]) for one in missing] == [
        ("Otto Berg", "WhatsApp", "+358505550101"),
        ("Viggo Dahl", "", ""),
        ("Anna Lind", "mail", "anna@example.org"),
    ]
    assert "guardian" in missing[1]["note"]
    assert "Otto Berg" in clubhub("--club", club, "poll", "missing", "Trip").out
    found = clubhub("--club", club, "poll", "results", "Trip", "--json").json
    assert [(option["start"], option["silent"]) for option in found["options"]] == [
        ("2027-06-12T08:00", 3),
        ("2027-06-13", 3),
    ]
    assert "1 sure, up to 4 if all the silent say yes" in clubhub("--club", club, "poll", "results", "Trip").out


@pytest.mark.parametrize(
    "rule",
    [
        *(
            ("--rule", name)
            for name in ("most-can", "most-yes", "yes-then-maybe", "points", "fewest-left-out", "halves")
        ),
        ("--weights", "2,1,-2"),
    ],
)
def test_doodle_s_best_slot_is_the_same_by_every_rule(clubhub, club, shared_data, rule):
    path = shared_data / "polls" / "doodle-export-13x84.csv"
    taken = clubhub("--club", club, "import", "answers", path, "--poll", "IRC")
    assert "The Count row differs from the rows above it in 10 columns." in taken.out
    found = clubhub("--club", club, "poll", "results", "IRC", *rule, "--json").json
    assert found["best"] == ["2019-05-23T12:00"]
    best = found["options"][47]
    assert (best["label"], best["start"], best["rank"]) == ("2019-05-23T12:00", "2019-05-23T12:00", 1)
    assert (best["yes"], best["if_need_be"], best["no"], best["silent"]) == (9, 0, 4, 0)


def test_a_poll_is_made_of_a_file_of_slots_and_choices(clubhub, club, write):
    lines = "# when shall we go?\nSat 12 June 2027 8:00–12:30\n2027-06-13\n\nSomewhen, in July\n"
    made = clubhub("--club", club, "poll", "new", "Trip", "--options", write("options.txt", lines), "--json").json
    assert made["name"] == "Trip"
    found = clubhub("--club", club, "poll", "results", "Trip", "--json").json
    assert [option["start"] for option in found["options"]] == ["2027-06-12T08:00", "2027-06-13", None]
    assert found["options"][2]["label"] == "Somewhen, in July"
    assert found["best"] == []
    assert found["why"] == "Nobody has said yet that they can come."


def test_rankings_are_told_in_whole_points_and_ranked_by_them(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", "Name\nAino Berg\n"))
    asked = [part for name in ("Red", "Blue", "Green") for part in ("--choice", name)]
    clubhub("--club", club, "poll", "new", "Colour", "--kind", "ranked", *asked)
    empty = clubhub("--club", club, "poll", "results", "Colour", "--json").json
    assert [option["rank"] for option in empty["options"]] == [None, None, None]
    reply = write("reply.txt", "Name: Aino Berg\n3, 1\n")
    assert clubhub("--club", club, "import", "answers", reply, "--poll", "Colour", "--unsigned").code == 0
    lines = clubhub("--club", club, "poll", "results", "Colour").out.splitlines()
    rows = [line.split() for line in lines[1:4]]
    assert rows == [["2", "Red", "1", "0"], ["3", "Blue", "0", "0"], ["1", "Green", "2", "1"]]


def test_a_table_of_days_and_hours_makes_a_poll_too(clubhub, club, write):
    path = write("options.csv", "Day,From,To\n2027-06-12,08:00,12:30\n13.6.2027,9.00,10.00\n")
    told = clubhub("--club", club, "poll", "new", "Trip", "--options", path)
    assert (told.code, told.err) == (0, "")
    assert "1. Sat 12 June 08:00–12:30" in told.out
    assert "2. Sun 13 June 09:00–10:00" in told.out


def test_a_poll_of_an_event_asks_about_its_shifts(clubhub, club, write):
    shifts = write("s.csv", "Role,Venue,Date,Start,End,People\nTimekeeper,Pool,2027-06-12,09:00,12:00,2\n")
    clubhub("--club", club, "import", "shifts", shifts, "--event", "Games")
    assert clubhub("--club", club, "poll", "new", "Who can?", "--event", "Games").code == 0
    found = clubhub("--club", club, "poll", "results", "Who can?", "--json").json
    assert [option["start"] for option in found["options"]] == ["2027-06-12T09:00"]


@pytest.mark.parametrize("arguments", [(), ("--event", "Nothing")])
def test_a_poll_that_asks_nothing_is_not_made(clubhub, club, arguments):
    assert clubhub("--club", club, "poll", "new", "Trip", *arguments).code in {2, 3}
    assert clubhub("--club", club, "list", "polls", "--json").json == []


def test_a_file_of_nothing_and_a_time_with_a_zone_are_refused(clubhub, club, write):
    for name, text, word in (("a.txt", "# only this\n", "no options"), ("b.txt", "2027-06-12T08:00Z\n", "time zone")):
        refused = clubhub("--club", club, "poll", "new", "Trip", "--options", write(name, text))
        assert (refused.code, word in refused.err) == (3, True)


def test_a_result_leaves_as_six_kinds_of_files(clubhub, ten_voters, tmp_path):
    starts = {".csv": b"\xef\xbb\xbf", ".xlsx": b"PK", ".pdf": b"%PDF", ".html": b"<!doctype html>", ".png": b"\x89PNG"}
    for suffix, magic in starts.items():
        out = tmp_path / f"trip{suffix}"
        assert clubhub("--club", ten_voters, "export", "poll", "Trip", "--out", out, "--rule", "most-can").code == 0
        assert out.read_bytes().lstrip().startswith(magic)
    assert "“B” is best by the rule “Most who can”" in (tmp_path / "trip.html").read_text("utf-8")
    refused = clubhub("--club", ten_voters, "export", "poll", "Trip", "--out", tmp_path / "trip.ics")
    assert (refused.code, "calendar" in refused.err, (tmp_path / "trip.ics").exists()) == (3, True, False)
    assert ".png" in clubhub("--club", ten_voters, "export", "poll", "Trip", "--out", tmp_path / "trip.doc").err


def test_a_table_says_what_is_sure_and_what_is_not(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("p.csv", "Given name,Family name\nAnna,Lind\n"))
    path = write("a.csv", "Name,Pizza,Soup\nAnna Lind,yes,\nTuuli Aho,no,yes\n")
    found = clubhub("--club", club, "import", "answers", path, "--poll", "Lunch", "--dry-run", "--json").json
    assert [[row["name"] for row in found[verdict]] for verdict in ("sure", "unsure", "refused")] == [
        ["Anna Lind"],
        ["Tuuli Aho"],
        [],
    ]
    told = clubhub("--club", club, "import", "answers", path, "--poll", "Lunch").out
    assert "Sure: 1. Unsure, kept as guests: 1. Refused: 0." in told


def test_what_crab_fit_gives_out_is_taken_in(clubhub, club, write):
    people = '[{"name": "Tuuli Aho", "availability": ["0600-12062027"], "created_at": 1}]'
    assert clubhub("--club", club, "import", "answers", write("p.json", people), "--poll", "Trip").code == 0
    found = clubhub("--club", club, "poll", "results", "Trip", "--json").json
    assert found["best"] == ["2027-06-12T09:00"]


def test_results_tell_who_waits_where_there_is_room_for_few(clubhub, club, write, tmp_path):
    new = ("poll", "new", "Boats", "--choice", "Ferry", "--choice", "Kayak", "--limit", "Kayak=1")
    assert clubhub("--club", club, *new).code == 0
    table = write("a.csv", "Name,Ferry,Kayak\nAnna Lind,yes,yes\nOtto Berg,no,yes\n")
    clubhub("--club", club, "import", "answers", table, "--poll", "Boats")
    found = clubhub("--club", club, "poll", "results", "Boats", "--json").json
    assert [(option["room"], len(option["waiting"])) for option in found["options"]] == [(None, 0), (1, 1)]
    assert "Waiting" in clubhub("--club", club, "poll", "results", "Boats").out
    out = tmp_path / "boats.html"
    clubhub("--club", club, "export", "poll", "Boats", "--out", out)
    assert "room for 1, 1 waits" in out.read_text("utf-8")


def test_a_deadline_and_times_that_are_over_are_told_and_taken(clubhub, club, write):
    past, coming = write("past.txt", "2021-06-12 09:00-11:00\n"), write("coming.txt", "2087-06-12 09:00-11:00\n")
    new = ("--club", club, "poll", "new")
    done = clubhub(*new, "Past", "--options", past, "--closes", "2021-06-01")
    assert (done.code, done.err.splitlines()) == (
        0,
        ["Its deadline has passed already: is the date right?", "All its times are over already: is the year right?"],
    )
    assert clubhub(*new, "Coming", "--options", coming, "--closes", "2087-06-01").err == ""
    changed = clubhub("--club", club, "poll", "change", "Coming", "--closes", "2021-06-01")
    assert (changed.code, changed.err) == (0, "Its deadline has passed already: is the date right?\n")
