"""The engine that draws charts: vl-convert, in a process of its own once that has been started.

Its JavaScript takes half a second to start and keeps Python's lock as long as it draws, so a thread of this process
would gain nothing. A process that starts before the reports are read is warm when the page is made, and draws while
the rest of the page is put together. This file is its program too, and imports nothing of the project.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys

VEGA_LITE = "6.1"  # the version that draws, whatever newer ones a newer vl-convert brings
_FIRST = '{"mark": "point", "data": {"values": [{}]}}'  # all that it takes to start

_process: subprocess.Popen[bytes] | None = None


def start() -> None:
    """Starts the process and comes back at once; without one, charts are drawn in this process."""
    global _process
    if _process is None:
        try:
            _process = subprocess.Popen(
                # Not with this folder on the path: its files have the names of others' modules.
                [sys.executable or "", "-P", __file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return
        atexit.register(stop)


def stop() -> None:
    """Ends the process, which keeps nothing."""
    global _process
    if _process is not None:
        ended, _process = _process, None
        atexit.unregister(stop)
        ended.kill()
        ended.communicate()


def svg(spec: str) -> str:
    """The picture that a Vega-Lite specification, as JSON, describes; from one thread at a time.

    Raises ValueError where it describes none. What the process cannot draw is drawn here, so that whatever is wrong is
    told as it would be without a process.
    """
    if _process is not None:
        try:
            return _asked(_process, spec)
        except (OSError, ValueError):
            stop()
    return _drawn(spec)


def _asked(process: subprocess.Popen[bytes], spec: str) -> str:
    assert process.stdin and process.stdout
    process.stdin.write(spec.encode() + b"\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    if not isinstance(answer, str):
        raise ValueError(answer)
    return answer


def _drawn(spec: str) -> str:
    # Here, because a dossier without charts does without the engine.
    import vl_convert

    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])


def _serve() -> None:
    """A specification a line to a picture a line, as JSON, until there are no more."""
    _drawn(_FIRST)
    for line in sys.stdin.buffer:
        print(json.dumps(_drawn(line.decode())), flush=True)


if __name__ == "__main__":
    _serve()
