"""Names that a report gives elsewhere than where it credits somebody.

News names people by its own habits: a lead tells of "a border guard" and the next paragraph names him; a headline has
"rebels" and the text "rebels of the Eastern Column"; a speaker named a sentence ago is "the dad-of-two" now.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import tokens
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import Mention, Mentions, people
from sayso.language.parsing import text_of

AGE = re.compile(r", \d\d\b")
# "He gave his name as Tomas.", "Her name is Olena Marchuk": the sentence behind
INTRODUCED = re.compile(
    r"(?:(?:He|She) (?:gave (?:his|her) (?:first )?name as|was (?:named|identified) as|is called)"
    r"|(?:His|Her) name (?:is|was)) ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
)
YEARS = re.compile(r"\d{1,3}[-‑]year[-‑]old")  # "the 34-year-old"
DEFINITE = ("the", "this", "that")
OVERVIEW = 220  # characters of the first line up to which it is a headline


class Elsewhere:
    """Finds the named person or body that an unnamed source of one report is."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.mentions = mentions
        self.people = [m for m in mentions.people if len(m.name.split()) > 1]

    def named(self, span: Span, words: list[Token], top: Token | None) -> Mention | None:
        """Whom a source without a name means; None where the report does not say."""
        if words[0].lower_ in DEFINITE and self._is_epithet(words):
            return self._last_named(span[0])
        if top is None or top.pos_ not in ("NOUN", "ADJ"):
            return None
        if span[0] < self._headline():
            return self._fuller(span, top) or self._in_next_paragraph(span, top)
        if words[0].lower_ in ("a", "an", "one"):
            later = self._the_same_later(span, top) or self._introduced(span, top) or self._relative_of(span)
            if later is not None:
                return later
        return self._in_next_paragraph(span, top) if self._in_lead(span[0]) else None

    def _headline(self) -> int:
        end = self.text.find("\n")
        return end if 0 < end <= OVERVIEW else 0

    def _in_lead(self, at: int) -> bool:
        """Whether a place is in the first paragraph of the running text."""
        start = self._headline()
        return not self.text[start:at].strip("\n").count("\n")

    @staticmethod
    def _is_epithet(words: list[Token]) -> bool:
        said = "".join(t.text_with_ws for t in words[1:]).strip().casefold()
        if YEARS.fullmatch(said):
            return True
        return any(re.search(rf"(?:^|[\d-]){re.escape(e)}(?:-of-\w+)?$", said) for e in people().epithets)

    def _last_named(self, at: int) -> Mention | None:
        """The person named last in this paragraph, the subject of a sentence before others."""
        line = self.text.rfind("\n", 0, at) + 1
        near = [m for m in self.mentions.people if line <= m.start and m.end <= at]
        if not near and not any(t.pos_ == "PROPN" for t in tokens(self.doc, ((line, at),))):
            above = self.text.rfind("\n", 0, len(self.text[:line].rstrip())) + 1
            near = [m for m in self.people if above <= m.start and m.end <= line]
        return next((m for m in reversed(near) if m.subject), near[-1] if near else None)

    def _the_same_later(self, span: Span, top: Token) -> Mention | None:
        """ "a union official said …, said the official, Nella Ruiz"."""
        for m in self.people:
            before = self.doc.char_span(span[1], m.start, alignment_mode="contract") if m.start > span[1] else None
            if before is None or len(before) < 3 or len(before) > 400:
                continue
            the, noun, comma = before[-3], before[-2], before[-1]
            if the.lower_ == "the" and noun.lemma_.lower() == top.lemma_.lower() and comma.text == ",":
                return m
        return None

    def _introduced(self, span: Span, top: Token) -> Mention | None:
        """ "… said a man at the gate. He gave his name as Tomas." """
        at = top.sent.end
        end = self.text.find("\n", span[1])
        behind = [
            s for s in (t.sent for t in self.doc[at : at + 25] if t.is_sent_start) if end < 0 or s.end_char <= end
        ]
        told = next((m for m in (INTRODUCED.match(s.text) for s in behind[:2]) if m), None)
        return Mention(told.group(1), *span, "person", frozenset({top.lemma_.lower()})) if told else None

    def _relative_of(self, span: Span) -> Mention | None:
        """ "A cousin of Ivo Tarn denied it. … Ada Tarn said": who speaks in the next paragraph and bears the name."""
        end = self.text.find("\n", self.text.find("\n", span[1]) + 2)
        end = end if end > span[1] else len(self.text)
        names = {t.text for t in tokens(self.doc, (span,)) if t.pos_ == "PROPN"}
        later = {m.name: m for m in self.people if span[1] < m.start < end and m.subject}
        alike = [m for name, m in later.items() if name.split()[-1] in names and not names.issuperset(name.split())]
        return alike[0] if len(alike) == 1 else None

    def _in_next_paragraph(self, span: Span, top: Token) -> Mention | None:
        """The first person whom the report names, where the paragraph after the lead brings him in by name alone."""
        known, lemma = people(), top.lemma_.lower()
        if lemma not in known.human or top.tag_ != "NN":
            return None
        first = next((m for m in self.people if m.start > span[1]), None)
        between = self.text[span[1] : first.start] if first is not None else ""
        if first is None or not first.subject or len(re.findall(r"\n+", between)) > 1 + (span[0] < self._headline()):
            return None
        if "\n" not in between or any(m.start < span[0] for m in self.people):
            return None
        aged = bool(AGE.match(self.text, first.end))
        ranked = lemma in known.ranks
        alone = first.roles <= known.honorifics | {lemma}
        return first if alone or ((aged or ranked) and self._rank_only(first)) else None

    @staticmethod
    def _rank_only(mention: Mention) -> bool:
        """Whether all that a name comes with is a title before it."""
        return mention.roles <= {t.lower() for t in people().titles}

    def _fuller(self, span: Span, top: Token) -> Mention | None:
        """A headline's bare noun by the only name that the text gives with it: "rebels of the Column"."""
        found: dict[str, Mention] = {}
        for token in self.doc:
            if token.idx <= span[1] or token.lemma_.lower() != top.lemma_.lower() or token.i == top.i:
                continue
            of = next((c for c in token.children if c.lower_ == "of" and c.dep_ == "prep"), None)
            whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if token.tag_ == "NNS" and whose is not None and whose.pos_ == "PROPN":
                start, end = whose.left_edge.idx, whose.idx + len(whose.text)
            else:
                names = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
                if not names:
                    continue
                start, end = names[0].left_edge.idx, token.idx + len(token.text)
            name = self.text[start:end]
            found.setdefault(name.casefold(), Mention(name, start, end, "body", frozenset({top.lemma_.lower()})))
        return next(iter(found.values())) if len(found) == 1 else None
