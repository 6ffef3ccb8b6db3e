"""Sheets set in a child process are the same as those set here."""

import pytest
from tests.formats import roster_samples as samples

from clubhub.domain.roster_layouts import RosterLayout
from clubhub.formats.roster_pdf import roster_pages, roster_pdf
from clubhub.services.printing import print_pages, print_pdf


@pytest.mark.parametrize("layout", list(RosterLayout))
def test_a_sheet_has_the_same_bytes_and_warnings(layout: RosterLayout):
    roster = samples.swimming_meet()
    here, there = roster_pdf(roster, layout), print_pdf(roster, layout)
    assert there.pdf == here.pdf
    assert there.warnings == here.warnings


def test_pages_are_the_same_pictures():
    roster = samples.swimming_meet()
    here = roster_pages(roster, RosterLayout.SHIFT, dots_per_inch=24)
    assert print_pages(roster, RosterLayout.SHIFT, dots_per_inch=24) == here
