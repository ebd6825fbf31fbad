"""Personal data in the store: what is sealed, for where, and that nothing of it lies about in the open."""

from itertools import count
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import inspect, text

from storage.keys import Keys
from storage.sealing import Sealer
from storage.store import Store
from tests.payment.hall import NOON, PEOPLE, ZHANG, bill_of, new_order

KEYS = Keys.of(bytes(32))
SECRET = "520199197803150119"


@pytest.fixture
def sealer() -> Sealer:
    numbers = count(1)
    return Sealer(KEYS, lambda n: next(numbers).to_bytes(n, "big"))


def test_what_is_sealed_opens_again(sealer: Sealer) -> None:
    assert sealer.unseal(sealer.seal("古丽·艾山", "people.name"), "people.name") == "古丽·艾山"


def test_it_is_aes_256_gcm_bound_to_its_place(sealer: Sealer) -> None:
    sealed = sealer.seal(SECRET, "people.number")
    assert len(KEYS.seal) == 32 and sealed[:12] == (1).to_bytes(12, "big")
    assert AESGCM(KEYS.seal).decrypt(sealed[:12], sealed[12:], b"people.number") == SECRET.encode()


def test_the_same_value_never_looks_the_same(sealer: Sealer) -> None:
    assert sealer.seal(SECRET, "people.number")[12:] != sealer.seal(SECRET, "people.number")[12:]


@pytest.mark.parametrize("byte", [0, 11, 12, 20, -1])
def test_a_changed_value_does_not_open(sealer: Sealer, byte: int) -> None:
    sealed = bytearray(sealer.seal(SECRET, "people.number"))
    sealed[byte] ^= 1
    with pytest.raises(InvalidTag):
        sealer.unseal(bytes(sealed), "people.number")


def test_a_moved_value_does_not_open(sealer: Sealer) -> None:
    with pytest.raises(InvalidTag):
        sealer.unseal(sealer.seal(SECRET, "people.number"), "people.name")


def test_another_key_does_not_open(sealer: Sealer) -> None:
    other = Sealer(Keys.of(b"\1" * 32), bytes)
    with pytest.raises(InvalidTag):
        other.unseal(sealer.seal(SECRET, "people.number"), "people.number")
    assert other.digest("a", SECRET) != sealer.digest("a", SECRET)


def test_digests_find_the_same_texts_in_the_same_place_only(sealer: Sealer) -> None:
    digest = sealer.digest("people.number", "201", SECRET)
    assert len(digest) == 32 and digest == sealer.digest("people.number", "201", SECRET)
    others = [("people.name", "201", SECRET), ("people.number", "2015", SECRET[1:]), ("people.number", f"201{SECRET}")]
    assert digest not in {sealer.digest(*other) for other in others}


def test_every_use_has_a_key_of_its_own() -> None:
    keys = {KEYS.file, KEYS.seal, KEYS.digest, bytes(32)}
    assert len(keys) == 4 and {len(key) for key in keys} == {32}
    assert "\\x" not in repr(KEYS)


def test_nothing_personal_is_in_the_rows(store: Store) -> None:
    """Who can read the tables, but has no key for the fields, reads no number and no name."""
    secrets = [secret for person in PEOPLE for secret in (person.number, person.name)]
    with store.sessions.reading() as session:
        tables = inspect(session.connection()).get_table_names()
        cells = [
            cell
            for table in tables
            for row in session.execute(text(f'SELECT * FROM "{table}"'))
            for cell in row
            if isinstance(cell, str | bytes)
        ]
    everything = b"\0".join(cell.encode() if isinstance(cell, str) else cell for cell in cells)
    assert b"520102P" in everything
    assert not [secret for secret in secrets if secret.encode() in everything]


def test_nothing_readable_is_in_the_files(store: Store, folder: Path) -> None:
    """Not even what is no secret: the file and its log are encrypted as a whole."""
    person = store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert person is not None
    order = new_order("GZT00010000000000001", bill_of(person.id))
    store.orders.add(order)
    store.tax.post(order.number, order.bills, NOON, "wechat")
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(files["hall.sqlite-wal"]) > 4096
    words = [ZHANG.number, ZHANG.name, order.number, "520102P", "CREATE TABLE", "SQLite format"]
    assert not [(name, word) for name, content in files.items() for word in words if word.encode() in content]
