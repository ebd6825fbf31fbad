"""暂停服务: what cannot be trusted is taken out of service, what may pass comes back, what cannot ends the process."""

import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlComponent

import main
from adapters.settings import Settings
from domain.ports import ForStaff, MayPass
from domain.terminal.power import Power
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.test_staff import enters
from tests.screens.visitor import Visitor
from ui.healing import EXIT_FAILED, LEAVE_S, MISTAKES, WAITS_S
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.worker import Worker

OpenBackend = Callable[[Worker], Backend]


class Console:
    """Who started the terminal: told how it is, and asked to end it."""

    def __init__(self) -> None:
        self.left: list[int] = []
        self.said: list[str] = []


@contextmanager
def terminal(open_backend: OpenBackend, console: Console | None = None) -> Iterator[tuple[Terminal, Kiosk]]:
    told = console or Console()
    made = Terminal(
        open_backend,
        main.SIZES["1080x1920"],
        main.MACHINE,
        demo=True,
        power=Power(told.left.append),
        said=told.said.append,
    )
    try:
        yield made, Kiosk(made.window.root, made.window.terminal)
    finally:
        made.close()


def backend(path: Path, **given: object) -> OpenBackend:
    return lambda worker: main.open_backend(Settings(store=path, **given), worker)  # type: ignore[arg-type]


def pass_seconds(terminal: Terminal, seconds: int) -> None:
    for _ in range(seconds):
        terminal.healing.tick()


def has_tried(kiosk: Kiosk, times: int) -> bool:
    return f"已经试过 {times} 次" in kiosk.text("text.history")


def goes_out_and_ends(open_backend: OpenBackend) -> str:
    """What cannot be tried again here: within a minute the process is ended. Returns what the console was told."""
    console = Console()
    with terminal(open_backend, console) as (made, kiosk):
        kiosk.shows("out_of_service")
        assert kiosk.text("text.outcome") == "暂停服务"
        assert made.failed
        assert not kiosk.has("tile.wechat")
        assert not any(word.isascii() and word.isalpha() for text in kiosk.texts() for word in text.split())
        pass_seconds(made, LEAVE_S - 1)
        assert console.left == []
        pass_seconds(made, 1)
        assert console.left == [EXIT_FAILED]
    assert LEAVE_S < 60
    return console.said[-1]


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(4096), b"nonsense" * 1000], ids=["plain", "noise"])
def test_a_store_that_is_something_else(qapp: object, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "demo.sqlite"
    path.write_bytes(content)
    key = path.with_suffix(".key")
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    assert "store" in goes_out_and_ends(backend(path))
    assert path.read_bytes() == content


def test_a_mistake_of_ours_at_the_start_is_named_without_its_message(
    qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Worker) -> Backend:
        raise KeyError("520199197803150119")

    assert goes_out_and_ends(broken) == "out of service: KeyError"
    assert "520199" not in capsys.readouterr().err


def test_a_port_in_use_is_tried_again_until_it_is_free(qapp: object, tmp_path: Path) -> None:
    console = Console()
    with ExitStack() as held:
        taken = held.enter_context(socket.create_server(("127.0.0.1", 0)))
        port = taken.getsockname()[1]
        with terminal(backend(tmp_path / "demo.sqlite", simulator_port=port), console) as (made, kiosk):
            kiosk.shows("out_of_service")
            assert str(port) in console.said[-1]
            pass_seconds(made, WAITS_S[0])
            kiosk.until(partial(has_tried, kiosk, 1), "a second failure")
            held.close()
            pass_seconds(made, WAITS_S[1])
            kiosk.shows("home")
            kiosk.touch("tile.wechat")
            kiosk.shows("wechat.official_account")
            assert console.said[-1] == ""
            assert console.left == []


@pytest.mark.parametrize("error", [MayPass("it is locked"), ImportError("partially initialized"), OSError("no route")])
def test_what_may_pass_comes_back_within_ten_seconds_of_its_end(qapp: object, tmp_path: Path, error: Exception) -> None:
    troubled = [True]

    def opens(worker: Worker) -> Backend:
        if troubled:
            raise error
        return backend(tmp_path / "demo.sqlite")(worker)

    assert max(WAITS_S) < 10
    with terminal(opens) as (made, kiosk):
        kiosk.shows("out_of_service")
        for tries in range(1, 6):
            pass_seconds(made, max(WAITS_S))
            kiosk.until(partial(has_tried, kiosk, tries), "that it was tried")
        troubled.clear()
        pass_seconds(made, max(WAITS_S))
        kiosk.shows("home")


def test_staff_read_on_their_page_when_and_why(ground: Playground) -> None:
    ground.kiosk.touch("tile.wechat")
    ground.kiosk.shows("wechat.official_account")
    ground.terminal.fail(MayPass("it is locked"))
    assert ground.terminal.failed
    ground.kiosk.until(lambda: ground.kiosk.says("您填过的内容已经清除"), "that nothing is left")
    pass_seconds(ground.terminal, WAITS_S[0])
    ground.kiosk.shows("home")
    enters(ground)
    ground.kiosk.shows("staff.refunds")
    ground.kiosk.until(lambda: any("停过服务：本机内部出了问题" in text for text in ground.kiosk.texts()), "why")


def test_a_fault_of_a_visit_ends_the_visit_and_the_janitor_settles_its_order(
    ground: Playground, visitor: Visitor, kiosk: Kiosk
) -> None:
    visitor.reaches_the_code()
    visitor.scans()
    kiosk.touch("dock.source.card")
    ground.terminal.meet(KeyError("520199197803150119"))
    kiosk.find("understood")
    assert ground.terminal.shell.navigation.screen == "home"
    kiosk.touch("dock.confirm")
    kiosk.until(lambda: ground.orders()[-1].voucher is not None, "the posting")
    kiosk.touch("understood")
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")


def test_too_many_mistakes_in_a_minute_end_the_process(ground: Playground) -> None:
    for _ in range(MISTAKES - 1):
        ground.terminal.healing.meet(KeyError())
        assert not ground.terminal.failed
    ground.terminal.healing.meet(KeyError())
    assert ground.terminal.failed


def test_what_stops_the_terminal_stops_it_wherever_it_comes_up(ground: Playground) -> None:
    ground.terminal.healing.meet(ForStaff("the store is damaged"))
    ground.kiosk.shows("out_of_service")


def test_a_warning_of_qml_is_logged_with_its_screen_and_ends_nothing(
    ground: Playground, kiosk: Kiosk, caplog: pytest.LogCaptureFixture
) -> None:
    ground.terminal.window.watch()
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    component = QQmlComponent(ground.terminal.window.engine)
    component.setData(
        b"import QtQuick\nQtObject { property int a: nothing.b; "
        b'property string c: { throw new Error("520199197803150119") } }',
        QUrl("file:///somewhere/Broken.qml"),
    )
    made = component.create()
    assert isinstance(made, QObject)
    told = [record.getMessage() for record in caplog.records if record.name == "kiosk.window"]
    assert any(
        "QML on wechat.official_account: Broken.qml:2: ReferenceError: nothing is not defined" in t for t in told
    )
    assert any("an exception" in line for line in told)
    assert "520199" not in caplog.text and "somewhere" not in caplog.text
    assert kiosk.has("wechat.official_account")


def test_the_screen_changes_though_nobody_reads_what_the_console_is_told(
    ground: Playground, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    stderr = os.fdopen(writer, "w", buffering=1)
    monkeypatch.setattr("sys.stderr", stderr)
    ground.terminal.fail(RuntimeError("the store's disk has gone"))
    assert ground.terminal.shell.navigation.screen == "out_of_service"
    with suppress(BrokenPipeError):
        stderr.close()


def test_a_touch_before_the_backend_is_there_is_not_lost(qapp: object, tmp_path: Path) -> None:
    with terminal(backend(tmp_path / "demo.sqlite")) as (_, kiosk):
        kiosk.touch("tile.wechat")
        kiosk.shows("wechat.official_account")


def test_damage_that_the_check_finds_takes_the_terminal_out_of_service(
    ground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        ground.terminal.backend = replace(ground.backend, damage=lambda: "page 7 of the store is damaged")
        ground.kiosk.shows("out_of_service")
    assert "page 7 of the store is damaged" in caplog.text
