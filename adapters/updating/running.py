"""Whether the release that runs is still the one that should."""

from pathlib import Path

from adapters.updating.releases import CURRENT

TREE = Path(__file__).parents[2]


def superseded(tree: Path = TREE) -> bool:
    """Another release is current now. A tree that is no release is never superseded."""
    if tree.parent.name != "releases":
        return False
    try:
        return (tree.parent.parent / CURRENT).readlink().name != tree.name
    except OSError:
        return False
