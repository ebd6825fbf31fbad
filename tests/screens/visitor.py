"""A visitor, as the tests tell of one: somebody of the demonstration, with a phone in their hand."""

from domain.payment.order import Order
from kit.play.playground import Playground
from kit.walks import WALKS

BY_CARD = "dock.source.card"
BY_CHANGE = "dock.source.change"


class Visitor:
    """Goes through screens by touch. Each method begins on the screen it names and ends on the next."""

    def __init__(self, ground: Playground) -> None:
        self.ground = ground
        self.kiosk = ground.kiosk

    def walks(self, flow: str, to: str) -> None:
        """The usual way of a flow, up to a screen."""
        for stop in WALKS[flow]:
            self.kiosk.shows(stop.screen)
            self.ground.hears(stop)
            if stop.screen == to:
                return
            for touch in stop.touches:
                self.ground.touch(touch)

    def enters(self, person: str) -> None:
        """From Home to the menu, as a demonstration person."""
        self.kiosk.shows("home")
        self.kiosk.touch("tile.wechat")
        self.kiosk.shows("wechat.official_account")
        self.kiosk.touch("next")
        self.kiosk.shows("wechat.identify")
        self.is_filled_in_as(person)
        self.kiosk.touch("next")
        self.kiosk.shows("wechat.menu")

    def is_filled_in_as(self, person: str) -> None:
        self.kiosk.touch(self.ground.person(person))

    def opens(self, item: str) -> None:
        """From the menu to the confirmation."""
        self.kiosk.touch(f"item.{item}")
        self.kiosk.shows(f"wechat.confirm_{item.partition('_')[0]}")

    def fills(self, scheme: str, insurance: str, agency: str, tier: str = "") -> None:
        """Insurance, agency (at the place of enrolment) and tier, on the confirmation."""
        self.kiosk.touch(f"option.{insurance}")
        self.kiosk.touch("select.agency")
        self.kiosk.shows(f"wechat.{scheme}_agency")
        self.kiosk.touch(f"registered.{agency}")
        self.kiosk.shows(f"wechat.confirm_{scheme}")
        if tier:
            self.kiosk.touch("select.tier")
            self.kiosk.shows(f"wechat.{scheme}_tier")
            self.kiosk.touch(f"tier.{tier}")
            self.kiosk.touch("next")
            self.kiosk.shows(f"wechat.confirm_{scheme}")

    def reaches_the_code(self, person: str = "张建国") -> Order:
        """From Home to the code of a month of pension; returns the order."""
        self.enters(person)
        self.opens("flexible_self")
        agency = {"张建国": "520102P", "周海涛": "520112P"}[person]
        self.fills("flexible", "pension", agency, "60")
        self.goes_on_to_pay()
        return self.ground.orders()[-1]

    def goes_on_to_pay(self) -> None:
        self.kiosk.touch("next")
        self.kiosk.shows("wechat.pick_method")
        self.kiosk.touch("next")
        self.kiosk.shows("wechat.pay")
        self.kiosk.find_shown("qr")

    def scans(self) -> None:
        self.kiosk.touch("dock.scan")

    def pays(self, source: str = BY_CARD) -> None:
        self.scans()
        self.kiosk.touch(source)
        self.kiosk.touch("dock.confirm")

    def breaks(self, lever: str, position: str) -> None:
        self.kiosk.touch(f"dock.lever.{lever}.{position}")

    def mends(self, lever: str) -> None:
        self.kiosk.touch(f"dock.lever.{lever}.none")
