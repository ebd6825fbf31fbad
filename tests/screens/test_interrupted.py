"""A word is still being composed, and something else is touched: nothing is taken unasked, and nothing goes wrong."""

from pathlib import Path
from random import Random

import pytest

import main
from tests.screens.interrupted import interrupter
from tests.screens.looking import UPRIGHT_AND_WIDE

FORMS = ["wechat.identify", "tax_app.register", "tax_app.account", "tax_app.refund_special_form", "staff.refuse"]
"""One of each shape: a few fields, many, fields in two columns, two for words, and a single one."""
TOUCHES = 40


@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
@pytest.mark.parametrize("at", FORMS)
def test_whatever_is_touched_amid_a_word(qapp: object, store: Path, at: str, size: str) -> None:
    with interrupter(main.SIZES[size], store) as hand:
        hand.tries(at, thoroughly=False)
        assert hand.found == []
        assert hand.tried > 10


@pytest.mark.parametrize(("seed", "size"), [*enumerate(UPRIGHT_AND_WIDE * 2)])
def test_random_fingers(qapp: object, store: Path, size: str, seed: int) -> None:
    chance = Random(seed)
    at = chance.choice(FORMS)
    with interrupter(main.SIZES[size], store) as hand:
        hand.walks_to(at)
        hand.wanders(at, chance, TOUCHES)
        assert hand.found == []
