"""Limits for everybody who is chosen, and a role to sign them up for."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot

from clubhub.domain.errors import InvalidInput
from clubhub.domain.limits import Limits, check_limits
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.people.hours_field import HoursField
from clubhub.widgets.people.person_form import lines_of
from clubhub.widgets.pick_or_type import PickOrType
from clubhub.widgets.scrolled import Contents


class ManyRules(Contents):
    """Says what is wanted; the page does it."""

    limits_wanted = Signal(object)
    """The Limits that all of them get."""
    role_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.max_minutes = HoursField(_("Most hours an event"), placeholder=_("no limit"))
        self.max_minutes_day = HoursField(_("Most hours a day"), placeholder=_("no limit"))
        self.min_rest = HoursField(_("Hours of rest"), placeholder=_("as the club"))
        self.set_limits = button(_("Set for all of them"), self._set, name="bulk-limits")
        self._refusal = label(kind="small", tone="danger", wrap=True)
        self._refusal.hide()
        self.role = PickOrType(_("Sign up for a role"), _("Sign up"), object_name="bulk-role")
        self.role.picked.connect(self.role_wanted)
        fields = lines_of(self.max_minutes, self.max_minutes_day, self.min_rest)
        hint = label(_("A field that is left empty takes that limit away."), kind="small", tone="text2", wrap=True)
        self.setLayout(
            column(
                label(_("Limits"), kind="small", tone="text2"), fields, hint, self._refusal, row(self.set_limits, None),
                4, line(), label(_("Role"), kind="small", tone="text2"), self.role,
                space=10,
            )
        )  # fmt: skip

    def set_roles(self, names: Iterable[str]) -> None:
        """What is offered to choose from."""
        self.role.set_names(names)

    @Slot()
    def _set(self) -> None:
        self._refusal.hide()
        try:
            limits = Limits(
                max_minutes=self.max_minutes.minutes(),
                max_minutes_day=self.max_minutes_day.minutes(),
                min_rest=self.min_rest.minutes(),
            )
            check_limits(limits)
        except InvalidInput as error:
            self._refusal.setText(str(error))
            self._refusal.show()
        else:
            self.limits_wanted.emit(limits)
