"""Events: the list, one event with its roster, programme and people, and the dialogs of its golden path."""
