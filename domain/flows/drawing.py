"""The flows drawn from their tables, for Graphviz: a box per screen, an arrow per outcome."""

from collections.abc import Iterable

from domain.flows.engine import END, Table
from domain.flows.steps import Closed


def dot(tables: Iterable[Table]) -> str:
    """A directed graph in the DOT language; counted screens are bold, a closed channel's is dashed, the end is Home."""
    lines = ["digraph flows {", '  rankdir=LR; node [shape=box, fontname="Noto Sans CJK SC"];', '  end [label="首页"];']
    for table in tables:
        lines.append(f'  subgraph "cluster_{table.channel}" {{ label="{table.channel}";')
        for id, screen in table.screens.items():
            style = ", style=bold" if screen.counts else ", style=dashed" if isinstance(screen.step, Closed) else ""
            lines.append(f'    "{id}" [label="{screen.code} {screen.step.title}\\n{id}"{style}];')
        lines.append("  }")
        for id, screen in table.screens.items():
            for outcome, target in screen.to.items():
                lines.append(f'  "{id}" -> "{END if target == END else target}" [label="{outcome}"];')
    return "\n".join([*lines, "}"])
