"""A poll's result page in a real Chromium: it asks nobody for anything, and axe finds nothing, wide, narrow, dark."""

from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.formats.ballots.conftest import chromium  # noqa: F401  a fixture

from clubhub.app import create_club
from clubhub.domain.clubs import Club

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
HOSTILE = "<img src=https://example.org/x onerror=alert(1)>"


@pytest.fixture(scope="module")
def pages(tmp_path_factory, shared_data):
    """The result of the real Doodle poll, and of one with a hostile name."""
    folder = tmp_path_factory.mktemp("results")
    services = create_club(folder / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
    table = folder / "a.csv"
    table.write_text(f'Name,2027-06-12T08:00,2027-06-13\n"{HOSTILE}",yes,ifneedbe\nTuuli Aho,yes,no\n', "utf-8")
    for name, path in (("IRC", shared_data / "polls" / "doodle-export-13x84.csv"), ("Trip", table)):
        services.polls.import_answers(path, poll=name)
        services.exports.poll(name, folder / f"{name}.html")
    return folder


@pytest.mark.parametrize(
    ("name", "width", "scheme"), [("IRC", 360, "light"), ("Trip", 360, "dark"), ("Trip", 1200, "light")]
)
def test_the_page_is_quiet_fits_and_is_accessible(chromium, pages, name, width, scheme):  # noqa: F811  the fixture
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(urlparse(request.url).scheme))
    page.on("console", lambda message: told.append(message.text))
    page.goto((pages / f"{name}.html").as_uri())
    found = Axe().run(page, options=RULES).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    names = page.locator("bdi").all_inner_texts()
    context.close()
    assert (asked, told) == (["file"], [])
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert wide <= width
    assert name != "Trip" or HOSTILE in names
