"""An update is killed at moments that nobody chose: `scripts/update-cuts`. Exit code 1 if a machine was left without.

Each time a process goes over to a new release, is killed (SIGKILL) somewhere between its beginning and its end, and
the machine starts: what is current has to be a release that is whole. The trial is then seen to its end, and another
update made, as if nothing had happened.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.updating import trial
from adapters.updating.releases import CURRENT, PART
from tests.adapters.updating.stand import NEW, OLD, Stand, archive, is_whole

NEXT = "0.3.0"


def goes_over(folder: Path, file: Path, illness: str) -> None:
    """All of an update, by the process that is killed."""
    stand = Stand(folder)
    stand.host.illness = illness
    stand.updater.update(file)
    stand.updater.watch()


def killed(folder: Path, file: Path, illness: str, after: float) -> bool:
    """Whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        goes_over(folder, file, illness)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def starts(folder: Path) -> str:
    """What is current when the machine starts; empty if that is nothing whole."""
    stand = Stand(folder)
    version = stand.releases.linked(CURRENT)
    return version if version and is_whole(stand.releases.place(version)) else ""


def play(times: int, seed: int) -> dict[str, object]:
    chance, found, wrong = random.Random(seed), Counter[str](), []
    with TemporaryDirectory() as made:
        longest = _longest(Path(made))
    for n in range(times):
        illness = "store: cannot be written" if n % 2 else ""
        with TemporaryDirectory() as name:
            folder = Path(name)
            Stand(folder)
            file, after = archive(folder, store_version=1 + n % 4 // 2), chance.uniform(0, longest)
            found["killed"] += killed(folder, file, illness, after)
            version = starts(folder)
            found[{OLD: "old", NEW: "new", "": "neither"}[version]] += 1
            found["on trial"] += (folder / "opt" / trial.FILE).exists()
            found["part left"] += any((folder / "opt" / "releases").glob(f"*{PART}"))
            if not version:
                wrong.append(f"after {after:.3f} s there is no release")
                continue
            stand = Stand(folder)
            stand.updater.save()  # As the service does before it starts.
            stand.host.runs = version
            stand.updater.watch()
            if stand.releases.linked(CURRENT) != NEXT:
                stand.updater.update(archive(folder, NEXT, store_version=2))
                stand.updater.watch()
            if starts(folder) != NEXT or stand.releases.all() != (NEXT,):
                wrong.append(f"after {after:.3f} s the next update left {stand.releases.all()}")
    return {"times": times, "longest_s": round(longest, 3), **found, "wrong": wrong}


def _longest(folder: Path) -> float:
    """How long an update takes here."""
    Stand(folder)
    file, began = archive(folder), time.monotonic()
    goes_over(folder, file, "")
    return time.monotonic() - began


def run_it() -> int:
    parser = argparse.ArgumentParser(prog="scripts/update-cuts", description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    report = play(args.times, args.seed)
    print(json.dumps(report, indent=1))
    return int(bool(report["wrong"]))


if __name__ == "__main__":
    sys.exit(run_it())
