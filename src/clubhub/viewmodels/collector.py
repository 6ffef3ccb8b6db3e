"""Python's garbage collector, called where and when it disturbs nobody.

Left to itself it runs in the thread that happens to make objects, and goes through all that there are, again and again
while a large answer is being made. With 100,000 people in memory that is 0.1 to 0.2 seconds each time, in which the
window stands still. In the pool it could also destroy an object of Qt in a thread that isn't its own; Anki learned
that, and calls it by a timer too (qt/aqt/main.py, setup_timers).

Only things that point at each other in a circle need it: closed dialogs and pages. Values of the club are frozen, so
they can't, and are freed at once when nobody needs them.
"""

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

LOOK_MS = 1000
FEW = 10_000
"""So many new objects are gone through in a millisecond or two; a job makes more."""
LONG_SECONDS = 0.005
AWAY_MS = 30_000
"""Focus that only goes from one window of the program to another is away for a moment too."""


class Collector(QObject):
    """Collects in the window's thread alone, from when it is made until it is stopped.

    Each second it goes through what is new; what is much is values, and is put aside. When the person has been with
    another program for a while it goes through everything, what was put aside included.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY_MS)
        self._away.timeout.connect(self.look_at_all)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._follow)

    @Slot()
    def look(self) -> None:
        """Go through what is new, or put it aside."""
        if gc.get_count()[0] > FEW:
            gc.freeze()
            return
        begin = time.perf_counter()
        gc.collect()
        if time.perf_counter() - begin > LONG_SECONDS:
            gc.freeze()  # what is left has just been gone through, and isn't to be again the next second

    @Slot()
    def look_at_all(self) -> None:
        """Go through everything. With 100,000 people in memory the window stands still for 0.2 seconds."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Leave the collector to itself again."""
        self._timer.stop()
        self._away.stop()
        gc.unfreeze()
        gc.enable()

    @Slot(Qt.ApplicationState)
    def _follow(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif self._timer.isActive() and not self._away.isActive():
            self._away.start()


def put_aside(worked_seconds: float) -> None:
    """After a job that worked so long: what it made is values, which needn't be gone through if they are many.

    Counting them isn't possible: Python counts what was made less what was freed, and the answer before is freed soon.
    """
    if not gc.isenabled() and worked_seconds > LONG_SECONDS:
        gc.freeze()
