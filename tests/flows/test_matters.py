"""按事项办理: what one came for is what the way leads to, and who one is is not asked twice."""

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.channels import CHANNELS
from domain.flows.engine import Session, advance, begin
from domain.flows.matters import MATTERS
from domain.flows.steps import Entrance, Menu, Needs
from domain.flows.visit import Identity, Visit
from domain.identity import DocumentKind
from domain.people.person import Person

ZHANG = Person(1, DocumentKind.RESIDENT_ID, "520102199001010119", "张建国")


def menu_of(channel: str) -> Menu:
    [menu] = [s.step for s in CHANNELS[channel].table().screens.values() if isinstance(s.step, Menu)]
    return menu


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_s_menu_has_functions_for_each_of_its_matters(channel: str) -> None:
    menu = menu_of(channel)
    items = {item.id for group in menu.groups for item in group.items}
    assert set(menu.serves) == {matter.id for matter in CHANNELS[channel].matters}
    assert all(functions and set(functions) <= items for functions in menu.serves.values())


@pytest.mark.parametrize("channel", CHANNELS)
def test_where_all_of_a_matter_needs_a_login_logging_in_is_the_usual_way_to_it(channel: str) -> None:
    menu = menu_of(channel)
    needs = {item.id: item.needs for group in menu.groups for item in group.items}
    behind_login = {m for m, functions in menu.serves.items() if {needs[f] for f in functions} == {Needs.LOGIN}}
    entrances = [s.step for s in CHANNELS[channel].table().screens.values() if isinstance(s.step, Entrance)]
    assert {matter for entrance in entrances for matter in entrance.other_for} == behind_login


def test_what_one_came_for_goes_into_the_channel_and_is_over_at_its_menu() -> None:
    began = begin("matter.declare", "matter.declare")
    in_alipay = advance(SCREENS, began, "alipay", began.visit)
    assert in_alipay and (in_alipay.at, in_alipay.visit.matter) == ("alipay.city_hall", "matter.declare")
    menu = Session("alipay.menu", in_alipay.visit, in_alipay)
    done = Session("alipay.result", in_alipay.visit, menu)
    back_at_menu = advance(SCREENS, done, "another", done.visit)
    assert back_at_menu and (back_at_menu.at, back_at_menu.visit.matter) == ("alipay.menu", "")


@pytest.mark.parametrize("outcome", ["alipay", "wechat"])
def test_another_channel_knows_who_the_visitor_is_but_not_that_they_logged_in(outcome: str) -> None:
    visit = Visit("unionpay", filled={"visitor": {"name": "张建国"}}, who=Identity(ZHANG, logged_in=True, wanted="x"))
    there = advance(SCREENS, Session("unionpay.closed", visit), outcome, visit)
    assert there and there.visit == Visit(outcome, who=Identity(ZHANG))


def test_a_channel_that_closes_forgets_what_was_typed_and_not_who_typed_it() -> None:
    visit = Visit("unionpay", filled={"visitor": {"name": "张建国"}}, who=Identity(ZHANG))
    closed = advance(SCREENS, Session("unionpay.summary_flexible", visit), "closing", visit)
    assert closed and (closed.at, closed.visit) == ("unionpay.closed", Visit("unionpay", who=Identity(ZHANG)))


def test_every_matter_is_a_start() -> None:
    assert set(MATTERS.screens) == set(MATTERS.starts)
