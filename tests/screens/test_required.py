"""Each required field of the money forms left empty in turn, on the screen: where it says so, and what is in use."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

import main
from domain.forms.fields import Answers
from domain.words import NOTHING
from kit.play.playground import Playground
from tests.screens.looking import UPRIGHT_AND_WIDE
from tests.screens.visitor import Visitor
from tests.viewmodels.test_money_forms import ACCOUNT, AGREEMENT, PROMPTS, REFUND, required
from viewmodels.steps.form import FormViewModel

FORMS: dict[str, tuple[str, Answers]] = {
    "tax_app.account": ("tax_app.bank_account", ACCOUNT),
    "tax_app.agreement": ("tax_app.agreement", AGREEMENT),
    "tax_app.refund_normal_form": ("tax_app.refund.normal", REFUND),
    "tax_app.refund_special_form": ("tax_app.refund.special", {**REFUND, "holder": "刘志强"}),
}

CONTROLS = {"typed": "field", "code": "field", "picked": "select", "tick": "tick"}


def form_of(ground: Playground) -> FormViewModel:
    step = ground.terminal.shell.navigation.step
    assert isinstance(step, FormViewModel)
    return step


def is_seen(ground: Playground, at: str, name: str) -> bool:
    """Whether a field is whole on its page, and above whatever it is typed on."""
    page, item = ground.kiosk.find_shown(at), ground.kiosk.find_shown(name)
    seen = QRectF(0, 0, page.width(), page.property("end"))
    return seen.contains(item.mapRectToItem(page, item.boundingRect()))


def leaves_empty(ground: Playground, at: str, answers: Answers, key: str) -> None:
    """Everything but one field, and on; it says so beside the field, which is in use and to be seen."""
    kiosk, form = ground.kiosk, form_of(ground)
    given = {other: text for other, text in answers.items() if other != key}
    form.filling.state = replace(form.state, answers=given, errors={}, active="", problem=NOTHING)
    form.filling.changed.emit()
    kiosk.settle()
    kiosk.touch("next")
    kiosk.until(lambda: form.state.active == key, f"{key} in use")
    kiosk.until(lambda: kiosk.says(PROMPTS[key]), f"what is wrong with {key}")
    kind = next(row["kind"] for row in form.property("fields") if row["key"] == key)
    name = f"{CONTROLS[kind]}.{key}"
    kiosk.until(lambda: is_seen(ground, at, name), f"{name} to be seen")
    focus = kiosk.window.activeFocusItem()
    assert focus is not None and name in {focus.objectName(), focus.parentItem().objectName()}


@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
@pytest.mark.parametrize("at", FORMS)
def test_each_required_field_left_empty(store: Path, at: str, size: str) -> None:
    flow, answers = FORMS[at]
    with main.playground(main.SIZES[size], store) as ground:
        Visitor(ground).walks(flow, at)
        for key in required(at):
            leaves_empty(ground, at, answers, key)
            assert ground.kiosk.has(at)
