"""Reads a file of people in a child process: the job, and its reports and answer as values again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import ColumnUse, PeopleSheet, PersonDraft, SheetColumn, SkillDraft
from clubhub.domain.person_fields import PersonField
from clubhub.domain.tables import RowProblem
from clubhub.formats.people import read_people
from clubhub.formats.tables import read_table
from clubhub.support.json_values import Json

READ_PEOPLE_JOB = "clubhub.formats.people_job:read_people_job"

BATCH = 500
"""People per report. The interpreter reads a message in one piece, and nothing else runs meanwhile: 100,000 people in
one took 0.4 seconds, 500 take 2 ms."""


def read_people_job(request: Json, report: Callable[[Json], None]) -> Json:
    """{"path", "region", "today" (ISO)} in; reports and answer are for PeopleAnswer.

    "chosen" may be there too: pairs of a column and the PersonField (or null) that it shall be taken for.
    Reports {"done", "of"} in rows while it reads, then {"drafts"} in batches, in the file's order.
    """
    chosen = request.get("chosen")
    sheet = read_people(
        read_table(Path(request["path"])),
        region=request["region"],
        today=date.fromisoformat(request["today"]),
        chosen=None if chosen is None else {column: field and PersonField(field) for column, field in chosen},
        on_progress=lambda done, of: report({"done": done, "of": of}),
    )
    for first in range(0, len(sheet.drafts), BATCH):
        report({"drafts": [_draft_to_json(draft) for draft in sheet.drafts[first : first + BATCH]]})
    return {
        "problems": [[problem.row, problem.reason] for problem in sheet.problems],
        "columns": [[use.heading, use.meaning] for use in sheet.columns],
        "ignored": sheet.ignored,
        "notes": sheet.notes,
        "layout": [[column.heading, column.cells, column.field, column.meaning] for column in sheet.layout],
    }


class PeopleAnswer:
    """Puts together what read_people_job says; `on_progress` hears of rows done and rows in all."""

    def __init__(self, on_progress: Callable[[int, int], None] | None = None) -> None:
        self._on_progress = on_progress
        self._drafts: list[PersonDraft] = []

    def hear(self, report: Json) -> None:
        """Take a report of the job, in the order in which they came."""
        if "drafts" in report:
            self._drafts += map(_draft_from_json, report["drafts"])
        elif self._on_progress:
            self._on_progress(report["done"], report["of"])

    def sheet(self, answer: Json) -> PeopleSheet:
        """The whole file, once the job has answered."""
        return PeopleSheet(
            drafts=tuple(self._drafts),
            problems=tuple(RowProblem(row=row, reason=reason) for row, reason in answer["problems"]),
            columns=tuple(ColumnUse(heading=heading, meaning=meaning) for heading, meaning in answer["columns"]),
            ignored=tuple(answer["ignored"]),
            notes=tuple(answer["notes"]),
            layout=tuple(
                SheetColumn(heading=heading, cells=tuple(cells), field=field and PersonField(field), meaning=meaning)
                for heading, cells, field, meaning in answer["layout"]
            ),
        )


def _draft_to_json(draft: PersonDraft) -> Json:
    """A list in the order that _draft_from_json unpacks: 100,000 times the names of the fields would be half of it."""
    return [
        draft.row,
        draft.given_name,
        draft.family_name,
        draft.emails,
        draft.phones,
        draft.preferred_channel,
        draft.age_band,
        draft.language,
        draft.household,
        draft.is_guardian,
        draft.groups,
        [[skill.name, skill.expires_on and skill.expires_on.isoformat()] for skill in draft.skills],
        draft.note,
        [draft.max_minutes, draft.max_minutes_day],
    ]


def _draft_from_json(values: Json) -> PersonDraft:
    row, given, family, emails, phones, channel, band, language, *more = values
    household, is_guardian, groups, skills, note, (max_minutes, max_minutes_day) = more
    return PersonDraft(
        row=row,
        given_name=given,
        family_name=family,
        emails=tuple(emails),
        phones=tuple(phones),
        preferred_channel=channel and Channel(channel),
        age_band=band and AgeBand(band),
        language=language,
        household=household,
        is_guardian=is_guardian,
        groups=tuple(groups),
        skills=tuple(SkillDraft(name=name, expires_on=end and date.fromisoformat(end)) for name, end in skills),
        note=note,
        max_minutes=max_minutes,
        max_minutes_day=max_minutes_day,
    )
