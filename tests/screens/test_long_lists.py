"""Lists with more than a page of long rows, in both sizes: nothing lies under a button, and all pages can be turned."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

import main
from domain.accounts.account import BankAccount
from domain.forms.desks import FrontDesk
from domain.people.person import Person
from domain.refunds.application import Application
from kit.play.playground import Playground
from kit.play.shown import SEEN
from kit.walks.h5 import logged_in
from kit.walks.stops import Walk, stops
from tests.accounts.samples import card, details
from tests.desk import office_at
from tests.payment.hall import NOON, PEOPLE
from tests.refunds.bench import draft_of
from tests.screens.looking import UPRIGHT_AND_WIDE

REASON = "户名与缴费人不一致，请核对银行账号和户名以后重新申请。" * 7


def person(desk: FrontDesk) -> Person:
    zhang = next(person for person in PEOPLE if person.name == "张建国")
    known = desk.identity.tax.find_person(zhang.kind, zhang.number, zhang.name)
    assert known is not None
    return known


def refuses_five(desk: FrontDesk) -> None:
    """Five applications, three of them refused with as much as one may say."""
    for at, item in enumerate(desk.claims.refunds.refundable(person(desk).id)[:5]):
        made = desk.claims.refunds.apply(draft_of(item, 100))
        assert isinstance(made, Application)
        if at % 2 == 0:
            office_at(desk).take(made.number)
            office_at(desk).refuse(made.number, REASON[:200])


def reports_five(desk: FrontDesk) -> None:
    for at in range(5):
        made = desk.accounts.accounts.report(
            person(desk).id, details(card("621779", 19, at), preferred=at == 0, refund=at == 0), NOON
        )
        assert isinstance(made, BankAccount)


def to(item: str, *pairs: tuple[str, str]) -> Walk:
    return (*logged_in("张建国", item), *stops("tax_app", *pairs))


LISTS: dict[str, tuple[Callable[[FrontDesk], None], Walk]] = {
    "accounts": (reports_five, to("accounts", ("account_query", "next"), ("accounts", ""))),
    "account to sign over": (
        reports_five,
        to("agreements", ("agreement_query", "next"), ("agreements", "next"), ("agreement_account", "")),
    ),
    "applications": (
        refuses_five,
        to("refund_normal", ("refund_normal", "secondary"), ("refund_normal_records", "")),
    ),
}


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect()).adjusted(1, 1, -1, -1)


def parts(ground: Playground) -> list[QQuickItem]:
    """The rows of this page, whatever turns pages, and the button below."""

    def under(item: QQuickItem) -> list[QQuickItem]:
        if not item.isVisible() or item.opacity() < SEEN:
            return []
        name = item.objectName()
        own = [item] if name.startswith(("row.", "page.")) or name in {"next", "secondary"} else []
        return own + [found for child in item.childItems() for found in under(child)]

    return under(ground.terminal.window.terminal)


@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
@pytest.mark.parametrize("name", LISTS)
def test_a_long_list(store: Path, name: str, size: str) -> None:
    fill, walk = LISTS[name]
    with main.playground(main.SIZES[size], store) as ground:
        kiosk = ground.kiosk
        fill(ground.backend.parts.desk)
        for stop in walk:
            kiosk.shows(stop.screen)
            for touch in stop.touches:
                ground.touch(touch)
        kiosk.first("row.")
        seen: set[str] = set()
        while True:
            kiosk.rest()
            found = parts(ground)
            whole = place(ground.terminal.window.terminal)
            assert [item.objectName() for item in found if not whole.contains(place(item))] == []
            both = [(a, b) for at, a in enumerate(found) for b in found[at + 1 :]]
            assert [(a.objectName(), b.objectName()) for a, b in both if place(a).intersects(place(b))] == []
            seen |= {item.objectName() for item in found if item.objectName().startswith("row.")}
            if not kiosk.find_shown("page.next").isEnabled():
                break
            kiosk.touch("page.next")
        assert len(seen) == 5
