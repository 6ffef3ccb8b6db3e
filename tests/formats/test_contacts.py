"""Mail addresses and phone numbers; the short ways must say what the libraries say."""

import phonenumbers
import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clubhub.formats.contacts import read_mail, read_mails, read_phone, read_phones, readable_phone
from clubhub.formats.unreadable import Unreadable


@pytest.mark.parametrize(
    ("cell", "mails"),
    [
        ("anna@example.org", ("anna@example.org",)),
        ("Anna@EXAMPLE.Org; ville@example.org", ("Anna@example.org", "ville@example.org")),
        ("a@example.org, A@example.org\nb@example.org", ("a@example.org", "b@example.org")),
        ("Anna Lind <anna@example.org>, Ville <ville@example.org>", ("anna@example.org", "ville@example.org")),
        ("mailto:anna@example.org", ("anna@example.org",)),
        ("a@example.org / b@example.org", ("a@example.org", "b@example.org")),
        ("åsa@öl.example", ("åsa@öl.example",)),
        ("-", ()),
    ],
)
def test_all_addresses_of_a_cell_are_read(cell, mails):
    assert read_mails(cell) == mails


@pytest.mark.parametrize(
    "cell", ["anna", "anna@", "anna@example", "an na@example.org", "a..b@example.org", "a@b@c.fi", "a@x.test"]
)
def test_a_wrong_address_is_refused_by_name(cell):
    with pytest.raises(Unreadable, match="is no mail address"):
        read_mails(cell)


local_parts = st.text("abzAZ019._+-'å@", min_size=1, max_size=70)
domains = st.text("abzAZ019.-_", max_size=20) | st.sampled_from(
    ["example.org", "Example.ORG", "xn--l-0ga.fi", "a.test", "localhost"]
)


@settings(max_examples=500)
@given(local_parts, domains)
@example("a" * 65, "example.org")
@example("a." * 32, "example.org")
def test_the_short_way_for_mails_agrees_with_the_library(local_part, domain):
    address = f"{local_part}@{domain}"
    try:
        expected = validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        with pytest.raises(Unreadable, match="is no mail address"):
            read_mail(address)
    else:
        assert read_mail(address) == expected


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("+358401234567", ("+358401234567",)),
        ("040 123 4567", ("+358401234567",)),
        ("040-1234567 / 050 123 4567", ("+358401234567", "+358501234567")),
        ("0401234567; +358 40 123 4567", ("+358401234567",)),
        ("358401234567", ("+358401234567",)),
        ("401234567", ("+358401234567",)),
        ("00358 (0)40 123 4567", ("+358401234567",)),
        ("work: 09 1234567 (mum)", ("+35891234567",)),
        ("+49 30/1234567", ("+49301234567",)),
        ("-", ()),
    ],
)
def test_all_numbers_of_a_cell_are_read_with_their_country(cell, phones):
    assert read_phones(cell, "FI") == phones


@pytest.mark.parametrize("cell", ["12", "+358", "abc", "040 1234567 ext 5", "+999 123456789", "9" * 20, "+1"])
def test_an_impossible_number_is_refused(cell):
    with pytest.raises(Unreadable, match="is no phone number"):
        read_phones(cell, "FI")


@pytest.mark.parametrize(("cell", "region"), [("12", "DE"), ("0171 1", "DE"), ("0171 12", "DE"), ("112", "SE")])
def test_a_number_too_short_to_be_called_from_elsewhere_is_refused(cell, region):
    with pytest.raises(Unreadable, match="is no phone number"):
        read_phone(cell, region)


@pytest.mark.parametrize("number", ["+6834002", "+49891234", "+29022777"])
def test_short_numbers_that_are_in_use_are_taken(number):
    assert read_phone(number, "") == number


def test_a_number_without_country_needs_a_region_and_the_message_names_no_country_of_its_own():
    with pytest.raises(Unreadable, match="has no country code") as refused:
        read_phone("040 1234567", "")
    assert "358" not in str(refused.value)
    assert read_phone("+358 40 1234567", "") == "+358401234567"


codes = st.sampled_from(sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)) | st.integers(1, 999)


def can_be_called(number: phonenumbers.PhoneNumber) -> bool:
    reason = phonenumbers.is_possible_number_with_reason(number)
    is_long = len(phonenumbers.national_significant_number(number)) > 5
    return reason == phonenumbers.ValidationResult.IS_POSSIBLE and (is_long or phonenumbers.is_valid_number(number))


@settings(max_examples=2000)
@given(codes, st.text("0123456789", max_size=14))
def test_the_short_way_for_phones_agrees_with_the_library(code, national):
    text = f"+{code}{national}"
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not can_be_called(number):
        with pytest.raises(Unreadable, match=r"no phone number|no country code"):
            read_phone(text, "")
    else:
        assert read_phone(text, "") == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@pytest.mark.parametrize(
    ("written", "region", "printed"),
    [
        ("0151 23456789", "DE", "01512 3456789"),
        ("0151 555 0101", "DE", "+49 1515550101"),  # a digit short: no number of the tables
        ("+49 151 555 0103", "DE", "+49 1515550103"),
        ("050 555 0107", "FI", "050 5550107"),
        ("+358 50 555 0107", "SE", "+358 50 5550107"),
        ("+358 50 555 0107", "", "+358 50 5550107"),
        ("+1 555 555 0123", "US", "+1 555-555-0123"),
    ],
)
def test_a_printed_number_can_be_dialled(written, region, printed):
    number = read_phone(written, region)
    assert readable_phone(number, region) == printed
    assert read_phone(printed, region) == number
