"""What people and programs write for yes, if need be and no, in the languages of ClubHub.

Learned from the exports of newdle (available/ifneedbe/unavailable), Nextcloud Polls (yes/maybe/no, ✔/❌), Framadate
(localised words) and Doodle (OK, (OK)), and from spreadsheets that clubs fill by hand. Brackets round a yes make it
"if need be", as Doodle writes it. Signs that mean one thing here and another there ("?", "☒", "0.5") are not guessed.
"""

import unicodedata

from clubhub.domain.polls import Mark

_YES = {
    "": "yes y ok okay x 1 1.0 true available can ✓ ✔ ✅ ☑ 👍",
    "fi": "kyllä|joo|käy|sopii|pääsen|tosi",
    "sv": "ja|j|kan|jag kan|tillgänglig|sant",
    "de": "kann|passt|verfügbar|wahr",
    "fr": "oui|disponible|d'accord|vrai",
}
_IF_NEED_BE = {
    "": "ifneedbe|if need be|if-need-be|if needed|if necessary|maybe|perhaps|(✓)",
    "fi": "ehkä|tarvittaessa|jos tarvitaan|jos tarve",
    "sv": "kanske|vid behov|om det behövs|om nödvändigt",
    "de": "vielleicht|wenn nötig|falls nötig|notfalls|zur not|bei bedarf",
    "fr": "peut-être|si besoin|si nécessaire|au besoin",
}
_NO = {
    "": "no n - – — − 0 0.0 false unavailable can't cannot not ✗ ✘ ❌ × 👎",
    "fi": "ei|en|en pääse|ei käy|ei sovi|estynyt|epätosi",
    "sv": "nej|kan inte|inte|förhindrad|otillgänglig|falskt",
    "de": "nein|kann nicht|nicht verfügbar|verhindert|falsch",
    "fr": "non|indisponible|pas disponible|faux",
}


def mark_of(cell: str) -> Mark | None:
    """The mark that a word means; None if it is no known word. A blank cell has no word: ask before."""
    word = _plain(cell)
    if word in _MARKS:
        return _MARKS[word]
    inner = _plain(word[1:-1]) if word.startswith("(") and word.endswith(")") else ""
    return Mark.IF_NEED_BE if _MARKS.get(inner) in {Mark.YES, Mark.IF_NEED_BE} else None


def _plain(text: str) -> str:
    """Without differences that nobody means: case, doubled blanks, a final dot, the look of an emoji or apostrophe."""
    composed = unicodedata.normalize("NFC", text).replace("\ufe0f", "").replace("’", "'")
    return " ".join(composed.casefold().split()).rstrip(".!") or text.strip()


def _words(of_language: dict[str, str]) -> list[str]:
    return [word for text in of_language.values() for word in (text.split("|") if "|" in text else text.split())]


_MARKS = {
    _plain(word): mark
    for mark, words in ((Mark.YES, _YES), (Mark.IF_NEED_BE, _IF_NEED_BE), (Mark.NO, _NO))
    for word in _words(words)
}
