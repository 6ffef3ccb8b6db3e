"""Reads a shift plan from TOML, and finds plans by name. A fault is told with the entry and the key it is in."""

import re
import tomllib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.people import AgeBand
from clubhub.domain.shift_plans import (
    HANDOVER_MINUTES,
    LONGEST_MINUTES,
    PRIORITY,
    READY_PLAN,
    Anchor,
    Occasion,
    PlanRole,
    Point,
    ShiftPlan,
)
from clubhub.formats.outside_files import read_outside_file
from clubhub.formats.plan_entries import Entry
from clubhub.support.paths import plan_folder
from clubhub.support.resources import resource
from clubhub.support.texts import _

__all__ = ["READY_PLAN", "find_plan", "plan_names", "read_plan"]

MAX_PLAN_BYTES = 1 << 20

_ANCHOR = re.compile(r"([a-z_ '’-]+?)\s*(?:([+-])\s*(\d{1,4})\s*(?:min(?:utes?)?)?)?", re.IGNORECASE)


def find_plan(name: str = READY_PLAN) -> ShiftPlan:
    """The plan of a file (a path ending in .toml), of the coordinator's own folder, or of those that come with ClubHub.

    Raises NotFound with the names there are.
    """
    return read_plan(plan_text(name))


def plan_text(name: str) -> bytes:
    """The bytes of the plan's file, found as by `find_plan`."""
    if name.endswith(".toml"):
        return read_outside_file(Path(name), MAX_PLAN_BYTES)
    files = {path.stem: path for path in _plan_files()}
    if name not in files:
        raise NotFound(
            _("There is no shift plan “{name}”. There are: {names}. Nothing was changed.").format(
                name=name, names=", ".join(sorted(files))
            )
        )
    return read_outside_file(files[name], MAX_PLAN_BYTES)


def read_plan(data: bytes) -> ShiftPlan:
    """The plan in the bytes of a TOML file. Raises InvalidInput with the entry, the key and what may stand there."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidInput(
            _("The shift plan is no TOML file: {reason}. Nothing was changed.").format(reason=error)
        ) from error
    entries = content.pop("role", [])
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidInput(_("The shift plan has no roles: it needs at least one [[role]]. Nothing was changed."))
    head = Entry(content, _("The shift plan"))
    longest = head.whole_number("longest_shift_minutes", 30, 24 * 60, LONGEST_MINUTES)
    plan = ShiftPlan(
        name=head.text("name") or _("Shift plan"),
        longest_minutes=longest,
        handover_minutes=head.whole_number("handover_minutes", 0, longest // 2, HANDOVER_MINUTES),
        roles=tuple(_role(entry, number) for number, entry in enumerate(entries, start=1)),
    )
    head.refuse_unknown_keys()
    _refuse_a_role_twice(plan)
    return plan


def plan_names() -> list[str]:
    """The names of all plans that `find_plan` knows, sorted."""
    return sorted({path.stem for path in _plan_files()})


def _plan_files() -> Iterable[Path]:
    """Those that come with ClubHub first, so that a coordinator's own plan of the same name replaces it."""
    yield from resource("plans").glob("*.toml")
    if plan_folder().is_dir():
        yield from plan_folder().glob("*.toml")


def _refuse_a_role_twice(plan: ShiftPlan) -> None:
    """A role stands once on a shift: otherwise nobody could tell its places apart."""
    for one, other in combinations(plan.roles, 2):
        meet = one.occasion is other.occasion or Occasion.EVERY_SESSION in (one.occasion, other.occasion)
        places = [(role.name, role.shift, role.venue, role.begins, role.ends) for role in (one, other)]
        if meet and places[0] == places[1]:
            sentence = _(
                "The shift plan has “{name}” twice in one shift: add the numbers, or call one of them differently. "
                "Nothing was changed."
            )
            raise InvalidInput(sentence.format(name=one.name))


def _role(content: dict[str, object], number: int) -> PlanRole:
    name = content.get("name")
    where = _("The shift plan, entry {number}").format(number=number)
    entry = Entry(content, f"{where} (“{name}”)" if isinstance(name, str) and name else where)
    lanes_each = entry.whole_number_or_none("lanes_each", 1, 20)
    count = entry.whole_number_or_none("count", 1, 1000)
    if (count is None) == (lanes_each is None):
        entry.refuse("count", _("give either count or lanes_each, not both and not neither"))
    at_both_ends = entry.truth("at_both_ends")
    if at_both_ends and lanes_each is None:
        entry.refuse("at_both_ends", _("it goes with lanes_each only"))
    role = PlanRole(
        name=entry.text("name", needed=True),
        count=count or 0,
        lanes_each=lanes_each,
        at_both_ends=at_both_ends,
        at_most=entry.whole_number_or_none("at_most", count or 1, 1000),
        begins=_anchor(entry, "from"),
        ends=_anchor(entry, "until"),
        occasion=_occasion(entry),
        shift=entry.text("shift"),
        venue=entry.text("venue"),
        skills=entry.texts("skills"),
        minimum_age=_minimum_age(entry),
        note=entry.text("note"),
        bring=entry.text("bring"),
        priority=entry.whole_number("priority", 1, 9, PRIORITY),
    )
    entry.refuse_unknown_keys()
    return role


def _anchor(entry: Entry, key: str) -> Anchor:
    """The anchor in "start - 30 min"; "warm-up" and "officials' meeting" may be written as people do."""
    text = entry.text(key, needed=True)
    match = _ANCHOR.fullmatch(text)
    word = re.sub(r"[^a-z]+", "_", match[1].lower().replace("'", "").replace("’", "")).strip("_") if match else text
    if not match or word not in set(Point):
        entry.refuse(
            key,
            _("“{text}” is no time of a session; write one of {points}, and perhaps - 30 min or + 30 min").format(
                text=text, points=", ".join(Point)
            ),
        )
    return Anchor(point=Point(word), offset_minutes=int(f"{match[2] or '+'}{match[3] or 0}"))


def _occasion(entry: Entry) -> Occasion:
    text = entry.text("sessions") or Occasion.EVERY_SESSION
    if text not in set(Occasion):
        names = ", ".join(f"“{one}”" for one in Occasion)
        entry.refuse("sessions", _("“{text}” is not one of {names}").format(text=text, names=names))
    return Occasion(text)


def _minimum_age(entry: Entry) -> AgeBand | None:
    bands = {band.lowest_age: band for band in AgeBand if band.lowest_age}
    age = entry.whole_number_or_none("minimum_age", 0, 99)
    if age is not None and age not in bands:
        entry.refuse("minimum_age", _("it must be one of {ages}").format(ages=", ".join(map(str, sorted(bands)))))
    return None if age is None else bands[age]
