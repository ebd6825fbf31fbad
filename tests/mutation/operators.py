"""The faults that can be put into a module: for a node of its tree, what could stand there instead."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}
NOT_RUN = {"annotation", "returns", "decorator_list", "type_params", "bases"}
"""Fields that say what a thing is, not what it does."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault. `line` is a line of the source as written; `lines` are lines of the `plain` source."""

    file: str
    line: int
    text: str
    """The line as it stands in the `plain` source: where the fault, or the closest expression around it, begins."""
    before: str
    after: str
    lines: range
    called: bool
    """Whether it lies in a function. What does not is run once, when the module is imported."""
    source: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node hangs in its tree. `index` counts in a list of nodes."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    near: ast.expr | ast.stmt
    """The node itself, or the closest around it that knows its line."""
    called: bool


def plain(source: str) -> str:
    """The module as Python would write it. Mutants are made from this: they differ from it by the fault only."""
    return ast.unparse(ast.parse(source)) + "\n"


def mutants(file: str, source: str) -> Iterator[Mutant]:
    """Every fault that can be put into a module, from its first line to its last."""
    written, text = ast.parse(source), plain(source)
    tree, texts = ast.parse(text), text.splitlines()
    was = {id(node): other for node, other in zip(ast.walk(tree), ast.walk(written), strict=True)}
    members = _enum_members(tree)
    for place in _places(tree, tree.body[0], called=False):
        lines = range(place.near.lineno, (place.near.end_lineno or place.near.lineno) + 1)
        for instead in _instead(place, members):
            yield Mutant(
                file,
                was[id(place.near)].lineno,  # type: ignore[attr-defined]  # it is of the same class
                texts[place.near.lineno - 1].strip(),
                _shown(place.node),
                _shown(instead),
                lines,
                place.called,
                _unparsed_with(instead, place, tree),
            )


def _places(node: ast.AST, near: ast.expr | ast.stmt, called: bool) -> Iterator[_Place]:
    called = called or isinstance(node, ast.FunctionDef | ast.Lambda)
    for field, value in ast.iter_fields(node):
        if field in NOT_RUN:
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _says_nothing(child, field):
                continue
            here = child if isinstance(child, ast.expr | ast.stmt) else near
            # A default value is worked out when the function is made.
            inside = called and field not in {"defaults", "kw_defaults"} and not isinstance(child, ast.arguments)
            yield _Place(node, field, index if isinstance(value, list) else None, child, here, inside)
            yield from _places(child, here, inside)


def _says_nothing(node: ast.AST, field: str) -> bool:
    """Docstrings, what is there for the type checker or the log, and names of types."""
    match node:
        case ast.Expr(ast.Constant()) | ast.Assert() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(ast.Call(ast.Attribute(ast.Name("log")))) | ast.Expr(
            ast.Call(ast.Attribute(ast.Call(ast.Name("super"))))
        ):
            return True
        case ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Assign([ast.Name(name)]):
            return (
                name == "__slots__"
                or name.startswith("QML_IMPORT_")
                or bool(re.fullmatch(r"_?(?:[A-Z][a-z]+)+", name))
                or _makes_type(node.value)
            )
    return field == "type" or isinstance(node, ast.pattern)


def _makes_type(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in {"TypeVar", "Signal"}


def _instead(place: _Place, members: dict[str, list[str]]) -> Iterator[ast.AST | None]:
    """What could stand in a place; None for nothing at all."""
    node = place.node
    yield from _other_operator(node)
    yield from _other_value(node, members)
    if isinstance(node, ast.Call) and not _asks_class(node.func):
        said = [ast.dump(argument) for argument in node.args]
        for first in (at for at in range(len(said) - 1) if said[at] != said[at + 1]):
            swapped = [*node.args[:first], node.args[first + 1], node.args[first], *node.args[first + 2 :]]
            yield ast.Call(node.func, swapped, node.keywords)
    if place.field in {"test", "guard", "ifs"} and not isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)  # type: ignore[arg-type]  # these fields hold expressions
    if isinstance(node, ast.match_case) and len(getattr(place.parent, place.field)) > 1:
        yield None
    yield from _other_statement(node)


def _other_operator(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, operators, right):
            for index, operator in enumerate(operators):
                for other in COMPARISONS[type(operator)]:
                    yield ast.Compare(left, [*operators[:index], other(), *operators[index + 1 :]], right)
        case ast.BoolOp(ast.And(), values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(ast.Or(), values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, ast.BitOr(), right):
            yield from (left, right)
        case ast.BinOp(left, operator, right) if type(operator) in ARITHMETIC:
            yield ast.BinOp(left, ARITHMETIC[type(operator)](), right)


def _other_value(node: ast.AST, members: dict[str, list[str]]) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(str(value)):
            yield ast.Constant("" if value else "?")
        case ast.Attribute(ast.Name(enum), member) if member in (others := members.get(enum, [])) and len(others) > 1:
            yield ast.Attribute(ast.Name(enum), others[others.index(member) - 1])


def _other_statement(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Return(ast.expr() as value) if not isinstance(value, ast.Constant):  # which has faults of its own
            yield ast.Return(ast.Constant(None))
        case ast.ExceptHandler(kind, name):
            yield ast.ExceptHandler(kind, name, [ast.Raise()])
        case ast.Expr(ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Break() | ast.Continue() | ast.Return(None):
            yield ast.Pass()
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()


def _asks_class(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in {"isinstance", "issubclass"}


def _enum_members(tree: ast.Module) -> dict[str, list[str]]:
    """The members of each enum that a module speaks of."""
    members: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name(enum), member) if enum[0].isupper() and member.isupper():
                members.setdefault(enum, set()).add(member)
    return {enum: sorted(found) for enum, found in members.items()}


def _unparsed_with(node: ast.AST | None, place: _Place, tree: ast.Module) -> str:
    old = getattr(place.parent, place.field)
    new = node if place.index is None else [*old[: place.index], *filter(None, [node]), *old[place.index + 1 :]]
    setattr(place.parent, place.field, new)
    try:
        return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    finally:
        setattr(place.parent, place.field, old)


def _shown(node: ast.AST | None) -> str:
    """A node on one line, for people."""
    if node is None:
        return "nothing"
    return re.sub(r"\s*\n\s*", " ", ast.unparse(node).strip())
