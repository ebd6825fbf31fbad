"""A release on trial: which, in place of which, and when it first ran. A file that outlives power cuts."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from adapters import files
from adapters.updating.releases import UpdateFailed

FILE = "trial.json"


@dataclass(frozen=True, slots=True)
class Trial:
    """`since` is when it first began to run, in seconds of the clock; 0 while who is there is waited for.

    `saved` are digests of the store's files as they were before that.
    """

    old: str
    new: str
    since: float = 0.0
    saved: str = ""

    def begun(self, at: float, saved: str) -> "Trial":
        return replace(self, since=at, saved=saved)


def read(root: Path) -> Trial | None:
    """The trial that is under way; None if there is none. Raises UpdateFailed for a file that says nothing."""
    try:
        return Trial(**json.loads((root / FILE).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise UpdateFailed(f"{root / FILE} says nothing: {error}") from None


def write(root: Path, trial: Trial | None) -> None:
    """Whole or not at all."""
    if trial is None:
        (root / FILE).unlink(missing_ok=True)
        return
    files.write(root / FILE, json.dumps(asdict(trial)))
