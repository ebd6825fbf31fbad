"""Backups: made while others write, whole, and put back with numbers above all that was ever given."""

import shutil
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from storage import Files, StoreError, hold_store, open_store
from storage.backup import back_up
from storage.checking import check
from storage.errors import StoreUnavailable
from storage.losses import LEAP
from storage.restoring import Restored, restore
from tests.payment.hall import NOON
from tests.storage.selling import counters, sells
from tests.storage.test_opening import contents, flip, limit, refused


@pytest.fixture
def files(folder: Path) -> Files:
    return Files(folder / "hall.sqlite", folder / "hall.key")


@pytest.fixture
def backup(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup after one payment; another was taken since."""
    target = tmp_path_factory.mktemp("backups") / "monday"
    with hold_store(files) as store:
        sells(store, 1)
        back_up(files, target, bytes)
        sells(store, 2)
    return target


def restored(files: Files, source: Path, days: int = 0) -> Restored:
    return restore(files, source, NOON + timedelta(days=days), bytes)


class TestABackup:
    def test_it_is_made_while_others_write(self, files: Files, tmp_path: Path) -> None:
        begun, enough = Event(), Event()

        def writes() -> None:
            n = 0
            while not enough.is_set():
                sells(store, n := n + 1)
                begun.set()

        with hold_store(files) as store:
            terminal = Thread(target=writes)
            terminal.start()
            assert begun.wait(60)
            for n in range(3):
                back_up(files, tmp_path / f"backup{n}", bytes)
            enough.set()
            terminal.join()
            assert store.problem() is None
        sold = []
        for n in range(3):
            copy = open_store(tmp_path / f"backup{n}", files.key)
            assert copy.problem() is None
            sold.append(counters(copy)["order_events"])
            copy.close()
        assert sold == sorted(sold)

    def test_it_is_one_encrypted_file_for_its_owner(self, backup: Path) -> None:
        assert [file.name for file in backup.parent.iterdir()] == ["monday"]
        assert oct(backup.stat().st_mode)[-3:] == "600" and b"SQLite" not in backup.read_bytes()

    def test_it_overwrites_nothing(self, files: Files, backup: Path) -> None:
        with refused(backup.parent, "is there already: a backup overwrites nothing"):
            back_up(files, backup, bytes)

    @pytest.mark.parametrize("place", ["/proc/self/backup", "gone/backup"])
    def test_where_none_can_be_made(self, files: Files, tmp_path: Path, place: str) -> None:
        with refused(tmp_path, r"the backup .* cannot be made|cannot be used"):
            back_up(files, tmp_path / place, bytes)

    def test_a_full_disk_keeps_none(self, files: Files, tmp_path: Path) -> None:
        with pytest.raises(StoreUnavailable), limit(100_000):
            back_up(files, tmp_path / "backup", bytes)
        assert not list(tmp_path.glob("backup*"))

    def test_a_damaged_store_gives_none(self, files: Files, tmp_path: Path) -> None:
        flip(files.store, files.store.stat().st_size // 2)
        with refused(tmp_path, "is damaged and was not copied: HMAC"):
            back_up(files, tmp_path / "backup", bytes)


class TestRestoring:
    def test_numbers_go_on_above_the_anchor_and_what_is_lost_is_told(self, files: Files, backup: Path) -> None:
        with hold_store(files) as store:
            given = counters(store)
        done = restored(files, backup)
        assert str(done.lost) == "5 changes, 4 order, 0 refund, 0 repayment and 0 case events"
        with hold_store(files) as store:
            assert len(store.orders.all()) == 1 and store.problem() is None
            assert int(sells(store, 3)[2:]) == given["vouchers"] + 1
            assert counters(store)["order_events"] == given["order_events"] + 4
            assert store.problem() is None
        with hold_store(files) as store:
            assert len(store.orders.all()) == 2

    def test_the_store_before_it_is_kept_whole(self, files: Files, backup: Path) -> None:
        before = files.store.read_bytes()
        aside = restored(files, backup).aside
        assert aside is not None and aside.name == "hall.sqlite.20261123-040000" and aside.read_bytes() == before
        put_back = restored(files, aside, days=1)
        with hold_store(files) as store:
            assert len(store.orders.all()) == 2 and store.problem() is None
        assert put_back.lost is not None and put_back.lost.order_events == 0

    def test_what_was_set_aside_is_known_when_it_is_only_copied_back(self, files: Files, backup: Path) -> None:
        aside = restored(files, backup).aside
        assert aside
        shutil.copy(aside, files.store)
        with pytest.raises(StoreError, match="not to be trusted"):
            hold_store(files).__enter__()

    def test_two_losses_one_after_the_other(self, files: Files, backup: Path) -> None:
        restored(files, backup)
        restored(files, backup, days=1)
        with hold_store(files) as store:
            sells(store, 3)
        restored(files, backup, days=2)
        with hold_store(files) as store:
            assert store.problem() is None
            sells(store, 4)
            assert store.problem() is None
        assert not any(check(files, NOON, bytes).values())

    def test_only_while_no_terminal_runs(self, files: Files, backup: Path) -> None:
        with hold_store(files), refused(files.store.parent, "another program runs on the store"):
            restored(files, backup)

    def test_a_damaged_backup_changes_nothing(self, files: Files, backup: Path) -> None:
        flip(backup, backup.stat().st_size - 2000)
        with refused(files.store.parent, r"cannot take the store's place|damaged"):
            restored(files, backup)

    @pytest.mark.parametrize("what", ["gone", "empty", "another key's", "another store's"])
    def test_what_is_no_backup_of_this_store(self, files: Files, backup: Path, tmp_path: Path, what: str) -> None:
        other = tmp_path / "other"
        other.mkdir()
        match what:
            case "empty":
                (other / "a").touch()
            case "another key's":
                open_store(other / "a", other / "k", make_key=True).close()
            case "another store's":
                shutil.copy(files.key, other / "k")
                shutil.copy(tmp_path / "hall.sqlite", other / "a")
                files.anchor.rename(other / "anchor")
                files.store.rename(other / "store")
                open_store(files.store, tmp_path / "new.key", make_key=True).close()
                shutil.copy(tmp_path / "new.key", files.key)
                with hold_store(files):
                    pass
        with refused(files.store.parent, r"no backup|is empty|another key"):
            restored(files, other / "a")

    def test_a_backup_of_another_store_under_the_same_key(self, files: Files, backup: Path, origin: Path) -> None:
        for file in (files.store, files.anchor):
            file.unlink()
        shutil.copy(origin / "hall.sqlite", files.store)
        with hold_store(files):
            pass
        with refused(files.store.parent, "of another store than the one that was here"):
            restored(files, backup)

    def test_where_store_and_anchor_are_gone_numbers_leap(self, files: Files, backup: Path) -> None:
        with hold_store(files) as store:
            given = counters(store)
        files.store.unlink()
        files.anchor.unlink()
        done = restored(files, backup)
        assert done.lost is None and done.aside is None
        with hold_store(files) as store:
            assert given["vouchers"] < int(sells(store, 3)[2:]) <= given["vouchers"] + LEAP
            assert store.problem() is None

    def test_a_store_that_is_accepted_as_it_is(self, files: Files, backup: Path) -> None:
        with hold_store(files) as store:
            given = counters(store)
        shutil.copy(backup, files.store)
        with pytest.raises(StoreError, match="not to be trusted"):
            hold_store(files).__enter__()
        done = restored(files, files.store)
        assert done.lost is not None and done.lost.order_events == 4
        with hold_store(files) as store:
            assert int(sells(store, 3)[2:]) == given["vouchers"] + 1

    def test_what_the_power_cut_left_in_the_log_is_restored_as_well(self, files: Files, tmp_path: Path) -> None:
        with hold_store(files) as store:
            sells(store, 1)
            shutil.copytree(files.store.parent, crashed := tmp_path / "crashed")
        left = Files(crashed / "hall.sqlite", crashed / "hall.key")
        assert left.beside("-wal").stat().st_size
        restored(left, left.store)
        with hold_store(left) as store:
            assert len(store.orders.all()) == 1

    def test_it_takes_the_mark_of_damage_away(self, files: Files, backup: Path) -> None:
        with hold_store(files) as store:
            store.mark_damage("page 7", NOON)
        restored(files, backup)
        with hold_store(files) as store:
            assert store.damage() is None

    @pytest.mark.parametrize("step", ["_set_aside", "files.keep", "_anchor"])
    def test_cut_off_it_can_be_done_again(
        self, files: Files, backup: Path, step: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Each time at the point after which the next thing is changed."""

        def stops(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(f"storage.restoring.{step}", stops)
            restored(files, backup)
        restored(files, backup, days=1)
        with hold_store(files) as store:
            assert len(store.orders.all()) == 1 and store.problem() is None
        assert ".restored" not in "".join(contents(files.store.parent))


class TestChecking:
    def test_a_sound_store(self, files: Files, backup: Path) -> None:
        looks = ("pages", "orders", "refunds", "repayments", "cases", "anchor")
        assert check(files, NOON, bytes) == dict.fromkeys(looks)

    def test_beside_a_terminal_that_writes(self, files: Files) -> None:
        with hold_store(files) as store:
            for n in range(5):
                sells(store, n)
                assert not any(check(files, NOON, bytes).values())

    def test_what_it_finds_is_kept_in_mind_until_it_finds_nothing(self, files: Files, backup: Path) -> None:
        whole = files.store.read_bytes()
        flip(files.store, files.store.stat().st_size - 2000)
        found = check(files, NOON, bytes)
        assert "HMAC" in (found["pages"] or "")
        files.store.write_bytes(whole)
        with hold_store(files) as store:
            assert "HMAC" in (store.damage() or "")
            assert not any(check(files, NOON, bytes).values())
            assert store.damage() is None

    def test_an_older_store(self, files: Files, backup: Path) -> None:
        shutil.copy(backup, files.store)
        assert "older than its anchor" in (check(files, NOON, bytes)["anchor"] or "")

    def test_where_there_is_none_nobody_can_tell(self, tmp_path: Path) -> None:
        with refused(tmp_path, "there is no store"):
            check(Files(tmp_path / "a.sqlite", tmp_path / "a.key"), NOON, bytes)
