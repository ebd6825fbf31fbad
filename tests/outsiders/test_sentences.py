"""What a tester is told who has mistyped, or asked for what is not so: one sentence that helps."""

import re
from pathlib import Path

import pytest

from tests.outsiders.run import run

SENTENCES = {
    'kiosk.touch("tile.wechatt")': r"tile\.wechatt is not there on home after .*; did you mean “tile\.wechat”\?",
    'kiosk.touch(role="check box", label="微信")': r"“微信” is not there on home after .* The screen says: 按渠道办理",
    'kiosk.touch("扫码付款")': r"3 controls say “扫码付款”: touch one of tile\.wechat, .*tile\.unionpay by its name",
    'kiosk.opens("wechat.payy")': r"there is no screen “wechat\.payy”; did you mean “wechat\.pay”\?",
    'kiosk.shows("wechat.pay")': r"screen wechat\.pay is not .* after [\d.]+ s \(.* ×[\d.]+, looked \d+ times\)\.",
    'kiosk.says("支付成功")': r"“支付成功” is not there on home after",
    'kiosk.opens("alipay.pay_resident", person("杨小军"))': r"杨小军 is not enrolled in what .*: resident medical",
    'person("张建囯")': r"there is no person “张建囯”; did you mean “张建国”\?",
    'person(enrolled="flexible pensions")': r"nobody knows what “flexible pensions” means: say it with",
    'network.breaks("wechat", "silence")': r"there is no fault “silence”; did you mean “silent”\? There are: down,",
    'network.breaks("weixin", "silent")': r"there is no network “weixin”.* There are: wechat,",
    'clock.at("yesterday")': r"that is no time; say it so: 2026-12-31 22:49:50",
    'kiosk.opens("wechat.identify"); kiosk.touch("next"); kiosk.shows("wechat.menu")': (
        r"menu is not there on wechat\.identify .* It says what is wrong: text\.error\.number “请输入证件号码”"
    ),
    'phone.pays("purse")': r"there is no source “purse”",
}


def test_it_is_said_in_one_sentence_at_the_test_s_own_line(tmp_path: Path) -> None:
    cases = "".join(
        f"def test_{at}(kiosk, person, network, clock, phone):\n    {call}\n" for at, call in enumerate(SENTENCES)
    )
    (tmp_path / "test_wrong.py").write_text(cases, "utf-8")
    done = run(tmp_path, "--kiosk-patience", "0.3")
    assert f"{len(SENTENCES)} failed" in done.stdout
    told = re.findall(r"^E +kit\.testing\.sentences\.NotSo: (.*)$", done.stdout, re.MULTILINE)
    for (call, sentence), line in zip(SENTENCES.items(), told, strict=True):
        assert re.search(sentence, line), (call, line)
        assert line.startswith(call.rpartition("; ")[2].partition("(")[0]), "by which call"
    assert set(re.findall(r"^(\S+\.py):\d+: NotSo", done.stdout, re.MULTILINE)) == {"test_wrong.py"}


@pytest.mark.parametrize("room", ["main", "ui"])
def test_a_module_of_theirs_that_has_the_name_of_a_room_is_told(tmp_path: Path, room: str) -> None:
    (tmp_path / f"{room}.py").write_text("", "utf-8")
    (tmp_path / "test_both.py").write_text(f"import {room}\n\n\ndef test_it(kiosk):\n    pass\n", "utf-8")
    assert re.search(rf"the terminal has a module called '{room}', and .*{room}\.py was imported", run(tmp_path).stdout)
