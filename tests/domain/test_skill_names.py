"""Which skill of the club a role's names mean."""

from tests.domain.roster_parts import FIRST_AID, SKILLS, STARTER

from clubhub.domain.skill_names import SkillNames

NAMES = SkillNames(SKILLS.values())


def test_the_first_name_that_the_club_has_counts():
    assert NAMES.first(("Ensiapu", "First aid", "Starter")) == FIRST_AID.id
    assert NAMES.first(("Starter", "First aid")) == STARTER.id


def test_case_blanks_and_hyphens_make_no_other_name():
    assert NAMES.first(("FIRST-AID",)) == FIRST_AID.id


def test_no_known_name_is_no_skill():
    assert NAMES.first(("Ensiapu",)) is None
    assert NAMES.first(()) is None
