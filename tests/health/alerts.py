"""Prometheus' rules, as far as ours go: one metric, its labels matched, compared with a figure, for some time.

The forms are few on purpose: `name{label="x",label=~"a|b",label!="y"} == 1`, and `time() - name > 120`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import eq, gt, lt
from pathlib import Path

import yaml
from prometheus_client.parser import text_string_to_metric_families

FILE = Path(__file__).parents[2] / "assets" / "alerts" / "kiosk.rules.yml"
_EXPRESSION = re.compile(
    r"(?P<age>time\(\) - )?(?P<name>\w+)(?:\{(?P<labels>[^}]*)\})? (?P<how>==|>|<) (?P<figure>[\d.]+)"
)
_LABEL = re.compile(r'(\w+)(=~|!=|=)"([^"]*)"')
HOW = {"==": eq, ">": gt, "<": lt}
SECONDS = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Rule:
    """`for_s`: so long it has to hold before somebody is called."""

    name: str
    expression: str
    for_s: int
    severity: str
    summary: str

    def holds(self, text: str, now: float) -> tuple[Mapping[str, str], ...]:
        """The labels of each series of a text file for which it holds."""
        read = _EXPRESSION.fullmatch(self.expression)
        assert read, self.expression
        wanted = _LABEL.findall(read["labels"] or "")
        assert ",".join(f'{name}{how}"{value}"' for name, how, value in wanted) == (read["labels"] or "")
        return tuple(
            labels
            for name, labels, value in _samples(text)
            if name == read["name"]
            and all(_matches(labels.get(label, ""), how, said) for label, how, said in wanted)
            and HOW[read["how"]](now - value if read["age"] else value, float(read["figure"]))
        )

    def told(self, labels: Mapping[str, str]) -> str:
        """Its summary for one series."""
        return re.sub(r"\{\{ \$labels\.(\w+) \}\}", lambda found: labels[found[1]], self.summary)


def rules() -> tuple[Rule, ...]:
    """All of the file."""
    (group,) = yaml.safe_load(FILE.read_text("utf-8"))["groups"]
    return tuple(
        Rule(
            one["alert"],
            one["expr"],
            _seconds(one.get("for", "0s")),
            one["labels"]["severity"],
            one["annotations"]["summary"],
        )
        for one in group["rules"]
    )


def _seconds(text: str) -> int:
    return int(text[:-1]) * SECONDS[text[-1]]


def _matches(value: str, how: str, said: str) -> bool:
    if how == "=~":
        return re.fullmatch(said, value) is not None
    return (value == said) is (how == "=")


def _samples(text: str) -> Iterator[tuple[str, Mapping[str, str], float]]:
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            yield sample.name, sample.labels, sample.value
