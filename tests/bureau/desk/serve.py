"""The desk on loopback, for a browser: a server of its own in a thread, and its address."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from bureau.desk.app import desk
from bureau.desk.parts import Parts


@contextmanager
def served(parts: Parts) -> Iterator[str]:
    """Where a browser finds the pages. `localhost` is as good as HTTPS to a browser, also for its cookies."""
    config = uvicorn.Config(desk(parts), host="127.0.0.1", port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        (socket,) = server.servers[0].sockets
        yield f"http://localhost:{socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
