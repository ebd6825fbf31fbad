"""What a new version of a bureau's tables has to do. `scripts/new-version`."""

import sys
from itertools import chain as joined
from itertools import groupby

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_mock_engine

from kit.bureau.cluster import cluster_of_its_own
from storage.bureau.migrations import TABLE, bring_up
from storage.bureau.tables import METADATA
from storage.postgres import postgres_engine


def new() -> str:
    """In Alembic's operations."""
    with cluster_of_its_own() as cluster:
        engine = postgres_engine(cluster.url(cluster.create()))
        with engine.begin() as database:
            bring_up(database)
            context = MigrationContext.configure(database, opts={"compare_type": True, "version_table": TABLE})
            found = produce_migrations(context, METADATA).upgrade_ops  # type: ignore[arg-type]  # It takes several.
        engine.dispose()
    assert found
    return render_python_code(found, user_module_prefix="")


def first() -> str:
    """In SQL. The indexes of a table are in the order of their names."""
    said: list[str] = []
    engine = create_mock_engine("postgresql+psycopg://", lambda made, *_, **__: said.append(_sql(made)))

    def _sql(made: object) -> str:
        text = str(made.compile(dialect=engine.dialect))  # type: ignore[attr-defined]
        return "\n".join(line.replace("\t", "  ").rstrip() for line in text.strip().splitlines()) + ";"

    for metadata in METADATA:
        metadata.create_all(engine, checkfirst=False)
    runs = (sorted(run) if indexes else run for indexes, run in groupby(said, key=lambda made: " INDEX " in made))
    return "\n\n".join(joined.from_iterable(runs))


if __name__ == "__main__":
    print(first() if "--first" in sys.argv[1:] else new())
