"""One terminal on one store, and an anchor that knows how far it had come: whatever is put in its place is known."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import Files, StoreError, hold_store, open_store
from storage.anchor import AnchorFile
from storage.errors import StoreUnsound
from storage.holding import new_store
from storage.keys import Keys, read_key
from storage.rows import CounterRow
from tests.payment.hall import NOON, bill_of, new_order
from tests.storage.selling import counters, sells
from tests.storage.test_opening import contents, flip, refused


@pytest.fixture
def files(folder: Path) -> Files:
    """A store that has never had an anchor."""
    return Files(folder / "hall.sqlite", folder / "hall.key")


def copied(files: Files, end: str) -> Path:
    """The store as it lies there now, under another name."""
    return Path(shutil.copy(files.store, files.beside(end)))


class TestTheLock:
    def test_a_second_program_is_refused_in_one_line(self, files: Files) -> None:
        with hold_store(files) as store:
            sells(store, 1)
            with refused(files.store.parent, "another program runs on the store .*hall.sqlite: end that one first"):
                hold_store(files).__enter__()
            sells(store, 2)
        with hold_store(files) as store:
            assert len(store.orders.all()) == 2

    def test_two_first_starts_at_once_make_one_store(self, tmp_path: Path) -> None:
        files = Files(tmp_path / "a.sqlite", tmp_path / "a.key")
        with hold_store(files, make=True), pytest.raises(StoreError, match="another program runs"):
            hold_store(files, make=True).__enter__()

    def test_it_is_let_go_when_opening_fails(self, files: Files) -> None:
        key = files.key.read_bytes()
        files.key.write_text("00" * 32)
        with pytest.raises(StoreUnsound):
            hold_store(files).__enter__()
        files.key.write_bytes(key)
        with hold_store(files):
            pass

    def test_whoever_only_reads_is_let_in(self, files: Files) -> None:
        with hold_store(files) as store:
            sells(store, 1)
            beside = open_store(files.store, files.key)
            assert beside.orders.all() == store.orders.all() and beside.problem() is None
            beside.close()
            sells(store, 2)


class TestWhatIsMade:
    @pytest.mark.parametrize("make", [True, False])
    def test_a_key_without_its_store_is_never_a_new_store(self, files: Files, make: bool) -> None:
        files.store.unlink()
        with pytest.raises(StoreError, match="is gone and its key is still there: put the store back"):
            hold_store(files, make=make).__enter__()
        assert not files.store.exists()

    @pytest.mark.parametrize("make", [True, False])
    def test_a_store_without_its_key_is_never_given_a_new_one(self, files: Files, make: bool) -> None:
        files.key.unlink()
        with pytest.raises(StoreError, match=r"key file .* cannot be read"):
            hold_store(files, make=make).__enter__()
        assert not files.key.exists()

    def test_an_anchor_alone_is_no_new_store(self, files: Files) -> None:
        with hold_store(files):
            pass
        files.store.unlink()
        files.key.unlink()
        with pytest.raises(StoreError, match="its anchor is still there"):
            hold_store(files, make=True).__enter__()

    def test_where_nothing_may_be_made_nothing_is_touched(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"there is no store .*: \./kiosk init --profile hall --config FILE makes"):
            hold_store(Files(tmp_path / "far" / "a.sqlite", tmp_path / "far" / "a.key")).__enter__()
        assert not list(tmp_path.iterdir())

    def test_a_new_store_has_all_three_for_its_owner_only(self, tmp_path: Path) -> None:
        files = Files(tmp_path / "a.sqlite", tmp_path / "keys" / "a.key")
        new_store(files, bytes)
        assert [oct(f.stat().st_mode)[-3:] for f in (files.store, files.key, files.anchor)] == ["600"] * 3
        with hold_store(files) as store:
            assert store.orders.all() == ()

    @pytest.mark.parametrize("there", ["store", "key", "anchor"])
    def test_a_new_store_is_made_only_where_there_is_none_of_them(self, tmp_path: Path, there: str) -> None:
        files = Files(tmp_path / "a.sqlite", tmp_path / "a.key")
        getattr(files, there).write_text("x")
        with refused(tmp_path, "is there already"):
            new_store(files, bytes)

    def test_one_that_was_cut_off_before_its_last_step_is_finished(self, tmp_path: Path) -> None:
        files = Files(tmp_path / "a.sqlite", tmp_path / "a.key")
        open_store(files.store, files.key, make_key=True).close()
        files.store.rename(files.new)
        with hold_store(files) as store:
            assert store.orders.all() == ()
        assert not files.new.exists()


def truncated(files: Files) -> None:
    with files.store.open("r+b") as file:
        file.truncate(files.store.stat().st_size - 8192)


def forged(files: Files) -> None:
    files.anchor.write_bytes(files.anchor.read_bytes().replace(b'"writes": 1', b'"writes": 9'))


class TestTheAnchor:
    def test_it_follows_every_change(self, files: Files) -> None:
        key = Keys.of(read_key(files.key)).anchor
        with hold_store(files) as store:
            for n in range(5):
                sells(store, n)
                kept = AnchorFile(files.anchor, key)
                assert kept.anchor.counters == counters(store)
                kept.close()
            store.tax.open_account(1, "19912345678")
            kept = AnchorFile(files.anchor, key)
            assert kept.anchor.counters == counters(store)
            kept.close()

    def test_what_changes_nothing_is_not_counted(self, files: Files) -> None:
        with hold_store(files) as store:
            voucher = sells(store, 1)
            before = counters(store)
            order = store.orders.all()[0]
            assert store.tax.post(order.number, order.bills, NOON, "wechat") == voucher
            assert counters(store) == before

    def test_an_older_copy_is_known(self, files: Files) -> None:
        with hold_store(files) as store:
            sells(store, 1)
        older = copied(files, ".older")
        with hold_store(files) as store:
            sells(store, 2)
        older.replace(files.store)
        lost = "5 changes, 4 order, 0 refund, 0 repayment and 0 case events"
        with refused(files.store.parent, f"older than its anchor: {lost}"):
            hold_store(files).__enter__()

    def test_a_lost_log_is_known(self, files: Files) -> None:
        """The store as it is when the power fails, without the file in which SQLite keeps the latest."""
        with ExitStack() as running:
            store = running.enter_context(hold_store(files))
            sells(store, 1)
            assert files.beside("-wal").stat().st_size
            left = copied(files, ".left")
        left.replace(files.store)
        with pytest.raises(StoreUnsound, match="older than its anchor"):
            hold_store(files).__enter__()

    def test_a_copy_with_its_log_is_as_good_as_the_store(self, files: Files, tmp_path: Path) -> None:
        with hold_store(files) as store:
            sells(store, 1)
            shutil.copytree(tmp_path, crashed := tmp_path / "crashed")
        with hold_store(Files(crashed / "hall.sqlite", crashed / "hall.key")) as store:
            assert len(store.orders.all()) == 1

    def test_a_truncated_store_is_known(self, files: Files) -> None:
        with hold_store(files) as store:
            sells(store, 1)
        truncated(files)
        with pytest.raises(StoreError, match=r"damaged|malformed|older"), hold_store(files) as store:
            raise StoreError(store.problem())

    def test_a_store_that_is_ahead_is_not_suspected(self, files: Files) -> None:
        """The power fails between the commit and the anchor."""
        with hold_store(files) as store:
            sells(store, 1)
        before = files.anchor.read_bytes()
        with hold_store(files) as store:
            voucher = sells(store, 2)
        files.anchor.write_bytes(before)
        with hold_store(files) as store:
            assert int(sells(store, 3)) == int(voucher) + 1

    def test_another_past_of_the_same_length_is_known(self, files: Files) -> None:
        with hold_store(files) as store:
            sells(store, 1)
        older = copied(files, ".older"), files.anchor.read_bytes()
        with hold_store(files) as store:
            sells(store, 2)
        latest = files.anchor.read_bytes()
        older[0].replace(files.store)
        files.anchor.write_bytes(older[1])
        with hold_store(files) as store:
            sells(store, 3)
        files.anchor.write_bytes(latest)
        with pytest.raises(StoreUnsound, match="its order_events are not those that its anchor knows"):
            hold_store(files).__enter__()

    @pytest.mark.parametrize(
        ("spoil", "why"),
        [
            (lambda files: files.anchor.unlink(), "its anchor is gone"),
            (lambda files: files.anchor.write_bytes(b""), "damaged, forged, or that of another store"),
            (lambda files: flip(files.anchor, 20), "damaged, forged, or that of another store"),
            (
                lambda files: files.anchor.write_bytes(
                    files.anchor.read_bytes().replace(b'"writes": 1', b'"writes": 9')
                ),
                "damaged, forged, or that of another store",
            ),
        ],
        ids=["gone", "empty", "one bit", "forged"],
    )
    def test_an_anchor_that_cannot_be_trusted(self, files: Files, spoil: Callable[[Files], object], why: str) -> None:
        with hold_store(files):
            pass
        both = files.anchor.read_bytes()
        files.anchor.write_bytes(both[:65536] + bytes(65536))
        spoil(files)
        with pytest.raises(StoreUnsound, match=why):
            hold_store(files).__enter__()

    def test_the_anchor_of_another_store_under_the_same_key(self, files: Files, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        other = Files(tmp_path / "other" / "hall.sqlite", files.key)
        shutil.copy(files.store, other.store)
        for one in (files, other):
            with hold_store(one) as store:
                sells(store, 1)
        shutil.copy(other.anchor, files.anchor)
        with pytest.raises(StoreUnsound, match="another store than the one that its anchor was made for"):
            hold_store(files).__enter__()

    @pytest.mark.parametrize("place", [0, 65536])
    def test_a_write_that_was_cut_off_leaves_the_one_before(self, files: Files, place: int) -> None:
        with hold_store(files) as store:
            for n in range(3):
                sells(store, n)
        with files.anchor.open("r+b") as file:
            file.seek(place + 100)
            file.write(b"half")
        with hold_store(files) as store:
            sells(store, 3)

    def test_nothing_is_begun_while_it_cannot_be_written(self, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
        with hold_store(files) as store:
            sells(store, 1)
            whole = files.anchor.read_bytes()
            files.anchor.write_bytes(bytes(len(whole)))
            store.orders.add(new_order("GZTLAST00000000000000", bill_of(100)))
            with pytest.raises(StoreError, match="the anchor"):
                store.orders.add(new_order("GZTNEVER0000000000000", bill_of(101)))
            files.anchor.write_bytes(whole)
            store.orders.add(new_order("GZTAGAIN0000000000000", bill_of(102)))
            assert len(store.orders.all()) == 3
        with hold_store(files):
            pass

    def test_many_counters_fit(self, files: Files) -> None:
        with hold_store(files) as store:
            with store.sessions.writing() as session:
                session.add_all(
                    CounterRow(name=f"agreements/{a}/{y}", value=999999) for a in range(90) for y in range(9)
                )
            sells(store, 1)
        with hold_store(files) as store:
            sells(store, 2)

    def test_damage_is_kept_in_mind_over_restarts(self, files: Files) -> None:
        with hold_store(files) as store:
            assert store.damage() is None
            store.mark_damage("page 7 is damaged", NOON)
            store.mark_damage("page 8 is damaged", NOON + timedelta(days=1))
        with hold_store(files) as store:
            sells(store, 1)
            assert store.damage() == "page 7 is damaged (found 2026-11-23T04:00+00:00)"

    def test_whoever_comes_after_it_was_closed_writes_nowhere(self, files: Files, tmp_path: Path) -> None:
        """A thread that was not waited for any longer."""
        with hold_store(files) as store:
            sells(store, 1)
        with (tmp_path / "another").open("w+b") as another:
            with pytest.raises(StoreError, match=r"the anchor .* cannot be written: it was closed"):
                store.mark_damage("late", NOON)
            assert another.read() == b"" and store.damage() is None

    def test_it_is_told_in_a_line(self, files: Files) -> None:
        with hold_store(files) as store:
            first = store.told()
            sells(store, 1)
            assert first != store.told() and "order_events 4" in store.told() and "\n" not in store.told()


def test_what_a_probe_writes_is_counted_and_nothing_else(files: Files) -> None:
    with hold_store(files) as store:
        before = counters(store)
        names = set(contents(files.store.parent))
        store.probe()
        after = counters(store)
        assert {name for name in after if after[name] != before.get(name)} == {"probes", "writes"}
        assert set(contents(files.store.parent)) == names and store.problem() is None
        with store.sessions.reading() as session:
            assert session.execute(text("SELECT count(*) FROM order_events")).scalar() == 0
