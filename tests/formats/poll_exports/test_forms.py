"""Google Forms and Microsoft Forms: grids, boxes to tick, questions, and forms that were sent twice."""

import pytest
from tests.formats.poll_exports.tables import headings, said, sheet

from clubhub.domain.errors import InvalidInput

MOMENT = "2027/05/01 10:11:12 AM EET"
MICROSOFT = "ID,Start time,Completion time,Email,Name"
SENT = "5/1/27 10:11:12,5/1/27 10:12:00"


@pytest.mark.parametrize("moment", [MOMENT, "5/1/2027 10:11:12", "1.5.2027 klo 10.11.12", "2027-05-01T10:11:12"])
def test_google_s_grid(moment):
    found = sheet(
        "Aikaleima,Your name,When can you? [Sat 12 June 2027 8:00-12:00],When can you? [2027-06-13],Any comments?\n"
        f"{moment},Otto Berg,Yes,Maybe,late\n{moment},Tuuli Aho,No,,\n"
    )
    assert headings(found) == ["2027-06-12T08:00", "2027-06-13"]
    assert said(found) == {"Otto Berg": "YM", "Tuuli Aho": "N-"}
    assert [row.comment for row in found.rows] == ["late", ""]


def test_google_s_boxes_to_tick_stand_in_one_cell():
    found = sheet(
        "Timestamp,Email Address,Name,Which times?,Can you drive?,Shirt\n"
        f'{MOMENT},otto@example.org,Otto Berg,"Sun 13 June 2027, Sat 12 June 2027, 8:00",Yes,M\n'
        f"{MOMENT},tuuli@example.org,Tuuli Aho,Sun 13 June 2027,No,S\n{MOMENT},v@example.org,Viggo Dahl,,Yes,S\n"
    )
    assert headings(found) == ["2027-06-12T08:00", "2027-06-13"]
    assert said(found) == {"Otto Berg": "YY", "Tuuli Aho": "NY", "Viggo Dahl": "--"}
    assert found.rows[0].mail == "otto@example.org"
    assert found.notes[1:] == (
        "“Can you drive?” was left out: it is no time and no choice.",
        "“Shirt” was left out: it is no time and no choice.",
    )


def test_a_form_sent_again_counts_as_it_was_sent_last():
    found = sheet(f"Timestamp,Name,Sat [9:00],Sat [12:00]\n{MOMENT},Otto Berg,Yes,No\n{MOMENT},otto berg,No,Yes\n")
    assert said(found) == {"otto berg": "NY"}
    assert found.notes == ("1 form was sent again later: the last one counts.",)


def test_microsoft_s_choices_are_parted_by_semicolons():
    found = sheet(
        f"{MICROSOFT},What do you bring?\n1,{SENT},anonymous,,Soup;Bread;\n2,{SENT},anonymous,,Bread;\n".replace(
            ",,S", ",Otto Berg,S"
        ).replace(",,B", ",Tuuli Aho,B")
    )
    assert (headings(found), said(found)) == (["Soup", "Bread"], {"Otto Berg": "YY", "Tuuli Aho": "NY"})


def test_microsoft_s_statements_and_a_name_that_was_asked_for():
    found = sheet(
        f"{MICROSOFT},Last modified time,Etunimi,Sukunimi,2027-06-12 08:00,2027-06-13 08:00\n"
        f"1,{SENT},anonymous,,,Otto,Berg,Yes,If need be\n2,{SENT},anonymous,,,Tuuli,Aho,No,\n"
    )
    assert headings(found) == ["2027-06-12T08:00", "2027-06-13T08:00"]
    assert said(found) == {"Otto Berg": "YM", "Tuuli Aho": "N-"}


def test_without_a_name_the_mail_address_says_who_it_is():
    found = sheet(f"Zeitstempel,E-Mail-Adresse,Wann? [2027-06-12]\n{MOMENT},otto@example.org,Ja\n")
    assert said(found) == {"otto@example.org": "Y"}


def test_the_same_rows_under_two_questions_stay_apart():
    found = sheet(f"Timestamp,Name,Pool [Sat],Kiosk [Sat]\n{MOMENT},Otto Berg,Yes,No\n")
    assert headings(found) == ["Pool: Sat", "Kiosk: Sat"]


def test_a_form_without_anything_to_poll_is_refused():
    with pytest.raises(InvalidInput, match="asks nothing that a poll could ask"):
        sheet(f"Timestamp,Name,Why?\n{MOMENT},Otto Berg,because\n{MOMENT},Tuuli Aho,well\n")
