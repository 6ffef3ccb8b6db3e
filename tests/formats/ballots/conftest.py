"""A real Chromium with the answer page in it."""

import struct

import pytest
from playwright.sync_api import sync_playwright
from tests.formats.ballots.ballot_samples import CLUB

from clubhub.formats.ballots.answer_page import answer_page
from clubhub.formats.ballots.page_link import fragment
from clubhub.support import texts

PHONE = {"width": 390, "height": 844}
SEE_TAPS = """
window.taps = [];
HTMLAnchorElement.prototype.click = function () { window.taps.push(this.href); };
"""


@pytest.fixture(scope="module")
def chromium(outside_program):
    path = outside_program("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "answer.html"
    file.write_text(answer_page(CLUB), encoding="utf-8")
    return file


class Phone:
    """The page, opened with polls; `requests` and `problems` are all there were."""

    def __init__(self, browser, file, **context):
        self._context = browser.new_context(viewport=PHONE, **context)
        self._file = file
        self.page = self._context.new_page()
        self.page.add_init_script(SEE_TAPS)
        self.requests, self.problems = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda message: self.problems.append(message.text))

    def open(self, asked, person=None):
        self.open_fragment(fragment(asked, person))

    def open_fragment(self, written):
        self.page.goto("about:blank")
        self.page.goto(f"{self._file.as_uri()}#{written}")

    def mark(self, letters):
        """Tap a button in each row: Y, M or N; "-" leaves the row."""
        for row, letter in enumerate(letters):
            if letter != "-":
                self.page.locator(".row").nth(row).locator("button").nth("YMN".index(letter)).tap()

    def next(self):
        self.page.get_by_role("button", name="Next: send").tap()

    def tap(self, name):
        self.page.get_by_role("button", name=name, exact=True).tap()

    def title(self):
        return self.page.locator("h1:visible").inner_text()

    def message(self):
        """What is shown as sent."""
        return "\n".join(self.page.locator(".sent:visible p").all_inner_texts())

    def taps(self):
        return self.page.evaluate("taps")

    def close(self):
        self._context.close()


@pytest.fixture
def phone(chromium, page_file):
    phone = Phone(chromium, page_file, has_touch=True, is_mobile=True)
    yield phone
    phone.close()
    assert phone.problems == []
    assert {url.partition("#")[0] for url in phone.requests} <= {page_file.as_uri()}


GERMAN = {"": "Content-Type: text/plain; charset=UTF-8\n", "Next: send": "Weiter: senden", "yes": "ja",
          "room for {count}": "Platz für {count}"}  # fmt: skip


@pytest.fixture
def german(monkeypatch, tmp_path):
    """The program speaks some German: a catalogue as gettext lays it out (section "The Format of GNU MO Files")."""
    pairs = sorted((one.encode(), other.encode()) for one, other in GERMAN.items())
    head, tables, words = 28, 16 * len(pairs), b""
    places: list[tuple[int, int]] = []
    for column in (0, 1):
        for pair in pairs:
            places.append((len(pair[column]), head + tables + len(words)))
            words += pair[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), head, head + 8 * len(pairs), 0, 0)
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "clubhub.mo").write_bytes(header + b"".join(struct.pack("<2I", *place) for place in places) + words)
    monkeypatch.setattr(texts, "_catalogue", texts._catalogue)
    monkeypatch.setattr(texts, "_installed", texts._installed)
    texts.install("de", tmp_path)
