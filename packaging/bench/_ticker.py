"""A timer in a window's event loop, and how late it comes."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QTimer


@dataclass(frozen=True, slots=True)
class Late:
    """In milliseconds; `p99` and `most` of all ticks."""

    p99: float
    most: float

    @classmethod
    def of(cls, ticks: Sequence[float], tick_ms: int) -> "Late":
        """Of moments in seconds."""
        late = sorted(max(0.0, (after - before) * 1000 - tick_ms) for before, after in pairwise(ticks))
        return cls(late[int(len(late) * 0.99)], late[-1]) if late else cls(0.0, 0.0)


class Ticker:
    """Ticks from the moment that it is made until it is stopped."""

    def __init__(self, tick_ms: int) -> None:
        self._tick_ms = tick_ms
        self._ticks = [time.time()]
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(tick_ms)

    def _tick(self) -> None:
        self._ticks.append(time.time())

    def stop(self) -> Late:
        """The time since the last tick counts too."""
        self._timer.stop()
        self._tick()
        return Late.of(self._ticks, self._tick_ms)
