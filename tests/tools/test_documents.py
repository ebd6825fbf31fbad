"""What the documents lead to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "docs/tour.md", "docs/testing.md", "docs/glossary.md")
ROOMS = "adapters|assets|commands|docs|domain|kit|scripts|storage|tests|ui|viewmodels"
PLACE = re.compile(rf"`((?:{ROOMS})/[\w./*-]*)`|\]\(((?!http)[\w./-]+)\)")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_place_that_a_document_names_is_there(name: str) -> None:
    document = ROOT / name
    named = [found[1] or found[2] for found in PLACE.finditer(document.read_text("utf-8"))]
    assert named
    missing = [place for place in named if not (list(ROOT.glob(place)) or (document.parent / place).exists())]
    assert missing == []
