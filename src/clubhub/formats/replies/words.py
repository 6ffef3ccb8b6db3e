"""Words of replies in the languages of ClubHub, beside those that mean a mark (see formats.answer_words).

Each line is a language: English, Finnish, Swedish, German, French. Accents and case don't count. Words that mean one
thing here and another there are left out: a reply with one of them is shown as unclear, never guessed.
"""

from clubhub.domain.polls import Mark
from clubhub.formats.answer_words import marks_of_words

ALL = """
all|all of them|any|anything|everything|any of them|all times|all dates|any time|every day|always
kaikki|kaikki ajat|kaikki päivät|mikä vain|mikä tahansa|aina
alla|allt|alla tider|alla dagar|vilken som helst|alltid
alle|alles|alle termine|alle tage|immer
tous|toutes|tout|toutes les dates|tous les jours|toujours
"""
NONE = """
none|none of them|none of these|nothing|never|no time
ei mikään|ei mitään|en mitään|ei yksikään|ei mikään näistä|ei koskaan
ingen|inga|inget|ingen av dem|inget av dem|aldrig
keine|keiner|keins|keines|keiner davon|nichts|nie|kein termin
aucun|aucune|rien|aucune date|jamais
"""
EXCEPT = """
except|except for|apart from|all but|other than
paitsi|lukuun ottamatta
utom|förutom|alla utom
außer|ausser|bis auf
sauf|à part|excepté
"""
REST = """
the rest|rest|others|the others|all others|the other ones|everything else
muut|loput|kaikki muut|muut ajat
resten|övriga|de andra|de övriga|alla andra
den rest|die anderen|die übrigen|alle anderen|andere|übrige
le reste|les autres|autres|toutes les autres|tous les autres
"""
AND = """
and|plus|as well as|but|&|+
sekä|ja myös|mutta
och|samt|men
und|sowie|aber
et|ainsi que|mais
"""
RANGE = """
to|through|until
viiva
till
bis
jusqu'à
"""
CONDITIONS = """
if|unless|depends|depending|only|except|before|after|not
jos|ellei|riippuu|vain|ennen|jälkeen|paitsi
om|ifall|såvida|beror|endast|bara|före|efter|utom
wenn|falls|sofern|abhängig|nur|erst|außer|vor|nach
si|sauf|selon|dépend|seulement|avant|après
"""
UNHEARD = """
i|we|me|us|for me|for us|my|our|our answer|my answer|my answers|answer|answers|number|numbers|nr|option|options|please
minä|mä|minulle|mulle|meille|me|vastaus|vastaukseni|vastaukset|numero|numerot|nro|vaihtoehto|vaihtoehdot
jag|vi|mig|oss|för mig|för oss|mitt svar|svar|nummer|alternativ
ich|wir|mir|uns|für mich|für uns|meine antwort|antwort|nummern|option|optionen
je|nous|moi|pour moi|pour nous|ma réponse|réponse|numéro|numéros|choix|j'ai
"""
GREETINGS = """
hi|hello|hey|thanks|thank you|many thanks|cheers|sorry|hi all|hello everyone|well
best regards|kind regards|regards|best|br
love
moi|hei|terve|moikka|heippa|kiitos|kiitti|anteeksi|sori|no niin|terveisin|t|terv|terkuin|ystävällisin terveisin
hej|hejsan|tjena|hallå|tack|tack så mycket|förlåt|hej alla|hälsningar|med vänliga hälsningar|vänliga hälsningar|mvh
vh|kram
hallo|moin|servus|guten tag|danke|vielen dank|entschuldigung|hallo zusammen|liebe grüße|lg|vg
viele grüße|grüße|gruß|mit freundlichen grüßen|mfg
bonjour|salut|coucou|bonsoir|merci|merci beaucoup|désolé|désolée|pardon|cordialement|bien cordialement|amitiés|bises
"""
MORE_MARKS = {
    Mark.YES: "i can do|we can|we can do|can make|i can make|can come|works fine|suits me|suits"
    "|am free|i am free|i'm free"
    "|sopivat|käyvät|pääsemme|voimme|passaavat|minulle sopii|minulle käy"
    "|passar bra|passar mig|vi kan|jag kan på|kan på|går"
    "|passen|passt mir|passen mir|ich kann|wir können|gehen|ginge|gehen gut"
    "|conviennent|me convient|me conviennent|nous pouvons|on peut|va bien",
    Mark.IF_NEED_BE: "possibly|if necessary|might|could|not sure|at a push"
    "|tarpeen vaatiessa|jos tarvis"
    "|möjligtvis|i nödfall kan jag"
    "|unsicher|eventuell auch|nur wenn nötig"
    "|peut-etre|pas sûr|pas sûre",
    Mark.NO: "not|don't|can't do|cannot do|i cannot|we can't|we cannot|can't make|not free|doesn't work|won't work"
    "|ei käy|eivät käy|ei sovi|eivät sovi|emme pääse|emme voi|en kykene"
    "|kan jag inte|vi kan inte|kan inte på|passar ej|går ej|fungerar inte"
    "|passen nicht|kann ich nicht|ich kann nicht|wir können nicht|gehen nicht|geht gar nicht"
    "|ne peux pas|je ne peux pas|ne convient pas|ne conviennent pas|pas",
}
UNCERTAIN = frozenset({"en", "n", "o", "j", "can", "jo", "ev", "correct", "ja"})
"""Words of marks that are something else in another language, or part of many sentences; "ja" is looked at by itself.

In tables, where a cell holds one word, they are clear.
"""
_FINNISH = """
ei ehka kay sopii paasen voin moi hei kiitos minulle mulle paitsi muut kaikki seka tarvittaessa pystyn passaa kylla klo
mutta tulen onnistuu joo
"""
_NOT_FINNISH = """
nej nein kanske vielleicht inte nicht kan kann och und hej hallo danke tack jag ich utom ausser geht gar passt passar
vllt evtl notfalls
"""
FINNISH = frozenset(_FINNISH.split())
NOT_FINNISH = frozenset(_NOT_FINNISH.split())


def words_of(text: str) -> list[str]:
    return [word.strip() for line in text.strip().splitlines() for word in line.split("|")]


def mark_words() -> dict[str, Mark]:
    """What people write for a mark; without signs that mean something else in a sentence."""
    more = {word: mark for mark, text in MORE_MARKS.items() for word in text.split("|")}
    known = {word: mark for word, mark in marks_of_words().items() if word not in UNCERTAIN and _is_plain(word)}
    return {**known, **more}


def _is_plain(word: str) -> bool:
    return not any(sign.isdigit() or sign in "-–—−()" for sign in word) or any(map(str.isalpha, word))
