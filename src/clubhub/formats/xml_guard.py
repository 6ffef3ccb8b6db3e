"""Reads XML from outside as a stream: no entities, nothing fetched, walls around depth and number of elements.

Nothing is held here but the names of the open elements: what a listener doesn't keep is gone.
"""

from typing import Protocol

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

MAX_DEPTH = 50
MAX_ELEMENTS = 3_000_000
"""A national championship with all its results has about half a million elements."""

_CHUNK = 1 << 16


class Listener(Protocol):
    """Hears a document pass by. `path` is the names of the open elements from the root, without namespaces."""

    def opened(self, path: tuple[str, ...], attributes: dict[str, str]) -> None: ...

    def closed(self, path: tuple[str, ...], text: str) -> None:
        """`text` is what stood directly in the element, not in its children, without blanks around it."""


def read_xml(data: bytes, listener: Listener) -> None:
    """Lead the whole document past the listener. Raises InvalidInput with the reason when it isn't plain XML."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Target(listener))
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except ParseError as error:
        line = error.position[0]
        raise InvalidInput(
            _("The file is not whole XML: it can't be read from line {line} on. Nothing was changed.").format(line=line)
        ) from error
    except DefusedXmlException as error:
        raise InvalidInput(
            _("The file defines entities or points to other files, which ClubHub doesn't follow. Nothing was changed.")
        ) from error
    except (LookupError, ValueError) as error:
        raise InvalidInput(
            _("The file says that it is written in an encoding that can't be read. Nothing was changed.")
        ) from error


class _Target:
    """What the parser calls; see the targets of xml.etree.ElementTree.XMLParser."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._path: tuple[str, ...] = ()
        self._texts: list[list[str]] = []
        self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if len(self._path) >= MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise InvalidInput(_("The file is too deep or too large for a programme. Nothing was changed."))
        self._path = (*self._path, tag.rpartition("}")[2])
        self._texts.append([])
        self._listener.opened(self._path, attributes)

    def data(self, text: str) -> None:
        self._texts[-1].append(text)

    def end(self, _tag: str) -> None:
        self._listener.closed(self._path, "".join(self._texts.pop()).strip())
        self._path = self._path[:-1]

    def close(self) -> None:
        """The parser asks for a result; there is none."""
