"""Each required field of the money forms left empty in turn, on the screen: where it says so, and what is in use."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

import main
from domain.flows.catalogue import SCREENS
from domain.flows.steps import Form
from tests.screens.visitor import Visitor
from tests.viewmodels.test_money_forms import ACCOUNT, AGREEMENT, PROMPTS, REFUND, required
from ui.playground import Playground
from viewmodels.form import FormViewModel

FORMS = {
    "tax_app.account": ("tax_app.bank_account", ACCOUNT),
    "tax_app.agreement": ("tax_app.agreement", AGREEMENT),
    "tax_app.refund_normal_form": ("tax_app.refund.normal", REFUND),
    "tax_app.refund_special_form": ("tax_app.refund.special", {**REFUND, "holder": "刘志强"}),
}


def form_of(ground: Playground) -> FormViewModel:
    step = ground.terminal.shell.step
    assert isinstance(step, FormViewModel)
    return step


def is_seen(ground: Playground, at: str, name: str) -> bool:
    """Whether a field is whole on its page, and above whatever it is typed on."""
    page, item = ground.kiosk.find_shown(at), ground.kiosk.find_shown(name)
    seen = QRectF(0, 0, page.width(), page.property("end"))
    return seen.contains(item.mapRectToItem(page, item.boundingRect()))


@pytest.mark.parametrize("size", main.SIZES)
@pytest.mark.parametrize("at", FORMS)
def test_each_required_field_left_empty(qapp: object, tmp_path: Path, at: str, size: str) -> None:
    flow, answers = FORMS[at]
    step = SCREENS[at].step
    assert isinstance(step, Form)
    with main.playground(main.SIZES[size], tmp_path) as ground:
        kiosk = ground.kiosk
        Visitor(ground).walks(flow, at)
        form = form_of(ground)
        for field in (field for field in step.fields if field.key in required(at)):
            given = {key: text for key, text in answers.items() if key != field.key}
            form.state = replace(form.state, answers=given, errors={}, active="", problem="")
            form.changed.emit()
            kiosk.settle()
            kiosk.touch("next")
            kiosk.until(lambda field=field: form.state.active == field.key, f"{field.key} in use")
            kiosk.until(lambda field=field: kiosk.says(PROMPTS[field.key]), f"what is wrong with {field.key}")
            kind = {"typed": "field", "code": "field", "picked": "select", "tick": "tick"}
            name = next(f"{kind[row['kind']]}.{field.key}" for row in form.fields if row["key"] == field.key)
            kiosk.until(lambda name=name: is_seen(ground, at, name), f"{name} to be seen")
            focus = kiosk.window.activeFocusItem()
            assert focus is not None and name in {focus.objectName(), focus.parentItem().objectName()}
            assert ground.terminal.shell.screen == at
