"""The bureau's desk: who works there, what they do, and what they are shown. `bureau/desk/` is its web page."""
