"""The kinds of things that changes touch, by table name, in the groups that somebody who shows them listens for."""

PEOPLE = frozenset(
    ("people", "person_emails", "person_phones", "person_skills", "households", "groups", "group_members", "skills")
)
RULES = frozenset(("person_roles", "companions", "bans", "travel", "usual_answers"))
"""What people wish and what is asked of them, beside what the club's own settings say."""

ROSTERS = frozenset(
    (
        "events", "sessions", "shifts", "needs", "assignments", "publications", "roles", "role_skills", "venues",
    )
)  # fmt: skip
POLLS = frozenset(("polls", "options", "answers", "poll_needs", "decisions", "reminders"))
POSTS = frozenset(("posts",))
LEDGER = frozenset(("ledger_entries",))
CLUB = frozenset(("clubs",))

GROUPS = (PEOPLE, RULES, ROSTERS, POLLS, POSTS, LEDGER, CLUB)
EVERYTHING = frozenset().union(*GROUPS)
