"""Who a post is for: a rule that a person can read and type, such as "group: Parents A, not silent: Summer trip".

Parts are joined by commas: any of them counts, less those that begin with "not". A part without a kind takes the kind
of the part before it ("group: Parents A, Parents B"); a name that holds a comma is written in quotes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.plain_names import folded, plain_name
from clubhub.support.texts import _, some_of

_PARTS = re.compile(r'\s*((?:"[^"]*"|“[^”]*”|[^,"“]|["“])*)(?:,|$)')
_IN_QUOTES = re.compile(r'"(.*)"|“(.*)”', re.DOTALL)
_MOST_NAMED = 12


class AudienceKind(StrEnum):
    """SILENT: those of a poll's people who have not answered it. The others: members, holders, helpers."""

    EVERYBODY = "everybody"
    GROUP = "group"
    ROLE = "role"
    SKILL = "skill"
    EVENT = "event"
    SHIFT = "shift"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudiencePart:
    """`name` is as the club writes it ("" for everybody); `is_excluded` for a part with "not"."""

    kind: AudienceKind
    name: str = ""
    is_excluded: bool = False

    def __str__(self) -> str:
        named = f"{self.kind}: {_quoted(self.name)}" if self.name else str(self.kind)
        return f"not {named}" if self.is_excluded else named


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """As text it is the rule again, with the names in full."""

    parts: tuple[AudiencePart, ...]

    def __str__(self) -> str:
        return ", ".join(map(str, self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Everybody by id, and of each kind of audience the names there are with the ids of those who belong."""

    people: Mapping[PersonId, Person]
    of: Mapping[AudienceKind, Mapping[str, frozenset[PersonId]]]

    def names(self, kind: AudienceKind) -> list[str]:
        return list(self.of.get(kind, {}))


def parse_audience(rule: str, membership: Membership) -> Audience:
    """The rule with every name found; an empty one means everybody.

    Raises InvalidInput for a word that is no kind, NotFound for a name that the club doesn't have, both naming the
    word and what exists; Conflict if a shortened name fits several.
    """
    parts: list[AudiencePart] = []
    for written in _written_parts(rule):
        parts.append(_part(written, parts[-1] if parts else None, membership))
    return Audience(parts=tuple(parts or [AudiencePart(kind=AudienceKind.EVERYBODY)]))


def members(audience: Audience, membership: Membership) -> list[Person]:
    """Those meant, in the order of `membership.people`. A rule of "not" alone takes everybody else."""
    wanted: set[PersonId] = set()
    unwanted: set[PersonId] = set()
    for part in audience.parts:
        (unwanted if part.is_excluded else wanted).update(_ids(part, membership))
    if all(part.is_excluded for part in audience.parts):
        wanted = set(membership.people)
    meant = wanted - unwanted
    return [person for person_id, person in membership.people.items() if person_id in meant]


def _ids(part: AudiencePart, membership: Membership) -> frozenset[PersonId]:
    if part.kind == AudienceKind.EVERYBODY:
        return frozenset(membership.people)
    return membership.of[part.kind][part.name]


def _written_parts(rule: str) -> Iterator[str]:
    """The rule cut at its commas, but for those inside quotes."""
    for found in _PARTS.finditer(rule):
        if found[1].strip():
            yield found[1].strip()


def _part(written: str, before: AudiencePart | None, membership: Membership) -> AudiencePart:
    rest, is_excluded = _without_not(written)
    word, colon, name = rest.partition(":")
    kind = _KINDS.get(folded(word))
    if kind == AudienceKind.EVERYBODY and not name.strip():
        return AudiencePart(kind=kind, is_excluded=is_excluded)
    if colon and kind is not None and kind != AudienceKind.EVERYBODY:
        return AudiencePart(kind=kind, name=_known_name(kind, name, membership), is_excluded=is_excluded)
    if before is not None and before.name:
        kept = before.is_excluded or is_excluded
        return AudiencePart(kind=before.kind, name=_known_name(before.kind, rest, membership), is_excluded=kept)
    raise _no_kind(word if colon else rest, membership)


def _without_not(written: str) -> tuple[str, bool]:
    first, _blank, rest = written.partition(" ")
    is_excluded = folded(first) in {"not", folded(_("not"))} and bool(rest.strip())
    return (rest.strip(), True) if is_excluded else (written, False)


def _known_name(kind: AudienceKind, written: str, membership: Membership) -> str:
    """The name as the club writes it: an exact one, else one that differs in case or accents, else the beginning."""
    wanted = _unquoted(written.strip())
    known = membership.names(kind)
    for found in (
        [name for name in known if name == wanted],
        [name for name in known if plain_name(name) == plain_name(wanted)],
        [name for name in known if folded(wanted) and folded(name) == folded(wanted)],
        [name for name in known if plain_name(wanted) and plain_name(name).startswith(plain_name(wanted))],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Conflict(
                _("Several are called “{name}”: {names}. Write more of the name.").format(
                    name=wanted, names=_listed(found)
                )
            )
    raise NotFound(_not_found_sentence(kind, wanted, known))


def _not_found_sentence(kind: AudienceKind, wanted: str, known: list[str]) -> str:
    sentence = {
        AudienceKind.GROUP: _("There is no group called “{name}”."),
        AudienceKind.ROLE: _("There is no role called “{name}”."),
        AudienceKind.SKILL: _("There is no skill called “{name}”."),
        AudienceKind.EVENT: _("There is no event called “{name}”."),
        AudienceKind.SHIFT: _("There is no shift called “{name}”."),
        AudienceKind.SILENT: _("There is no poll called “{name}”."),
    }[kind].format(name=wanted)
    if not known:
        return f"{sentence} {_('There is none yet.')}"
    alike = get_close_matches(wanted, known, n=1)
    guess = [_("Did you mean “{guess}”?").format(guess=alike[0])] if alike else []
    return " ".join([sentence, *guess, _("There are: {names}.").format(names=_listed(known))])


def _no_kind(word: str, membership: Membership) -> InvalidInput:
    """Says what the word could have been: a kind, or a name that lacks its kind."""
    for kind in AudienceKind:
        if any(plain_name(name) == plain_name(word) for name in membership.names(kind)):
            return InvalidInput(
                _("Say what “{word}” is: write “{kind}: {word}”. Nothing was kept.").format(word=word, kind=kind)
            )
    alike = get_close_matches(word.casefold(), list(AudienceKind), n=1)
    kinds = ", ".join(f"{kind}: …" if kind != AudienceKind.EVERYBODY else str(kind) for kind in AudienceKind)
    sentences = [
        _("“{word}” says nothing about who is meant.").format(word=word.strip()),
        *([_("Did you mean “{guess}”?").format(guess=alike[0])] if alike else []),
        _("There are: {kinds}, and not … before each.").format(kinds=kinds),
    ]
    return InvalidInput(" ".join(sentences))


def _listed(names: list[str]) -> str:
    return some_of([f"“{name}”" for name in names], _MOST_NAMED)


def _quoted(name: str) -> str:
    """In quotes, its own doubled, where the name would be taken for something else without."""
    needs_quotes = "," in name or "“" in name or '"' in name or name.strip() != name
    return '"{}"'.format(name.replace('"', '""')) if needs_quotes else name


def _unquoted(written: str) -> str:
    found = _IN_QUOTES.fullmatch(written)
    if found is None:
        return written
    return found[1].replace('""', '"') if found[1] is not None else found[2]


_KINDS = {str(kind): kind for kind in AudienceKind} | {
    "everyone": AudienceKind.EVERYBODY,
    "all": AudienceKind.EVERYBODY,
    "poll": AudienceKind.SILENT,
    "hasnotanswered": AudienceKind.SILENT,
}
