"""Makes a failing plan smaller: what can be left out while something still goes wrong is left out."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kit.simulation.plan import Plan


def shrunk(plan: Plan, fails: Callable[[Plan], bool]) -> Plan:
    """A plan of which nothing more can be left out. `fails` plays one."""
    while (smaller := next(filter(fails, _smaller(plan)), None)) is not None:
        plan = smaller
    return plan


def _smaller(plan: Plan) -> Iterator[Plan]:
    for name in ("offs", "clocks", "troubles", "visits"):
        parts = getattr(plan, name)
        for i in range(len(parts)):
            yield replace(plan, **{name: parts[:i] + parts[i + 1 :]})
    for i, visit in enumerate(plan.visits):
        fewer = replace(visit, others=max(0, visit.others - 1))
        alone = (replace(visit, refund=False), replace(visit, cancels=None), replace(visit, pays=visit.pays[:1]))
        for less in (*alone, fewer):
            if less != visit:
                yield replace(plan, visits=(*plan.visits[:i], less, *plan.visits[i + 1 :]))
