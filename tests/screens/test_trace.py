"""A trace tells what was done, opens at what went wrong first, and names nobody; read in a real browser."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

import main
from domain.flows.catalogue import SCREENS
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.play.walkthrough import Look, play
from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told
from kit.trace import Keep, Trace, traced
from kit.trace.exchanges import Exchange, body_of, heard
from kit.trace.masks import Masks, unsaid
from kit.trace.story import story
from kit.walks import EVERY
from kit.walks.stops import home, stops

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
JIANGUO = ("张建国", "520199197803150119", "19900000001")


def read(file: Path, folder: Path) -> dict[str, Any]:
    """The page as a browser has it."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.screens.trace_browser", str(file), str(folder)],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def to_the_confirmation(ground: Playground) -> None:
    """As 张建国, who types who he is."""
    kiosk = ground.kiosk
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.type(JIANGUO[1])
    kiosk.touch("field.name")
    kiosk.write(JIANGUO[0])
    kiosk.touch("board.done")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")
    kiosk.touch("item.flexible_self")
    kiosk.shows("wechat.confirm_flexible")


def forgets_the_tier(ground: Playground) -> None:
    kiosk = ground.kiosk
    to_the_confirmation(ground)
    for name in ("option.pension", "select.agency", "registered.520102P"):
        kiosk.touch(name)
    kiosk.shows("wechat.confirm_flexible")
    kiosk.patience_s = 0.3
    kiosk.touch("next")
    kiosk.shows("wechat.pick_method")


def failed(ground: Playground, plan: tuple[str, ...] = ()) -> Trace:
    with pytest.raises(NotThere), traced(ground, "test_pay.py::test_pays", Path(__file__), plan) as trace:
        forgets_the_tier(ground)
    return trace


def test_the_page_opens_at_what_went_wrong_first(ground: Playground, tmp_path: Path) -> None:
    failed(ground).write(file := tmp_path / "trace.html")
    seen = read(file, tmp_path)
    assert seen["asked"] == [file.as_uri()] and seen["complaints"] == []
    first, before, *_, again = seen["looks"]
    assert first["title"] == "test_pay.py::test_pays · 轨迹"
    waited = r"第 \d+ 步先错：点了 next，等“选择缴款方式”等了 \d\.\d\d 秒，还在“缴费信息确认”"
    assert re.fullmatch(waited, first["sentence"])
    assert f"第 {first['chosen']} 步" in first["sentence"]
    assert first["below"].startswith("屏幕说“请选择缴费档次”，这句话在 select.tier 下面。前面")
    assert [line.split(maxsplit=1)[1] for line in first["code"]] == [
        "kiosk.patience_s = 0.3",
        'kiosk.touch("next")',
        'kiosk.shows("wechat.pick_method")  ✗',
    ]
    assert first["chosen"] == len(first["steps"]) and first["steps"][-1] == "wrong"
    assert first["told"].endswith("next，先错在这里")
    assert first["ring"] == 1 and first["frames"] >= 1
    assert "按钮 下一步← 点了这里 next" in first["marked"]
    assert "警告 请选择缴费档次＋新出现 text.error.tier" in first["marked"]
    assert "errors.tier" in first["state"]
    assert "屏幕变成 wechat.pick_method（选择缴款方式）" in first["waits"] and "没有等到" in first["waits"]
    assert [one["chosen"] for one in seen["looks"]] == [first["chosen"] - back for back in (0, 1, 2, 1)]
    assert before["told"].endswith("做到") and again["told"] == before["told"]
    assert first["nameless"] == 0 and first["high"] <= 900
    assert (tmp_path / "page.png").stat().st_size > 0


def test_nobody_is_named_in_it(ground: Playground, tmp_path: Path) -> None:
    failed(ground).write(file := tmp_path / "trace.html")
    page = file.read_text("utf-8")
    for person in ground.demo.people:
        for somebodys in (person.name, person.number, person.phone):
            assert somebodys not in page
    number = JIANGUO[1]
    assert not [part for at in range(7, len(number) + 1) if (part := number[:at]) in page], "not half typed either"
    assert '"key.…"' in page and "key.5" not in {touch for one in story_of(page)["steps"] for touch in one["touched"]}
    assert "张**" in page and "520***********0119" in page


def test_nor_is_who_is_nobody_of_the_demonstration(ground: Playground) -> None:
    kiosk = ground.kiosk
    with traced(ground, "a stranger") as trace:
        for name in ("tile.wechat", "next"):
            kiosk.touch(name)
        kiosk.shows("wechat.identify")
        kiosk.type("11010119900307")
        kiosk.touch("field.name")
        kiosk.write("欧阳大伟")
        kiosk.touch("board.done")
    told = json.dumps(story(trace), ensure_ascii=False)
    assert "欧***" in told and "欧阳" not in told
    assert "110101" not in told


def story_of(page: str) -> dict[str, Any]:
    return dict(json.loads(page.partition('id="story">')[2].partition("</script>")[0]))


def test_a_walk_tells_of_each_of_its_touches_and_of_those_it_never_reached(ground: Playground) -> None:
    plan = ("tile.wechat", "next", "person:王秀英", "next", "item.nothing", "phone", "write:王秀英")
    with pytest.raises(NotThere), traced(ground, "a walk", plan=plan) as trace:
        for touch in plan:
            ground.kiosk.patience_s = 0.2 if touch == "item.nothing" else 20
            with trace.step(touch):
                ground.touch(touch)
    told = story(trace)
    assert [(one["name"], one["how"]) for one in told["steps"]] == [
        ("tile.wechat", "done"),
        ("next", "done"),
        ("person:王**", "done"),
        ("next", "done"),
        ("item.nothing", "wrong"),
        ("phone", "never"),
        ("write:…（3 个字）", "never"),
    ]
    assert told["sentence"].startswith("第 5 步先错：要点 item.nothing，等 item.nothing 等了")
    assert told["code"] == []


def test_the_walkthrough_leaves_one_of_each_walk(qapp: object, tmp_path: Path) -> None:
    flow = "wechat.flexible.pay_self"
    look = Look(main.SIZES["1080x1920"], traced=True)
    assert play([flow], tmp_path, look, main.playground) == 0
    told = story_of((tmp_path / f"{flow}-trace.html").read_text("utf-8"))
    assert told["wrong"] == 0 and told["sentence"] == f"{len(told['steps'])} 步都做到了"
    assert {one["how"] for one in told["steps"]} == {"done"}
    paid = told["steps"][-1]
    assert paid["name"] == "phone" and "dock.confirm" in paid["where"]
    assert "wechat.result" in {one["screen"] for one in told["sights"]}
    exchanges = [one for step in told["steps"] for one in step["exchanges"]]
    assert [one["status"] for one in exchanges][:1] == [200]
    assert exchanges[0]["path"] == "/v3/pay/transactions/native" and '"total": 87894' in exchanges[0]["asked"]
    assert told["seconds"] == pytest.approx(
        sum(one["seconds"] for one in told["steps"]) + told["steps"][0]["at"], abs=0.1
    )


def test_a_walk_that_fails_leaves_its_trace_as_well(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = "wechat.flexible.pay_self"
    monkeypatch.setitem(
        EVERY, flow, (home("tile.wechat"), *stops("wechat", ("official_account", "nothing.there next")))
    )

    @contextmanager
    def impatient(size: tuple[int, int]) -> Iterator[Playground]:
        with main.playground(size, copytree(filled, tmp_path / "store")) as ground:
            ground.kiosk.patience_s = 0.3
            yield ground

    assert play([flow], tmp_path, Look(main.SIZES["1080x1920"], traced=True), impatient) == 1
    told = story_of((tmp_path / f"{flow}-trace.html").read_text("utf-8"))
    assert [one["how"] for one in told["steps"]] == ["wrong", "never", "never"]
    assert told["sentence"].startswith("第 1 步先错：点了 tile.wechat，等 nothing.there 等了")
    assert told["sentence"].endswith(f"秒，到了“{SCREENS['wechat.official_account'].step.title}”")


@pytest.mark.parametrize(
    ("told", "status", "ended"),
    [
        (None, 0, "没有回答"),
        (Told(200, {}, b"{}"), 200, ""),
        (Told(200, {}, b"{}", cut=True), 200, "断在半路"),
        (Told(200, {}, b"{}", held=Fault.SLOW), 200, "一直没有答完"),
    ],
)
def test_how_an_exchange_ended(told: Told | None, status: int, ended: str) -> None:
    kept: list[Exchange] = []
    asked = Asked("GET", "/orders?sign=abc&no=1", {}, b"")
    assert heard("wechat", asked, lambda _: told, kept.append) is told
    assert [(one.path, json.loads(one.asked), one.status, one.ended) for one in kept] == [
        ("/orders", {"sign": "…", "no": "1"}, status, ended)
    ]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("缴费人 张建国", "缴费人 张**"),
        ("520199197803150119", "520***********0119"),
        ("520199  19780315  0119", "520***********0119"),
        ("520199  1978", "5********8"),
        ("199 0000 0001", "199****0001"),
        ("13800001234", "138****1234"),
        ("6217 7900 0000 0000 016", "621************016"[:3] + "*" * 12 + "0016"),
        ("tile 1 Li", "tile 1 L*"),
        ("GZT0001202611241024029217391", "GZT0001202611241024029217391"),
        ("2026-11-24 10:24:02，878.94 元，12366", "2026-11-24 10:24:02，878.94 元，12366"),
    ],
)
def test_what_is_masked(text: str, masked: str) -> None:
    masks = Masks()
    masks.learn(*JIANGUO, "Li", "1")
    assert masks.all([{"says": text}]) == [{"says": masked}]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("key.5", "key.…"),
        ("letter.z", "letter.…"),
        ("word.0", "word.…"),
        ("key.next", "key.next"),
        ("type:246810", "type:…（6 个字）"),
        ("card:古丽·艾山", "card:古****"),
        ("row:ask", "row:ask"),
    ],
)
def test_what_a_touch_is_called(what: str, said: str) -> None:
    assert unsaid(what) == said


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (b'{"mchid": "190", "payer": {"openid": "oUpF8"}}', {"mchid": "190", "payer": {"openid": "…"}}),
        (
            b"sign=abc&biz_content=%7B%22total_amount%22%3A%221.00%22%7D",
            {"sign": "…", "biz_content": {"total_amount": "1.00"}},
        ),
        (b'{"blob": "' + b"Ab1+" * 20 + b'"}', {"blob": "…"}),
    ],
)
def test_what_is_kept_of_an_exchange(body: bytes, kept: dict[str, Any]) -> None:
    assert json.loads(body_of(body)) == kept


def test_which_are_kept() -> None:
    assert [(keep.keeps(False), keep.keeps(True)) for keep in Keep] == [(False, False), (True, True), (False, True)]
