"""What a poll came to, for people: a sheet (PDF), a page (HTML), a picture for a chat (PNG), a calendar (ICS).

Names, counts or neither are shown, as the poll says.
"""
