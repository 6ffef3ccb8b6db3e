"""The roster on paper, read back with pypdf: all names and times, headings, tags, title; and no text stops it."""

import io
import json
import logging
from dataclasses import replace
from datetime import timedelta

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats import roster_samples as samples

from clubhub.domain.papers import Paper
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.formats.roster_pdf import roster_pages, roster_pdf, strips
from clubhub.support import dates

LAYOUTS = list(RosterLayout)


def read(roster, layout=RosterLayout.VENUE):
    return pypdf.PdfReader(io.BytesIO(roster_pdf(roster, layout).pdf))


def words(text):
    """Without blanks and breaks, which a reader of PDF can only guess."""
    return "".join(text.replace("\xad", "").split())


def text_of(reader):
    return words(" ".join(page.extract_text() for page in reader.pages))


@pytest.fixture(scope="module")
def meet():
    return samples.swimming_meet()


@pytest.fixture(scope="module", params=LAYOUTS)
def printed_meet(request, meet):
    return request.param, read(meet, request.param)


def test_every_name_and_every_time_is_there(meet, printed_meet):
    layout, reader = printed_meet
    text = text_of(reader)
    for entry in meet.entries():
        if entry.place.person:
            person = entry.place.person
            names = [person.family_name, person.given_name] if layout is RosterLayout.PERSON else [person.name]
            assert words("".join(names)) in text
            assert dates.clock(entry.shift.shift.starts) in text
            assert dates.clock(entry.shift.shift.ends) in text


def test_every_role_and_venue_is_there(meet, printed_meet):
    layout, reader = printed_meet
    text = text_of(reader)
    assert all(words(entry.need.role.name) in text for entry in meet.entries())
    venues = {words(entry.shift.venue.name) for entry in meet.entries()}
    assert all(venue in text for venue in venues), layout


def test_the_file_is_tagged_and_says_its_title_and_language(printed_meet):
    layout, reader = printed_meet
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/Lang"] == "en"
    assert reader.metadata.title.startswith("Kvarnö Games: "), layout
    assert "<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data().decode()


def tags_of(reader):
    """The names of all elements of the structure tree, in their order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, pypdf.generic.IndirectObject):
            node = node.get_object()
        if isinstance(node, pypdf.generic.DictionaryObject):
            found += [node["/S"]] if "/S" in node else []
            waiting.insert(0, node.get("/K"))
        elif isinstance(node, pypdf.generic.ArrayObject):
            waiting[:0] = list(node)
    return found


def test_headings_are_headings_and_the_code_has_a_text(printed_meet):
    layout, reader = printed_meet
    tags = tags_of(reader)
    assert "/H1" in tags
    assert "/Figure" in tags
    assert layout is RosterLayout.PERSON or "/TH" in tags


def test_every_page_says_which_version_it_is(printed_meet):
    layout, reader = printed_meet
    pages = [words(page.extract_text()) for page in reader.pages]
    assert all("Version3Fri12June18:40" in page for page in pages), layout


def test_the_club_s_name_stands_on_every_page(printed_meet):
    layout, reader = printed_meet
    assert all("KvarnöSwimClub" in words(page.extract_text()) for page in reader.pages), layout


def test_a_draft_says_so_and_marks_nothing_new_before_the_first_version():
    never_published = samples.swimming_meet(versions=0, new_every=3)
    text = text_of(read(never_published, RosterLayout.PERSON))
    assert "DraftFri12June18:40" in text
    assert "NEW" not in text


def test_new_places_are_marked_against_the_version_before():
    text = text_of(read(samples.swimming_meet(new_every=9)))
    assert "NEW" in text
    assert words("changed since version 2") in text
    draft = text_of(read(samples.swimming_meet(new_every=9, is_draft=True)))
    assert words("changed since version 3") in draft


def test_legends_name_only_the_marks_that_occur():
    text = text_of(read(samples.swimming_meet(open_every=0, new_every=0)))
    assert "OPEN" not in text
    assert "NEW" not in text
    assert words("write your name in") not in text


def test_open_places_are_shown_and_places_that_need_nobody_are_not(meet):
    text = text_of(read(meet))
    open_places = sum(entry.place.is_open for entry in meet.entries())
    free = sum(entry.place.person is None and not entry.place.is_required for entry in meet.entries())
    legends = sum("write your name in" in page.extract_text() for page in read(meet).pages)
    assert free > 0
    assert text.count("OPEN") == open_places + legends


def test_a_role_with_other_hours_than_its_session_shows_its_own(meet):
    parking = next(shift for shift in meet.shifts if shift.needs[0].role.name == "Marshal")
    pages = [page.extract_text() for page in read(meet).pages]
    deck = next(page for page in pages if page.startswith("Pool deck") and "Marshal" in page)
    assert f"{parking.shift.starts:%H:%M}" in deck
    assert "beside a name: be here then" in deck


def test_headings_of_a_long_table_come_again_on_each_page():
    reader = read(samples.many(200), RosterLayout.SHIFT)
    assert len(reader.pages) > 3
    assert all("Be there" in page.extract_text() and "Who" in page.extract_text() for page in reader.pages)


def test_the_address_on_the_web_makes_a_code_and_no_address_none():
    with_address = read(samples.swimming_meet())
    without = read(samples.swimming_meet(club=replace(samples.CLUB, web_address="")))
    assert "/Figure" in tags_of(with_address)
    assert "/Figure" not in tags_of(without)
    assert "Scan" not in text_of(without)


@pytest.mark.parametrize("address", ["https://kvarno.example/" + "a" * 4000, "kvarno.example", " "])
def test_an_odd_address_does_not_stop_the_sheet(address):
    assert read(samples.swimming_meet(club=replace(samples.CLUB, web_address=address))).pages


def test_whom_to_call_stands_there_with_the_number_as_people_dial_it():
    assert words("Henrike Ostenfeld 050 5550018") in text_of(read(samples.swimming_meet()))
    abroad = samples.swimming_meet(club=replace(samples.CLUB, region="SE"))
    assert words("+358 50 5550018") in text_of(read(abroad))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", samples.ODD_ROSTERS)
def test_odd_rosters_are_printed_without_a_complaint_of_typst(name, layout, caplog):
    with caplog.at_level(logging.WARNING):
        reader = read(samples.ODD_ROSTERS[name](), layout)
    assert len(reader.pages) > 0
    assert caplog.messages == []


def test_an_empty_roster_says_that_it_is_empty():
    assert words("There are no shifts yet.") in text_of(read(samples.empty_roster()))
    assert words("Nobody is on the roster yet.") in text_of(read(samples.empty_roster(), RosterLayout.PERSON))


def test_a_shift_over_midnight_stands_on_the_day_it_starts_and_a_longer_one_names_its_last_day():
    text = text_of(read(samples.overnight()))
    assert "22:00–02:00" in text
    assert "22:00–Mon00:00" in text


def test_the_sheet_speaks_the_language_of_the_club():
    finnish = samples.swimming_meet(club=replace(samples.CLUB, language="fi"))
    reader = read(finnish)
    assert reader.trailer["/Root"]["/Lang"] == "fi"
    assert words("Lauantai 13. kesäkuuta") in text_of(reader)


@pytest.mark.parametrize("language", ["", "xx-nonsense", "zh-Hant-TW", "sv_FI", "12", "e"])
def test_an_odd_language_does_not_stop_the_sheet(language):
    assert read(samples.swimming_meet(club=replace(samples.CLUB, language=language))).pages


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_roster_gives_the_same_bytes(meet, layout):
    assert roster_pdf(meet, layout) == roster_pdf(samples.swimming_meet(), layout)


def test_the_file_was_made_when_the_roster_was_stamped(meet):
    assert read(meet).metadata.creation_date == meet.stamped_at


def test_who_has_more_than_four_shifts_gets_a_second_strip():
    busy = samples.swimming_meet(helpers=samples.people(20))
    shifts = len(busy.entries_of(samples.people(1)[0].id))
    assert shifts > 4
    text = text_of(read(busy, RosterLayout.STRIP))
    assert text.count("SigneVikdahlKvarnöGames2026") == -(-shifts // 4)


def test_strips_say_with_whom(meet):
    text = text_of(read(meet, RosterLayout.STRIP))
    lines = [shift["with"] for strip in strips.contents(meet)["strips"] for shift in strip["shifts"]]
    assert len(set(lines)) > 50
    assert all(words(line) in text for line in lines)


def test_people_stand_in_the_order_of_the_alphabet_of_the_club():
    text = text_of(read(samples.swimming_meet(), RosterLayout.PERSON))
    places = [
        text.index(name) for name in ("AltenwegRuben", "VikdahlSigne", "ÅsbackaÅke", "ÄrtvikenÖrjan", "ÖhrvallKaj")
    ]
    assert places == sorted(places)


def test_everything_said_in_typst_or_html_is_only_text():
    names = ['#panic("x")', "*bold*", "<label>", "$x^2$", "\\u{41}", "@ref", "https://x.example // */ /*", "= Head"]
    for layout in LAYOUTS:
        text = text_of(read(samples.renamed(samples.swimming_meet(), names), layout))
        assert all(words(name) in text for name in names if layout is not RosterLayout.VENUE or len(name) < 20)


def test_an_emoji_in_a_name_is_replaced_and_named():
    result = roster_pdf(samples.renamed(samples.swimming_meet(), ["Anna 🎉"]))
    assert "Anna □" in pypdf.PdfReader(io.BytesIO(result.pdf)).pages[0].extract_text()
    assert result.warnings == ("“🎉” (U+1F389) in “Anna 🎉” can't be printed and became □.",)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("nothing", ["", "\u200b", "\u202e"])
def test_empty_names_do_not_stop_the_sheet(nothing, layout):
    meet = samples.renamed(samples.swimming_meet(duties=[replace(samples.MEET_DUTIES[0], venue=nothing)]), [nothing])
    nameless = replace(meet, event=replace(meet.event, name=nothing), club=replace(meet.club, name=nothing))
    assert roster_pdf(nameless, layout).pdf
    assert roster_pdf(replace(nameless, shifts=()), layout).pdf


@settings(max_examples=40, deadline=timedelta(seconds=20), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=20), st.sampled_from(LAYOUTS))
def test_no_name_stops_the_sheet(names, layout):
    assert roster_pdf(samples.renamed(samples.without_venues(), names), layout).pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_naughty_strings_do_not_stop_the_sheet(shared_data, layout):
    names = json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    roster = samples.renamed(samples.many(len(names), per_person=1), names)
    assert len(roster.people()) > 400
    assert roster_pdf(roster, layout).pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pages_can_be_had_as_images(meet, layout):
    pages = roster_pages(meet, layout, dots_per_inch=24)
    assert {page[:8] for page in pages} == {b"\x89PNG\r\n\x1a\n"}
    assert len(pages) == len(read(meet, layout).pages)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_fills_the_other_paper_too_with_all_its_words(meet, layout):
    usual, made = read(meet, layout), pypdf.PdfReader(io.BytesIO(roster_pdf(meet, layout, Paper.LETTER).pdf))
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in made.pages}
    assert sizes == {(792, 612) if layout == RosterLayout.VENUE else (612, 792)}
    assert abs(len(made.pages) - len(usual.pages)) <= 1
    names = {words(entry.place.person.family_name) for entry in meet.entries() if entry.place.person}
    on_other, on_usual = text_of(made), text_of(usual)
    assert {name for name in names if name in on_other} == {name for name in names if name in on_usual}
