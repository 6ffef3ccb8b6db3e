"""Given and family names out of however many columns a list has for them."""

_PARTICLES = {
    "af", "av", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la", "le", "ten", "ter", "van",
    "von", "zu", "zum", "zur",
}  # fmt: skip


def complete_name(given: str, family: str, full: str, turned: str) -> tuple[str, str]:
    """Given and family name, from what the columns say ("" for nothing).

    `full` is from a column headed just "Name" (the family name where there is a column for the given one, as in German
    and French lists), `turned` from one that says that the family name comes first.
    """
    if given and family:
        return given, family
    if given:
        return given, _rest(full, given)
    if family:
        return _rest(full, family), family
    if turned and not full and "," not in turned:
        first_word, _blank, others = turned.partition(" ")
        return others, first_word
    return split_name(full or turned)


def split_name(name: str) -> tuple[str, str]:
    """Given and family name of "Lind, Anna" or "Anna Lind"; a particle ("von", "de") begins the family name."""
    family, comma, given = name.partition(",")
    if comma:
        return given.strip(), family.strip()
    words = name.split()
    if len(words) < 2:
        return name, ""
    particles = (place for place, word in enumerate(words[1:-1], start=1) if word.lower() in _PARTICLES)
    start = next(particles, len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


def _rest(full: str, known: str) -> str:
    known_words = set(known.split())
    return " ".join(word for word in full.replace(",", " ").split() if word not in known_words)
