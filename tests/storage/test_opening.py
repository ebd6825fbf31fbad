"""Opening the store: what is made, and everything that can be wrong with a file, its key or its place."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

import storage.engine
from domain.payment.order import Order
from storage import StoreError, open_store
from storage.store import Store
from tests.payment.hall import bill_of, new_order

ROOT = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its mode and bytes."""
    return {f.name: (f.stat().st_mode, f.read_bytes()) for f in folder.iterdir() if f.is_file()}


@contextmanager
def refused(folder: Path, why: str) -> Iterator[None]:
    """Opening fails with a sentence, and no file is made, changed or removed."""
    before = contents(folder)
    with pytest.raises(StoreError, match=why) as error:
        yield
    assert contents(folder) == before
    assert "\n" not in str(error.value)


def reopen(folder: Path) -> Store:
    return open_store(folder / "hall.sqlite", folder / "hall.key")


class TestANewStore:
    def test_it_is_made_with_its_key_for_its_owner_only(self, tmp_path: Path) -> None:
        path, key = tmp_path / "new" / "a.sqlite", tmp_path / "keys" / "a.key"
        open_store(path, key, make_key=True).close()
        assert [f.name for f in path.parent.iterdir()] == ["a.sqlite"]
        assert [oct(p.stat().st_mode)[-3:] for p in (path, key, path.parent)] == ["600", "600", "700"]
        assert open_store(path, key).orders.all() == ()

    def test_its_key_comes_from_the_given_randomness(self, tmp_path: Path) -> None:
        open_store(tmp_path / "a", tmp_path / "k", make_key=True, token=lambda n: bytes(range(n))).close()
        assert (tmp_path / "k").read_text() == bytes(range(32)).hex() + "\n"

    def test_it_is_never_made_where_only_its_key_is_left(self, folder: Path) -> None:
        (folder / "hall.sqlite").unlink()
        with refused(folder, "the store .* is gone and its key is still there: put the store back"):
            open_store(folder / "hall.sqlite", folder / "hall.key", make_key=True)

    def test_what_a_crash_left_half_made_is_made_anew(self, tmp_path: Path) -> None:
        for end in (".new", ".new-journal"):
            (tmp_path / f"a.sqlite{end}").write_bytes(b"half")
        (tmp_path / "a.key.new").write_bytes(b"half")
        open_store(tmp_path / "a.sqlite", tmp_path / "a.key", make_key=True).close()
        assert {f.name for f in tmp_path.iterdir()} == {"a.sqlite", "a.key"}

    def test_every_connection_is_durable_and_strict(self, store: Store) -> None:
        def pragma(name: str) -> object:
            with store.sessions.reading() as session:
                return session.execute(text(f"PRAGMA {name}")).scalar()

        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
        assert pragma("busy_timeout") == 5000 and pragma("cipher_version")

    def test_it_is_made_only_when_that_is_asked_for(self, tmp_path: Path) -> None:
        with refused(tmp_path, "there is no store .*a.sqlite$"):
            open_store(tmp_path / "a.sqlite", tmp_path / "a.key")


class TestTheKey:
    @pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
    def test_others_may_not_read_it(self, folder: Path, mode: int) -> None:
        (folder / "hall.key").chmod(mode)
        with refused(folder, f"mode {mode:04o}: others may read it; it must be 0600"):
            reopen(folder)

    def test_a_lost_key_is_never_made_anew_for_a_store_that_exists(self, folder: Path) -> None:
        (folder / "hall.key").unlink()
        with refused(folder, "key file .* cannot be read: No such file"):
            open_store(folder / "hall.sqlite", folder / "hall.key", make_key=True)

    def test_another_key_opens_nothing(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (folder / "hall.key").write_text("00" * 32)
        with refused(folder, "is damaged, is something else, or has another key"):
            reopen(folder)
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("content", [b"", b"00" * 31, b"00" * 33, b"zz" * 32, b"\xff" * 64])
    def test_a_damaged_key(self, folder: Path, content: bytes) -> None:
        (folder / "hall.key").write_bytes(content)
        with refused(folder, "is damaged: it must hold 64 hexadecimal digits"):
            reopen(folder)

    def test_a_folder_in_its_place(self, folder: Path) -> None:
        (folder / "hall.key").unlink()
        (folder / "hall.key").mkdir()
        with refused(folder, "key file .* cannot be read: Is a directory"):
            reopen(folder)


def flip(file: Path, at: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        (byte,) = opened.read(1)
        opened.seek(at)
        opened.write(bytes([byte ^ 1]))


def plain_sqlite(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE orders (number TEXT)")
        connection.commit()


SPOILT: dict[str, Callable[[Path], object]] = {
    "a plain SQLite file": plain_sqlite,
    "a text": lambda file: file.write_text("not a store\n" * 1000),
    "noise": lambda file: file.write_bytes(bytes((n * n) % 251 for n in range(9000))),
    "one flipped bit at the start": lambda file: flip(file, 5),
    "one flipped bit in the first page": lambda file: flip(file, 1000),
    "the first half of it": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "a few bytes of it": lambda file: file.write_bytes(file.read_bytes()[:100]),
}


class TestTheFile:
    @pytest.mark.parametrize("what", SPOILT)
    def test_something_else_in_its_place(self, folder: Path, what: str) -> None:
        SPOILT[what](folder / "hall.sqlite")
        with refused(folder, "the store .*hall.sqlite (is damaged|cannot be used)"):
            reopen(folder)

    def test_an_empty_file_is_not_taken_for_a_new_store(self, folder: Path) -> None:
        (folder / "hall.sqlite").write_bytes(b"")
        with refused(folder, "is empty: put back a copy, or a backup by ./kiosk restore FILE"):
            reopen(folder)

    def test_a_folder_in_its_place(self, folder: Path) -> None:
        (folder / "hall.sqlite").unlink()
        (folder / "hall.sqlite").mkdir()
        with refused(folder, "the store .* cannot be used: unable to open database file"):
            reopen(folder)

    def test_damage_while_it_is_open_is_noticed_when_it_is_read(self, store: Store, folder: Path) -> None:
        file = folder / "hall.sqlite"
        for page in range(1, file.stat().st_size // 4096):
            flip(file, page * 4096 + 2000)
        with pytest.raises(StoreError, match=r"the store .* failed: "):
            store.orders.all()
        with pytest.raises(StoreError, match=r"the store .* failed: "):
            store.orders.add(new_order("GZT00010000000000001", bill_of(1)))

    def test_a_damaged_page_is_found_by_looking(self, folder: Path) -> None:
        file = folder / "hall.sqlite"
        flip(file, file.stat().st_size - 2000)
        with closing(reopen(folder)) as store:
            assert "HMAC" in (store.problem() or "")

    def test_tables_from_the_future(self, store: Store, folder: Path) -> None:
        with store.sessions.writing() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        store.close()
        with refused(folder, "tables of version 9999: this program is older"):
            reopen(folder)

    def test_a_store_that_somebody_else_holds(
        self, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(storage.engine, "BUSY_SECONDS", 0.0)
        with store.sessions.writing() as session:
            session.connection()
            with pytest.raises(StoreError, match="database is locked"):
                reopen(folder)
        reopen(folder).close()

    def test_an_old_sqlite(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(storage.engine, "OLDEST", (99, 0, 0))
        with refused(folder, "can damage the store; 3.51.3 or later is needed"):
            reopen(folder)


class TestItsPlace:
    def test_a_folder_that_cannot_be_written_to(self, tmp_path: Path) -> None:
        with refused(tmp_path, "the store /proc/.* cannot be made"):
            open_store(Path("/proc/self/a.sqlite"), tmp_path / "a.key", make_key=True)

    def test_a_file_where_a_folder_should_be(self, folder: Path) -> None:
        with refused(folder, "cannot be made: (File exists|Not a directory)"):
            open_store(folder / "hall.key" / "a.sqlite", folder / "a.key", make_key=True)

    def test_a_full_disk_leaves_no_half_store(self, tmp_path: Path) -> None:
        with refused(tmp_path, "the store .* cannot be used"), limit(20_000):
            open_store(tmp_path / "a.sqlite", tmp_path / "a.key", make_key=True)

    def test_a_full_disk_loses_nothing_that_was_acknowledged(self, store: Store) -> None:
        kept: list[Order] = []
        with pytest.raises(StoreError, match=r"the store .* failed: "), limit(200_000):
            for n in count():
                order = new_order(f"GZT0001{n:013d}", bill_of(n))
                store.orders.add(order)
                kept.append(order)
        assert store.orders.all() == tuple(kept) and kept
        store.orders.add(new_order("GZT0001ANOTHER0000000", bill_of(10**6)))
        assert store.problem() is None


@contextmanager
def limit(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: what a full disk does to a write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_importing_is_free_and_opening_leaves_migrations_alone(folder: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from storage import StoreError, open_store
print(sorted({{"sqlalchemy", "sqlcipher3", "cryptography"}} & sys.modules.keys()))
open_store(Path({str(folder / "hall.sqlite")!r}), Path({str(folder / "hall.key")!r})).close()
print("alembic" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "False"]
