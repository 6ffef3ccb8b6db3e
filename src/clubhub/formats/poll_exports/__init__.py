"""What other poll programs export, each found by its shape and turned into plain columns and rows."""

from clubhub.formats.poll_exports.dialects import find_export
from clubhub.formats.poll_exports.export import Export, ExportRow

__all__ = ["Export", "ExportRow", "find_export"]
