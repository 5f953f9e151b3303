"""The name of a source where its own words hold one: an apposition's, a first name given, a person's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import Mention, name_words, people
from sayso.language.parsing import text_of

# "who gave only his first name, Emil", "who asked to be identified only as Jamila", "which calls itself Enough Now"
GIVEN = re.compile(
    r"\b(?:name(?: only)?(?: as| of)?,?|identified (?:only |himself |herself )*as|(?:better |also |locally )?known as"
    r"|called|(?:call|styl)(?:s|es|ing) (?:it|him|her|them)sel(?:f|ves)) (?:the )?"
    r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
)
# "Deputy Inspector (Traffic) Ada Quill"
AFTER_BRACKET = re.compile(r"\)\s+((?:[A-ZÀ-Þ][\w’'.-]*\s+)+[A-ZÀ-Þ][\w’'-]+)$")
CUT = re.compile(r",? (who|which|whom|whose|that)\b|,? - | – | — |, [a-z]+ed$")
ARTICLES = {"the", "a", "an"}
# What stands behind a source and describes it, up to the next mark.
BEHIND = re.compile(r",? (?:(?:which|who|that) |known )[^,.;:\n]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A source after resolution: its name, its own words if it has any, and who it is for later pronouns."""

    name: str
    span: Span | None
    resolved: bool
    mention: Mention

    @property
    def where(self) -> int:
        """Where it was credited: at its own words, or at whom it stands for."""
        return self.span[0] if self.span else self.mention.start

    def speaks_with(self, other: Named) -> bool:
        """Whether both are one, or one is the other's voice ("the navy", "the navy spokesman")."""
        mine, theirs = name_words(self.name) - ARTICLES, name_words(other.name) - ARTICLES
        return mine <= theirs or theirs <= mine


def given_name(text: str, span: Span) -> str | None:
    """The name that a source goes by, told in its own words or right behind them."""
    behind = BEHIND.match(text, span[1])
    found = GIVEN.search(text, span[0], behind.end() if behind else span[1])
    found = found or AFTER_BRACKET.search(text, span[0], span[1])
    return found.group(1) if found else None


def apposed_name(doc: Doc, span: Span, words: list[Token]) -> str | None:
    """The name in "The owner, Straitline Ferries" or "the monitoring group Frontier Count"."""
    capital = [t for t in words if t.text[0].isupper() and t.pos_ == "PROPN" and t.i > words[0].i]
    comma = next((t for t in words if t.text == ","), None)
    if comma is not None and words[0].lower_ in ("the", "its", "their", "a", "an", "his", "her"):
        after = [t for t in words if t.i > comma.i]
        based = next((n for n, t in enumerate(after[:4]) if t.lower_ in ("based", "-based")), None)
        after = after[based + 1 :] if based is not None else after  # "Lode-based Tarn Mills"
        after = after[1:] if after and after[0].text == "the" else after  # "a second group, the Night League"
        named: list[Token] = []
        for t in after:
            if not (t.text[0].isupper() or (named and t.lower_ in ("of", "the", "for", "and", "'s", "’s"))):
                break
            named.append(t)
        if named and named[0].text[0].isupper():
            return text_of(doc)[named[0].idx : named[-1].idx + len(named[-1].text)]
    if capital and words[0].lower_ == "the" and len(words) > 3 and words[1].text[0].islower():
        tail = [t for t in words if t.i >= capital[0].i]
        if all(t.text[0].isupper() for t in tail) and doc[capital[0].i - 1].lemma_.lower() in people().body:
            return text_of(doc)[tail[0].idx : tail[-1].idx + len(tail[-1].text)]
    return None


def of_another(person: Mention, top: Token | None, doc: Doc) -> bool:
    """Whether the person only qualifies the source ("Peskov's office", "a spokesman for Ridd")."""
    if top is None:
        return False
    span = doc.char_span(person.start, person.end, alignment_mode="expand")
    if span is None or span.root.i == top.i:
        return False
    root = span.root
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head  # "the governments of Norland and Sorvia"
    if any(t.tag_ == "WP$" for t in doc[top.i : span.start]):
        return True  # "the command, whose spokesman, Major Dorn"
    if root.dep_ in ("compound", "nmod", "amod") and root.head.i >= span.end and root.head.pos_ == "NOUN":
        return True  # "a Vardis resident", "the Sarrow campaign"
    if root.dep_ in ("appos", "compound", "nmod", "ROOT", "nsubj", "conj", "flat") or (
        root.head.i == top.i and root.dep_ != "poss"
    ):
        return False
    return root.dep_ in ("poss", "pobj")


def trim(name: str) -> str:
    """A description without its relative clause and trailing comma."""
    cut = CUT.search(name)
    kept = (name[: cut.start()] if cut and cut.start() > 3 else name).strip(" ,;:")
    kept = re.sub(r"\s+(?:and|or|of|the|an?)$", "", kept)
    return re.sub(r"^[Bb]oth (?=.* and )", "", kept.removesuffix("’s").removesuffix("'s"))
