"""Open the terminal until its window is closed. 1 if it was out of service."""

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from commands.house import SIZES, USUAL, House, takes_settings, takes_size

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from viewmodels.backend import Backend
    from viewmodels.worker import Worker


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    parser.set_defaults(size=None)  # on the full screen: as the screen is
    takes_settings(parser)
    parser.add_argument("--fullscreen", action="store_true")


def do(args: Namespace, house: House) -> int:
    from adapters import logs
    from ui.display import DisplayError, display, viewed
    from ui.terminal import QmlFault, Terminal

    demo = args.profile == "demo"
    dock = demo and not args.fullscreen
    size = SIZES[args.size or USUAL]
    logs.start()
    try:
        with display(os.environ, viewed(size, dock)) as sentence:
            if sentence:
                print(f"kiosk: {sentence}", flush=True)
            app = house.application()
            terminal = Terminal(
                # Settings are read on a worker: the first picture does not wait for them.
                lambda worker: _open(args, house, worker),
                None if args.fullscreen and not args.size else size,
                house.clock,
                demo=demo,
                dock=dock,
                fullscreen=args.fullscreen or bool(sentence),
            )
            terminal.when_open = lambda: _notify("READY=1")
            terminal.when_failed = lambda reason: _notify(f"STATUS=out of service: {reason}")
            terminal.window.watch(lambda place: terminal.fail(QmlFault(place)))
            sys.excepthook = lambda kind, error, trace: terminal.fail(error)
            _quit_on_signals(app)
            app.exec()
            terminal.close()
            return int(terminal.failed)
    except DisplayError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _open(args: Namespace, house: House, worker: "Worker") -> "Backend":
    from adapters.settings import read

    return house.open_backend(read(args.config, profile=args.profile), worker)


def _quit_on_signals(app: "QGuiApplication") -> None:
    """Ctrl-C and a service manager's SIGTERM close the window as a visitor's staff would."""
    import signal

    from PySide6.QtCore import QTimer

    # Queued: Python may call this amid a window's own event, and to quit destroys the window at once.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, app, app.quit))
    # Python runs signal handlers only between its own instructions, so it is given some.
    beat = QTimer(app, interval=200)
    beat.timeout.connect(lambda: None)
    beat.start()


def _notify(state: str) -> None:
    """Tell the service manager, if there is one (sd_notify)."""
    import socket

    where = os.environ.get("NOTIFY_SOCKET")
    if where:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.sendto(state.encode(), "\0" + where[1:] if where.startswith("@") else where)
