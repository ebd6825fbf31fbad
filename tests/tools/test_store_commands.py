"""The commands of the store, as staff give them: init, backup, restore, check; and a hall that has no store."""

import json
import shutil
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

import main
from adapters.settings import Settings, read
from domain.ports import ForStaff
from kit.people.store import fill
from storage import hold_store
from storage.store import Store
from tests.payment.hall import BOOK, NOON, PEOPLE
from tests.storage.selling import sells
from viewmodels.worker import Worker


class Hall:
    """A hall's settings, and its commands."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.config = folder, folder / "kiosk.toml"
        store = folder / "data" / "hall.sqlite"
        said = f'store = "{store}"\nterminal = "T0007"\nhall = "大厅"\ncity = "贵阳市"\n'
        self.config.write_text(said, "utf-8")

    def does(self, *words: str | Path) -> int:
        command, *rest = words
        return main.main([str(command), "--profile", "hall", "--config", str(self.config), *map(str, rest)])

    @property
    def settings(self) -> Settings:
        return read(self.config, profile="hall")

    @property
    def store(self) -> Path:
        return main.store_files(self.settings).store

    def held(self) -> AbstractContextManager[Store]:
        return hold_store(main.store_files(self.settings))


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return Hall(tmp_path)


@pytest.fixture
def running(hall: Hall, capsys: pytest.CaptureFixture[str]) -> Hall:
    """With a store in which somebody has paid."""
    assert hall.does("init") == 0
    with hall.held() as store:
        fill(store, PEOPLE, BOOK, NOON.date())
        sells(store, 1)
    capsys.readouterr()
    return hall


def test_a_hall_without_a_store_is_out_of_service_and_told_how_to_make_one(hall: Hall) -> None:
    with pytest.raises(ForStaff, match=r"there is no store .*: \./kiosk init --profile hall --config FILE makes one"):
        main.open_backend(hall.settings, Worker())
    assert not hall.store.parent.exists()


def test_init_makes_what_a_hall_runs_on(hall: Hall, capsys: pytest.CaptureFixture[str]) -> None:
    assert hall.does("init") == 0
    assert capsys.readouterr().out.startswith(f"a new store {hall.store} with its key")
    with hall.held() as store:
        assert store.orders.all() == ()
    assert hall.does("init") == 1
    assert capsys.readouterr().err == (
        f"kiosk: {hall.store} is there already: a new store is made only where there is none\n"
    )


def test_a_hall_whose_store_is_gone_makes_no_other(running: Hall) -> None:
    running.store.unlink()
    with pytest.raises(ForStaff, match="is gone and its key is still there"):
        main.open_backend(running.settings, Worker())
    assert running.does("init") == 1 and not running.store.exists()


def test_a_day_of_staff(running: Hall, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A backup in the morning, a payment, the disk is lost at noon."""
    backup = tmp_path / "morning"
    with running.held() as store:
        assert running.does("backup", backup) == 0
        sells(store, 2)
    assert running.does("check") == 0
    looks = ("pages", "orders", "refunds", "cases", "repayments", "anchor")
    assert capsys.readouterr().out.split()[-12:] == [word for look in looks for word in (look, "sound")]
    shutil.copy(backup, running.store)
    assert running.does("check") == 1
    assert "older than its anchor: 5 changes, 4 order," in capsys.readouterr().out
    with pytest.raises(ForStaff, match="not to be trusted: it is older than its anchor"):
        main.open_backend(running.settings, Worker())
    assert running.does("restore", backup) == 0
    said = capsys.readouterr().out
    assert "lost are 5 changes, 4 order, 0 refund, 0 repayment and 0 case events: numbers go on above them" in said
    assert running.does("check") == 0
    with running.held() as store:
        assert len(store.orders.all()) == 1


def test_a_store_is_accepted_as_it_is(running: Hall, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    running.store.with_name("hall.sqlite.anchor").unlink()
    with pytest.raises(ForStaff, match="its anchor is gone"):
        main.open_backend(running.settings, Worker())
    assert running.does("restore", "--as-it-is") == 0
    assert "numbers go on 1000 above" in capsys.readouterr().out
    with running.held() as store:
        assert len(store.orders.all()) == 1


def test_nothing_is_restored_while_a_terminal_runs(
    running: Hall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert running.does("backup", tmp_path / "morning") == 0
    with running.held():
        assert running.does("restore", tmp_path / "morning") == 1
    assert "another program runs on the store" in capsys.readouterr().err


def test_check_as_json(running: Hall, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.does("check", "--json") == 0
    looks = dict.fromkeys(("pages", "orders", "refunds", "repayments", "cases", "anchor"))
    assert json.loads(capsys.readouterr().out) == {"sound": True, "store": str(running.store), **looks}
    with running.store.open("r+b") as file:
        file.seek(running.store.stat().st_size // 2)
        file.write(b"spoilt")
    assert running.does("check", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False and "HMAC" in told["pages"]
    running.store.unlink()
    assert running.does("check", "--json") == 2
    assert json.loads(capsys.readouterr().out)["sound"] is None


def test_what_is_not_there_is_said_in_one_line(hall: Hall, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [hall.does("backup", tmp_path / "b"), hall.does("restore", tmp_path / "b"), hall.does("check")] == [1, 1, 2]
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3 and all(line.startswith("kiosk: there is no ") for line in lines)
    assert [file.name for file in tmp_path.iterdir()] == ["kiosk.toml"]
