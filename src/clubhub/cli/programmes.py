"""Says what bringing in a programme did: the event in short, what differs, and what to do next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clubhub.cli.output import print_json, print_lines, say_dry_run
from clubhub.cli.records import programme_record
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.drafts import EventDraft
    from clubhub.services.programme_import import ProgrammeImport


def show_programme(done: "ProgrammeImport", *, dry_run: bool, json: bool) -> None:
    if json:
        print_json({**programme_record(done.draft), **_differences(done), "dry_run": dry_run})
        return
    if done.left_alone:
        _show_left_alone(done)
    else:
        print_lines(_summary(done.draft))
    if done.diff is not None:
        print_lines(done.diff.sentences)
        if done.diff.is_empty and not done.left_alone:
            print_lines([_("The event is as the file says already.")])
        print_lines(done.moved.sentences)
    if not done.left_alone:
        print_lines([_("Estimate: {sentence}").format(sentence=sentence) for sentence in done.draft.estimates])
    print_lines(done.draft.warnings)
    if not done.changes and not dry_run:
        print_lines([_("Nothing was changed.")])
    say_dry_run(dry_run=dry_run)


def _show_left_alone(done: "ProgrammeImport") -> None:
    """Before all else: who reads "moves" first believes that it is done."""
    print_lines(
        [
            plural(
                "{count} shift is published and was left as it is; add --accept to change it:",
                "{count} shifts are published and were left as they are; add --accept to change them:",
                done.left_alone,
            ),
            *(f"  {sentence}" for sentence in done.waiting.sentences),
        ]
    )


def _summary(draft: "EventDraft") -> Sequence[str]:
    shifts = plural("{count} shift", "{count} shifts", len(draft.shifts))
    places = plural("{count} place", "{count} places", sum(n.max_count for s in draft.shifts for n in s.needs))
    lines = [
        _("{event}, {starts} to {ends}: {shifts}, {places}.").format(
            event=draft.name, starts=draft.starts_on, ends=draft.ends_on, shifts=shifts, places=places
        )
    ]
    for session in draft.sessions:
        hours = f"{session.starts:%Y-%m-%d %H:%M}–{session.ends:%H:%M}"
        times = _("{hours} (estimated)").format(hours=hours) if session.ends_is_estimated else hours
        lines.append("  " + _("{session}: {times}").format(session=session.name, times=times))
    return lines


def _differences(done: "ProgrammeImport") -> dict[str, Any]:
    """`diff` holds what waits for --accept too, marked; it is null for a new event."""
    both = [(change, False) for change in done.diff.shifts] if done.diff else []
    both += [(change, True) for change in done.waiting.shifts]
    diff = [
        {"kind": str(change.kind), "name": change.name, "sentences": change.sentences, "left_alone": is_waiting}
        for change, is_waiting in both
    ]
    return {
        "diff": diff if done.diff else None,
        "left_alone": [change.name for change in done.waiting.shifts],
        "changed": bool(done.changes),
        "moved_people": done.moved.count,
        "no_longer_fit": [person.name for person in done.moved.misfits],
    }
