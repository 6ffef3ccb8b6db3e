"""Which headings people's columns have in English, Finnish, Swedish, German and French."""

from clubhub.domain.person_fields import PersonField as Field

# In the order in which complete_name takes them
NAMES = (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FULL_NAME, Field.REVERSED_NAME)


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word.strip() for line in lines for word in line.split(","))


# Each line is a language: English, Finnish, Swedish, German, French. Accents, hyphens and blanks don't count.
PEOPLE_VOCABULARY = {
    Field.GIVEN_NAME: _words(
        "given name, given names, first name, first names, forename, forenames, christian name, firstname",
        "etunimi, etunimet, kutsumanimi",
        "förnamn, tilltalsnamn",
        "vorname, vornamen, rufname",
        "prénom, prénoms",
    ),
    Field.FAMILY_NAME: _words(
        "family name, last name, surname",
        "sukunimi",
        "efternamn, släktnamn",
        "nachname, familienname, zuname",
        "nom de famille",
    ),
    Field.FULL_NAME: _words(
        "name, full name, person, member, volunteer, participant, names, member name, person name, first and last name",
        "nimi, koko nimi, jäsen, henkilö, vapaaehtoinen, talkoolainen, etu ja sukunimi, jäsenen nimi",
        "namn, fullständigt namn, för och efternamn, medlem, volontär, funktionär",
        "vollständiger name, vor und nachname, mitglied, helfer, vorname nachname",
        "nom, nom complet, prénom et nom, membre, bénévole, prénom nom",
    ),
    Field.REVERSED_NAME: _words(
        "last name first name, surname first name, family name given name, last name and first name",
        "sukunimi etunimi, sukunimi ja etunimi",
        "efternamn förnamn, efternamn och förnamn",
        "nachname vorname, name vorname, nachname und vorname",
        "nom prénom, nom et prénom, nom de famille et prénom",
    ),
    Field.MAIL: _words(
        "mail, e-mail, e-mails, mails, e-mail address, e-mail addresses, mail address, primary email, second email",
        "sähköposti, sähköpostit, sähköpostiosoite, s-posti, s-postiosoite, meili",
        "e-post, e-postadress, e-postadresser, mejl, mejladress, mailadress",
        "e-mail-adresse, mailadresse, mail-adresse, e-mail-adressen",
        "courriel, courriels, adresse e-mail, adresse mail, adresse électronique, mél, adresse courriel",
    ),
    Field.PHONE: _words(
        "phone, phones, phone number, phone numbers, telephone, telephone number, tel, tel no, phone no, mobile",
        "mobile phone, mobile number, mobile no, cell, cell phone, cellphone, gsm, home phone, work phone, landline",
        "puhelin, puhelimet, puhelinnumero, puhelinnumerot, puh, puh nro, matkapuhelin, kännykkä, kotipuhelin, numero",
        "telefon, telefonnummer, tfn, tel nr, mobil, mobilnummer, mobiltelefon, hemtelefon, mobilnr, telefonnr",
        "handy, handynummer, rufnummer, festnetz, mobilfunknummer, telefon privat",
        "téléphone, téléphones, téléphone portable, tél, tél portable, portable, numéro de téléphone, téléphone mobile",
    ),
    Field.CHANNEL: _words(
        "preferred channel, channel, preferred contact, preferred contact method, contact by, contact method",
        "yhteydenottotapa, toivottu yhteydenottotapa, kanava, viestikanava",
        "kontaktsätt, önskat kontaktsätt, kanal, kontaktväg",
        "kontaktweg, bevorzugter kontaktweg, bevorzugter kanal",
        "canal, canal préféré, moyen de contact, moyen de contact préféré",
    ),
    Field.AGE: _words(
        "age, age band, age group, age class",
        "ikä, ikäryhmä, ikäluokka",
        "ålder, åldersgrupp, åldersklass",
        "alter, altersgruppe, altersklasse",
        "âge, tranche d'âge, groupe d'âge, catégorie d'âge",
    ),
    Field.BORN: _words(
        "born, born on, birth date, date of birth, birthday, birthdate, dob, birth year, year of birth",
        "syntymäaika, syntymäpäivä, syntymävuosi, synt, synt aika, s-aika, syntynyt",
        "född, födelsedatum, födelsedag, födelseår, födelsetid",
        "geburtsdatum, geburtstag, geburtsjahr, geboren, geboren am, geb, geb datum, jahrgang",
        "date de naissance, né le, née le, né(e) le, année de naissance, naissance",
    ),
    Field.LANGUAGE: _words(
        "language, languages, preferred language, mother tongue",
        "kieli, äidinkieli, asiointikieli",
        "språk, modersmål",
        "sprache, muttersprache",
        "langue, langue maternelle",
    ),
    Field.HOUSEHOLD: _words(
        "household, family, home", "talous, perhe, kotitalous", "hushåll, familj", "haushalt, familie", "foyer, famille"
    ),
    Field.GUARDIAN: _words(
        "guardian, is guardian, parent, is parent, guardian yes/no",
        "huoltaja, on huoltaja, vanhempi",
        "vårdnadshavare, är vårdnadshavare, målsman, förälder",
        "erziehungsberechtigt, erziehungsberechtigte, erziehungsberechtigter, sorgeberechtigt, elternteil",
        "responsable légal, représentant légal, tuteur",
    ),
    Field.GROUPS: _words(
        "group, groups, team, teams, squad, squads",
        "ryhmä, ryhmät, joukkue, joukkueet",
        "grupp, grupper, lag",
        "gruppe, gruppen, mannschaft, mannschaften",
        "groupe, groupes, équipe, équipes",
    ),
    Field.SKILLS: _words(
        "skill, skills, qualification, qualifications, certificate, certificates, training",
        "taito, taidot, osaaminen, pätevyys, pätevyydet, koulutus, koulutukset, kortit",
        "färdighet, färdigheter, kunskaper, kompetens, kompetenser, behörighet, behörigheter",
        "fähigkeit, fähigkeiten, kenntnisse, qualifikation, qualifikationen, lizenzen, kompetenzen",
        "compétence, compétences, qualifications, diplômes, formation, formations",
    ),
    Field.EXPIRY: _words(
        "valid until, valid to, expires, expires on, expiry, expiry date, until",
        "voimassa, voimassa asti, vanhenee, viimeinen voimassaolopäivä",
        "giltig till, giltig t o m, giltig till och med, går ut",
        "gültig bis, läuft ab, ablaufdatum",
        "valable jusqu'au, valide jusqu'au, expire le, date d'expiration",
    ),
    Field.MAX_HOURS: _words(
        "max hours, maximum hours, most hours, hours at most, max hours per event",
        "enintään tunteja, tunteja enintään, maksimitunnit",
        "max timmar, högst timmar, timmar högst",
        "max stunden, höchstens stunden, maximale stunden, stunden höchstens",
        "heures max, heures maximum, nombre d'heures maximum",
    ),
    Field.MAX_HOURS_DAY: _words(
        "max hours per day, max hours a day, maximum hours per day, most hours on a day, hours a day at most",
        "enintään tunteja päivässä, tunteja päivässä enintään, maksimitunnit päivässä",
        "max timmar per dag, högst timmar per dag, timmar per dag högst",
        "max stunden pro tag, höchstens stunden am tag, maximale stunden pro tag",
        "heures max par jour, heures maximum par jour",
    ),
    Field.NOTE: _words(
        "note, notes, comment, comments, remark, remarks, additional information, info",
        "huomautus, huomautukset, huom, lisätiedot, lisätieto, kommentti, kommentit, muistiinpanot",
        "anteckning, anteckningar, kommentar, kommentarer, anmärkning, övrigt",
        "bemerkung, bemerkungen, notiz, notizen, anmerkung, anmerkungen, kommentare",
        "remarque, remarques, commentaire, commentaires, observations",
    ),
}
