"""Open the terminal until its window is closed.

1: no display, or wrong settings; 3: it did not heal; 5: its staff have closed it, and it is not to be begun anew.
"""

import faulthandler
import gc
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from commands.application import application
from commands.house import SIZES, USUAL, House, spoken, takes_language, takes_settings, takes_size
from commands.places import check_settings
from domain.logs.log import Log
from domain.runtime import HALL_TIME

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from adapters.settings import Settings
    from adapters.settings.panel import PanelSettings
    from domain.runtime import Runtime
    from ui.signals import Signals
    from ui.terminal import Terminal
    from viewmodels.backend import Backend
    from viewmodels.worker import Worker

log = Log("kiosk")
LOOK_MS = 5000
"""How often it is looked whether another release is to run."""
PATIENCE_S = 25
"""How long the end may take: a supervisor waits no longer, and what is left undone is found at the next start."""


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    parser.set_defaults(size=None)  # on the full screen: as the screen is
    takes_settings(parser)
    takes_language(parser)
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument(
        "--begins", type=_moment, metavar="TIME", help='what time it is for the demonstration, "2026-11-24 10:24"'
    )


def _moment(text: str) -> datetime:
    """A time of the hall's. Raises ArgumentTypeError."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=HALL_TIME)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no time; say it so: 2026-11-24 10:24") from None


def do(args: Namespace, house: House) -> int:
    if args.begins and args.profile != "demo":
        print("kiosk: only the demonstration can begin at another time", file=sys.stderr)
        return 1
    # What is loaded for the first picture stays, so the collector would look through it for nothing (ui/garbage.py).
    gc.disable()

    from adapters import logs, memory
    from domain.logs import terminal as events
    from ui.display import DisplayError, display, viewed
    from ui.signals import Signals

    signals = Signals()
    logs.start()
    if args.profile == "hall" and not memory.wipes(os.environ):
        log.warning(events.MemoryKept())
    settings: Settings | None = None
    if args.profile == "hall" or args.config or any(name.startswith("KIOSK_") for name in os.environ):
        settings, faults = check_settings(args.config, args.profile, house.runtime.now())
        if settings is None:
            print(*faults, sep="\n", file=sys.stderr)
            return 1
        from adapters.settings.folders import logs_folder

        logs.follow(settings.logs, settings.terminal, logs_folder(settings))
    try:
        with display(os.environ, viewed(SIZES[args.size or USUAL], _has_dock(args))) as sentence:
            if sentence:
                print(f"kiosk: {sentence}", flush=True)
            return _run(args, house, signals, settings, whole=args.fullscreen or bool(sentence))
    except DisplayError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _has_dock(args: Namespace) -> bool:
    return args.profile == "demo" and not args.fullscreen


def _place_dock(terminal: "Terminal", backend: "Backend") -> None:
    from kit.dock.place import place

    place(terminal, backend)
    window = terminal.window.root
    room = window.screen().availableGeometry()
    if not room.contains(window.geometry()) and window.visibility() == window.Visibility.Windowed:
        window.setGeometry(room)  # there may be no window manager
        window.showMaximized()


def _run(args: Namespace, house: House, signals: "Signals", settings: "Settings | None", whole: bool) -> int:
    """`whole`: the window takes all of the display."""
    from PySide6.QtCore import QTimer

    from adapters.release import release
    from adapters.runtime import beginning
    from adapters.supervisor import Supervisor
    from commands.lessons import Lessons
    from domain.terminal.power import Power
    from ui import messages
    from ui.terminal import Terminal

    runtime = beginning(args.begins) if args.begins else house.runtime
    lessons = Lessons(args.size or USUAL, whole, args.language)
    panel = settings.panel if settings else None
    if panel and panel.touch_turned:
        _turn_touch(panel)
    app = application()
    messages.discreet(settings.terminal if settings else "", release())
    supervisor = Supervisor(os.environ)
    terminal = Terminal(
        lambda worker: _open(settings, house, worker, runtime),
        None if args.fullscreen and not args.size else SIZES[args.size or USUAL],
        runtime,
        demo=args.profile == "demo",
        dock=_place_dock if _has_dock(args) else None,
        fullscreen=whole,
        turned=panel.turned if panel else 0,
        power=Power(app.exit, comes_back=supervisor.there),
        said=lambda how: supervisor.status(how or "in service"),
        ready=supervisor.ready,
        language=spoken(args.language),
        teach=lessons.begin,
    )
    terminal.window.watch()
    sys.excepthook = lambda kind, error, trace: terminal.meet(error)
    signals.listen(app, app.exit)
    if supervisor.beat_ms:
        beat = QTimer(app, interval=supervisor.beat_ms)
        beat.timeout.connect(supervisor.alive)
        beat.start()
    _give_way(terminal, app)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    supervisor.stopping()
    faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
    lessons.end()
    terminal.close()
    faulthandler.cancel_dump_traceback_later()
    return code


def _turn_touch(panel: "PanelSettings") -> None:
    from adapters.machine import touch
    from domain.logs import terminal as events

    try:
        touch.turn(panel.touch_turned, panel.touch, os.environ)
    except touch.TouchUnknown:
        log.exception(events.TouchNotTurned())


def _give_way(terminal: "Terminal", app: "QGuiApplication") -> None:
    """Where another release is to run, this one ends as soon as nobody is there; who supervises begins the other."""
    from PySide6.QtCore import QTimer

    def look() -> None:
        from adapters.updating.running import superseded

        if (terminal.shell.attract.state.shown or terminal.failed) and superseded():
            app.exit()

    looking = QTimer(app, interval=LOOK_MS)
    looking.timeout.connect(look)
    looking.start()


def _open(settings: "Settings | None", house: House, worker: "Worker", runtime: "Runtime") -> "Backend":
    """On a worker. Where nothing is set nothing can be wrong, and the first picture did not wait for it."""
    if settings is None:
        from adapters.settings import Settings

        settings = Settings()
    return house.open_backend(settings, worker, runtime=runtime)
