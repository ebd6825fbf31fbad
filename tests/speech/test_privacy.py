"""What everybody may hear: nothing that is somebody's, however it is written."""

import pytest

from domain.speech.privacy import for_everybody


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("520***********0119", ""),
        ("138****1234", ""),
        ("6217 **** **** 4072", ""),
        ("建设银行 6217\u00a0****\u00a0****\u00a04072", "建设银行 "),
        ("建设银行，尾号 4072", "建设银行，尾号"),
        ("China Construction Bank, ending 4072", "China Construction Bank, ending"),
        ("Ending 4072", "Ending"),
        ("张**", ""),
        ("2026年11月，878.94 元，拨打 12366", "2026年11月，878.94 元，拨打 12366"),
    ],
)
def test_what_is_left_of_a_text(text: str, heard: str) -> None:
    assert for_everybody(text, set()) == heard


def test_names_that_are_known_are_left_out() -> None:
    assert for_everybody("缴费人 张建国", {"张建国"}) == "缴费人 "
