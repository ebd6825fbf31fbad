"""Words that eSpeak NG has to be given otherwise than they are written."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

Respell = Callable[[str], str]


def lexicon(file: Path) -> Respell:
    """Puts in the place of each word of a file what is said there of it; the longest that fits."""
    words: dict[str, str] = tomllib.loads(file.read_text("utf-8"))["words"]
    known = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    return lambda text: known.sub(lambda found: f" {words[found[0]]} ", text)
