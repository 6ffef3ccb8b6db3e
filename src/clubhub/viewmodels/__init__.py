"""What a screen shows, in Qt's terms (QtCore and QtGui only). Comes with the window; nothing lives here yet."""
