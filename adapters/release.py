"""Which release of the program this is."""

import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
UNKNOWN = "unknown"


@cache
def release() -> str:
    """As its project file says, or, of a wheel, what was installed."""
    try:
        return str(tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"])
    except FileNotFoundError:
        pass
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("shebao-kiosk")
    except PackageNotFoundError:
        return UNKNOWN
