"""Files that are no club, or not one for this program: a sentence each, and not a byte changed."""

import hashlib
import random
import secrets
from contextlib import suppress

import pytest
import sqlcipher3.dbapi2 as sqlite
from tests.storage.club_samples import add, everyone, full_person, person
from tests.storage.conftest import CLUB

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import change_log, database, integrity, schema
from clubhub.storage.search_index import search

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refusal(path):
    before = digest(path)
    with pytest.raises(EnvironmentProblem) as caught:
        database.open_file(path, actor="Tuva")
    assert digest(path) == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert str(path) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"x", PICTURE, b"Name,Mail\nAnna,anna@example.org\n" * 200, b"SQLite format 3\x00", bytes(8192)],
    ids=["empty", "one byte", "picture", "text", "only the beginning", "zeros"],
)
def test_a_file_of_another_kind_is_no_club(path, content):
    path.write_bytes(content)
    assert "is not a ClubHub club" in refusal(path)


def test_another_programs_database_is_no_club(path):
    other = sqlite.connect(path)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    assert "is not a ClubHub club" in refusal(path)


def test_an_encrypted_database_is_no_club_without_its_passphrase(path):
    other = sqlite.connect(path)
    other.execute("PRAGMA key = 'secret'")
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    assert "is not a ClubHub club" in refusal(path)


def test_a_club_of_a_newer_format_is_left_as_it_is(club, path):
    add(club, person())
    with club.raw() as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION + 98}")
    assert "newer ClubHub" in refusal(path)


def test_a_missing_file_and_a_folder_hold_no_club(path, tmp_path):
    for nothing in (path, tmp_path, tmp_path / "no" / "such" / "folder", path / "below"):
        with pytest.raises(EnvironmentProblem, match="There is no club in"):
            database.open_file(nothing, actor="Tuva")
    assert list(tmp_path.iterdir()) == []


def read_everything(path):
    opened = database.open_file(path, actor="Tuva")
    everyone(opened)
    with opened.read() as reader:
        change_log.history(reader)
        search(reader, "anna")
    return integrity.find_damage(opened)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_club_is_named_so_or_read_but_never_a_fault(path, seed, monkeypatch):
    """Bytes flipped at random in a file with a few hundred rows, whose ids are the same each time."""
    monkeypatch.setattr(secrets, "randbelow", random.Random(2027).randrange)
    club = database.create(path, CLUB, actor="Tuva")
    full_person(club)
    add(club, *(person(f"Anna {number}", emails=(f"anna{number}@example.org",)) for number in range(100)))
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _flip in range(chance.choice([1, 5, 50, 500])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with suppress(EnvironmentProblem):
        read_everything(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_club_is_found_out(club, path, share):
    add(club, *(person(f"Anna {number}") for number in range(300)))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(EnvironmentProblem, match="damaged"):
        assert read_everything(path) == []
