"""Sets of people or shifts as Python integers: bit i stands for the i-th; AND, OR and counting take one instruction."""

from collections.abc import Iterable


def indices(members: int) -> list[int]:
    """The indices in a bit set, lowest first."""
    # Found in text: looking for the lowest bit of a long integer walks over all of it each time.
    digits = bin(members)[:1:-1]
    found: list[int] = []
    position = digits.find("1")
    while position >= 0:
        found.append(position)
        position = digits.find("1", position + 1)
    return found


def first_index(members: int) -> int:
    """The lowest index in a bit set that isn't empty."""
    return (members & -members).bit_length() - 1


def bit_set(members: Iterable[int], size: int) -> int:
    """The bit set of some indices below `size`."""
    # Through bytes: setting bits one by one in a long integer copies it each time.
    buffer = bytearray(size // 8 + 1)
    for index in members:
        buffer[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(buffer, "little")
