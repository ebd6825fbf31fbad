"""The desk in Chromium: a refund is decided by keys alone, and every page is fit for a screen reader and a phone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from domain.refunds.states import RefundState
from tests.bureau.desk.serve import served
from tests.bureau.desk.world import PASSPHRASE, World, call, furnish, pages

ROOT = Path(__file__).parents[3]
LANDMARKS = {"banner", "main", "navigation"}


def plays(world: World, wide: int, language: str, number: str) -> dict[str, Any]:
    """What the browser saw; its codes come from the staff's phones."""
    paths = [path for who, path in pages(world).values() if who]
    with served(world.parts) as address:
        words = [sys.executable, "-m", "tests.bureau.desk.browser", address, str(wide), language, PASSPHRASE]
        with subprocess.Popen(
            [*words, *paths, f"/refunds/{number}"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as browser:
            assert browser.stdin and browser.stdout
            said = ""
            for said in browser.stdout:
                word, _, who = said.strip().partition(" ")
                if word == "code":
                    browser.stdin.write(f"{world.code(who)}\n")
                    browser.stdin.flush()
    assert browser.returncode == 0, f"it waited in vain; the last that it said was {said}"
    seen: dict[str, Any] = json.loads(said)
    return seen


@pytest.mark.parametrize(("wide", "language"), [(390, "en")])
def test_two_decide_a_refund_by_keys_alone_on_pages_that_anybody_can_read(
    filed: World, wide: int, language: str
) -> None:
    furnish(filed)
    call(filed)
    number = filed.store.refunds.open()[0].number
    seen = plays(filed, wide, language, number)
    assert seen["complaints"] == [] and seen["ringless"] == []
    assert {url.split("/")[2].split(":")[0] for url in seen["asked"]} == {"localhost"}
    *looks, first, focus, second, after = seen["looks"]
    assert {look["title"][:4] for look in looks[1:]} == {"(2) "}, "how many call, in the tab of the browser"
    for look in (*looks, first, second):
        where = look["path"]
        assert look["nameless"] == [] and look["uncaptioned"] == [] and look["twice"] == [], where
        assert look["small"] == [] and look["spilt"] == [] and look["wide"] <= look["room"] == wide, where
        assert look["headings"][0] == 1 and look["headings"].count(1) == 1, where
        assert look["lang"].startswith(language)
    assert all(LANDMARKS - {"banner"} <= set(look["roles"]) for look in looks[1:])
    assert (focus["role"], after["role"]) == ("status", "status"), "what was done is said aloud, once"
    assert {"zh": "等第二个人签字才办", "en": "it is done once a second person signs"}[language] in first["text"]
    assert {"zh": "两人都签了字", "en": "signed by both"}[language] in second["text"]
    assert filed.store.refunds.get(number).state is RefundState.APPROVED
    assert filed.store.refunds.history(number)[-1].who == "0002+0003"
