"""SMTP and IMAP. Comes with sending; nothing lives here yet."""
