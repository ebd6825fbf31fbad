"""The drawing of the flows leaves nothing out."""

from domain.flows.catalogue import TABLES
from domain.flows.drawing import dot
from domain.flows.engine import END


def test_every_screen_and_every_outcome_is_drawn() -> None:
    drawn = dot(TABLES)
    for flow in TABLES:
        for id, screen in flow.screens.items():
            assert f'"{id}" [label="{screen.code} {screen.step.title}' in drawn
            for outcome, target in screen.to.items():
                assert f'"{id}" -> "{END if target == END else target}" [label="{outcome}"];' in drawn
