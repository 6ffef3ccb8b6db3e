"""Pages out: fills a template of `resources/templates` into one self-contained HTML file.

Every value is escaped; a page has no script and asks nobody for anything, and its Content-Security-Policy says so.
"""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from clubhub.formats.plain_text import one_line
from clubhub.support.resources import resource
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from jinja2 import Environment


def render_page(template: str, style: str, **values: object) -> str:
    """The template filled with `values`, and with the style sheet of that name inside.

    The browser compares the hash of what stands between the style tags, so that no other style is obeyed.
    """
    from markupsafe import Markup

    sheet = resource("templates", style).read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src '{source_hash(sheet)}'; base-uri 'none'; form-action 'none'"
    return fill_template(template, policy=Markup(policy), style=Markup(sheet), **values)  # noqa: S704  ours: a file and its hash


def source_hash(text: str) -> str:
    """What a Content-Security-Policy calls a style or a script of these very signs, like "sha256-…" in base 64."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def fill_template(template: str, **values: object) -> str:
    """A template of `resources/templates` alone, every value escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(resource("templates")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(_=_, plural=plural)
    return environment


def _finalize(value: object) -> object:
    """Control characters have no place in HTML: the browser would swallow them or take them for something else."""
    return one_line(value) if type(value) is str else value
