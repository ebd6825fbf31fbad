"""What the store says when the power is back, beside what was acknowledged before it went."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from domain.people.insurance import Period
from storage import StoreError, anchor, hold_store, open_store
from storage.backup import back_up
from storage.errors import StoreUnsound
from storage.holding import new_store
from storage.keys import Keys, read_key
from storage.restoring import restore
from storage.store import Store
from tests.cuts.facts import Fact, backups, content, places
from tests.payment.hall import NOON, bill_of, new_order


@dataclass(frozen=True)
class Said:
    """What was acknowledged until the cut, and what would have been after it: the first of these was under way."""

    before: Sequence[Fact]
    after: Sequence[Fact]

    @property
    def under_way(self) -> str:
        return self.after[0].did if self.after else "nothing"

    def may_be(self, what: str) -> set[str]:
        """What the store may say: as it was acknowledged, or with what was under way, whole."""
        last = self.before[-1:]
        following = next((fact for fact in self.after if fact.content), None)
        known = {getattr(fact, what) for fact in (*last, following) if fact and fact.content}
        return known | {fact.found for fact in self.after[:1] if fact.found and what == "content"}

    def __str__(self) -> str:
        last = self.before[-1].did if self.before else "nothing"
        return f"after {len(self.before)} facts, the last of them {last}, with {self.under_way} under way"


def faults(root: Path, said: Said) -> Iterator[str]:
    """What is lost, half-made or contradicts itself, in sentences."""
    try:
        if not said.before:
            yield from _can_be_made(root)
        elif said.under_way == "restoring":
            yield from _can_be_restored(root, said)
        else:
            yield from _anchor(root, said)
            yield from _store(root, said)
        yield from _backups(root, said)
    except StoreError as error:
        yield f"refused: {error}"


def _can_be_made(root: Path) -> Iterator[str]:
    """Nobody was told that there is a store: whoever makes it again has an empty one."""
    try:
        new_store(places(root), os.urandom)
    except StoreError as error:
        if "is there already" not in str(error):
            raise
    with hold_store(places(root)) as store:
        if store.orders.all():
            yield "a new store is not empty"
        yield from _goes_on(store)


def _can_be_restored(root: Path, said: Said) -> Iterator[str]:
    """It is as it was, or as it is to be, or says that it is not to be trusted; and it can be restored again."""
    try:
        yield from _store(root, said)
    except StoreUnsound as error:
        if "not to be trusted" not in str(error):
            raise
    restore(places(root), root / said.after[0].source, NOON + timedelta(days=1), os.urandom)
    with hold_store(places(root)) as store:
        yield from _goes_on(store)


def _anchor(root: Path, said: Said) -> Iterator[str]:
    """An anchor that knows less than was acknowledged would not miss it."""
    files = places(root)
    found = anchor.read(files.anchor, Keys.of(read_key(files.key)).anchor)
    if found is None:
        yield "the anchor is gone"
    elif said.may_be("anchor") and found.told() not in said.may_be("anchor"):
        yield f"the anchor tells another story: {found.told()}"


def _store(root: Path, said: Said) -> Iterator[str]:
    with hold_store(places(root)) as store:
        found = content(store)
        if found not in said.may_be("content"):
            known = [fact.did for fact in said.before if fact.content == found]
            yield f"the store is as after {known[-1]}" if known else "the store is as it never was"
            return
        if said.may_be("damage") and (store.damage() or "") not in said.may_be("damage"):
            yield "damage that was found is forgotten, or was never found"
        yield from _goes_on(store)


def _goes_on(store: Store) -> Iterator[str]:
    store.probe()
    number = len(store.orders.all())
    store.orders.add(new_order(f"GZT0001AFTER{number}", replace(bill_of(1), period=Period(9000 + number, 1))))
    if fault := store.problem():
        yield fault


def _backups(root: Path, said: Said) -> Iterator[str]:
    """Those that were acknowledged are whole. Another is whole too, or does not pretend to be one."""
    known = said.before[-1].backups if said.before else {}
    made = next((fact.backups for fact in said.after if fact.content), known)
    for name in made:
        backup = backups(root) / name
        if name not in known and (not backup.exists() or not backup.stat().st_size):
            backup.unlink(missing_ok=True)
            back_up(places(root), backup, os.urandom)
        elif not backup.exists():
            yield f"{name} is gone"
        else:
            copy = open_store(backup, places(root).key)
            if content(copy) != made[name]:
                yield f"{name} is not what was copied"
            if fault := copy.problem():
                yield f"{name}: {fault}"
            copy.close()
