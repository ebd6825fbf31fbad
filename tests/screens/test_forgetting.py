"""Once a visitor has gone, nothing of the visit is alive: no screen's view model, no paper, nothing that was given."""

import gc

from domain.certificates.certificate import Certificate
from domain.flows.engine import Session
from domain.flows.visit import Visit
from domain.people.person import Person
from domain.printing.press import Paper
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.visitor import Visitor
from ui.rehearsal import NOBODY
from viewmodels.step import StepViewModel

THEIRS = (Visit, Session, Person, Certificate, Paper, StepViewModel)


def alive() -> list[object]:
    """What of anybody's is there, whoever holds it."""
    return [one for one in gc.get_objects() if issubclass(type(one), THEIRS) and one is not NOBODY]


def test_nothing_of_a_visit_outlives_it(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    ground.rests()
    gc.collect()  # what an earlier test has left
    window = ground.terminal.window.root.contentItem()
    before = len(window.childItems())
    for flow, last in (
        ("wechat.flexible.declare_base", "wechat.declared"),
        ("wechat.certificate.payment", "wechat.payment_document"),
        ("alipay.payment_records", "alipay.payment_records"),
    ):
        visitor.walks(flow, last)
        kiosk.shows(last)
        assert alive()
        kiosk.goes_home()
        kiosk.shows("home")
        kiosk.until(lambda: not alive(), "an empty memory")
    kiosk.until(lambda: len(window.childItems()) == before, "a window in which nothing more lies than before")
