"""暂停服务: whatever cannot be trusted behind the screens is said, and nothing else is offered."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import main
from adapters.settings import Settings
from ui.probe import Kiosk
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.worker import Worker


@contextmanager
def terminal(open_backend: Callable[[Worker], Backend]) -> Iterator[tuple[Terminal, Kiosk]]:
    made = Terminal(open_backend, main.SIZES["1080x1920"], main.hall_clock, demo=True)
    try:
        yield made, Kiosk(made.window.root, made.window.terminal)
    finally:
        made.close()


def backend(path: Path, **given: object) -> Callable[[Worker], Backend]:
    return lambda worker: main.open_backend(Settings(store=path, **given), worker)  # type: ignore[arg-type]


def says(open_backend: Callable[[Worker], Backend]) -> str:
    with terminal(open_backend) as (made, kiosk):
        kiosk.shows("out_of_service")
        assert kiosk.text("text.outcome") == "暂停服务"
        assert made.failed
        assert not kiosk.has("tile.wechat")
        return kiosk.text("text.reason")


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(4096), b"nonsense" * 1000], ids=["plain", "noise"])
def test_a_store_that_is_something_else(qapp: object, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "demo.sqlite"
    path.write_bytes(content)
    key = path.with_suffix(".key")
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    assert "store" in says(backend(path))
    assert path.read_bytes() == content


def test_a_port_in_use(qapp: object, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert str(port) in says(backend(tmp_path / "demo.sqlite", simulator_port=port))


def test_a_hall_without_a_merchant(qapp: object, tmp_path: Path) -> None:
    assert "merchant" in says(
        backend(tmp_path / "hall.sqlite", profile="hall", hall="大厅", city="贵阳市", terminal="T0001")
    )


def test_a_mistake_of_ours_is_named_without_its_message(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_: Worker) -> Backend:
        raise KeyError("520199197803150119")

    assert says(broken) == "KeyError"
    assert "520199" not in capsys.readouterr().err


def test_a_touch_before_the_backend_is_there_is_not_lost(qapp: object, tmp_path: Path) -> None:

    with terminal(backend(tmp_path / "demo.sqlite")) as (_, kiosk):
        kiosk.touch("tile.wechat")
        kiosk.shows("wechat.official_account")
