"""The APP in a hall that has no SMS service: one can pay, and nothing is offered that needs a login."""

from dataclasses import replace

import pytest

from domain.flows.channels.tax_app.table import TABLE as TAX_APP
from domain.flows.steps import Entrance, Menu
from domain.flows.visit import Identity, Visit
from tests.viewmodels.conftest import Ended
from viewmodels.making import ways_in
from viewmodels.parts import Parts, Premises


@pytest.mark.parametrize(("logins", "other"), [(True, "登录"), (False, "")])
def test_the_entrance_offers_a_login_only_where_there_can_be_one(
    parts: Parts, ended: Ended, logins: bool, other: str
) -> None:
    step = TAX_APP.screens["tax_app.download"].step
    assert isinstance(step, Entrance)
    entrance = ways_in.entrance(
        step, Visit("tax_app"), replace(parts, premises=replace(parts.premises, logins=logins)), ended
    )
    assert entrance.property("otherText") == other


@pytest.mark.parametrize(
    ("logins", "logged_in", "caption", "enabled"),
    [
        (True, False, "需要登录", True),
        (True, True, "各个渠道缴过的费", True),
        (False, False, "本大厅不能登录，请在手机上办理", False),
    ],
)
def test_the_menu_says_what_a_function_needs(
    parts: Parts, ended: Ended, logins: bool, logged_in: bool, caption: str, enabled: bool
) -> None:
    step = TAX_APP.screens["tax_app.menu"].step
    assert isinstance(step, Menu)
    menu = ways_in.menu(
        step,
        Visit("tax_app", who=Identity(logged_in=logged_in)),
        replace(parts, premises=replace(parts.premises, logins=logins)),
        ended,
    )
    rows = {row["id"]: row for group in menu.property("groups") for row in group["rows"]}
    assert (rows["payment_records"]["caption"], rows["payment_records"]["enabled"]) == (caption, enabled)
    assert rows["flexible"]["enabled"]


def test_a_hall_has_nothing_that_it_does_not_say_it_has() -> None:
    bare = Premises("贵阳市")
    assert not (bare.demo or bare.logins or bare.links or bare.channels)
