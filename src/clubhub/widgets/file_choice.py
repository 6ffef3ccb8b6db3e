"""Where files are saved unless somebody says otherwise: in their own documents, never where the program was started."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """The folder of a person's documents; their home where the computer knows none."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())


def in_documents(name: str) -> str:
    return str(Path(documents()) / name)
