"""What a screen shows, in Qt's terms: table models, jobs, the notifier. QtCore and QtGui only."""
