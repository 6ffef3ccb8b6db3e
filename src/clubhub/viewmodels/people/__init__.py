"""The People page in Qt's terms: rows, filters, columns, and the editing of one person."""
