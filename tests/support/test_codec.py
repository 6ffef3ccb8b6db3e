"""Values through JSON and back."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from clubhub.domain.people import AgeBand
from clubhub.support.codec import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    day: date
    moments: tuple[datetime | None, ...]
    band: AgeBand | None = None


def test_a_value_comes_back_from_the_text_of_its_json():
    value = Sample(
        day=date(2026, 2, 28), moments=(datetime.fromisoformat("2026-06-13 10:00"), None), band=AgeBand.FROM_16
    )
    assert from_json(json.loads(json.dumps(to_json(value))), Sample) == value
