"""What the benchmarks share: they measure by turns and print a table beside a baseline."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

Seconds = list[float]


def by_turns(tasks: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, Seconds]:
    """The seconds that each task gave in each round, after one round that fills the caches and isn't counted.

    The tasks take turns, so that whatever else the computer does meanwhile slows down all of them.
    """
    seconds: dict[str, Seconds] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            taken = task()
            if number:
                seconds[name].append(taken)
    return seconds


def timed(task: Callable[[], object]) -> float:
    begin = perf_counter()
    task()
    return perf_counter() - begin


def print_table(seconds: Mapping[str, Seconds], baselines: Mapping[str, str]) -> None:
    """A line per task: least and median of its seconds, and its least by that of the task it is held against.

    `baselines` names that task; one without a name there is a baseline. The least is what other programs disturbed
    the least, see the documentation of timeit.
    """
    width = max(map(len, seconds))
    print(f"{'':{width}}  {'least s':>8}  {'median s':>8}  times its baseline")
    for name, figures in seconds.items():
        baseline = baselines.get(name)
        ratio = f"{min(figures) / min(seconds[baseline]):.2f} × {baseline}" if baseline else "(baseline)"
        print(f"{name:{width}}  {min(figures):8.3f}  {median(figures):8.3f}  {ratio}")
