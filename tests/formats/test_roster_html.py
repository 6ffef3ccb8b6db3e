"""The roster's page, read with another parser and opened in a real Chromium."""

import base64
import hashlib
import html
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.formats.browser import Document, dump_dom
from tests.formats.roster_samples import ODD_ROSTERS, Duty, empty_roster, long_names, renamed, swimming_meet

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.formats.plain_text import one_line
from clubhub.formats.roster_html import roster_html

HOSTILE = [
    "<script>document.title='owned'</script>",
    "</title><img src=x onerror=\"document.title='owned'\">",
    "\" onmouseover=\"document.title='owned'",
    "' autofocus onfocus='document.title=1",
    "</style><svg onload=document.title=1>",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp;",
    "javascript:document.title=1",
    "\u202egnp.exe",
]


@pytest.fixture
def chromium(outside_program):
    return outside_program("chromium")


def policy_of(page):
    elements = Document(page).elements
    return next(a["content"] for tag, a in elements if tag == "meta" and a.get("http-equiv"))


def shown(page):
    """The names that a reader sees, blanks as the browser joins them."""
    return {" ".join(name.split()) for name in Document(page).names}


def assert_inert(page):
    for tag, attributes in Document(page).elements:
        assert tag not in {"script", "img", "iframe", "object", "embed", "link", "form", "base", "audio", "video"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "style", "action", "background", "poster"}
            assert name != "href" or re.fullmatch(r"#[a-z0-9-]+", value)


def test_the_only_style_obeyed_is_the_one_inside_and_nothing_else_is_allowed():
    page = roster_html(swimming_meet())
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy_of(page).startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "url(" not in style
    assert "@import" not in style


def test_it_names_its_language_title_and_width():
    page = roster_html(replace(swimming_meet(), club=replace(swimming_meet().club, language="sv")))
    document = Document(page)
    assert ("html", {"lang": "sv"}) in document.elements
    assert document.title == "Kvarnö Games, Kvarnö Swim Club"
    assert 'name="viewport"' in page
    assert "lördag 13 juni" in page


def test_every_name_and_every_open_place_is_there():
    roster = swimming_meet()
    page = roster_html(roster)
    assert shown(page) >= {person.name for person in roster.people()}
    assert "8 of 152 places still open" in page
    assert page.count("OPEN</li>") == 8
    assert "Timekeeper, lane 5" in page


def test_nobodys_phone_or_mail_is_on_the_page():
    roster = swimming_meet()
    contact = replace(roster.contact, emails=("henrike@kvarno.example",), note="key under the mat")
    page = roster_html(replace(roster, contact=contact))
    assert "+358" not in page
    assert "henrike@" not in page
    assert "under the mat" not in page
    assert "Tell Henrike Ostenfeld." in page


def test_every_link_leads_to_a_part_of_the_page_and_no_part_is_there_twice():
    elements = Document(roster_html(swimming_meet())).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    targets = {attributes["href"].removeprefix("#") for _, attributes in elements if "href" in attributes}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_headings_go_down_one_step_at_a_time_and_tables_say_what_their_heads_are_for():
    elements = Document(roster_html(swimming_meet())).elements
    levels = [int(tag[1]) for tag, _ in elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for tag, attributes in elements if tag == "th")


def test_a_full_roster_says_thanks_and_an_empty_one_that_there_are_no_shifts():
    assert "All 152 places are filled" in roster_html(swimming_meet(open_every=0))
    assert "There are no shifts yet." in roster_html(empty_roster())


def test_a_draft_says_so_and_new_places_are_marked():
    assert "Draft after version 3" in roster_html(swimming_meet(is_draft=True))
    assert roster_html(swimming_meet()).count('class="new"') == 12


@pytest.mark.parametrize("name", ODD_ROSTERS)
def test_odd_rosters_have_a_page_too(name):
    roster = ODD_ROSTERS[name]()
    page = roster_html(roster)
    assert_inert(page)
    assert shown(page) >= {person.name for person in roster.people()}


def test_hostile_names_are_shown_and_run_nothing_in_a_browser(tmp_path, chromium):
    roster = renamed(swimming_meet(), HOSTILE)
    roster = replace(roster, event=replace(roster.event, name=HOSTILE[0]), club=replace(roster.club, name=HOSTILE[1]))
    loaded = dump_dom(chromium, roster_html(roster), tmp_path)
    assert_inert(loaded)
    assert shown(loaded) >= set(HOSTILE)
    assert Document(loaded).title == f"{HOSTILE[0]}, {HOSTILE[1]}"


def test_the_attacks_of_the_collections_are_shown_and_run_nothing_in_a_browser(tmp_path, chromium, shared_data):
    corpora = shared_data / "corpora"
    files = [corpora / "blns" / "blns.txt", corpora / "xss-h5sc" / "vectors.txt"]
    files += sorted((corpora / "xss-patt" / "XSS Injection" / "Intruders").glob("*.txt"))
    attacks = [line for file in files for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    names = list(dict.fromkeys(one_line(attack)[:300].strip() for attack in attacks if one_line(attack)))
    assert len(names) > 1000
    people = [Person(id=PersonId(number), given_name=name) for number, name in enumerate(names, 1)]
    crowd = Duty(role="Crowd", wanted=len(people) // 4 + 1)
    loaded = dump_dom(chromium, roster_html(swimming_meet(helpers=people, duties=[crowd], open_every=0)), tmp_path)
    assert_inert(loaded)
    assert Document(loaded).title == "Kvarnö Games, Kvarnö Swim Club"
    missing = {" ".join(name.split()) for name in names} - shown(loaded)
    assert not missing


@pytest.mark.parametrize("width", [320, 360, 1360])
@pytest.mark.parametrize("make", [swimming_meet, long_names])
def test_the_page_never_scrolls_sideways(tmp_path, chromium, width, make):
    frame = f'<iframe width="{width}" height="99999" srcdoc="{html.escape(roster_html(make()))}"></iframe>'
    measure = "onload = () => { document.title = frames[0].document.documentElement.scrollWidth }"
    page = f"<!doctype html><style>iframe {{ border: 0 }}</style>{frame}<script>{measure}</script>"
    assert Document(dump_dom(chromium, page, tmp_path)).title == str(width)


def test_chromium_obeys_the_style_under_the_pages_own_policy(tmp_path, chromium):
    page = roster_html(swimming_meet())
    loose = page.replace("default-src 'none'; ", "script-src 'unsafe-inline'; ")
    probe = "<script>document.title = getComputedStyle(document.querySelector('.hole')).borderTopStyle</script></body>"
    assert Document(dump_dom(chromium, loose.replace("</body>", probe), tmp_path)).title == "dashed"
    assert (
        Document(dump_dom(chromium, page.replace("</body>", probe), tmp_path)).title == "Kvarnö Games, Kvarnö Swim Club"
    )
