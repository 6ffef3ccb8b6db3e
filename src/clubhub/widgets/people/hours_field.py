"""A field for hours, edited in place."""

from clubhub.viewmodels.hours_in_fields import field_text, minutes_in
from clubhub.widgets.people.fields import TextField


class HoursField(TextField):
    """Holds hours like 7 or 7:30; empty means none, which the placeholder tells in words."""

    def minutes(self) -> int | None:
        """Raises InvalidInput for what is no length of time."""
        return minutes_in(self.text())

    def show_minutes(self, minutes: int | None) -> None:
        self.show_text(field_text(minutes))
