"""Who made a release: its signature, by minisign, whose public key the hall was given on another way."""

import subprocess
from pathlib import Path

from adapters.updating.releases import UpdateFailed

ENDING = ".minisig"


def believe(archive: Path, key: Path) -> str:
    """What its makers say of it, if they have signed it. Raises UpdateFailed."""
    signature = archive.with_name(archive.name + ENDING)
    for file, what in ((archive, "archive"), (signature, "signature"), (key, "public key")):
        if not file.is_file():
            raise UpdateFailed(f"there is no {what} {file}")
    try:
        done = subprocess.run(
            ["minisign", "-V", "-Q", "-m", archive, "-x", signature, "-p", key],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise UpdateFailed("there is no minisign here, by which releases are believed") from None
    if done.returncode:
        raise UpdateFailed(f"{archive.name} is not signed by who makes releases: it stays packed")
    return done.stdout.strip()
