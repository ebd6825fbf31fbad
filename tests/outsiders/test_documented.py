"""Every example of docs/testing.md, run as an outsider's file."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from tests.outsiders.run import ROOT, run

PAGE = ROOT / "docs" / "testing.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
PICTURED = next(example for example in EXAMPLES if "image_regression" in example)
OTHERS = [example for example in EXAMPLES if example != PICTURED]


def named(example: str) -> str:
    return str(re.findall(r"def (\w+)", example)[-1])


def test_there_are_ten_and_one_from_outside_and_the_first_pays_in_five_lines() -> None:
    assert len(EXAMPLES) == 11
    assert len(EXAMPLES[0].strip().splitlines()) == 5


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of all but one, a file each; the one from outside starts a terminal beside its process."""
    folder = tmp_path_factory.mktemp("documented")
    for example in OTHERS:
        (folder / f"{named(example)}.py").write_text(example, "utf-8")
    return run(folder, "-rA").stdout


@pytest.mark.parametrize("example", OTHERS, ids=named)
def test_it_passes(said: str, example: str) -> None:
    name = named(example)
    assert f"PASSED {name}.py::{name}\n" in said, said


def test_a_picture_is_made_and_compared(tmp_path: Path) -> None:
    file = tmp_path / "test_picture.py"
    file.write_text(PICTURED, "utf-8")
    assert "1 failed" in run(tmp_path, "--force-regen").stdout, "there was none"
    assert [picture.name for picture in tmp_path.rglob("*.png")] == ["test_home_looks_as_it_did.png"]
    later = tmp_path / "test_later.py"
    later.write_text(PICTURED.replace("10:24:00", "11:35:00"), "utf-8")
    copytree(file.with_suffix(""), later.with_suffix(""))
    said = run(tmp_path, "-rA").stdout
    assert "PASSED test_picture.py::" in said and "FAILED test_later.py::" in said, said
    assert said.count("Difference between images too high") >= 1, said
