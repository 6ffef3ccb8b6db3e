"""The People page: the list, one person or several at its side, adding, and bringing in a spreadsheet."""
