"""Countries by their two letters."""

import pytest

from clubhub.formats.regions import is_region, region_meant, region_of_zone


@pytest.mark.parametrize(
    ("written", "letters"),
    [("Deutschland", "DE"), ("suomi", "FI"), ("Åland", "AX"), ("FIN", "FI"), ("deu", "DE"), ("UK", "GB"), ("XX", "")],
)
def test_a_country_is_guessed_from_its_name_or_its_three_letters(written, letters):
    assert region_meant(written) == letters


@pytest.mark.parametrize(
    ("zone", "letters"),
    [("Europe/Helsinki", "FI"), ("Europe/Kiev", "UA"), ("America/New_York", "US"), ("UTC", ""), ("CET", "")],
)
def test_a_zone_s_country_is_where_its_city_lies(zone, letters):
    assert region_of_zone(zone) == letters


def test_only_two_large_letters_are_a_country():
    assert is_region("FI")
    assert not any(map(is_region, ("fi", "FIN", "XX", "")))
