"""All that can be wrong with a store, looked for at once, also beside a running terminal."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime

from storage.anchor import AnchorFile
from storage.errors import StoreUnsound
from storage.files import Files
from storage.holding import doubt
from storage.keys import Keys, read_key
from storage.opening import Token, open_file


def check(places: Files, at: datetime, token: Token) -> dict[str, str | None]:
    """What is wrong with the pages, the logs of orders, refunds, repayments and cases, and the anchor: None if nothing.

    What it finds is kept in mind by the anchor, or no longer, if the store is sound. Raises StoreError if nobody can
    tell.
    """
    try:
        store = open_file(places.store, places.key, False, token)
    except StoreUnsound as error:
        return {"pages": str(error)}
    keys = Keys.of(read_key(places.key))
    with closing(store):
        found = {name: next(filter(None, look), None) for name, look in store.looks().items()}
        _keep_in_mind(places, keys, next(filter(None, found.values()), None), at)
        try:
            return {**found, "anchor": doubt(places, keys, store)}
        except StoreUnsound as error:
            return {**found, "anchor": str(error)}


def _keep_in_mind(places: Files, keys: Keys, fault: str | None, at: datetime) -> None:
    """What cannot be trusted is left as it is."""
    try:
        file = AnchorFile(places.anchor, keys.anchor)
    except (FileNotFoundError, StoreUnsound):
        return
    with closing(file):
        if fault:
            file.change(lambda anchor: anchor.damaged(fault, at))
        elif file.anchor.damage:
            file.change(lambda anchor: replace(anchor, damage=""))
