"""The type of what travels as JSON."""

from typing import Any, TypeAlias

Json: TypeAlias = Any
"""What `json.loads` returns and `json.dumps` takes: dict, list, str, int, float, bool or None."""
