"""A bare window in a process of its own: how late its ticks come tells what else the computer has to do."""

import json
import subprocess
import sys
from types import TracebackType

from _ticker import Late

CODE = """
import json, sys, threading, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
ticks = []
timer = QTimer()
timer.timeout.connect(lambda: ticks.append(time.time()))
timer.start(int(sys.argv[1]))
closed = []
threading.Thread(target=lambda: closed.append(sys.stdin.read()), daemon=True).start()
look = QTimer()
look.timeout.connect(lambda: closed and app.quit())
look.start(100)
app.exec()
json.dump(ticks, sys.stdout)
"""


class BareWindow:
    """Ticks from entering to leaving; after that `late` tells of any span of time.time() in between."""

    def __init__(self, tick_ms: int) -> None:
        self._tick_ms = tick_ms
        self._ticks: list[float] = []

    def __enter__(self) -> "BareWindow":
        self._process = subprocess.Popen(
            [sys.executable, "-c", CODE, str(self._tick_ms)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ticks = json.loads(self._process.communicate("")[0])

    def late(self, begin: float, end: float) -> Late:
        return Late.of([tick for tick in self._ticks if begin <= tick <= end], self._tick_ms)
