"""Commands that bring things in: what they take, what they refuse, and that a refusal changes nothing."""

import json
import shutil

import pytest

from clubhub.support.resources import resource

PEOPLE = (
    "Given name;Family name;Mail;Phone;Household\nAnna;Lind;anna.lind@example.org;050 555 0101;Lind\nOtto;Berg;;;Berg\n"
)
ANSWERS = "Name,2027-06-12T08:00,2027-06-12T12:00,2027-06-12T16:00\nAnna Lind,yes,ifneedbe,no\nOtto Berg,x,,\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Pool deck,2027-06-12,09:00,12:00,2
Canteen,Café,2027-06-12,12:30,16:00,1
"""


def names(clubhub, club, kind):
    return [record["name"] for record in clubhub("--club", club, "list", kind, "--json").json]


def test_people_come_in_whole_and_a_dry_run_changes_nothing(clubhub, club, write):
    path = write("people.csv", PEOPLE)
    before = club.read_bytes()
    dry = clubhub("--club", club, "import", "people", path, "--dry-run", "--json").json
    assert (dry["added"], dry["dry_run"]) == (2, True)
    assert club.read_bytes() == before
    assert clubhub("--club", club, "import", "people", path).code == 0
    people = clubhub("--club", club, "list", "people", "--json").json
    assert [person["name"] for person in people] == ["Otto Berg", "Anna Lind"]
    assert people[1]["phones"] == ["+358505550101"]
    assert people[1]["household"] == "Lind"


def test_people_brought_in_again_are_completed_not_doubled(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("one.csv", PEOPLE))
    more = write(
        "two.csv", "Name,Mail,Skills\nAnna Lind,anna@example.org; anna.lind@example.org,First aid\nOtto Berg,,\n"
    )
    done = clubhub("--club", club, "import", "people", more, "--json").json
    assert (done["added"], done["updated"], done["unchanged"]) == (0, 1, 1)
    anna = clubhub("--club", club, "list", "people", "--json").json[1]
    assert anna["emails"] == ["anna.lind@example.org", "anna@example.org"]
    assert anna["skills"] == [{"name": "First aid", "expires_on": None}]


def test_namesakes_with_other_contacts_are_two_people(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("one.csv", PEOPLE))
    other = write("two.csv", "Name,Mail\nAnna Lind,another.anna@example.org\n")
    assert clubhub("--club", club, "import", "people", other, "--json").json["added"] == 1


def test_who_is_new_or_completed_is_told_by_name_and_namesakes_are(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("one.csv", PEOPLE))
    rows = "".join(f"New {number},\n" for number in range(1, 8))
    more = write("two.csv", f"Name,Mail\nAnna Lind,another.anna@example.org\nOtto Berg,otto@example.org\n{rows}")
    told = clubhub("--club", club, "import", "people", more, "--dry-run").out
    assert "New: Anna Lind, New 1, New 2, New 3, New 4 and 3 more." in told
    assert "Completed: Otto Berg." in told
    assert "Anna Lind has the name of somebody in the club, but another mail or phone" in told
    names = clubhub("--club", club, "import", "people", more, "--json").json
    assert (len(names["new"]), names["completed"], names["namesakes"]) == (8, ["Otto Berg"], ["Anna Lind"])


def test_every_bad_row_is_named_and_nobody_is_taken(clubhub, club, write):
    path = write(
        "people.csv", "Given name,Mail,Birth date\nAnna,anna@,2010-05-01\n,lost@example.org,\nOtto,,2011-02-29\n"
    )
    before = club.read_bytes()
    refused = clubhub("--club", club, "import", "people", path)
    assert refused.code == 3
    assert all(f"Row {row}:" in refused.err for row in (2, 3, 4))
    assert club.read_bytes() == before


@pytest.mark.parametrize("kind", ["people", "shifts", "meet", "schedule"])
def test_files_that_are_nothing_of_the_kind_are_refused_in_a_sentence(clubhub, club, tmp_path, kind):
    picture = tmp_path / "photo.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50)
    empty = tmp_path / "empty.csv"
    empty.touch()
    before = club.read_bytes()
    for path in (picture, empty):
        refused = clubhub("--club", club, "import", kind, path)
        assert refused.code == 3
        assert refused.err.strip()
        assert "Traceback" not in refused.err
    assert clubhub("--club", club, "import", kind, tmp_path / "none.csv").code == 4
    assert club.read_bytes() == before


def test_shifts_make_their_event_and_a_refused_file_leaves_none_behind(clubhub, club, write):
    bad = write("bad.csv", SHIFTS + "Judge,Pool deck,2027-06-12,12:00,09:00,1\n")
    refused = clubhub("--club", club, "import", "shifts", bad, "--event", "Spring gala")
    assert refused.code == 3
    assert "Row 4" in refused.err
    assert names(clubhub, club, "events") == []
    done = clubhub("--club", club, "import", "shifts", write("good.csv", SHIFTS), "--event", "Spring gala")
    assert done.code == 0
    assert names(clubhub, club, "events") == ["Spring gala"]
    shifts = clubhub("--club", club, "list", "shifts", "--event", "spring", "--json").json
    assert [(shift["starts"], shift["venue"]) for shift in shifts] == [
        ("2027-06-12T09:00", "Pool deck"),
        ("2027-06-12T12:30", "Café"),
    ]


def test_more_shifts_join_an_event_without_touching_those_of_the_meet(clubhub, club, write):
    meet = resource("demo", "meet.lef")
    clubhub("--club", club, "import", "meet", meet, "--event", "Games")
    before = clubhub("--club", club, "list", "shifts", "--event", "Games", "--json").json
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Games")
    after = clubhub("--club", club, "list", "shifts", "--event", "Games", "--json").json
    assert len(after) == len(before) + 2
    assert {shift["id"] for shift in before} < {shift["id"] for shift in after}


def schedule(*, zone, date):
    talk = {"id": 1, "guid": "g-1", "title": "Fire watch", "date": date, "start": "10:00", "duration": "01:00"}
    conference = {"title": "Camp", "time_zone_name": zone, "days": [{"date": date[:10], "rooms": {"Gate": [talk]}}]}
    return json.dumps({"schedule": {"conference": conference}})


def test_a_schedule_of_another_zone_joins_an_event_at_the_event_s_time(clubhub, club, write):
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Camp")
    path = write("schedule.json", schedule(zone="Europe/Berlin", date="2027-06-12T10:00:00+02:00"))
    done = clubhub("--club", club, "import", "schedule", path)
    assert "another zone" in done.out
    assert "time zone of the event changes" not in done.out
    (event,) = clubhub("--club", club, "list", "events", "--json").json
    assert event["time_zone"] == "Europe/Helsinki"
    shifts = clubhub("--club", club, "list", "shifts", "--event", "Camp", "--json").json
    assert "2027-06-12T11:00" in [shift["starts"] for shift in shifts if shift["name"] == "Fire watch"]


def test_a_file_in_another_zone_than_its_event_is_refused(clubhub, club, write):
    path = write("shifts.csv", SHIFTS)
    clubhub("--club", club, "import", "shifts", path, "--event", "Gala")
    before = club.read_bytes()
    for dry_run in ([], ["--dry-run"]):
        arguments = ["--event", "gala", "--time-zone", "Europe/Berlin", *dry_run]
        refused = clubhub("--club", club, "import", "shifts", path, *arguments)
        assert (refused.code, "Europe/Helsinki" in refused.err) == (3, True)
    assert club.read_bytes() == before


def test_shifts_that_join_an_event_only_add_to_its_days(clubhub, club, write):
    clubhub("--club", club, "import", "meet", resource("demo", "meet.lef"), "--event", "Games")
    (before,) = clubhub("--club", club, "list", "events", "--json").json
    path = write("shifts.csv", f"Role,Date,Start,End\nJudge,{before['ends_on']},09:00,12:00\n")
    done = clubhub("--club", club, "import", "shifts", path, "--event", "Games")
    assert "day of the event changes" not in done.out
    (after,) = clubhub("--club", club, "list", "events", "--json").json
    assert all(after[key] == before[key] for key in ("starts_on", "ends_on", "city", "lanes", "estimates"))


def test_a_real_meet_has_its_four_sessions(clubhub, club, shared_data):
    for suffix in ("lef", "lxf"):
        path = shared_data / "schedules/swim/lenex" / f"dmsj-frankfurt-2025-programme-only.{suffix}"
        sessions = clubhub("--club", club, "import", "meet", path, "--dry-run", "--json").json["sessions"]
        times = [(s["warm_up"], s["officials_meeting"], s["starts"]) for s in sessions]
        assert [tuple(time[:16] for time in of_session) for of_session in times] == [
            ("2025-09-27T08:45", "2025-09-27T09:15", "2025-09-27T10:00"),
            ("2025-09-27T12:30", "2025-09-27T13:00", "2025-09-27T13:30"),
            ("2025-09-28T08:30", "2025-09-28T09:00", "2025-09-28T09:45"),
            ("2025-09-28T12:00", "2025-09-28T12:15", "2025-09-28T13:00"),
        ]


def test_a_real_schedule_has_a_shift_per_entry(clubhub, club, shared_data):
    for suffix in ("xml", "json"):
        path = shared_data / "schedules/schedule-xml" / f"39c3-buildupteardown.schedule.{suffix}"
        done = clubhub("--club", club, "import", "schedule", path, "--event", f"Build-up {suffix}")
        assert done.code == 0
        shifts = clubhub("--club", club, "list", "shifts", "--event", f"Build-up {suffix}", "--json").json
        assert len(shifts) == 296
        assert (shifts[0]["starts"], shifts[-1]["starts"]) == ("2025-12-19T00:00", "2025-12-31T13:30")
        event = clubhub("--club", club, "list", "events", "--json").json[-1]
        assert (event["starts_on"], event["ends_on"]) == ("2025-12-18", "2025-12-31")


@pytest.mark.parametrize("name", ["voc-example-invalid-example.json", "engelsystem-test-schedule-invalid.html"])
def test_invalid_schedules_are_refused_with_a_reason(clubhub, club, shared_data, name):
    refused = clubhub("--club", club, "import", "schedule", shared_data / "schedules/schedule-xml" / name)
    assert refused.code == 3
    assert len(refused.err) > 40
    assert names(clubhub, club, "events") == []


def test_a_meet_brought_in_before_the_people_gets_their_skills_when_they_arrive(clubhub, club, write):
    clubhub("--club", club, "import", "meet", resource("demo", "meet.lef"), "--event", "Games")
    before = told(clubhub, club)
    assert "First aid: nobody in the club holds First aid, so anybody may be put there." in before
    people = write("people.csv", "Name,Skills\nAnna Lind,Ensiapu\nOtto Berg,Starter\n")
    clubhub("--club", club, "import", "people", people)
    clubhub("--club", club, "assign", "Games", "Otto Berg", "First aid", "2027-06-12T09:00")
    after = told(clubhub, club)
    assert "Otto Berg doesn't hold the skill Ensiapu" in after
    assert "nobody in the club holds First aid" not in after
    assert "nobody in the club holds Judge of stroke" in after
    for _step in ("assign", "people"):
        clubhub("--club", club, "undo")
    assert told(clubhub, club) == before


def told(clubhub, club):
    return "\n".join(names(clubhub, club, "warnings"))


def test_a_changed_meet_shows_its_differences_and_leaves_published_shifts_alone(clubhub, club, tmp_path):
    meet = tmp_path / "meet.lef"
    shutil.copy(resource("demo", "meet.lef"), meet)
    clubhub("--club", club, "import", "meet", meet, "--event", "Games")
    clubhub("--club", club, "publish", "Games")
    before = clubhub("--club", club, "list", "shifts", "--json").json
    text = meet.read_text(encoding="utf-8")
    meet.write_text(
        text.replace('daytime="09:15"', 'daytime="09:45"').replace('warmupfrom="08:30"', 'warmupfrom="09:00"')
    )
    assert meet.read_text(encoding="utf-8") != text
    dry = clubhub("--club", club, "import", "meet", meet, "--event", "Games", "--dry-run", "--json").json
    assert {change["kind"] for change in dry["diff"]} == {"moved"}
    assert dry["left_alone"]
    done = clubhub("--club", club, "import", "meet", meet, "--event", "Games")
    assert "--accept" in done.out
    assert clubhub("--club", club, "list", "shifts", "--json").json == before
    assert clubhub("--club", club, "import", "meet", meet, "--event", "Games", "--accept").code == 0
    after = clubhub("--club", club, "list", "shifts", "--json").json
    starts = [{shift["id"]: shift["starts"] for shift in shifts} for shifts in (before, after)]
    assert starts[0].keys() == starts[1].keys()
    assert starts[0] != starts[1]


def test_unpublished_shifts_follow_a_changed_meet_and_undo_brings_them_back(clubhub, club, tmp_path):
    meet = tmp_path / "meet.lef"
    shutil.copy(resource("demo", "meet.lef"), meet)
    clubhub("--club", club, "import", "meet", meet, "--event", "Games")
    before = clubhub("--club", club, "list", "shifts", "--json").json
    clubhub("--club", club, "import", "meet", meet, "--event", "Games", "--lanes", "8")
    after = clubhub("--club", club, "list", "shifts", "--json").json
    places = [sum(need["max"] for shift in shifts for need in shift["needs"]) for shifts in (before, after)]
    assert places[1] > places[0]
    clubhub("--club", club, "undo")
    assert clubhub("--club", club, "list", "shifts", "--json").json == before


def test_answers_make_the_event_s_poll_and_later_ones_take_their_place(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    first = clubhub("--club", club, "import", "answers", write("a.csv", ANSWERS), "--event", "Gala", "--json").json
    assert (first["answers"], first["replaced"]) == (2, 0)
    again = clubhub("--club", club, "import", "answers", write("a.csv", ANSWERS), "--event", "Gala", "--json").json
    assert (again["answers"], again["replaced"]) == (2, 2)
    (poll,) = clubhub("--club", club, "list", "polls", "--json").json
    assert (poll["event"], poll["answers"], len(poll["options"])) == ("Gala", 2, 3)


def test_a_stranger_in_an_event_s_poll_refuses_the_whole_file(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    path = write("a.csv", ANSWERS + "Ana Lind,yes,yes,yes\n")
    refused = clubhub("--club", club, "import", "answers", path, "--event", "Gala")
    assert refused.code == 3
    assert "Row 4" in refused.err
    assert "Anna Lind" in refused.err
    assert names(clubhub, club, "polls") == []


def test_a_stranger_in_a_poll_of_no_event_is_a_guest(clubhub, club, shared_data):
    path = shared_data / "polls/newdle-answers.csv"
    done = clubhub("--club", club, "import", "answers", path, "--poll", "Summer party", "--json").json
    assert done["guests"] == ["Albert Einstein", "Guinea Pig", "Tony Stark"]
    (poll,) = clubhub("--club", club, "list", "polls", "--json").json
    assert (poll["name"], poll["guests"]) == ("Summer party", done["guests"])
    again = clubhub("--club", club, "import", "answers", path, "--poll", "Summer party", "--json").json
    assert again["replaced"] == 3


def test_a_guest_who_writes_the_name_otherwise_is_the_same_guest(clubhub, club, write):
    made = clubhub(
        "--club", club, "import", "answers", write("a.csv", "Name,Soup\nGuinea Pig,yes\n"), "--poll", "Party"
    )
    assert "There was no poll called “Party”, so a new one is made from the columns." in made.out
    again = write("b.csv", "Name,Soup\nguinea pig,no\n")
    assert clubhub("--club", club, "import", "answers", again, "--poll", "Party", "--json").json["replaced"] == 1


def test_of_very_many_bad_rows_the_first_are_told_and_how_many_more(clubhub, club, write):
    rows = "".join(f",person{number}@example.org\n" for number in range(250))
    path = write("people.csv", "Given name,Mail\n" + rows)
    refused = clubhub("--club", club, "import", "people", path)
    assert refused.code == 3
    assert "250 rows" in refused.err
    assert (len(refused.err.splitlines()), "230 more" in refused.err) == (22, True)
    whole = clubhub("--club", club, "import", "people", path, "--json")
    assert (whole.code, len(whole.err.splitlines())) == (3, 251)


def test_answers_for_an_unknown_event_are_refused(clubhub, club, write):
    refused = clubhub("--club", club, "import", "answers", write("a.csv", ANSWERS), "--event", "Nothing")
    assert refused.code == 3
    assert clubhub("--club", club, "import", "answers", write("b.csv", ANSWERS)).code == 2
