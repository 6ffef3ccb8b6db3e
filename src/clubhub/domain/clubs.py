"""The club itself: what is true for all of its file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """`time_zone` is an IANA name; `region` a two-letter country for phone numbers written without a country code."""

    name: str
    time_zone: str
    region: str = ""
    language: str = "en"
    web_address: str = ""
    version: int = 1
