"""Family names cut short for a sheet on which whole names don't fit."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable


def short_families(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """For each given and family name "S.", or as many letters as tell two of the same given name apart: "Sj."."""
    families: dict[str, set[str]] = defaultdict(set)
    for given, family in names:
        families[given].add(family)
    return {(given, family): _short(family, group - {family}) for given, group in families.items() for family in group}


def _short(family: str, others: set[str]) -> str:
    whole = unicodedata.normalize("NFC", family)
    for length in range(1, len(whole)):
        start = whole[:length]
        if not any(unicodedata.normalize("NFC", other).startswith(start) for other in others):
            return f"{start}."
    return whole
