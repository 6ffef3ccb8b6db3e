import pytest

from clubhub.support import texts
from clubhub.support.texts import listed, plural, some_of


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["Anna"], "Anna"), (["Anna", "Bo"], "Anna and Bo"), (["Anna", "Bo", "{Cia}"], "Anna, Bo and {Cia}")],
)
def test_a_list_is_written_as_people_say_it(parts, text):
    assert listed(parts) == text


def test_a_plural_takes_other_fields_too_and_leaves_their_braces():
    forms = ("{count} lacks {skill}", "{count} lack {skill}")

    assert plural(*forms, 1, skill="{count}") == "1 lacks {count}"
    assert plural(*forms, 0, skill="Judge") == "0 lack Judge"


def test_of_many_names_the_first_are_told():
    assert some_of(["Anna", "Bo", "Cia"], 3) == "Anna, Bo and Cia"
    assert some_of(["Anna", "Bo", "{Cia}", "Dag"], 2) == "Anna, Bo and 2 more"


def test_without_a_catalogue_english_is_spoken_whatever_was_asked_for(monkeypatch, tmp_path):
    monkeypatch.setattr(texts, "_catalogue", texts._catalogue)
    monkeypatch.setattr(texts, "_installed", texts._installed)
    texts.install("sv", tmp_path)
    assert texts.language() == "en"
