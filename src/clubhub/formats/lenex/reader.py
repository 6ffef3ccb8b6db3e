"""Reads the programme of a meet from Lenex and nothing else of it.

Clubs, athletes, entries, results and officials pass by the parser and are never held: only the elements named in
`_Programme.opened` are looked at. Attributes of other programs (`easy.ak`, `hytek.courseorder`) are ignored.
"""

from clubhub.domain.errors import InvalidInput
from clubhub.domain.meets import Meet
from clubhub.formats.lenex.archive import programme_bytes
from clubhub.formats.lenex.raw import Attributes, RawRace, RawSession
from clubhub.formats.lenex.sessions import make_sessions
from clubhub.formats.xml_guard import read_xml
from clubhub.support.texts import _

_MEET = ("LENEX", "MEETS", "MEET")
_SESSION = (*_MEET, "SESSIONS", "SESSION")
_EVENT = (*_SESSION, "EVENTS", "EVENT")
_HEAT = (*_EVENT, "HEATS", "HEAT")
_DEEPEST = len(_HEAT)


def read_meet(data: bytes) -> Meet:
    """The meet in the bytes of a `.lef` or `.lxf`. Raises InvalidInput with the reason if there is none."""
    programme = _Programme()
    read_xml(programme_bytes(data), programme)
    if not programme.is_lenex:
        raise InvalidInput(_("The file is XML, but not a Lenex meet file. Nothing was changed."))
    if not programme.meets:
        raise InvalidInput(_("The Lenex file holds no meet: perhaps records or rankings. Nothing was changed."))
    return _meet(programme)


class _Programme:
    """Listens for the programme of the first meet."""

    def __init__(self) -> None:
        self.is_lenex = False
        self.meets: list[Attributes] = []
        self.pool: Attributes | None = None
        self.sessions: list[RawSession] = []

    def opened(self, path: tuple[str, ...], attributes: Attributes) -> None:
        if path == ("LENEX",):
            self.is_lenex = True
        elif path == _MEET:
            self.meets.append({key: attributes[key] for key in ("name", "city", "course") if key in attributes})
        elif len(self.meets) == 1 and len(path) <= _DEEPEST:
            self._opened_in_meet(path, attributes)

    def closed(self, path: tuple[str, ...], text: str) -> None:
        """Lenex keeps everything in attributes."""

    def _opened_in_meet(self, path: tuple[str, ...], attributes: Attributes) -> None:
        if path == (*_MEET, "POOL"):
            self.pool = attributes
        elif path == _SESSION:
            self.sessions.append(RawSession(attributes))
        elif path == (*_SESSION, "POOL"):
            self.sessions[-1].pool = attributes
        elif path == _EVENT:
            self.sessions[-1].races.append(RawRace(attributes))
        elif path == (*_EVENT, "SWIMSTYLE"):
            self.sessions[-1].races[-1].style = attributes
        elif path == _HEAT:
            self.sessions[-1].races[-1].heats.append(attributes)


def _meet(programme: _Programme) -> Meet:
    meet = programme.meets[0]
    warnings: list[str] = []
    if len(programme.meets) > 1:
        warnings.append(
            _("The file holds {count} meets; only the first, “{name}”, was read.").format(
                count=len(programme.meets), name=meet.get("name", "")
            )
        )
    sessions = make_sessions(programme.sessions, programme.pool, meet.get("course", ""), warnings)
    if not sessions:
        raise InvalidInput(_("The meet in the file has no sessions yet. Nothing was changed."))
    name = meet.get("name", "").strip() or _("Swimming meet")
    return Meet(name=name, city=meet.get("city", "").strip(), sessions=sessions, warnings=tuple(warnings))
