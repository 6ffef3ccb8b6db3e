"""Ballots out: plain text, links with a ballot ready to fill, the answer page, printed sheets, calendar invitations."""
