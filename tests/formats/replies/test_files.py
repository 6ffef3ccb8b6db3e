"""Files of answers are told by what is in them, whatever they are called."""

import io
import zipfile
from pathlib import Path

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.formats.replies.files import is_table, read_replies_job

CHAT = "24.12.2026 klo 18.05 - Aino Berg: 1 3 4?\n24.12.2026 klo 18.06 - Onni Lind: 2\n"
MAIL = "From: Aino Berg <aino@example.org>\nDate: Wed, 23 Dec 2026 10:00:00 +0000\nSubject: Re\n\n1 3 4?\n"


def zipped(**texts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name.replace("__", "."), text)
    return packed.getvalue()


def read(tmp_path: Path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    return read_replies_job({"path": str(path)}, lambda _report: None)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("chat.txt", CHAT.encode(), 2),
        ("chat.txt", CHAT.encode("utf-16"), 2),
        ("mail.eml", MAIL.encode(), 1),
        ("box.mbox", f"From aino@example.org Thu Dec 24 18:05:33 2026\n{MAIL}".encode(), 1),
        ("chat.zip", zipped(_chat__txt=CHAT, IMG__jpg="x"), 2),
    ],
)
def test_chats_and_mails_become_messages(tmp_path, name, content, count):
    assert len(read(tmp_path, name, content)["messages"]) == count


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("answers.csv", b"Name,Soup\nAino,yes\n"),
        ("answers.txt", b"Name;Soup;Tea\nAino;yes;no\nOnni;no;no\n"),
        ("answers.xlsx", zipped(**{"xl/workbook__xml": "<x/>"})),
        ("answers.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_tables_are_told_and_left_to_their_reader(tmp_path, name, content):
    assert read(tmp_path, name, content) == {"table": True}


def test_other_text_is_given_as_it_is(tmp_path):
    assert read(tmp_path, "reply.txt", b"Aino Berg: 1, 3\nOnni Lind: 2\n") == {
        "text": "Aino Berg: 1, 3\nOnni Lind: 2\n"
    }


@pytest.mark.parametrize(
    "content",
    [zipped(photo__jpg="x"), zipped(_chat__txt=CHAT)[:60], b"PK\x03\x04" + bytes(200), b"%PDF-1.7", b"\x89PNG\r\n"],
    ids=["a picture", "half a chat", "a broken archive", "a PDF", "a PNG"],  # an archive holds the time it was made at
)
def test_what_holds_no_answers_is_refused_with_a_sentence(tmp_path, content):
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        read(tmp_path, "something.zip", content)


def test_a_chat_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("clubhub.formats.replies.files.MOST_UNPACKED", 50)
    with pytest.raises(InvalidInput, match="too long"):
        read(tmp_path, "chat.zip", zipped(_chat__txt=CHAT))


@pytest.mark.parametrize(
    "text", ["1, 3, 4?", "Aino: 1, 3\nOnni: 2", "Aino: 1, 3\nOnni: 2, 4", "1; 3\n2; 4", "1\t3\n", "a\nb\nc"]
)
def test_lines_with_commas_are_no_table(text):
    assert not is_table(text)
