"""The steps of filling a roster in plain words, with how long each took."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from clubhub.services.roster_filling import FillProgress
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`state` is "done", "now" or "next"; `seconds` are None before it has begun."""

    text: str
    state: str
    seconds: float | None = None


class FillSteps:
    """Follows what the engine says; `stages` are the names of its aims. What it passes over is done in no time."""

    def __init__(self, stages: Sequence[str]) -> None:
        self._texts = {"read": _("Read the answers and the rules")} | {stage: _DOING[stage]() for stage in stages}
        self._began: dict[str, float] = {"read": monotonic()}
        self._current = "read"
        self._is_over = False
        self._shared = _("Shared the work fairly among the households")

    def hear(self, progress: FillProgress) -> None:
        if progress.stage == "read":
            self._read(progress)
        elif progress.stage == "parts":
            self._texts = {"read": self._texts["read"], "parts": _("Making the plan better, part by part")}
            self._begin("parts")
        else:
            self._begin("required" if progress.stage == "first" else progress.stage)

    def end(self) -> None:
        self._is_over = True
        self._began["end"] = monotonic()

    def steps(self) -> list[Step]:
        """Those to come too; what the engine had no need of is left out once it is passed."""
        keys = list(self._texts)
        now = keys.index(self._current)
        return [
            Step(
                text=self._text(key, place, now), state=self._state(place, now), seconds=self._seconds(keys, place, now)
            )
            for place, key in enumerate(keys)
            if key in self._began or (place > now and not self._is_over)
        ]

    @property
    def share(self) -> float:
        """How far it is, 0 to 1: by steps, since nobody knows how long one takes."""
        if self._is_over:
            return 1.0
        keys = list(self._texts)
        return (keys.index(self._current) + 0.5) / len(keys)

    def _read(self, progress: FillProgress) -> None:
        answers = plural("{count} answer", "{count} answers", progress.answers)
        people = plural("{count} person", "{count} people", progress.people)
        self._texts["read"] = _("Read {answers} and {people}").format(answers=answers, people=people)
        self._shared = plural(
            "Shared the work fairly in {count} household",
            "Shared the work fairly among {count} households",
            progress.households,
        )
        self._texts["fairness"] = plural(
            "Sharing the work fairly in {count} household",
            "Sharing the work fairly among {count} households",
            progress.households,
        )
        self._begin("required")

    def _begin(self, key: str) -> None:
        if key in self._texts and key != self._current:
            self._current = key
            self._began.setdefault(key, monotonic())

    def _text(self, key: str, place: int, now: int) -> str:
        return self._done_texts().get(key, self._texts[key]) if self._state(place, now) == "done" else self._texts[key]

    def _done_texts(self) -> dict[str, str]:
        return {
            "required": _("Filled every place that can be filled"),
            "withdrawn": _("Kept what was published"),
            "changes": _("Changed as little as possible"),
            "optional": _("Filled places beyond those"),
            "if_need_be": _("Spared those who said “if need be”"),
            "fairness": self._shared,
            "preference": _("Gave people the roles they like"),
        }

    def _state(self, place: int, now: int) -> str:
        if place < now or self._is_over:
            return "done"
        return "now" if place == now else "next"

    def _seconds(self, keys: Sequence[str], place: int, now: int) -> float | None:
        if place > now or keys[place] not in self._began:
            return None
        later = [self._began[key] for key in (*keys[place + 1 :], "end") if key in self._began]
        return (later[0] if later else monotonic()) - self._began[keys[place]]


_DOING: dict[str, Callable[[], str]] = {
    "required": lambda: _("Filling every place that can be filled"),
    "withdrawn": lambda: _("Keeping what was published"),
    "changes": lambda: _("Changing as little as possible"),
    "optional": lambda: _("Filling places beyond those"),
    "if_need_be": lambda: _("Sparing those who said “if need be”"),
    "fairness": lambda: _("Sharing the work fairly among the households"),
    "preference": lambda: _("Giving people the roles they like"),
}
