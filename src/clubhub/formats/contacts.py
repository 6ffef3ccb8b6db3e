"""Mail addresses and phone numbers as people write them, checked by the libraries that know the rules.

Both libraries take 25 to 30 µs per value, most of a large import. The short ways below give exactly their answers for
the commonest shapes (tests compare the two) and leave everything else to them.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from clubhub.formats.unreadable import Unreadable
from clubhub.support.texts import _

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_BETWEEN_MAILS = re.compile(r"[;,\s|]+")
_MAIL_IN_BRACKETS = re.compile(r"[^<>;,]*<\s*([^<>\s]+)\s*>")
_PLAIN_MAIL = re.compile(r"(?P<local>(?=[^@]{1,64}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@(?P<domain>[A-Za-z0-9.-]+)")

_BETWEEN_PHONES = re.compile(r"\s*[;,\n|]\s*|\s+/\s+")
_PLAIN_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORTEST_NATIONAL = 6
_WORDS = re.compile(r"[^\W\d_]+[.:]?")
_WORDS_BETWEEN_DIGITS = re.compile(r"\d\W*[^\W\d_]+\W*\d")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


def read_mails(cell: str) -> tuple[str, ...]:
    """All addresses in a cell, each once, in their order. Raises Unreadable with the reason for a wrong one."""
    if plain := _plain_mail(cell):
        return (plain,)
    cell = _MAIL_IN_BRACKETS.sub(r" \1 ", cell).replace("mailto:", "")
    addresses = [read_mail(part) for part in _BETWEEN_MAILS.split(cell) if part.strip("/-–&")]
    return tuple({address.casefold(): address for address in reversed(addresses)}.values())[::-1]


def read_mail(address: str) -> str:
    """The address in its normal form (domain in lower case). Raises Unreadable with the reason if it can't be one."""
    if plain := _plain_mail(address):
        return plain
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise Unreadable(_("“{address}” is no mail address").format(address=address)) from error


def _plain_mail(address: str) -> str:
    """What the library would say of an address of the commonest shape, "" where it has to be asked."""
    found = _PLAIN_MAIL.fullmatch(address)
    normal_domain = _checked_domain(found["domain"]) if found and len(address) < 200 else ""
    return f"{found['local']}@{normal_domain}" if found and normal_domain else ""


@lru_cache(maxsize=100_000)
def _checked_domain(domain: str) -> str:
    """The domain in its normal form, "" if it is none."""
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(f"a@{domain}", check_deliverability=False).domain
    except EmailNotValidError:
        return ""


def read_phones(cell: str, region: str) -> tuple[str, ...]:
    """All numbers in a cell in E.164, each once, in their order. Raises Unreadable with the reason for a wrong one.

    `region` is the country (FI) of numbers written without a country code, "" if none is known.
    """
    if _PLAIN_E164.fullmatch(cell):
        return (read_phone(cell, region),)
    parts = (part for part in _BETWEEN_PHONES.split(cell) if any(map(str.isdigit, part)))
    numbers = tuple(dict.fromkeys(read_phone(part, region) for part in parts))
    if not numbers and cell.strip(" -–?"):
        raise Unreadable(_no_phone(cell))
    return numbers


def read_phone(text: str, region: str) -> str:
    """One number in E.164. Words around it ("work:", "(mum)") are left out; a number that can't exist is refused."""
    if _PLAIN_E164.fullmatch(text) and _stands_as_it_is(text):
        return text
    if _WORDS_BETWEEN_DIGITS.search(text):
        raise Unreadable(_no_phone(text))
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

    digits = _EMPTY_BRACKETS.sub("", _WORDS.sub("", text))
    try:
        number = parse(digits, region or None)
    except NumberParseException as error:
        if error.error_type == NumberParseException.INVALID_COUNTRY_CODE and not region:
            raise Unreadable(
                _("“{text}” has no country code: begin it with + and the code, or give the club's country").format(
                    text=text.strip()
                )
            ) from error
        raise Unreadable(_no_phone(text)) from error
    if not _is_possible(number):
        raise Unreadable(_no_phone(text))
    return format_number(number, PhoneNumberFormat.E164)


def readable_phone(number: str, region: str) -> str:
    """As people at home dial it; with the country code from elsewhere, and where the library knows no such number.

    Of those it knows no national form either, and would leave out the 0 that they begin with.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return number
    is_known_here = phonenumbers.is_valid_number_for_region(parsed, region.upper())
    style = phonenumbers.PhoneNumberFormat.NATIONAL if is_known_here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def _stands_as_it_is(text: str) -> bool:
    """Whether the library would neither change nor refuse this number: it strips national prefixes after the code."""
    code_length = next((length for length in (1, 2, 3) if _is_country_code(text[1 : 1 + length])), 0)
    code, national = text[1 : 1 + code_length], text[1 + code_length :]
    if not code or national.startswith("0") or not _is_possible_length(code, len(national)):
        return False
    prefix = _national_prefix(code)
    return prefix is None or prefix.match(national) is None


@cache
def _is_country_code(digits: str) -> bool:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return int(digits) in COUNTRY_CODE_TO_REGION_CODE


@cache
def _national_prefix(code: str) -> re.Pattern[str] | None:
    from phonenumbers import PhoneMetadata, region_code_for_country_code

    metadata = PhoneMetadata.metadata_for_region_or_calling_code(int(code), region_code_for_country_code(int(code)))
    prefix = metadata.national_prefix_for_parsing if metadata else None
    return re.compile(prefix) if prefix else None


def _is_possible(number: "PhoneNumber") -> bool:
    """Whether it can be called from elsewhere: a length that is enough within a town is not.

    Very short ones must be in use, as they are on small islands: else "0171 1" would be a number.
    """
    from phonenumbers import (
        ValidationResult,
        is_possible_number_with_reason,
        is_valid_number,
        national_significant_number,
    )

    if is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return False
    return len(national_significant_number(number)) >= _SHORTEST_NATIONAL or is_valid_number(number)


@cache
def _is_possible_length(code: str, length: int) -> bool:
    from phonenumbers import PhoneNumber

    number = PhoneNumber(country_code=int(code), national_number=int("2" * length))
    return length >= _SHORTEST_NATIONAL and _is_possible(number)


def _no_phone(text: str) -> str:
    return _("“{text}” is no phone number").format(text=text.strip())
