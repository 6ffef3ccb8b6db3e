"""Pairs of people, places that somebody shall not have, and ways."""

from clubhub.domain.club_rules import Ban, ClubRules, Companions, Company, Travel

AINO, BERIT, CARL, DAN = 1, 2, 3, 4
HALL, QUAY, CAFE = 7, 8, 9


def pair(one, other, company):
    return Companions(id=one * 10 + other, one_id=one, other_id=other, company=company)


def test_a_pair_is_known_from_both_ends_and_not_through_a_third():
    rules = ClubRules(
        companions=(
            pair(AINO, BERIT, Company.TOGETHER),
            pair(BERIT, CARL, Company.TOGETHER),
            pair(AINO, DAN, Company.APART),
        )
    )
    assert (rules.together_with(AINO), rules.together_with(BERIT), rules.together_with(CARL)) == (
        [BERIT],
        [AINO, CARL],
        [BERIT],
    )
    assert (rules.apart_from(AINO), rules.apart_from(DAN), rules.apart_from(BERIT)) == ([DAN], [AINO], ())


def test_a_ban_is_for_one_person_on_one_place():
    ban = Ban(id=1, person_id=AINO, need_id=5, note="can't lift")
    rules = ClubRules(bans=(ban,))
    assert rules.ban(AINO, 5) == ban
    assert rules.ban(AINO, 6) is rules.ban(BERIT, 5) is None


def test_a_way_is_as_long_back_and_no_way_takes_no_time():
    rules = ClubRules(travel=(Travel(id=1, one_id=HALL, other_id=QUAY, minutes=25),))
    assert rules.minutes_between(HALL, QUAY) == rules.minutes_between(QUAY, HALL) == 25
    assert rules.minutes_between(HALL, CAFE) == rules.minutes_between(HALL, HALL) == 0
    assert rules.minutes_between(None, QUAY) == rules.minutes_between(HALL, None) == 0
