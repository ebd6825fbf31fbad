"""A tax system that is silent is asked again by the same button, and what was touched too early happens after all."""

from collections.abc import Callable
from typing import cast

import pytest

from domain.flows.steps import Query, Records
from domain.flows.visit import Choice, Identity, Paying, Visit
from domain.people.insurance import Insurance, Scheme
from domain.ports import TaxSystem
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.line import Line
from tests.viewmodels.visits import known, over_a_line, pays, step_of
from viewmodels.making import lists, paying
from viewmodels.parts import Parts
from viewmodels.steps.query import QueryViewModel
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def line(hall: Hall) -> Line:
    return Line(hall.store.tax)


@pytest.fixture
def connected(parts: Parts, line: Line) -> Parts:
    return over_a_line(parts, cast(TaxSystem, line))


@pytest.fixture
def query(connected: Parts, hall: Hall, ended: Ended) -> Callable[[], QueryViewModel]:
    step = step_of("alipay.query_flexible", Query)
    choice = Choice(Insurance.PENSION, "520102P")
    visit = pays("alipay", known(hall, "张建国"), Paying(Scheme.FLEXIBLE, choice))
    return lambda: paying.query(step, visit, connected, ended)


def test_a_query(query: Callable[[], QueryViewModel], line: Line, ended: Ended, until: Until) -> None:
    line.silent = True
    screen = query()
    assert screen.property("loading") and screen.property("problem") == ""
    until(lambda: screen.property("problem") == sentences.TAX_UNREACHABLE)
    assert screen.property("submitText") == "重新查询" and not screen.property("known")
    line.silent = False
    screen.next()
    until(lambda: bool(screen.property("known")))
    assert (screen.property("problem"), ended.outcome) == ("", None), "one sees first what was found"
    assert screen.property("submitText") != "重新查询"


def test_who_was_too_quick_need_not_touch_twice(
    query: Callable[[], QueryViewModel], ended: Ended, until: Until
) -> None:
    screen = query()
    screen.next()
    assert ended.outcome is None
    until(lambda: ended.outcome == "next")


def test_who_touched_nothing_stays(query: Callable[[], QueryViewModel], ended: Ended, until: Until) -> None:
    screen = query()
    until(lambda: not screen.property("loading"))
    assert ended.outcome is None


def test_records(connected: Parts, hall: Hall, line: Line, ended: Ended, until: Until) -> None:
    step = step_of("tax_app.payment_records", Records)
    line.silent = True
    screen = lists.records(step, Visit("tax_app", who=Identity(known(hall, "张建国"))), connected, ended)
    assert (screen.property("rows"), screen.property("nothing")) == ([], "")
    until(lambda: screen.property("problem") == sentences.TAX_UNREACHABLE)
    assert (screen.property("doneText"), screen.property("nothing")) == ("重新查询", "")
    line.silent = False
    screen.done()
    until(lambda: bool(screen.property("rows")))
    assert (screen.property("problem"), screen.property("doneText"), ended.outcome) == ("", "返回", None)
    pages = screen.property("pages")
    assert pages > 1 and screen.property("pageText") == f"第 1 页，共 {pages} 页"
    screen.turn(-1)
    assert screen.property("page") == 1
    screen.turn(1)
    assert screen.property("pageText") == f"第 2 页，共 {pages} 页"
    screen.done()
    assert ended.outcome == "done"


def test_nothing_was_ever_paid(connected: Parts, hall: Hall, ended: Ended, until: Until) -> None:
    step = step_of("tax_app.payment_records", Records)
    screen = lists.records(step, Visit("tax_app", who=Identity(known(hall, "李桂兰"))), connected, ended)
    until(lambda: not screen.property("loading"))
    assert screen.property("rows") == [] and screen.property("nothing") == step.nothing != ""
