"""The page of polls: the list, the grid of answers with its results, and the dialogs that make and fill polls."""
