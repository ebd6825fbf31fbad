"""Which release of the program this is."""

import re
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
VERSION = re.compile(r'^version = "(.+)"$', re.MULTILINE)
"""As `kiosk --version` finds it. To read all of the file as TOML takes ten times as long, before the first picture."""
UNKNOWN = "unknown"


@cache
def release() -> str:
    """As its project file says, or, of a wheel, what was installed."""
    try:
        if found := VERSION.search(PROJECT.read_text("utf-8")):
            return found[1]
    except FileNotFoundError:
        pass
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("shebao-kiosk")
    except PackageNotFoundError:
        return UNKNOWN
