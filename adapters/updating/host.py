"""The machine that is updated: its service, its store, and what a release says of itself when it is asked."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from adapters.machine.locked import UNIT
from adapters.updating.releases import UpdateFailed

WATCHER = "shebao-kiosk-trial.service"
PATIENCE_S = 300.0
BESIDE = frozenset({".key", ".anchor"})
"""How files end that belong to a store and are not the store."""
VITAL = frozenset({"store", "keys"})
"""Kinds of devices that a release can spoil. A cable that was pulled out is nobody's fault."""


class Host(Protocol):
    """What an update asks of a machine."""

    @property
    def store(self) -> Path:
        """The file of the terminal's store."""
        ...

    def fits(self, release: Path, store: Path) -> str:
        """Whether a release can work on a copy of the store; in a sentence why not, empty if it can."""
        ...

    def copy(self, release: Path, folder: Path) -> Path:
        """A copy of the store as it is now, by a release that can read it, in a folder; where. Raises UpdateFailed."""
        ...

    def closed(self) -> bool:
        """Whether somebody has ended it, for good: it neither runs nor is begun anew."""
        ...

    def ails(self, release: Path) -> str:
        """What a release that runs has spoilt, in a sentence; empty if nothing."""
        ...

    def stop(self) -> None:
        """Nothing runs on the store."""
        ...

    def begin_anew(self) -> None:
        """Whatever runs stops, and the current release starts."""
        ...

    def watch(self) -> None:
        """Have the trial watched by a process of its own, until it is over."""
        ...


@dataclass(frozen=True, slots=True)
class Debian:
    """Implements `Host` with systemd. `config` are the hall's settings, `store` its store."""

    config: Path
    store: Path

    def fits(self, release: Path, store: Path) -> str:
        settings = ["--config", str(self.config)]
        said = self._says(release, ["check-config", *settings])
        return said or self._says(release, ["check", "--profile", "hall", *settings], KIOSK_STORE=str(store))

    def copy(self, release: Path, folder: Path) -> Path:
        # What is told of how far it had come goes first: a copy that is further than that is sound.
        for file in self.store.parent.glob(f"{self.store.stem}.*"):
            if file.suffix in BESIDE:
                shutil.copy2(file, folder)
        target = folder / self.store.name
        if fault := self._says(release, ["backup", str(target), "--profile", "hall", "--config", str(self.config)]):
            raise UpdateFailed(fault)
        return target

    def closed(self) -> bool:
        asked = ["systemctl", "show", "--property=ActiveState", "--value", UNIT]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == "inactive"

    def ails(self, release: Path) -> str:
        if _systemctl("is-active", "--quiet", UNIT):
            return f"{UNIT} does not run"
        try:
            done = self._run(release, ["doctor", "--json", "--profile", "hall", "--config", str(self.config)])
            devices = json.loads(done.stdout)["devices"]
            return "; ".join(f"{one['key']}: {one['word']}" for one in devices if _spoilt(one))
        except (ValueError, KeyError, TypeError, subprocess.SubprocessError) as error:
            return f"nobody can say how it is: {type(error).__name__}"

    def stop(self) -> None:
        _systemctl("stop", UNIT)

    def begin_anew(self) -> None:
        _systemctl("restart", UNIT)

    def watch(self) -> None:
        _systemctl("start", "--no-block", WATCHER)

    def _says(self, release: Path, words: list[str], **environment: str) -> str:
        try:
            done = self._run(release, words, **environment)
        except subprocess.TimeoutExpired:
            return f"{words[0]} of {release.name} does not end"
        said = " ".join((done.stderr or done.stdout).split())
        return f"{words[0]} of {release.name}: {said}" if done.returncode else ""

    def _run(self, release: Path, words: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [release / "kiosk", *words],
            env={**os.environ, "KIOSK_STORE": str(self.store), **environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )


def _spoilt(device: dict[str, object]) -> bool:
    return device["kind"] in VITAL and not device["passes"]


def _systemctl(*words: str) -> int:
    return subprocess.run(["systemctl", *words], check=False).returncode
