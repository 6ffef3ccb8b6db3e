"""The list of polls in words."""

import time
from datetime import UTC, datetime

from clubhub.domain.ids import PollId
from clubhub.domain.polls import Poll
from clubhub.viewmodels.polls.summaries import closing_sentence


def test_the_deadline_is_told_by_the_clock_of_the_club(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    poll = Poll(id=PollId(1), name="Evening", closes_at=datetime(2040, 6, 4, 17, tzinfo=UTC))
    assert closing_sentence(poll, "Europe/Helsinki") == "Closes Monday 4 June at 20:00."
    monkeypatch.undo()
    time.tzset()
