"""Posts on the demo club: audiences of every kind, personal shifts, editing and undo, and what outlives a change."""

import email
import email.policy
from dataclasses import replace

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.audiences import AudienceKind
from clubhub.domain.errors import Cancelled, Conflict, InvalidInput, NotFound
from clubhub.services.post_exports import Sheet

EVENT = "Kvarken Games"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return make_filled(tmp_path_factory.mktemp("posts") / "demo.clubhub")


@pytest.fixture
def services(demo, tmp_path):
    return opened_copy(demo, tmp_path / "club.clubhub")


def write(services, **details):
    changes = services.posts.write(details.pop("title", "Parking"), details.pop("body", "Hello {name}"), **details)
    (post_id,) = changes.ids["posts"]
    return services.posts.open(post_id)


def ids(full):
    told = {one.person.id for one in full.reach.recipients if one.is_meant}
    return told | {one.person.id for one in full.reach.left_out}


def test_the_audience_of_an_event_is_its_roster_and_gives_the_post_its_event(services):
    full = write(services, audience="event: kvarken")
    assert full.post.audience == f"event: {EVENT}"
    assert full.event == the_event(services)
    assert ids(full) == {person.id for person in full.roster.people()}
    assert full.audience_words == f"{len(ids(full))} volunteers of {EVENT}"


def test_roles_and_shifts_are_those_of_the_roster(services):
    full = write(services, audience="role: Timekeeper", event=EVENT)
    entries = list(full.roster.entries())
    assert ids(full) == {e.place.person.id for e in entries if e.place.person and e.need.role.name == "Timekeeper"}
    full = write(services, audience="shift: Saturday morning", event=EVENT)
    wanted = {e.place.person.id for e in entries if e.place.person and e.shift.session.name == "Saturday morning"}
    assert ids(full) == wanted
    full = write(services, audience='shift: "Saturday morning: Parking"', event=EVENT)
    assert len(ids(full)) == 2


def test_the_silent_are_those_without_a_mark_and_fewer_after_an_answer(services):
    (view,) = services.polls.polls()
    answered = {answer.person_id for answer in view.answers if answer.marks}
    everybody = {person.id for person in services.people.directory().people}
    assert ids(write(services, audience=f"silent: {EVENT}")) == everybody - answered


def test_a_skill_that_has_lapsed_does_not_count(services):
    names = services.posts.choices().membership.of[AudienceKind.SKILL]
    directory = services.people.directory()
    (first_aid,) = (skill.id for skill in directory.skills.values() if skill.name == "First aid")
    holding = {p.id for p in directory.people for grant in p.skills if grant.skill_id == first_aid}
    assert set(names["First aid"]) <= holding


def test_each_draft_holds_its_reader_s_own_shifts(services, tmp_path):
    full = write(services, body="{shifts}", audience=f"event: {EVENT}")
    made = services.post_exports.export(str(full.post.id), tmp_path / "mails")
    assert len(made.paths) == sum(one.channel == "mail" for one in full.reach.recipients)
    texts = {}
    for path in made.paths:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        texts[message["To"].addresses[0].addr_spec] = message.get_body(("plain",)).get_content()
    for one in full.reach.recipients:
        if one.channel == "mail" and one.is_meant:
            for entry in full.roster.entries_of(one.person.id):
                assert f"{entry.shift.shift.starts:%H:%M}" in texts[one.address]
                assert entry.need.role.name in texts[one.address]


def test_drafts_tell_how_far_they_are_and_stop_without_leaving_any(services, tmp_path):
    full = write(services, audience=f"event: {EVENT}")
    name, folder = str(full.post.id), tmp_path / "mails"
    heard = []
    made = services.post_exports.export(name, folder, on_progress=lambda *step: heard.append(step))
    steps = 2 * len(made.paths)
    assert heard == [(done, steps) for done in range(steps)]
    kept = made.paths[0]
    for path in made.paths[1:]:
        path.unlink()
    for stop_at in (3, len(made.paths) + 3):
        asked = iter(range(steps))
        with pytest.raises(Cancelled):
            services.post_exports.export(name, folder, should_stop=lambda asked=asked, at=stop_at: next(asked) == at)
        assert list(folder.iterdir()) == [kept]


def test_the_preview_tells_the_shifts_of_somebody_who_has_some(services):
    full = write(services, body="{shifts}", audience="everybody", event=EVENT)
    shown = services.posts.open_shown(full.post.id)
    person = next(one.person for one in full.reach.recipients if one.person.name == shown.reader)
    first = full.roster.entries_of(person.id)[0]
    assert f"{first.shift.shift.starts:%H:%M}" in shown.html
    chosen = services.posts.choices(full.post.event_id)
    assert services.posts.rehearse("T", "{shifts}", "", chosen).html == shown.html
    choices = services.posts.choices()
    named = services.posts.rehearse("T", "{shifts}", f"event: {EVENT}", choices)
    assert (named.html, named.event_id) == ("<p>{shifts}</p>", full.post.event_id)
    follows = services.posts.with_roster(choices, named.event_id)
    assert services.posts.rehearse("T", "{shifts}", f"event: {EVENT}", follows).html == shown.html
    assert services.posts.with_roster(follows, None).roster is None


def test_an_edit_and_a_removal_are_undone_by_name(services):
    full = write(services)
    edited = services.posts.edit(replace(full.post, title="Where to park", audience="everyone"))
    assert edited.title == "edit the post “Where to park”"
    assert services.posts.open(full.post.id).post.audience == "everybody"
    removed = services.posts.remove(full.post.id)
    assert removed.title == "remove the post “Where to park”"
    with pytest.raises(NotFound):
        services.posts.open(full.post.id)
    services.history.undo()
    services.history.undo()
    assert services.posts.open(full.post.id).post.title == "Parking"


def test_an_edit_of_an_older_state_is_refused(services):
    full = write(services)
    services.posts.edit(replace(full.post, title="One"))
    with pytest.raises(Conflict):
        services.posts.edit(replace(full.post, title="Other"))


@pytest.mark.parametrize(
    ("details", "error"),
    [
        ({"title": " "}, InvalidInput),
        ({"body": "{nmae}"}, InvalidInput),
        ({"title": "For {nmae}"}, InvalidInput),
        ({"audience": "group: Nobody"}, NotFound),
        ({"event": "Nothing"}, NotFound),
        ({"body": "{shifts}", "audience": "everybody"}, InvalidInput),
    ],
)
def test_what_can_t_be_kept_is_refused_and_leaves_no_trace(services, details, error):
    before = services.history.entries()
    with pytest.raises(error):
        write(services, **details)
    assert services.history.entries() == before


def test_a_post_whose_audience_is_gone_says_so_and_reaches_nobody(services, tmp_path):
    full = write(services, audience="group: Styrelsen")
    with services.posts._database.write("take the group's name away") as work:
        from clubhub.storage import tables

        (row,) = [row for row in work.rows(tables.groups.select()) if row["name"] == "Styrelsen"]
        work.update(tables.groups, row["id"], {"name": "Board"})
    full = services.posts.open(full.post.id)
    assert "Styrelsen" in full.problem
    assert not full.reach.recipients
    with pytest.raises(InvalidInput):
        services.post_exports.export("Parking", tmp_path / "mails")
    assert services.post_exports.export("Parking", tmp_path / "p.txt").paths


def test_a_post_is_found_by_title_beginning_or_id(services):
    one, other = write(services, title="Parking one"), write(services, title="Parking two")
    assert services.posts.find("parking ONE") == one.post
    assert services.posts.find(str(other.post.id)) == other.post
    with pytest.raises(Conflict, match="Several posts"):
        services.posts.find("Parking")
    with pytest.raises(NotFound, match="There are"):
        services.posts.find("Nothing")


def test_the_sheet_follows_what_was_chosen(services, tmp_path):
    write(services, audience=f"event: {EVENT}")
    sizes = {
        has: len(
            services.post_exports.export("Parking", tmp_path / "p.pdf", sheet=Sheet(has_places=has))
            .paths[0]
            .read_bytes()
        )
        for has in (True, False)
    }
    assert sizes[True] > sizes[False]


def test_a_rehearsal_shows_the_text_whom_it_is_for_and_what_is_wrong(services):
    choices = services.posts.choices()

    def rehearsed(body, rule):
        return services.posts.rehearse("T", body, rule, choices)

    good = rehearsed("Hi **{name}**", "group: Styrelsen, not silent: Kvarken")
    assert (good.html, good.problem) == (f"<p>Hi <strong>{good.reader}</strong></p>", "")
    assert good.reader == good.readers.reach.recipients[0].person.name
    assert rehearsed("Hi {shifts}", "").html == "<p>Hi {shifts}</p>"
    assert rehearsed("Hi", "").reader == ""
    assert good.readers.rule == f"group: Styrelsen, not silent: {EVENT}: when can you come?"
    assert "Styrelsen" in good.readers.words
    assert "Did you mean “group”" in rehearsed("Hi", "grou").problem
    assert "{nmae}" in rehearsed("{nmae}", "").problem


def test_the_list_tells_of_each_post_whom_it_reaches(services):
    full = write(services, audience=f"event: {EVENT}")
    line = services.posts.lines()[0]
    assert line.post == full.post
    assert line.readers.reach == full.reach
    shown = services.posts.open_shown(full.post.id)
    assert (shown.full.post, shown.html) == (full.post, f"<p>Hello {shown.reader}</p>")
    assert shown.reader in {one.person.name for one in full.reach.recipients}
