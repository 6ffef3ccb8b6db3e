"""Names before a colon that nobody in the club has: "Peter Pann: 2", between other lines that look the same.

One reply may have such lines too: "Sat: yes", "Comment: late", "Soup: no". So days, options, and words that ballots and
answers are made of are no names, nor is a line that has no other beside it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from clubhub.domain.answer_codes import find_codes
from clubhub.formats.replies import words
from clubhub.formats.replies.option_names import LANGUAGES
from clubhub.formats.replies.tokens import phrase
from clubhub.support import dates

_LINE = re.compile(r"^[\s*•>-]*(?P<name>[^\W\d_][^\n:;=?!,\d]{1,38}?)\s*:(?!//)\s*\S")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_MOST_WORDS = 4
_SMALL_WORDS = frozenset(phrase("von van der den de af av du da di la le zu zur al el bin ter"))
_SHORT_FORM = 3
"""Letters: "PS" and "FYI" are no names."""
_NO_NAMES = (
    frozenset(
        phrase("""
comment comments note notes remark answer answers reply name poll question option options choice plan team group room
table place where when time times date dates day days week weekend morning noon afternoon evening night early late
subject from to cc sent phone mobile tel email mail address link re fwd edit update forwarded message best first numbers
kommentti huomautus vastaus nimi kysely kysymys vaihtoehto vaihtoehdot paikka aika ajat päivä viikonloppu aamu aamulla
päivällä iltapäivä ilta illalla yö aihe lähettäjä puhelin puh osoite viesti numerot paras
kommentar svar namn fråga alternativ plats tid tider dag dagar vecka helg morgon förmiddag eftermiddag kväll natt tidigt
sent ämne från till skickat telefon adress meddelande bäst först
anmerkung bemerkung antwort umfrage frage ort zeit zeiten tag tage woche wochenende morgens vormittag nachmittag abend
abends nacht früh spät betreff von an gesendet datum nachricht handy beste zuerst
commentaire remarque réponse nom sondage choix lieu heure heures jour jours semaine matin midi après-midi soir nuit tôt
tard objet envoyé téléphone adresse message numéros meilleur premier
""")
    )
    - _SMALL_WORDS
)


def unknown_names(text: str, is_known: Callable[[str], bool], labels: Iterable[str]) -> frozenset[str]:
    """Those of the text, if other names, known or not, stand before colons too; none where a code signs it.

    `labels` are the options of the poll: no word of theirs is in a name.
    """
    if any(True for _found in find_codes(text)):
        return frozenset()
    of_options = frozenset(form for label in labels for form in phrase(label))
    called = set(_before_colons(text))
    known = {name for name in called if is_known(name)}
    unknown = {name for name in called - known if _may_be_a_name(name, of_options)}
    return frozenset(unknown) if len(known | unknown) > 1 else frozenset()


def _before_colons(text: str) -> Iterator[str]:
    """Whatever stands before the first colon of a line and has no digit in it."""
    for line in text.splitlines():
        if found := _LINE.match(line):
            yield found["name"]


def _may_be_a_name(name: str, of_options: frozenset[str]) -> bool:
    parts, forms = name.split(), phrase(name)
    if len(parts) > _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if any(part[0].islower() and part not in _SMALL_WORDS for part in parts):
        return False
    if len(parts) == 1 and name.isupper() and len(name) <= _SHORT_FORM:
        return False
    is_of_ballot = any(form in _NO_NAMES or form in of_options or form.startswith(_weekdays()) for form in forms)
    return not is_of_ballot and not all(form in _vocabulary() for form in forms)


@lru_cache(maxsize=1)
def _weekdays() -> tuple[str, ...]:
    return tuple(
        form for language in LANGUAGES for day in _week() for form in phrase(dates.full_weekday(day, language))
    )


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Every word that says something in a reply, short weekdays and months."""
    parts = (words.ALL, words.NONE, words.EXCEPT, words.REST, words.AND, words.CONDITIONS, words.UNHEARD)
    spoken = [word for text in (*parts, words.GREETINGS) for word in words.words_of(text)]
    days = [dates.weekday(day, language) for language in LANGUAGES for day in _week()]
    months = [dates.day_and_month(date(2026, at, 1), language) for language in LANGUAGES for at in range(1, 13)]
    short = [word[:3] for month in months for word in month.split()]
    known = [*spoken, *words.mark_words(), *days, *months, *short]
    return frozenset(form for called in known for form in phrase(called)) | words.UNCERTAIN


def _week() -> list[date]:
    return [date(2026, 6, 1) + timedelta(days=at) for at in range(7)]
