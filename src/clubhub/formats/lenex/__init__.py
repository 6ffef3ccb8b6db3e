"""Lenex, the file of swimming meets: `.lef` is XML, `.lxf` a ZIP with one `.lef` in it. The programme alone is read."""

from clubhub.formats.lenex.job import meet_from_json, read_meet_job
from clubhub.formats.lenex.reader import read_meet

__all__ = ["meet_from_json", "read_meet", "read_meet_job"]
