"""The list as it is shown now: read and worked out in the pool, filtered and sorted between two keys."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from clubhub.services.people import PeopleDirectory, PeopleOverview, PeopleService
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.people.filters import Criterion, PeopleSieve, Sorting
from clubhub.viewmodels.people.model import PeopleModel
from clubhub.viewmodels.people.rows import PersonRow, people_rows

_NOBODY = PeopleOverview(
    directory=PeopleDirectory(people=(), households={}, groups={}, skills={}), today=date.min, duty_ends={}
)


class PeopleListing(QObject):
    """`model` holds who is shown, of `total`."""

    loaded = Signal()
    """The club was read anew: see `overview`."""
    shown = Signal()
    """Others are shown, or in another order."""

    def __init__(self, people: PeopleService, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self._jobs = jobs
        self.overview = _NOBODY
        self.model = PeopleModel(self)
        self._sieve = PeopleSieve()
        self._rows: list[PersonRow] = []
        self._words = ""
        self._criteria: frozenset[Criterion] = frozenset()
        self._sorting = Sorting()
        self._asked = 0

    @property
    def total(self) -> int:
        return len(self._sieve.rows)

    def reload(self) -> None:
        """Read everybody; of several answers under way the newest counts."""
        self._asked += 1
        people, asked, sorting = self._people, self._asked, self._sorting
        self._jobs.run("", lambda _progress: (asked, *_read(people, sorting)), self._take, owner=self, quiet=True,
                       in_turn=True)  # fmt: skip

    def filter_by(self, words: str, criteria: Iterable[Criterion]) -> None:
        self._words, self._criteria = words, frozenset(criteria)
        self._show()

    @Slot(object)
    def sort_by(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self._show()

    def _take(self, answer: tuple[int, PeopleOverview, PeopleSieve]) -> None:
        asked, overview, sieve = answer
        if asked == self._asked:
            self.overview, self._sieve = overview, sieve
            self._show()
            self.loaded.emit()

    def _show(self) -> None:
        rows = self._sieve.shown(self._words, self._criteria, self._sorting)
        if rows is not self._rows:
            self._rows = rows
            self.model.set_rows(rows)
        self.shown.emit()


def _read(people: PeopleService, sorting: Sorting) -> tuple[PeopleOverview, PeopleSieve]:
    """In the pool; sorted there too, so that the window only shows it."""
    overview = people.overview()
    sieve = PeopleSieve(people_rows(overview))
    sieve.shown("", (), sorting)
    return overview, sieve
