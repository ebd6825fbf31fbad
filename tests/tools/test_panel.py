"""`kiosk panel`: 0 where all that is wanted is met, 1 where no size of text does, 2 where settings are not sound."""

import json
from pathlib import Path

import pytest

from main import main

HIGH = "[panel]\ndiagonal_in = 43\nbottom_mm = 700\ndistance_mm = 600\n"


def test_what_is_assumed_meets_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["panel"]) == 0
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.startswith("no panel is set; taken: 21.5 inches, 1080x1920, from 740 to 1216 mm above the floor")
    assert rows[1].split() == ["smallest", "text", "4.8", "mm", *["7.4", "ok"] * 4]
    assert rows[2].endswith("8.9 too small     10.2 too small     11.7 too small            13.4 ok")


def test_what_hangs_too_high(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(HIGH)
    assert main(["panel", "--config", str(config)]) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "no size meets: highest, low reach, up to 1220 mm, once",
        "its upper part is out of reach: low reach is on from the start",
    ]
    assert main(["panel", "--config", str(config), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["panel"]["top_mm"] == 1652
    assert told["unmet"] == ["highest, low reach"]
    assert told["low_reach_from_the_start"] is True
    assert told["sizes"]["standard"]["gap"] == {"is": 5.45, "unit": "mm", "ok": True}


def test_settings_that_are_not_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(HIGH.replace("43", "3"))
    assert main(["panel", "--config", str(config)]) == 2
    said = f"kiosk: {config}:2: panel.diagonal_in: should be greater than or equal to 7\n"
    assert capsys.readouterr() == ("", said)
