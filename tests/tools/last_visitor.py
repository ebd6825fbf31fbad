"""What of the last visitor stands in a terminal's memory, and for how long: `scripts/last-visitor`.

Two visits are played in a terminal of its own process, which is made to stand still so many seconds after each, and is
read from outside. Names, numbers, cards and phones are looked for as they were typed. Exit 1 if any is left at last.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import main
from adapters.memory import WIPING
from adapters.settings import Settings
from kit.people.reading import people_from_toml
from kit.simulators.wechat.simulator import WeChatSimulator
from kit.walks import WALKS
from kit.walks.money import CARD, PHONE
from tests.screens.hall import hall
from tests.tools.apart import Apart, apart

AFTER_S = (0.2, 0.8, 4.0)
"""One after the other, since the end of the visit: 0.2, 1 and 5 seconds, without the time that reading takes."""
ELSEWHERE = {PHONE}
"""What the pretended SMS service and bank remember for as long as they run, which are not on a hall's terminal."""
NUMBER, NAME = "520199197803150119", "张建国"


@contextmanager
def simulated() -> Iterator[WeChatSimulator]:
    simulator = WeChatSimulator(main.MACHINE.now, main.MACHINE)
    simulator.start()
    try:
        yield simulator
    finally:
        simulator.stop()


def enters(terminal: Apart) -> None:
    """Somebody proves who they are, and begins to choose what to pay."""
    terminal.do("touch tile.wechat", "shows wechat.official_account", "touch next", "shows wechat.identify")
    terminal.type(NUMBER)
    terminal.do("touch key.next")
    terminal.write(NAME)
    terminal.do("touch next", "shows wechat.menu", "touch item.flexible_self", "shows wechat.confirm_flexible")


def signs(terminal: Apart) -> None:
    """A bank account and a phone are given."""
    terminal.walks(WALKS["tax_app.agreement"][:-1])


def looks(terminal: Apart, visit: Callable[[Apart], None], *texts: str) -> int:
    """Plays the visit, tells how many copies there are in it and after it, and how many at the end."""
    visit(terminal)
    told = [terminal.keeps(*texts)]
    terminal.do("leave")
    told += [terminal.keeps_after(seconds, *texts) for seconds in AFTER_S]
    for text in texts:
        counts = [Counter(found.text for found in moment)[text] for moment in told]
        print(
            f"{text:20} in the visit {counts[0]:5}   after 0.2 s {counts[1]:4}   1 s {counts[2]:4}   5 s {counts[3]:4}"
        )
    left = [found for found in told[-1] if found.text not in ELSEWHERE]
    for found in left:
        print(f"  {found}")
    return len(left)


def play(folder: Path) -> int:
    """How many copies there are at the end of both visits."""
    with simulated() as network, apart(hall(network, folder), folder, WIPING) as terminal:
        left = looks(terminal, enters, NAME, NUMBER)
    people = people_from_toml((main.ASSETS / "demo" / "people.toml").read_text("utf-8"), main.MACHINE.now().date())
    settings = Settings(store=folder / "demo.sqlite")
    with apart(settings, folder, WIPING, tuple(person.name for person in people)) as terminal:
        return left + looks(terminal, signs, CARD, PHONE)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        sys.exit(int(play(Path(folder)) > 0))
