"""The pages of the staff's desk, by its tabs: declared once. A row of a page leads to every other one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.flows.visit import OnDuty, Visit
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Page:
    """`id` is the outcome that leads there, `at` its screen; `word` names it where its tab has several."""

    id: str
    at: str
    word: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab opens the first of its pages."""

    word: Text
    pages: tuple[Page, ...]

    @property
    def id(self) -> str:
        return self.pages[0].id


DEVICES = Page("devices", "staff.devices")
ORDERS = Page("orders", "staff.orders", Text("付款"))
BILLS = Page("bills", "staff.bills", Text("对账"))
REFUNDS = Page("refunds", "staff.refunds", Text("退费"))
DAY = Page("day", "staff.day", Text("收款"))
STUCK = Page("stuck", "staff.stuck", Text("卡在哪"))
FIND = Page("find", "staff.find")
SETTINGS = Page("settings", "staff.settings")
TABS = (
    Tab(Text("设备"), (DEVICES,)),
    Tab(Text("待处理"), (ORDERS, BILLS, REFUNDS)),
    Tab(Text("今日"), (DAY, STUCK)),
    Tab(Text("查询"), (FIND,)),
    Tab(Text("设置"), (SETTINGS,)),
)
PAGES: Mapping[str, Page] = {page.id: page for tab in TABS for page in tab.pages}
AT: Mapping[str, Page] = {page.at: page for page in PAGES.values()}
"""The pages by their screens: what is opened from one is none, and has its way back to it."""


def others(page: Page) -> tuple[str, ...]:
    """The outcomes of a page that lead to the others."""
    return tuple(id for id in PAGES if id != page.id)


def ways(page: Page) -> Mapping[str, str]:
    """Where these lead to."""
    return {id: PAGES[id].at for id in others(page)}


def turned(visit: Visit) -> Visit:
    """What is left of a visit on another page: who is on duty."""
    return replace(visit, business=OnDuty(visit.on_duty.duty), filled={})
