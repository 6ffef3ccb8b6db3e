"""What a person chose for this computer: look, language, recent clubs; JSON in the system's place for settings."""

import contextlib
import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

MOST_RECENT = 8
MOST_RULES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`scheme` is "system", "light" or "dark"; `text_percent` 100 to 200; `paper` "A4" or "Letter".

    `first_weekday` is 1 (Monday) to 7, 0 the system's. `recent_clubs` are paths, the newest first. `window` is Qt's own
    state, as text. `poll_rules` are a poll's id and the rule that its best times were last ranked by, the newest first.
    `answer_pages` are the address of a club's answer page and the club's name.
    """

    language: str = "en"
    scheme: str = "system"
    text_percent: int = 100
    first_weekday: int = 0
    paper: str = "A4"
    recent_clubs: tuple[str, ...] = ()
    window: str = ""
    poll_rules: tuple[str, ...] = ()
    answer_pages: tuple[str, ...] = ()

    def with_recent(self, club: Path) -> "Settings":
        """The club first, each once, the oldest forgotten."""
        kept = [path for path in self.recent_clubs if path != str(club)]
        return replace(self, recent_clubs=(str(club), *kept)[:MOST_RECENT])

    def rule_of(self, poll_id: int) -> str:
        """The rule that was chosen for a poll, "" if none was."""
        return next((line.partition(" ")[2] for line in self.poll_rules if line.startswith(f"{poll_id} ")), "")

    def with_rule(self, poll_id: int, rule: str) -> "Settings":
        """The rule of this poll first; of many polls the oldest is forgotten."""
        kept = [line for line in self.poll_rules if not line.startswith(f"{poll_id} ")]
        return replace(self, poll_rules=(f"{poll_id} {rule}", *kept)[:MOST_RULES])

    def answer_page_of(self, club: str) -> str:
        """Where a club has put its answer page, "" for nowhere."""
        return next((line.partition(" ")[0] for line in self.answer_pages if line.partition(" ")[2] == club), "")

    def with_answer_page(self, club: str, address: str) -> "Settings":
        """Another address for a club's page; an empty one forgets it."""
        kept = tuple(line for line in self.answer_pages if line.partition(" ")[2] != club)
        added = (f"{address} {club}",) if address else ()
        return replace(self, answer_pages=(*added, *kept)[:MOST_RULES])


class SettingsStore:
    """Reads and writes the settings; a damaged file counts as none, one that can't be written is not written."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or Path(platformdirs.user_config_dir("ClubHub", appauthor=False)) / "settings.json"
        self.current = self._load() or Settings()

    def change(self, **changes: Any) -> Settings:  # noqa: ANN401  the fields of Settings
        """Set some fields, and keep them."""
        self.keep(replace(self.current, **changes))
        return self.current

    def keep(self, settings: Settings) -> None:
        """Write what differs from `current` over what is in the file: another window may have chosen something else."""
        changed = {
            field.name: getattr(settings, field.name)
            for field in fields(Settings)
            if getattr(settings, field.name) != getattr(self.current, field.name)
        }
        self.current = settings = replace(self._load() or self.current, **changed)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
            part.replace(self._path)

    def _load(self) -> Settings | None:
        """None if there is no file, or none that can be read."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            known: dict[str, type] = {field.name: type(field.default) for field in fields(Settings)}
            kept: dict[str, Any] = {name: value for name, value in found.items() if name in known}
            for listed in ("recent_clubs", "poll_rules", "answer_pages"):
                kept[listed] = tuple(str(item) for item in kept.get(listed, ()))
            usable: dict[str, Any] = {name: value for name, value in kept.items() if isinstance(value, known[name])}
            return Settings(**usable)
        except (OSError, ValueError, AttributeError, TypeError):
            return None
