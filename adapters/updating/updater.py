"""An update from its archive to the end of its trial. Cut off at any moment it leaves the old release or the new one.

1. `update`: believed, unpacked beside, tried on a copy of the store; then `current` leads to the new release.
2. The terminal that runs sees that (`adapters.updating.running`) and ends as soon as nobody is there; systemd starts
   the new one, before which `save` keeps the store as it is.
3. `watch`: for ten minutes on end it is asked how it is. If it fails, `current` leads to the old one again. Minutes in
   which it is closed, or the machine switched off, tell nothing and do not count.

A store that the new release has changed the tables of is not for the old one: it is put back as it was saved, but only
if nothing was written since. Otherwise the new release stays, and says that somebody has to come: money comes first.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.updating import trial as trials
from adapters.updating.host import Host
from adapters.updating.releases import CURRENT, PREVIOUS, Releases, UpdateFailed
from adapters.updating.signature import believe
from adapters.updating.trial import Trial

TRIAL_S = 600.0
LOOK_S = 10.0
FAILS = 3
"""So many looks in a row find it ailing before it is taken back: it may be starting."""
SAVED = "saved"
ANCHOR = "anchor"
"""How the file ends that changes with each entry (`storage.anchor`)."""


@dataclass(frozen=True, slots=True)
class Updater:
    """`now` is the clock in seconds, `rest` waits so many; `told` hears what is done, a sentence each."""

    releases: Releases
    host: Host
    key: Path
    now: Callable[[], float]
    rest: Callable[[float], object]
    told: Callable[[str], None]

    @property
    def root(self) -> Path:
        return self.releases.root

    def update(self, archive: Path) -> str:
        """Go over to the release in an archive; its version. Raises UpdateFailed, and then nothing has changed."""
        if trials.read(self.root) is not None:
            raise UpdateFailed("another release is on trial: wait until that is over")
        old = self.releases.linked(CURRENT)
        if old is None:
            raise UpdateFailed(f"there is no release in {self.root}")
        self.told(believe(archive, self.key) or f"{archive.name} is signed")
        new = self.releases.unpack(archive)
        if new == old:
            raise UpdateFailed(f"{new} is what runs")
        if fault := self._try_on(new, store_of=old):
            raise UpdateFailed(f"{new} was not taken: {fault}")
        self.releases.turn(PREVIOUS, old)
        trials.write(self.root, Trial(old, new))
        self.releases.turn(CURRENT, new)
        self.host.watch()
        self.told(f"{new} follows {old} as soon as nobody is there")
        return new

    def save(self) -> None:
        """Before a release starts: if it is on trial and has not run yet, the store is kept as it is."""
        trial = trials.read(self.root)
        if trial is None or trial.since or self.releases.linked(CURRENT) != trial.new:
            return
        kept = self.root / SAVED
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(mode=0o700)
        for file in self._files():
            _copy(file, kept)
        trials.write(self.root, trial.begun(self.now(), self._written()))

    def watch(self) -> None:
        """See a trial to its end. Without one there is nothing to do."""
        failed, began = 0, self.now()
        while (trial := trials.read(self.root)) is not None:
            if self.releases.linked(CURRENT) == trial.old:
                self._over()  # It was cut off before it began, or taken back.
                return
            if not trial.since or self.host.closed():
                failed, began = 0, self.now()
            elif ails := self.host.ails(self.releases.place(trial.new)):
                failed += 1
                if failed >= FAILS:
                    self.told(f"{trial.new} fails: {ails}")
                    self.back()
                    return
            else:
                failed = 0
                if self.now() - began >= TRIAL_S:
                    self.told(f"{trial.new} stays")
                    self._over()
                    return
            self.rest(LOOK_S)

    def back(self) -> None:
        """The release before runs again. Raises UpdateFailed where that is impossible; then the new one stays."""
        trial = trials.read(self.root)
        if trial is None:
            raise UpdateFailed("no release is on trial")
        if trial.since and self._try_on(trial.old, store_of=trial.new):
            self.host.stop()
            if self._written() != trial.saved:
                trials.write(self.root, None)
                self.host.begin_anew()
                raise UpdateFailed(
                    f"{trial.old} cannot read the store any more, and something was written since: {trial.new} stays; "
                    "somebody has to come"
                )
            self._put_back()
        self.releases.turn(CURRENT, trial.old)
        self._over()
        self.host.begin_anew()
        self.told(f"{trial.old} runs again")

    def _try_on(self, release: str, store_of: str) -> str:
        """Why a release cannot work on the store as it is now, which another can read; empty if it can."""
        with TemporaryDirectory(prefix="kiosk-update", dir=self.host.store.parent) as folder:
            copy = self.host.copy(self.releases.place(store_of), Path(folder))
            return self.host.fits(self.releases.place(release), copy)

    def _put_back(self) -> None:
        """Each file whole: cut off between two of them, the next who looks after the trial does it again."""
        kept = {one.name: one for one in (self.root / SAVED).iterdir()}
        for one in kept.values():
            _copy(one, self.host.store.parent)
        for file in self._files():
            if file.name not in kept:
                file.unlink()
        os.sync()

    def _files(self) -> list[Path]:
        """The store, its key, what belongs to them."""
        stem = self.host.store.with_suffix("")
        return sorted(one for one in stem.parent.glob(f"{stem.name}.*") if one.is_file())

    def _written(self) -> str:
        """Another one after each entry of the store's logs."""
        digest = sha256()
        for file in self._files():
            if ANCHOR in file.name:
                digest.update(file.read_bytes())
        return digest.hexdigest()

    def _over(self) -> None:
        """The trial is over: what is not used any more goes."""
        trials.write(self.root, None)
        shutil.rmtree(self.root / SAVED, ignore_errors=True)
        self.releases.drop(PREVIOUS)
        self.releases.tidy()


def _copy(file: Path, folder: Path) -> None:
    """With its owner: an update is root's, a store is the terminal's."""
    status, part = file.stat(), folder / f".{file.name}.part"
    shutil.copy2(file, part)
    os.chown(part, status.st_uid, status.st_gid)
    part.rename(folder / file.name)
