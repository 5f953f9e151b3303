"""The whole way through: inputs to reports, reports to annotations, annotations to a dossier."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from sayso.knowledge import KnowledgeError
from sayso.language.read import ahead, annotate
from sayso.model import Annotations, Dossier, Report, Unread
from sayso.readers import Progress, read
from sayso.reconcile import reconcile
from sayso.reconcile.cast.own import NOBODY, OwnActors

MANY = 20  # reports from which further processes pay for their start
FAILED = "its text could not be read ({what}: {why}); please report this, with the text, as a fault of the program"

Read = tuple[Report, Annotations]


def read_and_annotate(
    inputs: Sequence[str], *, meta: Path | None = None, jobs: int | None = None, progress: Progress | None = None
) -> Iterator[Read | Unread]:
    """Each report of `inputs` with its annotations, in order, one at a time; an Unread for whatever could not be read.

    `jobs` is the number of processes; None takes one, or as many as there are processors from MANY reports on.
    For `meta` and `progress`, and what is raised, see `sayso.readers.read`.
    """
    return annotate_each(read(inputs, meta=meta, progress=progress), jobs=jobs)


def annotate_each(items: Iterable[Report | Unread], *, jobs: int | None = None) -> Iterator[Read | Unread]:
    """Each report of `items` with its annotations, in order; Unreads are passed on."""
    items = iter(items)
    if jobs is None:
        first = list(islice(items, MANY))
        jobs = 1 if len(first) < MANY else _processors()
        items = chain(first, items)
    return _in_turn(items) if jobs <= 1 else _spread(items, jobs)


def make_dossier(found: Iterable[Read | Unread], *, own: OwnActors = NOBODY) -> Dossier:
    """What stands across the reports of `found`; `own` are the user's actors."""
    reports: list[Report] = []
    annotations: list[Annotations] = []
    unread: list[Unread] = []
    for item in found:
        if isinstance(item, Unread):
            unread.append(item)
        else:
            reports.append(item[0])
            annotations.append(item[1])
    return reconcile(reports, annotations, unread, own=own)


def _processors() -> int:
    # Not every system can say how many this process may use.
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _one(item: Report | Unread) -> Read | Unread:
    if isinstance(item, Unread):
        return item
    try:
        return item, annotate(item)
    except KnowledgeError:
        raise
    except Exception as error:
        # One odd report must not cost a reader the thousand others.
        return Unread(input=item.file or item.id, reason=FAILED.format(what=type(error).__name__, why=error))


def _in_turn(items: Iterator[Report | Unread]) -> Iterator[Read | Unread]:
    """One after the other; while one is annotated, the next is begun with on another processor."""
    waiting: Report | Unread | None = None
    for item in items:
        if isinstance(item, Report):
            ahead(item)
        if waiting is not None:
            yield _one(waiting)
        waiting = item
    if waiting is not None:
        yield _one(waiting)


def _spread(items: Iterator[Report | Unread], jobs: int) -> Iterator[Read | Unread]:
    """As many reports under way as keep the processes busy, and no more: an input may be larger than memory."""
    waiting: deque[Future[Read | Unread]] = deque()
    # Fresh processes: a fork would copy the threads of libraries in an unknown state.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for item in items:
            waiting.append(pool.submit(_one, item))
            if len(waiting) >= jobs * 4:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
