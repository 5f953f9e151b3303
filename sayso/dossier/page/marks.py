"""A report's text as HTML with its findings marked: spans that nest or cross come out as well-formed elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.dossier.harmless import harmless
from sayso.model import Stretch

_CLOSED = {"a": Markup("</a>"), "span": Markup("</span>")}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be marked. `id` goes to its first piece; `href` makes it a link; `css` is its class."""

    start: int
    end: int
    css: str
    id: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A small numbered link set right after the character before `at`: from the words to their line in a list."""

    at: int
    number: int
    href: str


def paragraphs(text: str, marks: Iterable[Mark], notes: Iterable[Note], parts: Iterable[Stretch]) -> Markup:
    """The text as `<p>` elements, one a line; the class of a paragraph is the kind of the part that covers it."""
    coming = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))[::-1]
    waiting = sorted(notes, key=lambda note: -note.at)
    kinds = sorted(parts, key=lambda part: -part.start)
    running: list[Mark] = []
    made: list[Markup] = []
    for start, end in _lines(text):
        running = [mark for mark in running if mark.end > start]
        while coming and coming[-1].start < end:
            running.append(coming.pop())
        refs: list[Note] = []
        while waiting and waiting[-1].at <= end:
            refs.append(waiting.pop())
        while kinds and kinds[-1].end < end:
            kinds.pop()
        kind = kinds[-1].kind if kinds and kinds[-1].start <= start else ""
        css = Markup(' class="part-{}"').format(_name(kind)) if kind else Markup()
        line = _line(text, start, end, [mark for mark in running if mark.end > start], refs)
        made.append(Markup("<p{}>{}</p>").format(css, Markup().join(line)))
    return Markup("\n").join(made)


def _name(kind: str) -> str:
    return "".join(c for c in kind.lower() if c.isascii() and c.isalnum())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _line(text: str, start: int, end: int, marks: list[Mark], notes: list[Note]) -> Iterator[Markup]:
    """One line: at each boundary close what ends (and what stands in its way), open again, open what begins."""
    edges = {at for mark in marks for at in (mark.start, mark.end)} | {note.at for note in notes}
    cuts = sorted({start, *(at for at in edges if start < at < end)})
    opened: list[tuple[Mark, str]] = []
    waiting = list(notes)
    coming = list(marks)
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        ending = [depth for depth, (mark, _) in enumerate(opened) if mark.end <= left]
        again: list[Mark] = []
        if ending:
            again = [mark for mark, _ in opened[ending[0] :] if mark.end > left]
            yield from (_CLOSED[tag] for _, tag in reversed(opened[ending[0] :]))
            del opened[ending[0] :]
        while waiting and waiting[0].at <= left and all(tag != "a" for _, tag in opened):
            yield _note(waiting.pop(0))
        for mark in again:
            yield _open(opened, mark, named=False)
        while coming and max(coming[0].start, start) <= left:
            mark = coming.pop(0)
            yield _open(opened, mark, named=mark.start >= start)
        yield escape(harmless(text[left:right]))
    yield from (_CLOSED[tag] for _, tag in reversed(opened))
    yield from (_note(note) for note in waiting)


def _open(opened: list[tuple[Mark, str]], mark: Mark, *, named: bool) -> Markup:
    # A link may not stand inside a link, so an inner one is only marked.
    href = mark.href if all(tag != "a" for _, tag in opened) else None
    tag = "a" if href else "span"
    opened.append((mark, tag))
    name = Markup(' id="{}"').format(mark.id) if named and mark.id else Markup()
    link = Markup(' href="{}"').format(href) if href else Markup()
    return Markup('<{} class="{}"{}{}>').format(tag, mark.css, name, link)


def _note(note: Note) -> Markup:
    return Markup('<a class="n" href="{}">{}</a>').format(note.href, note.number)
