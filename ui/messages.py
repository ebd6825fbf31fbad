"""What Qt has to say is written without its text, which may hold what stood on a screen: its kind and its place."""

import json

from PySide6.QtCore import qSetMessagePattern

USUAL = "%{if-category}%{category}: %{endif}%{message}"
"""Qt's own pattern."""


def discreet(terminal: str, release: str) -> None:
    """From now on Qt writes lines as the log does (`adapters/logs.py`), on the console.

    By a pattern, and not by a handler in Python: Qt speaks until the very end of the process, when Python is gone.
    """
    line = {
        "at": "%{time yyyy-MM-ddThh:mm:ss.zzzt}",
        "level": "%{type}",
        "terminal": terminal,
        "release": release,
        "part": "qt.%{category}",
        "event": "qt_said",
        "place": "%{file}:%{line}",
    }
    qSetMessagePattern(json.dumps(line))
