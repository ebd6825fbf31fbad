"""A visitor who pays in a channel that was added, by a network that was: `python -m tests.fifth.visit FOLDER`.

In a process of its own, for what there is of channels and networks is asked once. FOLDER has both, and `hall.toml`.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

from ui.display import unseen

NUMBER, NAME = "520199197803150119", "张建国"


def added(folder: Path) -> None:
    """The channel `bank_app` and the network `bank_pay` of this folder are there as well."""
    from adapters.payments import networks
    from domain.flows import channels

    sys.path.insert(0, str(folder))
    channels.add(import_module("bank_app").CHANNEL)
    networks.add(import_module("bank_pay").CONTRACT)


def visit(folder: Path) -> None:
    """From Home to the result, and by the matter to the channel once more. Prints what there was to be seen."""
    import main
    from adapters.settings import read
    from domain.flows.catalogue import PATHS
    from domain.flows.channels import CHANNELS
    from kit.play.playground import Playground
    from kit.walks.stops import Stop, home, stops
    from tests.screens.hall import fill_store
    from ui.terminal import Terminal

    settings = read(folder / "hall.toml", "hall")
    fill_store(settings)
    main.application()
    terminal = Terminal(
        lambda worker: main.open_backend(settings, worker, 50),
        main.SIZES["1080x1920"],
        main.MACHINE,
        demo=False,
        rest_s=0,
    )
    ground = Playground(terminal)
    kiosk = ground.kiosk

    def walk(*walk: Stop) -> None:
        for stop in walk:
            ground.reaches(stop)
            for touch in stop.touches:
                ground.touch(touch)

    ground.rests()
    print("tiles:", *(name for name in CHANNELS if kiosk.has(f"tile.{name}")))
    print("flow:", *PATHS[-1].screens)
    print("colour:", kiosk.find_shown("tile.bank_app").property("color").name())
    kiosk.touch("tile.bank_app")
    walk(*stops("bank_app", ("entrance", "next"), ("menu", "item.pension")))
    kiosk.shows("bank_app.identify")
    kiosk.type(NUMBER)
    kiosk.touch("key.next")
    kiosk.write(NAME)
    kiosk.touch("next")
    walk(
        *stops(
            "bank_app", ("query", "next"), ("tier", "tier.60", "请选择缴费等级"), ("tier", "next"), ("summary", "next")
        )
    )
    kiosk.find_shown("qr")
    (order,) = ground.orders()
    (folder / "books" / order.number).touch()
    kiosk.shows("bank_app.result")
    (order,) = ground.orders()
    print("order:", order.channel, order.network, order.state)
    walk(*stops("bank_app", ("result", "home")), home("tile.matter.pay"))
    walk(*stops("bank_app", ("entrance", "")))
    terminal.close()


if __name__ == "__main__":
    unseen(os.environ)
    added(Path(sys.argv[1]))
    visit(Path(sys.argv[1]))
