"""A terminal that stands for a whole file: its tests are visitors, one after the other, who keep nothing there."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copytree

import main
from kit.play.playground import Playground
from ui.terminal import Terminal


class Standing:
    """Opened for the first of them, with a copy in `folder` of the store that is `filled`.

    A visit that does not end at Home spoils it, and the next has a new one: no test knows how another went.
    """

    def __init__(self, size: str, filled: Path, folder: Path) -> None:
        self.size, self._filled, self._folder = size, filled, folder
        self._opened = ExitStack()
        self._terminal: Terminal | None = None
        self._stores = 0

    @contextmanager
    def visit(self) -> Iterator[Playground]:
        """From Home, by a hand of one's own, and to Home again."""
        with ExitStack() as spoilt:
            spoilt.callback(self.close)
            ground = Playground(self._terminal or self._open())
            window = ground.terminal.window.root
            window.requestActivate()  # another terminal may have stood before it meanwhile
            ground.kiosk.until(window.isActive, "the window in front")
            yield ground
            self._leave(ground)
            spoilt.pop_all()

    def close(self) -> None:
        self._terminal = None
        self._opened.close()

    def _open(self) -> Terminal:
        self._stores += 1
        store = copytree(self._filled, self._folder / str(self._stores))
        self._terminal = self._opened.enter_context(main.playground(main.SIZES[self.size], store)).terminal
        return self._terminal

    def _leave(self, ground: Playground) -> None:
        """What was chosen at Home goes with the next visit from there."""
        navigation = ground.terminal.shell.navigation
        if navigation.session is None:
            navigation.begin("wechat")
        navigation.home()
        ground.kiosk.shows("home")
        ground.kiosk.settle()
