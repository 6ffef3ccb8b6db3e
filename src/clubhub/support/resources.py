"""Finds the files that come with ClubHub: templates, fonts, plans, the demo club."""

from functools import cache
from pathlib import Path


@cache
def resource_folder() -> Path:
    """The folder `resources`: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def resource(*parts: str) -> Path:
    """The path of one shipped file or folder, e.g. resource("fonts", "NotoSans-Regular.ttf")."""
    return resource_folder().joinpath(*parts)
