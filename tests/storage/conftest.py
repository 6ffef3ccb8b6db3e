"""A new club for each test, in a real file."""

import pytest

from clubhub.domain.clubs import Club
from clubhub.storage import database

CLUB = Club(name="Kvarken Swimmers", time_zone="Europe/Helsinki", region="FI")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kvarken.clubhub"


@pytest.fixture
def club(path):
    return database.create(path, CLUB, actor="Tuva")
