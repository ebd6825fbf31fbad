"""`./kiosk bench`: how fast the screens come and what they weigh. Prints figures; it never judges them in a test."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any


def report(as_json: bool) -> int:
    """Take every measure and print it."""
    outside, standing = (_from_outside(what) for what in ("outside", "standing"))
    figures = {"from_outside": outside, "standing": standing, **_from_inside()}
    if as_json:
        print(json.dumps(figures, indent=1))
    else:
        for name, values in figures.items():
            print(*_lines(name, values), sep="\n")
    return 0


def _from_inside() -> dict[str, Any]:
    from tests.benchmarks import first_frame, growth, screens
    from ui.display import unseen

    unseen(os.environ)
    return {"first_frame": first_frame.measure(), **screens.measure(), "growth": growth.measure()}


def _from_outside(what: str) -> dict[str, Any]:
    """In a process of its own, before this one has loaded Qt: what two map weighs half in each."""
    answer = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{what}"], stdout=subprocess.PIPE, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def _lines(name: str, values: dict[str, Any]) -> Iterator[str]:
    """The figures, a line for each group of them, but no screen by itself."""
    single = {key: value for key, value in values.items() if not isinstance(value, dict)}
    if single:
        yield f"{name} " + " ".join(f"{key}={value}" for key, value in single.items())
    for key, value in values.items():
        if isinstance(value, dict) and key not in ("screens", "by_screen"):
            yield from _lines(f"{name}.{key}", value)
