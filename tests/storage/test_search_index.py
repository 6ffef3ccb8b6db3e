"""The search index: what is found, and that it stays in step with the tables."""

from dataclasses import replace

import pytest
from tests.storage.club_samples import MOMENT, Meet, add, full_person, indexed, person, poll_with_options, redo, undo

from clubhub.domain.ids import new_id
from clubhub.domain.posts import Post
from clubhub.storage import people, posts, tables
from clubhub.storage.search_index import Hit, search


def found(club, words, **options):
    with club.read() as reader:
        return search(reader, words, **options)


@pytest.mark.parametrize(
    "words", ["oberg", "ÖBERG", "Öb", "asa öberg", "a.oberg@example.com", "+358401234567", "stopw"]
)
def test_a_person_is_found_without_diacritics_by_beginnings_mail_phone_and_note(club, words):
    value = full_person(club)
    assert found(club, words) == [Hit("person", value.id)]


def test_all_words_must_be_there(club):
    full_person(club)
    assert found(club, "Åsa Lind") == []


def test_nothing_is_found_for_nothing(club):
    full_person(club)
    assert found(club, "") == []
    assert found(club, "  \t ") == []


def test_a_person_with_two_mails_that_fit_is_found_once(club):
    anna = person(emails=("anna@example.org", "anna@example.com"))
    add(club, anna)
    assert found(club, "anna") == [Hit("person", anna.id)]


def test_the_limit_counts_things_not_their_mails(club):
    listed = [person("Anna", emails=tuple(f"anna{n}.{m}@example.org" for m in range(4))) for n in range(5)]
    add(club, *listed)
    assert len(found(club, "anna", limit=5)) == 5


def test_events_polls_and_posts_are_found(club):
    meet = Meet(club)
    poll, _options = poll_with_options(club)
    post = Post(id=new_id(), title="Parking", body="Use the *harbour* side.", written_at=MOMENT)
    with club.write("announce") as work:
        posts.insert_post(work, post)
    assert found(club, "kvarken") == [Hit("event", meet.event.id)]
    assert found(club, "who come") == [Hit("poll", poll.id)]
    assert found(club, "harbour") == [Hit("post", post.id)]


def test_the_index_follows_edits_removals_undo_and_redo(club):
    anna = person("Anna", emails=("anna@example.org",))
    add(club, anna)
    with club.write("rename") as work:
        people.save_person(work, replace(anna, given_name="Berit", emails=("berit@example.org",)))
    assert found(club, "anna") == []
    assert found(club, "berit") == [Hit("person", anna.id)]
    undo(club)
    assert found(club, "anna") == [Hit("person", anna.id)]
    assert found(club, "berit") == []
    redo(club)
    with club.write("remove") as work:
        mails = work.rows(tables.person_emails.select())
        work.delete(tables.person_emails, [row["id"] for row in mails])
        work.delete(tables.people, [anna.id])
    assert found(club, "berit") == []
    undo(club)
    held, wanted = indexed(club)
    assert held == wanted
    assert found(club, "berit") == [Hit("person", anna.id)]


@pytest.mark.parametrize(
    "words", ['"', "''", "*", "AND", "NOT anna", "title:anna", "(", "a\x00b", "-", "^", "{anna}", "\ud800"]
)
def test_hostile_words_are_only_words(club, words):
    add(club, person("Anna"))
    assert found(club, words) in ([], found(club, "Anna"))


def test_a_word_of_punctuation_alone_does_not_hide_what_the_others_find(club):
    anna = person("Anna")
    add(club, anna)
    assert found(club, "Anna - ( *") == [Hit("person", anna.id)]


def test_naughty_strings_can_be_names_and_be_searched(club, shared_data):
    texts = (shared_data / "corpora" / "blns" / "blns.txt").read_text(encoding="utf-8").splitlines()
    naughty = [line for line in texts if line and not line.startswith("#")]
    assert len(naughty) > 400
    listed = [person(line, note=line) for line in naughty]
    add(club, *listed)
    with club.read() as reader:
        kept = {value.id: value for value in people.load_people(reader)}
        assert kept == {value.id: value for value in listed}
        for line in naughty:
            search(reader, line)
    held, wanted = indexed(club)
    assert held == wanted
