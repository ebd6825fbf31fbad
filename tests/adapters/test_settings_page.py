"""The page of all settings is what the program takes, and says something of each key."""

import tomllib
from pathlib import Path

from adapters.settings.models import whole
from adapters.settings.page import page, undescribed

DOCS = Path(__file__).parents[2] / "docs"


def test_something_is_said_of_every_key() -> None:
    assert undescribed() == []


def test_the_page_that_is_kept_is_the_one_that_is_made() -> None:
    assert (DOCS / "settings.md").read_text("utf-8").rstrip("\n") == page().rstrip("\n"), (
        "./kiosk settings > docs/settings.md"
    )


def test_the_example_of_a_hall_is_taken() -> None:
    """As far as it can be told without the files and lines that it names."""
    said = tomllib.loads((DOCS / "hall-example.toml").read_text("utf-8"))
    taken = whole().model_validate({"profile": "hall", **said})
    assert taken.terminal == "T0107" and [one.kind for one in taken.printers] == ["cups", "escpos"]
    assert said.keys() <= whole().model_fields.keys()
