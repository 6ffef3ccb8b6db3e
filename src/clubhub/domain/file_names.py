"""Names that a file or folder can have on every system."""

_KEPT = " -_"


def safe_stem(text: str, most: int = 60) -> str:
    """The letters and digits of a text, and blanks for what a file system minds; "" if nothing is left."""
    kept = "".join(letter if letter.isalnum() or letter in _KEPT else " " for letter in text)
    return " ".join(kept.split())[:most].strip()
