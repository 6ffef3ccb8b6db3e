"""Countries by their two letters (ISO 3166): which there are, what somebody meant, and which one a time zone is in.

From the tables of phonenumbers and of Babel (CLDR); both are imported when they are needed.
"""

from functools import cache

from clubhub.formats.headings import heading_key


def is_region(code: str) -> bool:
    """Whether phone numbers can be read as those of the country with these two letters ("FI")."""
    from phonenumbers import SUPPORTED_REGIONS

    return code in SUPPORTED_REGIONS


def region_meant(written: str) -> str:
    """The letters for a country's name in one of our languages, or for its three letters; "" for none."""
    from babel.core import get_global

    aliases = get_global("territory_aliases").get(written.strip().upper(), [])
    guess = aliases[0] if aliases else _regions_by_name().get(heading_key(written), "")
    return guess if is_region(guess) else ""


def region_of_zone(zone: str) -> str:
    """The country in which a zone's city lies, "FI" for Europe/Helsinki; "" for a zone without a place (UTC, CET)."""
    if "/" not in zone:
        return ""
    from babel.core import get_global

    zone = get_global("zone_aliases").get(zone, zone)
    guess = get_global("zone_territories").get(zone, "")
    return guess if is_region(guess) else ""


@cache
def _regions_by_name() -> dict[str, str]:
    from babel import Locale

    named: dict[str, str] = {}
    for language in ("fr", "de", "sv", "fi", "en"):
        named |= {heading_key(name): code for code, name in Locale(language).territories.items() if len(code) == 2}
    return named
