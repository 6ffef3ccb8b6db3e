"""A real Chromium for tests: what it makes of a page."""

import html.parser
import subprocess
from pathlib import Path

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]


def dump_dom(chromium: str, page: str, folder: Path) -> str:
    """The document after Chromium has loaded the page and run what it would run."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [chromium, *QUIET, f"--user-data-dir={folder / 'profile'}", "--window-size=1360,900"]
    done = subprocess.run([*command, "--dump-dom", file.as_uri()], capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")


class Document(html.parser.HTMLParser):
    """Names of elements, all attributes, and the text of each `bdi`, `title` and everything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.names: list[str] = []
        self.title = ""
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._inside.append(tag)
        if tag == "bdi":
            self.names.append("")

    def handle_endtag(self, tag):
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data):
        if "bdi" in self._inside:
            self.names[-1] += data
        elif "title" in self._inside:
            self.title += data
