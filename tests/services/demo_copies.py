"""The demo club for tests of services: made once, copied for each test."""

from pathlib import Path

from clubhub.app import build_services, create_club
from clubhub.domain.events import Event
from clubhub.services.bundle import Services
from clubhub.services.demo import make_demo_club


def make_filled(path: Path) -> Path:
    """The demo, filled and published as version 1."""
    services, event = make_demo_club(path, create_club)
    services.rosters.fill(event)
    services.rosters.publish(event)
    return path


def opened_copy(source: Path, path: Path) -> Services:
    path.write_bytes(source.read_bytes())
    return build_services(path)


def the_event(services: Services) -> Event:
    return services.events.lines()[0].event
