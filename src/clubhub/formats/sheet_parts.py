"""Which part of an XLSX archive each of its sheets is (ECMA-376, part 1, 18.2.20 and part 2, 9.3)."""

import posixpath
import zipfile
from xml.parsers import expat

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by the sheet's name; empty for an archive that isn't an XLSX.

    Raises ValueError for XML that is broken or declares entities.
    """
    names = set(archive.namelist())
    if not {_WORKBOOK, _RELATIONS} <= names:
        return {}
    target_of = {
        found["Id"]: found["Target"]
        for found in _elements(archive, _RELATIONS, "Relationship")
        if {"Id", "Target"} <= found.keys()
    }
    sheets = {found.get("name", ""): _relation(found) for found in _elements(archive, _WORKBOOK, "sheet")}
    return {name: _path(target_of[relation]) for name, relation in sheets.items() if relation in target_of}


def _elements(archive: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element of that name, whatever its prefix."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    def entity(*_declaration: object) -> None:
        raise ValueError("XML with entities")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EntityDeclHandler = start, entity
    try:
        parser.Parse(archive.read(part), True)
    except expat.ExpatError as error:
        raise ValueError("broken XML") from error
    return found


def _relation(sheet: dict[str, str]) -> str:
    """The attribute "id" of the namespace of relationships, by whatever prefix."""
    return next((value for name, value in sheet.items() if name.rpartition(":")[2] == "id"), "")


def _path(target: str) -> str:
    """Targets are relative to the workbook, or begin at the archive's root."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
