"""View models are made of what they need, and of nothing where that was not given."""

import re
from pathlib import Path

import pytest

import viewmodels.steps
from domain.flows.catalogue import SCREENS
from domain.flows.visit import Certifying, Identity, NotGiven, Paying, Refunding, Visit
from domain.people.insurance import Scheme
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import SOMEBODY
from ui.kinds import step_maker
from viewmodels.parts import Parts

NOBODY, KNOWN = Identity(), Identity(SOMEBODY)
PENSIONER = Paying(Scheme.FLEXIBLE)


@pytest.mark.parametrize(
    ("at", "visit"),
    [
        ("wechat.tier_records", Visit("wechat")),
        ("wechat.tax_certificate", Visit("wechat")),
        ("tax_app.accounts", Visit("tax_app")),
        ("wechat.confirm_flexible", Visit("wechat", who=KNOWN)),
        ("wechat.confirm_flexible", Visit("wechat", business=PENSIONER)),
        ("wechat.confirm_flexible", Visit("wechat", who=KNOWN, business=Certifying(SOMEBODY))),
        ("wechat.payee_flexible", Visit("wechat", who=KNOWN)),
        ("wechat.flexible_tier", Visit("wechat", who=KNOWN, business=PENSIONER)),
        ("wechat.arrears", Visit("wechat", who=KNOWN, business=PENSIONER)),
        ("unionpay.confirm_agency", Visit("unionpay", who=KNOWN, business=PENSIONER)),
        ("wechat.result", Visit("wechat", who=KNOWN, business=PENSIONER)),
        ("wechat.payment_document", Visit("wechat", who=KNOWN)),
        ("wechat.payment_document", Visit("wechat", who=KNOWN, business=PENSIONER)),
        ("tax_app.refund_normal_saved", Visit("tax_app", who=KNOWN, business=Refunding(SOMEBODY))),
    ],
)
def test_a_step_is_not_made_without_what_it_works_on(parts: Parts, ended: Ended, at: str, visit: Visit) -> None:
    with pytest.raises(NotGiven):
        step_maker(parts)(SCREENS[at], visit, ended)
    assert ended.outcome is None


def test_what_one_has_given_for_another_business_is_not_there(parts: Parts) -> None:
    """Nor what somebody else has given for the same."""
    began = Visit("tax_app", who=KNOWN, business=Refunding(SOMEBODY, asked={"voucher": "52"}))
    assert began.own(Certifying) == Certifying(SOMEBODY)
    other = Visit("tax_app", business=began.business)
    with pytest.raises(NotGiven):
        other.own(Refunding)


def test_no_view_model_knows_the_whole_visit_or_all_parts() -> None:
    bags = re.compile(r"\b(Visit|Parts|FrontDesk)\b")
    files = sorted(Path(viewmodels.steps.__file__).parent.glob("*.py"))
    assert [file.name for file in files if bags.search(file.read_text("utf-8"))] == []
