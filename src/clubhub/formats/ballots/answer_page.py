"""The answer page: one HTML file for all polls, which the club puts on its own pages once.

It holds no poll and nobody's name: the poll comes in the link, behind the "#" (see page_link). It asks nobody anything;
the browser is told to load nothing, and to obey the one style and the one script inside alone.
"""

import json

from clubhub.domain.clubs import Club
from clubhub.domain.polls import Mark
from clubhub.formats.ballots.own_words import answer_words
from clubhub.formats.ballots.words import places_sentence
from clubhub.formats.pages import fill_template, source_hash
from clubhub.formats.plain_text import one_line
from clubhub.support.resources import resource
from clubhub.support.texts import _, language

SCRIPTS = ("code", "link", "words", "roads", "questions", "screens")
"""The parts of the script in their order: each uses those before it."""


def answer_page(club: Club) -> str:
    """The text of the file (write it as UTF-8), in the language that ClubHub speaks, with days in the club's.

    The page tells both apart: what people of the club wrote, and days, are marked as in the club's language.
    """
    from markupsafe import Markup

    style = _text("answer-page.css")
    script = "".join(_text(f"answer-{part}.js") for part in SCRIPTS)
    policy = f"default-src 'none'; script-src '{source_hash(script)}'; style-src '{source_hash(style)}'; "
    return fill_template(
        "answer-page.html.j2",
        policy=Markup(f"{policy}base-uri 'none'; form-action 'none'"),  # noqa: S704  hashes of our own files
        style=Markup(style),  # noqa: S704  ours
        script=Markup(script),  # noqa: S704  ours
        texts=Markup(_inert(_texts(club))),  # noqa: S704  JSON in which nothing can end the element
        language=_tag(language()),
        days_language=_tag(club.language),
        club=club.name,
    )


def _texts(club: Club) -> dict[str, str]:
    """What the script says; the rest stands in the template."""
    return answer_words() | {
        "language": _tag(club.language),
        "club": one_line(club.name),
        "yes": Mark.YES.word,
        "if_need_be": Mark.IF_NEED_BE.word,
        "no": Mark.NO.word,
        "answer_by": _("Answer by {when}."),
        "your_answer": _("Your answer"),
        "answered": _("{count} of {total} answered"),
        "stay_open": _("Empty ones stay open"),
        "chosen": _("{count} chosen"),
        "choose_one": _("Choose one"),
        "choose_several": _("Choose as many as you like"),
        "ranked": _("{count} of {total} in order"),
        "best_first": _("Tap the best first"),
        "write_above": _("Write your answer above"),
        "nothing_chosen": _("Nothing is answered yet. Tap an answer, or write something."),
        "no_number": _("Write a number, such as 3 or 2.5."),
        "room": _("room for {count}"),
        "places_go": places_sentence(),
        "whatsapp": _("WhatsApp"),
        "sms": _("SMS"),
        "mail": _("Mail"),
        "copy": _("Copy"),
        "press_send": _("Press send in {road}"),
        "cant_see": _("Your answer is written there. This page can’t see whether you sent it."),
        "copied": _("Your answer is copied"),
        "paste_it": _("Paste it into a message to us and send it. This page can’t see whether you sent it."),
        "not_copied": _("This browser does not copy"),
        "select_it": _("Hold your finger on the answer below, copy it, and send it to us in a message."),
    }


def _tag(tag: str) -> str:
    """Plain English is British here, as on everything that ClubHub writes: the day before the month."""
    return "en-GB" if tag in {"", "en"} else tag


def _inert(texts: dict[str, str]) -> str:
    return json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")


def _text(name: str) -> str:
    return resource("templates", name).read_text(encoding="utf-8")
