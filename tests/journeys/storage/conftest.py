"""Journeys with the file alone, on the clubs of tests/storage."""

from tests.storage.conftest import club, path

__all__ = ["club", "path"]
