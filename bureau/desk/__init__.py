"""The bureau's desk: a web page for its staff. `app.desk` makes it, `first.add_member` its first member of staff."""
