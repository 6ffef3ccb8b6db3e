"""What the bring-in dialog says about a file: what was found, what is estimated, what would change."""

from dataclasses import dataclass

from clubhub.domain.drafts import EventDraft
from clubhub.services.programme_import import ProgrammeImport
from clubhub.support.texts import _, plural
from clubhub.viewmodels.events import days_text
from clubhub.viewmodels.times_in_words import moment_text

MOST_LINES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its lines; `look` is the tint of a sign, "" for plain ones."""

    heading: str
    lines: tuple[str, ...]
    look: str = ""


def kinds() -> tuple[Section, ...]:
    """The files that can be brought in, and what each becomes."""
    meet = _("The file that the meet program writes. Its sessions and heats become shifts, by a shift plan.")
    schedule = _("A conference programme of frab or pretalx. Each entry becomes a shift.")
    sheet = _("A row for each shift: the day, from when to when, the role, how many people.")
    return (
        Section(heading=_("A meet (.lef, .lxf)"), lines=(meet,)),
        Section(heading=_("A schedule (.xml, .json)"), lines=(schedule,)),
        Section(heading=_("A sheet of shifts (.csv, .xlsx, .ods)"), lines=(sheet,)),
    )


def found_title(draft: EventDraft) -> str:
    """Like "Kvarken Games, Sat 12 and Sun 13 June 2027"."""
    return ", ".join(part for part in (draft.name, days_text(draft.starts_on, draft.ends_on), draft.city) if part)


def found_counts(draft: EventDraft) -> str:
    """Like "4 sessions, 36 shifts, 156 places"."""
    parts = [plural("{count} session", "{count} sessions", len(draft.sessions))] if draft.sessions else []
    places = sum(need.max_count for shift in draft.shifts for need in shift.needs)
    parts.append(plural("{count} shift", "{count} shifts", len(draft.shifts)))
    parts.append(plural("{count} place", "{count} places", places))
    return ", ".join(parts)


def sections(found: ProgrammeImport) -> list[Section]:
    """What waits first, then what would change, then estimates, warnings and sessions; empty ones are left out."""
    draft = found.draft
    waiting = found.waiting.sentences if found.left_alone else ()
    listed = [
        Section(heading=_waiting_heading(found), lines=waiting, look="warning"),
        Section(heading=_("This would change"), lines=found.diff.sentences if found.diff else (), look="info"),
        Section(heading=_("Estimated, since the file doesn't say"), lines=draft.estimates, look="warning"),
        Section(heading=_("Look at this"), lines=draft.warnings, look="warning"),
        Section(heading=_("Sessions"), lines=_sessions(draft)),
        Section(heading=_("Shifts"), lines=() if found.diff else _shifts(draft)),
    ]  # fmt: skip
    return [_shortened(section) for section in listed if section.lines]


def is_nothing_new(found: ProgrammeImport) -> bool:
    """True if the event is as the file says already."""
    return found.diff is not None and found.diff.is_empty and not found.left_alone


def _waiting_heading(found: ProgrammeImport) -> str:
    return plural(
        "{count} published shift would change; it stays as it is unless you say so below",
        "{count} published shifts would change; they stay as they are unless you say so below",
        found.left_alone,
    )


def _sessions(draft: EventDraft) -> tuple[str, ...]:
    known, estimated = _("{name}: {starts} to {ends}"), _("{name}: {starts} to {ends} (the end is estimated)")
    return tuple(
        (estimated if session.ends_is_estimated else known).format(
            name=session.name, starts=moment_text(session.starts), ends=f"{session.ends:%H:%M}"
        )
        for session in draft.sessions
    )


def _shifts(draft: EventDraft) -> tuple[str, ...]:
    return tuple(
        _("{starts} to {ends}: {name} ({needs})").format(
            starts=moment_text(shift.starts),
            ends=f"{shift.ends:%H:%M}",
            name=shift.name,
            needs=", ".join(f"{need.role} {need.max_count}" for need in shift.needs),
        )
        for shift in sorted(draft.shifts, key=lambda shift: shift.starts)
    )


def _shortened(section: Section) -> Section:
    if len(section.lines) <= MOST_LINES:
        return section
    more = plural("… and {count} more", "… and {count} more", len(section.lines) - MOST_LINES)
    return Section(heading=section.heading, lines=(*section.lines[:MOST_LINES], more), look=section.look)
