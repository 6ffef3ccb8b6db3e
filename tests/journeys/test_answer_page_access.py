"""axe finds no violation of WCAG 2.1 AA on any screen of the answer page, light or dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.formats.ballots.ballot_samples import SIGNE, helpers_evening, question
from tests.formats.ballots.conftest import Phone, chromium, page_file  # noqa: F401  fixtures

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}


@pytest.fixture(params=["light", "dark"])
def phone(request, chromium, page_file):  # noqa: F811  the fixtures
    phone = Phone(chromium, page_file, has_touch=True, is_mobile=True, color_scheme=request.param)
    yield phone
    phone.close()


def violations(phone):
    found = Axe().run(phone.page, options=RULES).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def test_asking_a_missing_name_sending_and_done(phone):
    phone.open(helpers_evening())
    phone.mark("YMN")
    assert violations(phone) == []
    phone.next()
    assert phone.page.locator("#name-error").is_visible()
    assert violations(phone) == []
    phone.page.get_by_label("Your name").fill("Signe Vikdahl")
    phone.next()
    assert violations(phone) == []
    phone.tap("WhatsApp")
    assert violations(phone) == []


def test_a_broken_link(phone):
    phone.open_fragment("1K7Q4")
    assert violations(phone) == []


@pytest.mark.parametrize("kind", ["one", "several", "ranked", "number", "text"])
def test_each_kind_of_question(phone, kind):
    phone.open(question(kind, "Red", "Blue", "Green"), SIGNE)
    assert violations(phone) == []
    phone.next()
    assert phone.page.get_by_role("alert").is_visible()
    assert violations(phone) == []


def test_axe_finds_a_fault_that_is_planted(phone):
    phone.open(helpers_evening(), SIGNE)
    phone.page.evaluate("document.querySelector('#comment').previousElementSibling.remove()")
    assert [name for name, _nodes in violations(phone)] == ["label"]
