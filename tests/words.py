"""The words that people read: `python -m tests.words` checks them, `scripts/words` writes the catalogues anew.

Words are `Text`s, wherever they stand; each message is in the template `assets/words/kiosk.pot`, which Babel takes out
of the code; and a catalogue translates what is in the template, with the arguments that the message has.
"""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "words"
TEMPLATE = FOLDER / "kiosk.pot"
ROOMS = ("main.py", "commands", "ui", "viewmodels", "domain", "storage", "adapters", "kit/dock")
KEYWORDS = {"Text": None, "joined": (1,)}
SAYING = {"Text", "Verbatim", "joined"}
HAN = re.compile("[\u4e00-\u9fff]")
SECTION = re.compile(r"[一二三四](\([一二三四五六七八]\)\d?)+")
"""A section of the guide: a reference, which nobody reads on a screen."""
DATA = {
    "adapters/documents/facts.py": "papers are Chinese",
    "adapters/documents/typesetter.py": "papers are Chinese",
    "adapters/documents/workshop.py": "papers are Chinese",
    "adapters/payments/unionpay/merchant.py": "the name in a certificate of UnionPay's",
    "adapters/settings/models.py": "names that an example of settings has",
    "commands/verify.py": "what a paper says of itself",
    "domain/certificates/capitals.py": "sums in capitals, on papers",
    "domain/flows/drawing.py": "a drawing for developers",
    "main.py": "the program's name, and the issuer's on papers",
}
"""Files whose Chinese nobody reads on a screen, and why."""


def sources() -> list[Path]:
    """Where words may stand."""
    return sorted(file for room in ROOMS for file in [*(ROOT / room).rglob("*.py")] or [ROOT / room])


def extracted() -> Catalog:
    """Every message of the code, with the files that have it."""
    found = Catalog(project="shebao-kiosk", charset="utf-8", fuzzy=False)
    for file in sources():
        for _line, message, comments, _ in extract_from_file("python", file, keywords=KEYWORDS):
            found.add(message, locations=[(str(file.relative_to(ROOT)), 0)], auto_comments=comments)
    return found


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file has it: sorted, without lines and dates, so that it changes when its words do."""
    out = BytesIO()
    write_po(out, catalogue, sort_output=True, omit_header=True, width=120, include_lineno=False)
    return out.getvalue()


def template() -> str:
    """What is wrong with the template, if anything."""
    known = TEMPLATE.read_bytes() if TEMPLATE.is_file() else b""
    return "" if known == written(extracted()) else f"{TEMPLATE.name} is not what the code says: run scripts/words\n"


def arguments(message: str) -> set[str]:
    """The names in the braces of a message. Raises ValueError if its braces are wrong."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def translations() -> Iterator[str]:
    """What is wrong with the catalogues: messages that nobody says, arguments that are not given."""
    known = {message.id for message in extracted() if message.id}
    for file in sorted(FOLDER.glob("*.po")):
        with file.open("rb") as opened:
            for message in read_po(opened):
                if not message.id or not message.string:
                    continue
                if message.id not in known:
                    yield f"{file.name}: nobody says {message.id}\n"
                elif arguments(str(message.string)) - arguments(str(message.id)):
                    yield f"{file.name}: {message.string!r} asks for what {message.id!r} is not given\n"


def unsaid(file: Path) -> Iterator[str]:
    """Where a file has Chinese that is no text: a line each. Docstrings are for readers of the code."""
    tree = ast.parse(file.read_text("utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            passed.update(id(argument) for argument in node.args)
        elif isinstance(node, ast.comprehension) and isinstance(node.iter, ast.Constant):
            passed.add(id(node.iter))  # Each character is said by itself.
        elif (
            isinstance(node, ast.Constant)
            and id(node) not in passed
            and isinstance(node.value, str)
            and HAN.search(node.value)
            and not SECTION.fullmatch(node.value)
        ):
            yield f"{file.relative_to(ROOT)}:{node.lineno}: {node.value!r} is no Text\n"


def main(arguments: list[str]) -> int:
    """Check, or with `--write` write the template and what catalogues lack of it."""
    if "--write" in arguments:
        found = extracted()
        FOLDER.mkdir(exist_ok=True)
        TEMPLATE.write_bytes(written(found))
        for file in FOLDER.glob("*.po"):
            with file.open("rb") as opened:
                catalogue = read_po(opened, locale=file.stem)
            catalogue.update(found, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            file.write_bytes(written(catalogue))
        return 0
    glued = (line for file in sources() if str(file.relative_to(ROOT)) not in DATA for line in unsaid(file))
    said = "".join((*glued, template(), *translations()))
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
