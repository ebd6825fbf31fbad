"""The flow tables themselves: nothing in them can lead nowhere."""

import pytest

from domain.flows.catalogue import CHANNELS, PATHS, SCREENS, Path
from domain.flows.engine import ANYWHERE, END, Flow, Screen
from domain.flows.steps import Closed

FLOWS = list(CHANNELS.values())
ROWS = [pytest.param(flow, id, screen, id=id) for flow in FLOWS for id, screen in flow.screens.items()]


@pytest.mark.parametrize(("flow", "id", "screen"), ROWS)
def test_every_outcome_of_a_screen_leads_somewhere(flow: Flow, id: str, screen: Screen) -> None:
    assert tuple(sorted(screen.to)) == tuple(sorted(screen.step.outcomes))
    assert set(screen.to.values()) <= {*SCREENS, END}


@pytest.mark.parametrize(("flow", "id", "screen"), ROWS)
def test_ids_and_words_are_there(flow: Flow, id: str, screen: Screen) -> None:
    assert id.startswith(f"{flow.channel}.")
    assert screen.code and screen.section and screen.step.title


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.channel)
def test_every_screen_is_reached_from_the_start_and_reaches_the_end(flow: Flow) -> None:
    leads = {id: set(screen.to.values()) & {*flow.screens, END} for id, screen in flow.screens.items()}
    closed = {id for id, screen in flow.screens.items() if isinstance(screen.step, Closed)}
    reached, ended = {flow.start, *closed}, {END}
    for _ in leads:
        reached |= {target for id in reached & leads.keys() for target in leads[id]}
        ended |= {id for id, targets in leads.items() if targets & ended}
    assert reached - {END} == set(leads)
    assert ended - {END} == set(leads)


@pytest.mark.parametrize("outcome", ["home", "idle"])
def test_home_and_idle_end_a_visit_from_everywhere(outcome: str) -> None:
    assert ANYWHERE[outcome] == END


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.id)
def test_a_flow_of_the_guide_is_a_way_through_its_channel(path: Path) -> None:
    screens = CHANNELS[path.channel].screens
    for here, there in zip(path.screens, path.screens[1:], strict=False):
        assert there in screens[here].to.values(), f"{here} does not lead to {there}"


def test_the_ten_flows_of_wechat_have_their_ids_and_sections() -> None:
    assert {path.id: path.section for path in PATHS if path.channel == "wechat"} == {
        "wechat.entry.official_account": "一(一)1",
        "wechat.entry.city_service": "一(一)2",
        "wechat.flexible.declare_base": "一(二)",
        "wechat.flexible.tier_records": "一(二)",
        "wechat.flexible.pay_self": "一(三)1",
        "wechat.flexible.pay_other": "一(三)2",
        "wechat.resident.confirm_amount": "一(四)",
        "wechat.resident.pay_self": "一(五)1",
        "wechat.resident.pay_arrears": "一(五)1",
        "wechat.resident.pay_other": "一(五)2",
    }
