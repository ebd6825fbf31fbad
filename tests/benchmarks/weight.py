"""What a process weighs, by kind, as the kernel says (`/proc/PID/smaps`). Megabytes of 1000 kB.

PSS shares what several processes map among them; RSS is what it would be if nobody shared.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

MAPPING = re.compile(r"[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+\s*(.*)")
KINDS = (
    ("heap", r"^\[heap\]$"),
    ("anonymous", r"^$|^\[(stack|anon.*)\]$"),
    ("QML's heap", r"JSGCHeap|JITCode|QtQml"),
    ("picture", r"memfd:xorg|SYSV"),
    ("Typst", r"typst"),
    ("cryptography", r"cryptography|_rust\.abi3|libcrypto|libssl"),
    ("store", r"sqlcipher"),
    ("fonts", r"fontconfig|\.(ttf|ttc|otf)$"),
    ("Qt", r"/Qt/|libQt6"),
    ("PySide", r"/(PySide6|shiboken6)/"),
    ("Python", r"python3?\.\d+|/site-packages/"),
    ("libraries", r""),
)
"""Each with what the name of a mapping has in it; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Weight:
    pss_mb: float
    rss_mb: float
    kinds: dict[str, float]
    """PSS."""


def weight(pid: int) -> Weight:
    """Of a running process."""
    pss, rss = Counter[str](), Counter[str]()
    kind = ""
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        if mapping := MAPPING.match(line):
            kind = next(kind for kind, name in KINDS if re.search(name, mapping[1]))
        elif line.startswith("Pss:"):
            pss[kind] += int(line.split()[1])
        elif line.startswith("Rss:"):
            rss[kind] += int(line.split()[1])
    return Weight(_mb(pss.total()), _mb(rss.total()), {kind: _mb(kb) for kind, kb in pss.most_common()})


def _mb(kb: int) -> float:
    return round(kb / 1000, 1)
