"""Which headings the columns of a table of shifts have in English, Finnish, Swedish, German and French."""

from enum import Enum, auto


class Field(Enum):
    """What a column of shifts can hold. TIME is both ends in one cell ("9:00–12:30"); KEY names a row for good."""

    ROLE = auto()
    NAME = auto()
    VENUE = auto()
    DATE = auto()
    START = auto()
    END = auto()
    TIME = auto()
    LENGTH = auto()
    CHANGEOVER = auto()
    COUNT = auto()
    MIN = auto()
    MAX = auto()
    SKILLS = auto()
    AGE = auto()
    NOTE = auto()
    BRING = auto()
    KEY = auto()


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word.strip() for line in lines for word in line.split(","))


# Each line is a language: English, Finnish, Swedish, German, French. Accents, hyphens and blanks don't count.
# "Name" is left out on purpose: it can be the shift's or a person's.
SHIFT_VOCABULARY = {
    Field.ROLE: _words(
        "role, task, job, duty, position, activity",
        "rooli, tehtävä, työ, työtehtävä, homma",
        "roll, uppgift, arbetsuppgift, syssla",
        "rolle, aufgabe, tätigkeit, funktion, dienst, einsatz",
        "rôle, tâche, poste, fonction, mission",
    ),
    Field.NAME: _words(
        "shift, shift name, title, session, block",
        "vuoro, vuoron nimi, työvuoro, otsikko, jakso",
        "pass, arbetspass, passets namn, rubrik, titel",
        "schicht, schichtname, abschnitt, einsatzname",
        "créneau, titre, nom du créneau",
    ),
    Field.VENUE: _words(
        "venue, place, location, where, room, site",
        "paikka, sijainti, missä, tila, työpiste",
        "plats, ställe, var, lokal",
        "ort, einsatzort, wo, raum, treffpunkt",
        "lieu, endroit, où, salle, emplacement",
    ),
    Field.DATE: _words(
        "date, day, start date",
        "päivä, päivämäärä, pvm",
        "datum, dag",
        "tag, einsatztag",
        "jour, date de début",
    ),
    Field.START: _words(
        "start, starts, starts at, begin, begins, from, start time, starting time, first",
        "alkaa, alku, alkaen, aloitus, alkamisaika",
        "börjar, från, början, starttid",
        "beginn, anfang, von, ab, startzeit",
        "début, de, commence, heure de début, à partir de",
    ),
    Field.END: _words(
        "end, ends, ends at, until, to, till, finish, end time, final",
        "päättyy, loppu, loppuu, asti, päättymisaika, lopetus",
        "slut, slutar, sluttid",
        "ende, bis, endet, schluss, endzeit",
        "fin, à, jusqu'à, se termine, heure de fin",
    ),
    Field.TIME: _words(
        "time, times, when",
        "aika, kello, klo, kellonaika, ajankohta",
        "tid, tider, klockan, kl",
        "zeit, uhrzeit, zeiten, zeitraum",
        "heure, heures, horaire, horaires",
    ),
    Field.LENGTH: _words(
        "duration, length, base duration min, duration min, minutes, hours",
        "kesto, pituus, tunnit",
        "längd, varaktighet, timmar",
        "dauer, länge, stunden",
        "durée, durée min",
    ),
    Field.CHANGEOVER: _words(
        "changeover, changeover min, overlap, handover",
        "limitys, vuoronvaihto",
        "överlapp, överlappning",
        "überlappung, übergabe",
        "chevauchement, passation",
    ),
    Field.COUNT: _words(
        "count, people, number, number of people, how many, needed, helpers, volunteers",
        "määrä, lukumäärä, henkilömäärä, kpl, tarve, montako",
        "antal, antal personer, behov, hur många",
        "anzahl, personen, bedarf, helfer, wie viele",
        "nombre, personnes, nombre de personnes, effectif, besoin, combien",
    ),
    Field.MIN: _words(
        "min, minimum, at least, min people, minimum people", "vähintään, minimi", "minst", "mindestens", "au moins"
    ),
    Field.MAX: _words(
        "max, maximum, at most, max people, maximum people", "enintään, maksimi", "högst", "höchstens", "au plus"
    ),
    Field.SKILLS: _words(
        "skill, skills, qualification, qualifications, needs skill",
        "taito, taidot, osaaminen, pätevyys",
        "kompetens, färdighet, färdigheter, behörighet",
        "fähigkeit, fähigkeiten, qualifikation, kenntnisse",
        "compétence, compétences",
    ),
    Field.AGE: _words(
        "minimum age, min age, age, age limit",
        "alaikäraja, ikäraja, vähimmäisikä, ikä",
        "lägsta ålder, åldersgräns, minimiålder, ålder",
        "mindestalter, alter",
        "âge minimum, âge minimal, âge",
    ),
    Field.NOTE: _words(
        "note, notes, remark, remarks, info, comment, description",
        "huomautus, huom, lisätieto, lisätiedot, kuvaus",
        "anmärkning, kommentar, beskrivning",
        "bemerkung, anmerkung, hinweis, notiz, beschreibung",
        "remarque, remarques, commentaire",
    ),
    Field.BRING: _words(
        "bring, bring along",
        "mukaan, ota mukaan",
        "ta med, medtag",
        "mitbringen, bitte mitbringen",
        "à apporter, apporter",
    ),
    Field.KEY: _words("id, key, shift id"),
}
