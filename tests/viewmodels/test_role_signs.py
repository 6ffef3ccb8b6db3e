"""The sign before a role, by its name in any language of the club."""

import pytest

from clubhub.viewmodels.role_signs import OTHER, sign_of


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Timekeeper in reserve", "timekeeper"),
        ("Chief timekeeper", "timekeeper"),
        ("Ajanottaja", "timekeeper"),
        ("Judge of stroke", "judge"),
        ("Inspector of turns", "turn"),
        ("Första hjälpen", "first aid"),
        ("First-aid", "first aid"),
        ("Kök och kafé", "canteen"),
        ("Set-up", "set-up"),
        ("Results desk", "desk"),
        ("Parkering", "parking"),
        ("Lifeguard", OTHER),
        ("", OTHER),
    ],
)
def test_a_role_is_known_by_a_word_of_its_name(name: str, sign: str):
    assert sign_of(name) == sign
