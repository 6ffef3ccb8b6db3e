"""One search replaces another: only the last one is heard."""

from PySide6.QtCore import QObject

from clubhub.domain.errors import NotFound
from clubhub.domain.fill_options import FillOptions
from clubhub.domain.ids import EventId
from clubhub.services.roster_filling import FillProgress, FillService
from clubhub.widgets.events.fill_search import FillSearch
from clubhub.widgets.main_window import MainWindow


def test_only_the_last_search_is_heard(demo_window: MainWindow, qtbot, monkeypatch):
    def propose(_filling, _event_id, options, *, on_progress, **_more):
        on_progress(FillProgress(stage="read", people=options.seed))
        return options.seed

    monkeypatch.setattr(FillService, "propose", propose)
    parent, jobs = QObject(), demo_window.shell.jobs
    search = FillSearch(parent, demo_window.shell, EventId(1), "Filling")
    ended: list[int] = []
    search.ended.connect(ended.append)
    search.begin(FillOptions(seed=1))
    search.begin(FillOptions(seed=2))
    qtbot.waitUntil(lambda: not jobs.running)
    assert ended == [2]
    assert [progress.people for progress in search.news()] == [2]
    assert list(search.news()) == []


def test_an_event_that_is_gone_is_told(demo_window: MainWindow, qtbot):
    parent = QObject()
    search = FillSearch(parent, demo_window.shell, EventId(1), "Filling")
    with qtbot.waitSignal(search.failed) as told:
        search.begin(FillOptions())
    assert isinstance(told.args[0], NotFound)
