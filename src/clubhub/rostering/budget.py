"""How long a search may go on: seconds for the user's sake, iterations so that the same plan can be had again."""

from dataclasses import dataclass
from time import monotonic

from clubhub.rostering.solver import Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a search from `begin`, in seconds of `time.monotonic`; if `seconds` is infinite it is never over."""

    begin: float
    seconds: float

    @property
    def spent(self) -> float:
        """From 0 to 1."""
        return min(1.0, (monotonic() - self.begin) / self.seconds) if self.seconds else 1.0


@dataclass(slots=True)
class Budget:
    """`deadline` in seconds of `time.monotonic`; `iterations` None: no limit. `spent` counts sub-models and batches."""

    deadline: float = float("inf")
    iterations: int | None = None
    seed: int = 0
    spent: int = 0

    @property
    def seconds_left(self) -> float:
        return self.deadline - monotonic()

    def part(self, share: float) -> "Part":
        """A share of the seconds that are left, from now on."""
        now = monotonic()
        return Part(begin=now, seconds=max(0.0, self.deadline - now) * share)

    @property
    def is_over(self) -> bool:
        return self.seconds_left <= 0 or (self.iterations is not None and self.spent >= self.iterations)

    def spend(self, iterations: int = 1) -> None:
        self.spent += iterations

    def effort(self, *, nodes: int | None = None, share: float = 1.0) -> Effort:
        """What the next sub-model may cost: at most a share of the time that is left."""
        seconds = max(0.0, self.seconds_left * share)
        return Effort(seconds=seconds, nodes=nodes, seed=self.seed + self.spent)
