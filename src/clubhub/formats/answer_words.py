"""What people and programs write for yes, if need be and no, in the languages of ClubHub.

Learned from the exports of newdle (available/ifneedbe/unavailable), Nextcloud Polls (yes/maybe/no, ✔/❌), Framadate
(localised words) and Doodle (OK, (OK)), and from spreadsheets that clubs fill by hand. Brackets round a yes make it
"if need be", as Doodle writes it. Signs that mean one thing here and another there ("?", "☒", "0.5") are not guessed.
"""

import unicodedata

from clubhub.domain.polls import Mark

_YES = {
    "": "yes y ok okay x 1 1.0 true available can ✓ ✔ ✅ ☑ 👍",
    "en": "yep|yeah|sure|fine|i can|i can come|we can come|can do|works|works for me|coming|i'm in|free",
    "fi": "kyllä|joo|jep|käy|käy hyvin|sopii|passaa|onnistuu|pääsen|pystyn|voin|voin tulla|tulen|totta kai|tosi",
    "sv": "ja|j|jadå|javisst|kan|jag kan|kan komma|kommer|jag kommer|går bra|det går|det går bra|passar|det passar"
    "|funkar|det funkar|gärna|absolut|tillgänglig|sant",
    "de": "kann|kann ich|geht|geht klar|klar|passt|passt gut|dabei|bin dabei|bin da|gern|gerne|jo|verfügbar|wahr",
    "fr": "oui|dispo|disponible|je peux|je viens|présent|présente|ça marche|volontiers|bien sûr|d'accord|vrai",
}
_IF_NEED_BE = {
    "": "ifneedbe|if need be|if-need-be|if needed|if necessary|maybe|perhaps|(✓)",
    "en": "possibly|only if needed|if really needed|at a pinch|if i must",
    "fi": "ehkä|ehkäpä|mahdollisesti|tarvittaessa|jos tarvitaan|jos tarve|jos on pakko|hätätapauksessa|varalla",
    "sv": "kanske|eventuellt|ev|möjligen|vid behov|om det behövs|om nödvändigt|i nödfall|om det kniper|om det krisar",
    "de": "vielleicht|vllt|vlt|eventuell|evtl|mal sehen|mal schauen|wenn nötig|falls nötig|notfalls|zur not|nur zur not"
    "|bei bedarf|gegebenenfalls|ggf|wenn es sein muss|wenn's sein muss|wenns sein muss",
    "fr": "peut-être|peut être|éventuellement|à voir|si besoin|si nécessaire|si vraiment besoin|au besoin|en dépannage",
}
_NO = {
    "": "no n - – — − 0 0.0 false unavailable can't cannot not ✗ ✘ ❌ × 👎",
    "en": "nope|busy|away|i can't|can not|unable|not available|sorry no|no sorry|can't come|cannot come|can not come"
    "|i can't come|can't make it|cannot make it|can not make it|can't attend|cannot attend|won't come|will not come"
    "|not coming|i'm not coming|i am not coming|i'm out|can't join|cannot join|can not join|i can't make it"
    "|i cannot come|i cannot make it|i can not come|i can not make it|i won't come|i can't attend|we can't come"
    "|we cannot come|we can not come|we can't make it|unfortunately not|unfortunately i can't"
    "|unfortunately i can't come|unfortunately i cannot come|unfortunately can't come",
    "fi": "ei|en|en pääse|ei pääse|en pysty|ei pysty|en voi|ei voi|en tule|ei käy|ei sovi|ei passaa|ei onnistu"
    "|valitettavasti en|valitettavasti ei|en pääse tulemaan|ei pääse tulemaan|en pääse paikalle|en voi tulla"
    "|ei voi tulla|emme pääse|emme tule|en osallistu|en ehdi|ei ehdi|valitettavasti en pääse"
    "|valitettavasti emme pääse|estynyt|poissa|epätosi",
    "sv": "nej|nä|kan inte|jag kan inte|kan ej|kan tyvärr inte|kommer inte|kommer ej|går inte|det går inte"
    "|passar inte|inte|ej|tyvärr|tyvärr inte|kan inte komma|kan ej komma|kan tyvärr inte komma|jag kan inte komma"
    "|kan inte vara med|jag kommer inte|kan inte delta|vi kan inte komma|tyvärr kan jag inte"
    "|tyvärr kan jag inte komma|är inte med|förhindrad|upptagen|bortrest|otillgänglig|falskt",
    "de": "nein|nee|nö|geht nicht|geht leider nicht|passt nicht|kann nicht|kann leider nicht|leider nicht"
    "|leider nein|nicht|kann nicht kommen|kann leider nicht kommen|ich kann nicht kommen|ich kann leider nicht"
    "|ich kann leider nicht kommen|komme nicht|komme leider nicht|ich komme nicht|bin leider nicht dabei"
    "|wir können nicht kommen|leider kann ich nicht|leider kann ich nicht kommen|keine zeit|nicht da|bin nicht da"
    "|nicht dabei|abwesend|verhindert|nicht verfügbar|falsch",
    "fr": "non|je ne peux pas|peux pas|je ne peux pas venir|peux pas venir|ne peux pas venir|je peux pas"
    "|je peux pas venir|je ne pourrai pas|je ne pourrai pas venir|je ne viens pas|je ne viendrai pas"
    "|malheureusement non|malheureusement je ne peux pas|nous ne pouvons pas|nous ne pouvons pas venir"
    "|on ne peut pas venir|pas possible|impossible|absent|absente|pas dispo|indispo|indisponible|pas disponible|faux",
}


def mark_of(cell: str) -> Mark | None:
    """The mark that a word means; None if it is no known word. A blank cell has no word: ask before."""
    word = plain_answer(cell)
    if word in _MARKS:
        return _MARKS[word]
    inner = plain_answer(word[1:-1]) if word.startswith("(") and word.endswith(")") else ""
    return Mark.IF_NEED_BE if _MARKS.get(inner) in {Mark.YES, Mark.IF_NEED_BE} else None


def marks_of_words() -> dict[str, Mark]:
    """Every known word with the mark that it means."""
    return dict(_MARKS)


def plain_answer(text: str) -> str:
    """Without differences that nobody means: case, doubled blanks, a final dot, the look of an emoji or apostrophe."""
    composed = unicodedata.normalize("NFC", text).replace("\ufe0f", "").replace("’", "'")
    return " ".join(composed.casefold().split()).rstrip(".!") or text.strip()


def _words(of_language: dict[str, str]) -> list[str]:
    return [word for text in of_language.values() for word in (text.split("|") if "|" in text else text.split())]


_MARKS = {
    plain_answer(word): mark
    for mark, words in ((Mark.YES, _YES), (Mark.IF_NEED_BE, _IF_NEED_BE), (Mark.NO, _NO))
    for word in _words(words)
}
