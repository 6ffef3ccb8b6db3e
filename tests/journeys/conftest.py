"""Journeys are made with the command line of tests/cli and the windows of tests/widgets."""

from tests.cli.conftest import club, clubhub, write
from tests.widgets.conftest import application, demo_window, empty_window, filled_demo, open_window

__all__ = ["application", "club", "clubhub", "demo_window", "empty_window", "filled_demo", "open_window", "write"]
