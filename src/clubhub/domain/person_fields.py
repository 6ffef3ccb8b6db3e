"""What a column of a list of people can hold, and what people call it."""

from enum import StrEnum

from clubhub.support.texts import _


class PersonField(StrEnum):
    """A kind of column."""

    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    FULL_NAME = "full name"
    REVERSED_NAME = "reversed name"
    MAIL = "mail"
    PHONE = "phone"
    CHANNEL = "channel"
    AGE = "age"
    BORN = "born"
    LANGUAGE = "language"
    HOUSEHOLD = "household"
    GUARDIAN = "guardian"
    GROUPS = "groups"
    SKILLS = "skills"
    EXPIRY = "expiry"
    MAX_HOURS = "max hours"
    MAX_HOURS_DAY = "max hours a day"
    NOTE = "note"


def field_name(field: PersonField) -> str:
    """What people call the field."""
    return {
        PersonField.GIVEN_NAME: _("given name"),
        PersonField.FAMILY_NAME: _("family name"),
        PersonField.FULL_NAME: _("full name"),
        PersonField.REVERSED_NAME: _("family name, then given name"),
        PersonField.MAIL: _("mail"),
        PersonField.PHONE: _("phone"),
        PersonField.CHANNEL: _("preferred channel"),
        PersonField.AGE: _("age"),
        PersonField.BORN: _("birth date"),
        PersonField.LANGUAGE: _("language"),
        PersonField.HOUSEHOLD: _("household"),
        PersonField.GUARDIAN: _("guardian"),
        PersonField.GROUPS: _("groups"),
        PersonField.SKILLS: _("skills"),
        PersonField.EXPIRY: _("end of the skills"),
        PersonField.MAX_HOURS: _("most hours in an event"),
        PersonField.MAX_HOURS_DAY: _("most hours on a day"),
        PersonField.NOTE: _("note"),
    }[field]
