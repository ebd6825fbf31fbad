"""大写: the bank's rule by its own examples, and against another who writes amounts out."""

import re
from decimal import Decimal

import cn2an  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.certificates.capitals import TOO_LARGE, in_capitals
from domain.money import Fen, fen


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1005.30", "壹仟零伍元叁角整"),
        ("10.05", "壹拾元零伍分"),
        ("20001", "贰万零壹元整"),
        ("1070.00", "壹仟零柒拾元整"),
        ("400", "肆佰元整"),
        ("0.5", "伍角整"),
        ("0.05", "伍分"),
        ("0.53", "伍角叁分"),
        ("0", "零元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1757.88", "壹仟柒佰伍拾柒元捌角捌分"),
        ("100000000", "壹亿元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("100000005", "壹亿零伍元整"),
        ("100050000", "壹亿零伍万元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_the_words(amount: str, words: str) -> None:
    assert in_capitals(fen(Decimal(amount))) == words


@pytest.mark.parametrize("amount", [-1, TOO_LARGE])
def test_what_is_not_written_out(amount: int) -> None:
    with pytest.raises(ValueError, match="not written out"):
        in_capitals(Fen(amount))


@given(st.integers(0, 10**7) | st.integers(0, TOO_LARGE - 1) | st.integers(0, 10**10 - 1).map(lambda n: n * 100))
@example(50)
@example(10000500000)
def test_as_cn2an_writes_it(amount: int) -> None:
    """But for two things that it leaves out: 整 after 角, and 零 where all four digits of 万 are 0 and 仟 is not."""
    ours = in_capitals(Fen(amount))
    theirs = cn2an.an2cn(f"{amount // 100}.{amount % 100:02d}", "rmb")
    assert re.sub("亿零(.仟)", r"亿\1", ours.replace("角整", "角")) == theirs
