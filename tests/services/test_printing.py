"""Sheets set in a child process are the same as those set here."""

from io import BytesIO

import pypdf
import pytest
from tests.demo_copies import make_filled, the_event
from tests.formats import roster_samples as samples

from clubhub.app import build_services
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.formats.roster_pdf import roster_pages, roster_pdf
from clubhub.services import printing
from clubhub.services.printing import print_pages, print_pdfs


@pytest.mark.parametrize("layout", list(RosterLayout))
def test_a_sheet_has_the_same_bytes_and_warnings(layout: RosterLayout):
    roster = samples.swimming_meet()
    here, (there,) = roster_pdf(roster, layout), print_pdfs(roster, layout)
    assert there.pdf == here.pdf
    assert there.warnings == here.warnings


def test_pages_are_the_same_pictures():
    roster = samples.swimming_meet()
    here = roster_pages(roster, RosterLayout.SHIFT, dots_per_inch=24)
    assert print_pages(roster, RosterLayout.SHIFT, dots_per_inch=24) == here


def names_on(pdf: bytes) -> list[str]:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    people = {entry.place.person.name for entry in samples.swimming_meet().entries() if entry.place.person}
    return sorted(name for name in people if name in text)


def test_very_many_strips_are_several_files(monkeypatch):
    roster = samples.swimming_meet()
    (whole,) = print_pdfs(roster, RosterLayout.STRIP)
    pages = print_pages(roster, RosterLayout.STRIP, dots_per_inch=20)
    monkeypatch.setattr(printing, "MOST_STRIPS", 4 * (len(pages) - 1))
    parts = print_pdfs(roster, RosterLayout.STRIP)
    assert len(parts) == 2
    assert sum(len(pypdf.PdfReader(BytesIO(part.pdf)).pages) for part in parts) == len(pages)
    assert set(names_on(parts[0].pdf)) | set(names_on(parts[1].pdf)) == set(names_on(whole.pdf))
    assert print_pages(roster, RosterLayout.STRIP, dots_per_inch=20) == pages
    assert len(print_pdfs(roster, RosterLayout.PERSON)) == 1


def test_further_files_stand_beside_the_first_and_are_told(monkeypatch, tmp_path):
    services = build_services(make_filled(tmp_path / "demo.clubhub"))
    monkeypatch.setattr(printing, "MOST_STRIPS", 40)
    event = the_event(services).name
    exported = services.exports.roster(event, tmp_path / "strips.pdf", layout=RosterLayout.STRIP)
    assert exported.path == tmp_path / "strips.pdf"
    files = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert files == ["strips 2.pdf", "strips.pdf"]
    assert exported.warnings[0] == "The strips after the first 40 are in strips 2.pdf."
