"""The club's file: tables, unit of work, change log, search. The only room that knows SQLAlchemy."""
