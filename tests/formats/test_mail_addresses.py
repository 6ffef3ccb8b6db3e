"""Only an address that a header may hold is taken, and a link to write a mail is never too long."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.formats.mail_addresses import MOST_MAILTO, mail_address, mailto


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" anna.lind@example.org ", "anna.lind@example.org"),
        ("anna@hyvä.example", "anna@xn--hyv-sla.example"),
        ("a+b@example.org", "a+b@example.org"),
        ("ånna@example.org", None),
        ("anna@example.org\r\nBcc: x@y.example", None),
        ("anna", None),
        ("@example.org", None),
        ("a..b@example.org", None),
        ("a b@example.org", None),
        ("<anna@example.org>", None),
        ("a@b@c.example", None),
        ("x@" + "ä" * 80 + ".example", None),
        ("", None),
    ],
)
def test_an_address_is_taken_or_not(written, address):
    assert mail_address(written) == address


@given(st.text(max_size=4000), st.text(max_size=4000))
def test_a_link_is_short_and_says_what_fits(subject, body):
    link = mailto("a@b.example", subject=subject, body=body)
    assert len(link) <= MOST_MAILTO
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert parts.path == "a@b.example"
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert set(query) == {"subject", "body"}
    assert body.startswith(query["body"][0])
