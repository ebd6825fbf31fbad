"""A playground: the demonstration in a store of its own, on a day on which every flow can be walked."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.runtime import beginning
from adapters.settings import Settings
from domain.words import Catalogues
from kit.dock.place import place as place_dock
from kit.play.playground import Playground, playing
from ui.terminal import Beside, Terminal
from viewmodels.backend import Backend
from viewmodels.words.language import Language
from viewmodels.worker import Worker

PLAYED, PAGE_S, POLL_MS = 3, 0.2, 100
"""When playing, chance has it that captchas show four fives, a page is printed at once, and orders are asked often."""


def nothing() -> None:
    """Nobody looks after a playground, and its papers tell of a fault in time: no template is tried before."""


@contextmanager
def playground(
    open_backend: Callable[..., Backend],
    morning: datetime,
    size: tuple[int, int] | None,
    folder: Path | None = None,
    catalogues: Catalogues | None = None,
    beside: Beside | None = None,
    bureau: bool = False,
) -> Iterator[Playground]:
    """Kept in `folder` or thrown away. It begins at the time `morning`, whatever the day really is.

    It can be told to speak the languages of `catalogues`. The dock stands beside it, or what `beside` puts there.
    Without a size it fills the screen. On a `bureau` it stands on one that is started for it.
    """
    with ExitStack() as opened:
        place = folder or Path(opened.enter_context(TemporaryDirectory(prefix="kiosk-")))
        settings = Settings(store=place / "demo.sqlite", demo_bureau=bureau)
        runtime = beginning(morning)

        def opens(worker: Worker) -> Backend:
            backend = open_backend(settings, worker, POLL_MS, runtime, PAGE_S, lambda n: min(PLAYED, n - 1))
            return replace(backend, warm_up=nothing)

        terminal = Terminal(
            opens,
            size,
            runtime,
            demo=True,
            dock=beside or place_dock,
            fullscreen=size is None,
            rest_s=0,
            language=Language(catalogues),
        )
        yield opened.enter_context(playing(terminal, docked=beside is None))
