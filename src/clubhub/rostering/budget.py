"""How long a search may go on: seconds for the user's sake, iterations so that the same plan can be had again."""

from dataclasses import dataclass
from time import monotonic

from clubhub.rostering.solver import Effort


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

    @property
    def is_over(self) -> bool:
        return self.seconds_left <= 0 or (self.iterations is not None and self.spent >= self.iterations)

    def spend(self, iterations: int = 1) -> None:
        self.spent += iterations

    def effort(self, *, nodes: int | None = None, share: float = 1.0) -> Effort:
        """What the next sub-model may cost: at most a share of the time that is left."""
        seconds = max(0.0, self.seconds_left * share)
        return Effort(seconds=seconds, nodes=nodes, seed=self.seed + self.spent)
