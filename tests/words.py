"""The words that people read: `python -m tests.words` checks them, `scripts/words` writes the catalogues anew.

Words are `Text`s, wherever they stand; each message is in the template `assets/words/kiosk.pot`; and a catalogue
translates what is in the template, with the arguments that the message has. The English one translates all of it.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Set
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "words"
TEMPLATE = FOLDER / "kiosk.pot"
ROOMS = (
    "main.py",
    "commands",
    "ui",
    "bureau",
    "viewmodels",
    "domain",
    "storage",
    "adapters",
    "kit/dock",
    "kit/teaching",
)
FORMATS = ROOT / "bureau" / "importing"
"""What heads the columns of a file is Chinese for everybody."""
TRANSLATED = {"Text", "joined"}
SAYING = {*TRANSLATED, "Verbatim"}
PAGES = ROOT / "bureau" / "desk" / "templates"
SAID_BY_PAGES = {"_", "verbatim"}
"""What makes texts in a template: `Text` and `Verbatim`."""
POLICY = ROOT / "assets" / "policy"
WHOLE = {"en"}
"""Languages that have words for everything."""
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
HAN = re.compile("[\u4e00-\u9fff]")
CHINESE = re.compile("[‘’“”\u3000-\u300f\u3012-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""Characters and punctuation, with quotes that Chinese fonts draw as wide. The brackets of buttons are for all."""
BUTTON = re.compile("【([^】]*)】")
ON_A_PHONE = re.compile('【[^】]*】|"[^"]*"')
"""What a phone shows in Chinese is quoted so."""
SECTION = re.compile(r"[一二三四](\([一二三四五六七八]\)\d?)+")
"""A section of the guide: a reference, which nobody reads on a screen."""
DATA = {
    "adapters/documents/day_facts.py": "papers are Chinese",
    "adapters/documents/facts.py": "papers are Chinese",
    "adapters/documents/typesetter.py": "papers are Chinese",
    "adapters/documents/workshop.py": "papers are Chinese",
    "adapters/payments/alipay/bill.py": "the columns of a bill",
    "adapters/payments/unionpay/merchant.py": "the name in a certificate of UnionPay's",
    "adapters/payments/wechat/bill.py": "the columns of a bill",
    "adapters/payments/wechat/refund_answers.py": "how WeChat Pay names the merchant's accounts",
    "adapters/settings/models.py": "names that an example of settings has",
    "adapters/settings/readers.py": "names that readers have where a hall gives them none",
    "commands/verify.py": "what a paper says of itself",
    "domain/certificates/capitals.py": "sums in capitals, on papers",
    "domain/speech/chinese.py": "how Chinese is said aloud",
    "domain/speech/privacy.py": "behind what a number stands",
    "domain/speech/figures.py": "how Chinese says figures",
    "domain/flows/drawing.py": "a drawing for developers",
    "main.py": "the program's name, and the issuer's on papers",
}
"""Files whose Chinese nobody reads on a screen, and why."""


def sources() -> list[Path]:
    """Where words may stand."""
    every = (file for room in ROOMS for file in [*(ROOT / room).rglob("*.py")] or [ROOT / room])
    return sorted(file for file in every if FORMATS not in file.parents)


def messages(source: str) -> Iterator[str]:
    """The messages of a source, also those within others."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATED and node.args:
            message = node.args[0]
            if isinstance(message, ast.Constant) and isinstance(message.value, str):
                yield message.value


def said_by_page(source: str) -> Iterator[str]:
    """The messages of a template, also those within others."""
    for call in Environment().parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_" and isinstance(call.args[0], nodes.Const):
            yield call.args[0].value


def notes(file: Path) -> Iterator[str]:
    """The messages of a file of policy data."""
    entries = tomllib.loads(file.read_text("utf-8")).get("entry", ())
    yield from (entry["restricted_note"] for entry in entries if "restricted_note" in entry)


def extracted() -> Catalog:
    """Every message of the code and of the data, with the files that have it."""
    found = Catalog(project="shebao-kiosk", charset="utf-8", fuzzy=False)
    places = [(file, messages(file.read_text("utf-8"))) for file in sources()]
    places += [(file, said_by_page(file.read_text("utf-8"))) for file in sorted(PAGES.glob("*.html"))]
    places += [(file, notes(file)) for file in sorted(POLICY.glob("*.toml"))]
    for file, said in places:
        for message in said:
            found.add(message, locations=[(str(file.relative_to(ROOT)), 0)])
    return found


def written(catalogue: Catalog) -> bytes:
    """What a catalogue's file says: sorted, without lines and dates, so that it changes when its words do."""
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


def faults(catalogue: Catalog, known: Set[str], whole: bool) -> Iterator[str]:
    """What is wrong with the words of a language for messages that are known."""
    said = {str(one.id): str(one.string) for one in catalogue if one.id and one.string and not one.fuzzy}
    if whole:
        yield from (f"{message!r} has no words" for message in sorted(known - said.keys()))
    for message, words in said.items():
        if message not in known:
            yield f"nobody says {message}"
        elif arguments(words) != arguments(message):
            yield f"{words!r} has other arguments than {message!r}"
        if CHINESE.search(ON_A_PHONE.sub("", words)):
            yield f"{words!r} is half Chinese"
        for button in BUTTON.findall(words):
            if not (HAN.search(button) or arguments(button) or button in said.values()):
                yield f"{words!r} names a button that is nowhere: {button}"


def translations() -> Iterator[str]:
    """What is wrong with the catalogues, a line each."""
    known = {str(message.id) for message in extracted() if message.id}
    for file in sorted(FOLDER.glob("*.po")):
        with file.open("rb") as opened:
            catalogue = read_po(opened)
        yield from (f"{file.name}: {fault}\n" for fault in faults(catalogue, known, file.stem in WHOLE))


def unsaid(file: Path) -> Iterator[str]:
    """Where a file has Chinese that is no text: a line each. Docstrings are for readers of the code."""
    tree = ast.parse(file.read_text("utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            passed.update(id(argument) for argument in node.args)
        elif (
            isinstance(node, ast.Constant)
            and id(node) not in passed
            and isinstance(node.value, str)
            and HAN.search(node.value)
            and not SECTION.fullmatch(node.value)
        ):
            yield f"{file.relative_to(ROOT)}:{node.lineno}: {node.value!r} is no Text\n"


def unsaid_by_page(file: Path) -> Iterator[str]:
    """The same of a template: what stands in it plainly, and strings that make no text."""
    tree = Environment().parse(file.read_text("utf-8"))
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
    passed = {id(call.args[0]) for call in calls if call.node.name in SAID_BY_PAGES and call.args}  # type: ignore[attr-defined]
    plain = ((one.lineno, one.data) for one in tree.find_all(nodes.TemplateData))
    strings = ((one.lineno, one.value) for one in tree.find_all(nodes.Const) if id(one) not in passed)
    for line, said in (*plain, *strings):
        if isinstance(said, str) and HAN.search(said):
            yield f"{file.relative_to(ROOT)}:{line}: {said.strip()!r} is no Text\n"


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
            file.write_bytes(HEADER.format(language=file.stem).encode() + written(catalogue))
        return 0
    glued = (line for file in sources() if str(file.relative_to(ROOT)) not in DATA for line in unsaid(file))
    plain = (line for file in sorted(PAGES.glob("*.html")) for line in unsaid_by_page(file))
    said = "".join((*glued, *plain, template(), *translations()))
    print(said, end="")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
