"""What help says of each screen: in thirty characters, and with a drawing where a number is asked for."""

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.steps import Form
from domain.words import Text
from viewmodels.words import help as words

VISITORS = [screen for screen in SCREENS if not screen.startswith("staff.")]


@pytest.mark.parametrize("screen", VISITORS)
def test_each_screen_says_what_it_asks_in_thirty_characters(screen: str) -> None:
    asks = words.asks(SCREENS[screen].step)
    assert 0 < len(str(asks)) <= 30
    assert asks != words.ANYTHING


@pytest.mark.parametrize(
    ("screen", "at"),
    [("alipay.tax_reissue", "corner"), ("tax_app.tax_reissue", "corner"), ("tax_app.refund_normal", "row")],
)
def test_where_a_number_is_asked_for_it_is_drawn_where_it_is_printed(screen: str, at: str) -> None:
    printed = words.printed(SCREENS[screen].step)
    assert printed and printed.at == at


def test_where_none_is_asked_for_nothing_is_drawn() -> None:
    assert words.printed(SCREENS["alipay.identify"].step) is None


def test_no_form_of_the_guide_is_left_with_the_words_of_any_form() -> None:
    forms = {s.step.name for id, s in SCREENS.items() if isinstance(s.step, Form) and not id.startswith("staff.")}
    assert forms <= set(words.FORMS)


def test_the_guide_s_words_are_explained() -> None:
    explained = {str(pair.key) for pair in words.TERMS}
    guide = "缴费基数 缴费档次 补缴 经办机构 凭证号码 票证号码 首开 补开 两两协议"
    assert set(guide.split()) <= explained
    assert all(isinstance(pair.value, Text) and str(pair.value) for pair in words.TERMS)
