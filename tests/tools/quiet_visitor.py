"""A terminal in a process of its own, touched by a hand that knows nothing: `python -m tests.tools.quiet_visitor FILE`.

FILE has its settings as JSON. Whoever starts it says what to do, a line each, and gets a line back when it is done.
A name or a number comes as single characters: it stands nowhere in this process but where the terminal itself puts it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import main
from adapters.settings import Settings, whole
from kit.demo import Demo
from kit.dock.place import place
from kit.play import patience
from kit.play.probe import Kiosk
from tests.tools.lines import OVER, Lines
from ui.display import unseen
from ui.terminal import Terminal

LIKELIEST = 3
"""What chance has it that captchas show (`kit.play.playground.FIGURES`)."""
DONE = "done"
PATIENCE_S = 60.0


def serve(settings: Settings) -> None:
    """Until no more lines come."""
    demo = settings.profile == "demo"
    terminal = Terminal(
        lambda worker: main.open_backend(settings, worker, 50, chance=lambda n: min(LIKELIEST, n - 1)),
        main.SIZES["1080x1920"],
        main.MACHINE,
        demo=demo,
        dock=place if demo else None,
        rest_s=0,
    )
    kiosk = Kiosk(terminal.window.root, terminal.window.terminal)

    def touch(name: str) -> None:
        """Once it has been seen: stamps of taps are whole milliseconds, and one too early would be none."""
        kiosk.find(name)
        kiosk.settle()
        kiosk.touch(name)

    def choose(code: str) -> None:
        """The word that is this one character, of those that the keyboard offers."""
        kiosk.touch("board.more")
        kiosk.settle()
        words = (item for item in kiosk.below(terminal.window.terminal) if item.objectName().startswith("word."))
        kiosk.tap(next(word for word in words if word.property("text") == chr(int(code))))

    def prove(_: str) -> None:
        """By the message that comes."""
        assert terminal.backend and isinstance(terminal.backend.pretended, Demo)
        sms = terminal.backend.pretended.sms
        before = sms.last
        touch("send.code")
        kiosk.until(lambda: sms.last != before, "a message")
        kiosk.type(sms.last)

    def code(_: str) -> str | None:
        """What the last order's code says."""
        assert terminal.backend
        return terminal.backend.parts.till.cashier.book.all()[-1].code

    def leave(_: str) -> None:
        """By 首页; whoever is asked whether all of it may be lost says so."""
        touch("home")
        kiosk.settle()
        if kiosk.has("go_home"):
            touch("home.leave")
        kiosk.wait(lambda: terminal.shell.navigation.session is None or None, "the end of the visit")

    acts: dict[str, Callable[[str], object]] = {
        "touch": touch,
        "row": lambda beginning: touch(kiosk.first(beginning)),
        "write": lambda code: kiosk.write(chr(int(code))),
        "choose": choose,
        "prove": prove,
        "code": code,
        "leave": leave,
        "shows": kiosk.shows,
        "sees": kiosk.find_shown,
        "says": lambda text: kiosk.until(lambda: kiosk.says(text), text),
    }
    lines = Lines()
    kiosk.until(lambda: terminal.window.rehearsal is not None and terminal.window.rehearsal.over, "rest")
    print(DONE, flush=True)
    while (line := kiosk.wait(lines.next, "a line")) != OVER:
        act, _, what = line.partition(" ")
        answer = acts[act](what)
        print(answer if isinstance(answer, str) else DONE, flush=True)
    terminal.close()


if __name__ == "__main__":
    unseen(os.environ)
    main.application()
    patience.SECONDS = PATIENCE_S
    serve(whole().model_validate_json(Path(sys.argv[1]).read_text("utf-8")))
