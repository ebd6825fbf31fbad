"""Texts stand out in every contrast, by the pixels on the screen; and what one chooses by, too.

All screens: `scripts/every-size`.
"""

from pathlib import Path

import pytest

import main
from kit.play.playground import Playground
from kit.walks import WALKS
from kit.walks.money import SEND
from tests.screens.contrast import faint
from tests.screens.looking import UPRIGHT_AND_WIDE, Look, faults, ready, turn
from viewmodels.shell.access import Contrast

ASKED = [Contrast.HIGH, Contrast.DARK]
FLOWS = (
    "wechat.flexible.pay_self",
    "tax_app.bank_account",
    "tax_app.refund.normal",
    "unionpay.closed_for_reconciliation",
)


@pytest.mark.parametrize("contrast", ASKED)
@pytest.mark.parametrize("flow", FLOWS)
def test_every_text_stands_out(store: Path, flow: str, contrast: Contrast) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        seen: set[tuple[str, bool]] = set()
        for stop in WALKS[flow]:
            ground.reaches(stop)
            if (place := (stop.screen, SEND in stop.touches[:1])) not in seen:
                seen.add(place)
                ready(ground, stop)
                turn(ground, Look(contrast=contrast))
                assert [*faint(ground, contrast)] == [], stop.screen
            for touch in stop.touches:
                ground.touch(touch)


@pytest.mark.parametrize("contrast", Contrast)
@pytest.mark.parametrize("sheet", ["access.open", "help"])
@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
def test_what_one_chooses_by_is_whole_and_stands_out(store: Path, size: str, sheet: str, contrast: Contrast) -> None:
    with main.playground(main.SIZES[size], store) as ground:
        ground.kiosk.shows("home")
        ground.kiosk.touch(sheet)
        turn(ground, Look(contrast=contrast))
        assert faults(ground) == []
        assert [*faint(ground, contrast)] == []


def test_what_was_typed_stays_and_the_next_visitor_finds_all_as_it_was(ground: Playground) -> None:
    kiosk, access = ground.kiosk, ground.terminal.shell.access
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.type("5201991978")
    kiosk.touch("access.open")
    for choice in ("option.largest", "option.dark", "option.on", "option.en", "access.done"):
        kiosk.touch(choice)
    assert (access.scale, access.contrast, access.low, access.language.tag) == (1.5, "dark", True, "en")
    assert kiosk.text("text.counted").startswith("10 ")
    kiosk.touch("language")
    assert kiosk.text("text.counted").startswith("已输入 10 位")
    kiosk.touch("home")
    kiosk.touch("home.leave")
    kiosk.shows("tile.wechat")
    assert (access.scale, access.contrast, access.low, access.language.tag) == (1.0, "normal", False, "zh")
