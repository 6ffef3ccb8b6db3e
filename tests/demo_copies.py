"""The demo club for tests: made and filled once in each process, copied for each test."""

import tempfile
from functools import cache
from pathlib import Path

from clubhub.app import build_services, create_club
from clubhub.domain.events import Event
from clubhub.services.bundle import Services
from clubhub.services.demo import make_demo_club


def make_demo(path: Path) -> Path:
    """The demo as it comes: nobody is on any place yet."""
    path.write_bytes(_demo())
    return path


def make_filled(path: Path) -> Path:
    """The demo, filled and published as version 1."""
    path.write_bytes(_filled())
    return path


def opened_copy(source: Path, path: Path) -> Services:
    path.write_bytes(source.read_bytes())
    return build_services(path)


def the_event(services: Services) -> Event:
    return services.events.lines()[0].event


@cache
def _demo() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "demo.clubhub")
        make_demo_club(path, create_club)
        return path.read_bytes()


@cache
def _filled() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = make_demo(Path(folder, "demo.clubhub"))
        services = build_services(path)
        event = the_event(services).name
        services.rosters.fill(event)
        services.rosters.publish(event)
        return path.read_bytes()
