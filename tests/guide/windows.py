"""The tax bureau's guide (附件7) as digests: `python -m tests.guide.windows FILE` writes them anew from its text.

The guide itself is not ours to keep. Of every six characters in a row there is a digest: whether words stand in it one
by one can be told, and it cannot be read.
"""

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from textwrap import wrap

LENGTH, DIGITS = 6, 6
KNOWN = Path(__file__).parent / "windows.txt"


def digests(text: str) -> Iterator[str]:
    """Of each window of a text, blanks left out. None if it is shorter than one."""
    letters = re.sub(r"\s", "", text)
    for at in range(len(letters) - LENGTH + 1):
        yield sha256(letters[at : at + LENGTH].encode()).hexdigest()[:DIGITS]


def known() -> set[str]:
    return set(re.findall(f".{{{DIGITS}}}", KNOWN.read_text("ascii").replace("\n", "")))


def main(file: str) -> None:
    """Write the digests of the guide's text in a file."""
    found = sorted(set(digests(Path(file).read_text("utf-8"))))
    KNOWN.write_text("\n".join(wrap("".join(found), 120)) + "\n", "ascii")


if __name__ == "__main__":
    main(sys.argv[1])
