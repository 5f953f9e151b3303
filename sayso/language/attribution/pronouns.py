"""Whom a pronoun means: whoever was credited or mentioned last and fits.

Resolution looks backwards. Who was credited with something before is preferred to who was only mentioned: reports go
on quoting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from sayso.language.attribution.candidates import sentence, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.known import Known
from sayso.language.attribution.mentions import Mention, Pronoun, name_words, people
from sayso.language.attribution.names import Named
from sayso.language.parsing import text_of

PRONOUNS: dict[str, Pronoun] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they",
}  # fmt: skip
FIRST = {"i", "we", "me", "us"}
REACH = 1500  # characters that resolution looks back
ELLIPSIS = re.compile(r"(?:\. ?){2,}")
DESCRIBING = ("compound", "amod", "nmod")

WHOSE = re.compile(r"(?:[Hh]is|[Hh]er) (?P<who>[a-z]+)\b")
UNNAMED = re.compile(r"an? [a-z]", re.IGNORECASE)


@dataclass
class Pronouns(Known):
    """Finds whom the pronouns of one report mean."""

    known_as: dict[str, Pronoun] = field(default_factory=dict)  # persons by name, and the pronoun that stood for each

    def learn(self, meant: Named | Mention, pronoun: Pronoun, at: int) -> None:
        """Remembers that "he" or "she" stood for a person, where nobody else is named between: the other one cannot."""
        where = meant.where if isinstance(meant, Named) else meant.start
        name = self._full(meant)
        between = tokens(self.doc, ((where, at),))
        near = self.mentions.before(at, at - where)
        others = any(m.sort == "person" and self._full(m) != name for m in near)
        others = others or any(t.pos_ == "PROPN" and t.text not in name for t in between)
        if pronoun in ("he", "she") and not others:
            self.known_as.setdefault(name, pronoun)

    def meant(self, pronoun: Pronoun, at: int) -> Named | Mention | None:
        """Whoever was credited last before a place, or a person that a sentence has brought in since."""
        new = self._nobody_s_name(at) if pronoun == "it" else self._brought_in(at) if pronoun in ("he", "she") else None
        if new is not None:
            return new
        credited = self._credited(pronoun, at)
        mentioned = [m for m in self.mentions.before(at, REACH) if self._fits(m, m, pronoun)]
        latest = next((m for m in mentioned if m.subject), mentioned[0] if mentioned else None)
        if credited is None:
            return latest
        if pronoun == "they" and latest is not None and self._nearer_group(latest, credited, at):
            return latest
        if latest is not None and self._opens_sentence(latest, at, "body" if pronoun == "it" else "person"):
            return latest
        if pronoun == "it" and latest is not None and self._begins_sentence_before(latest, credited, at):
            return latest
        between = ELLIPSIS.sub("…", self.text[credited.where : at])
        # A new person that a sentence of its own has brought in since is nearer than the last one credited.
        if latest is not None and latest.sort == "person" and latest.subject and self._told_of_since(latest, credited):
            sentences = len(re.findall(r"[.!?]['”\"]?\s", between))
            own = sentence(self.doc, at)
            begins = own is not None and own.start_char == latest.start
            if sentences >= 2 or "\n" in between or begins:
                return latest
        return credited

    def _credited(self, pronoun: Pronoun, at: int) -> Named | None:
        near = [n for n in reversed(self.credited) if 0 < at - n.where < REACH and self._fits(n, n.mention, pronoun)]
        near = [n for n in near if n.name.casefold() not in FIRST]
        # A body that speaks is meant rather than an outlet that only reports.
        # An "agency" by itself may be any body.
        outlets = people().media - people().generic
        bodies = [n for n in near if pronoun != "it" or not name_words(n.name) & outlets]
        # "The staff denied a rebel claim. According to its notice …": who speaks himself, not who is spoken of.
        here = [n for n in bodies or near if "\n" not in self.text[n.where : at]]
        speaking = [n for n in here if not self._spoken_of(n)]
        return next(iter(speaking or bodies or near), None)

    def _fits(self, one: Named | Mention, mention: Mention, pronoun: Pronoun) -> bool:
        return mention.fits(pronoun) and (
            pronoun not in ("he", "she") or self.known_as.get(self._full(one), pronoun) == pronoun
        )

    def _full(self, one: Named | Mention) -> str:
        return self.mentions.full_name(one.name)

    def _nearer_group(self, mention: Mention, credited: Named, at: int) -> bool:
        """Several who are the subject of a sentence in this paragraph, where who was credited stands in another."""
        line = self.text.rfind("\n", 0, at)
        return mention.sort == "several" and mention.subject and credited.where < line < mention.start

    def _opens_sentence(self, latest: Mention, at: int, sort: str) -> bool:
        """ "The navy has corrected itself: nine fell, it now says", "An attaché doubted it: no plane, he said, …": of
        whom a sentence told up to a colon.
        """
        own = sentence(self.doc, at)
        here = own is not None and own.start_char <= latest.start and latest.subject and latest.sort == sort
        return here and ":" in self.text[latest.end : at]

    def _begins_sentence_before(self, mention: Mention, credited: Named, at: int) -> bool:
        """A body with which the report's own sentence just before begins, where who was credited stands before that."""
        before = self._sentence_before(at)
        if before is None:
            return False
        begins = before.start_char == mention.start and mention.subject and mention.sort == "body"
        new = not name_words(mention.name) <= name_words(credited.name)
        return begins and new and credited.where < before.start_char and not self._inside_content(mention.start)

    def _sentence_before(self, at: int) -> Span | None:
        """The sentence before the one at a place, in its paragraph."""
        own = sentence(self.doc, at)
        before = sentence(self.doc, own.start_char - 2) if own is not None and own.start_char > 2 else None
        return before if before is not None and "\n" not in self.text[before.start_char : at] else None

    def _nobody_s_name(self, at: int) -> Named | None:
        """Who opens the sentence just before and speaks in it, under a single name that is no surname of anybody in the
        report: "Balzat called it a massacre. It said …"
        """
        before = self._sentence_before(at)
        if before is None:
            return None
        opening = (n for n in reversed(self.credited) if n.span and n.span[0] == before.start_char)
        named = next(opening, None)
        if named is None or named.mention.sort != "person" or named.mention.roles or " " in named.name:
            return None
        described = any(m.name == named.name and m.roles for m in self.mentions.people)
        surname = described or self._full(named) != named.name or named.name in self.known_as
        return None if surname or named.name.casefold() in PRONOUNS else named

    def _brought_in(self, at: int) -> Mention | None:
        """Whose "his lawyer" is who speaks right behind "police detained a man": the man's."""
        own = WHOSE.match(self.text, at)
        before = self._sentence_before(at)
        if own is None or before is None or own["who"].lower() not in people().human:
            return None
        new = [m for m in self.mentions.before(at, at - before.start_char) if m.sort == "person" and not m.subject]
        return next((m for m in new if UNNAMED.match(m.name)), None)

    def _spoken_of(self, named: Named) -> bool:
        """Whether a source stands inside what another is credited with, or only describes a noun ("a rebel claim")."""
        words = tokens(self.doc, (named.span,)) if named.span else []
        return self._inside_content(named.where) or bool(words and words[-1].dep_ in DESCRIBING)

    def _inside_content(self, at: int) -> bool:
        return any(s <= at < e for c in self.candidates if c.source for s, e in c.content)

    def _told_of_since(self, mention: Mention, credited: Named) -> bool:
        """Whether the report itself, not somebody whom it quotes, has brought in a person since."""
        return mention.start > credited.where and not self._inside_content(mention.start)


def owner_of_numbers(token: Token) -> Token | None:
    """ "The monitor's numbers are lower. From pictures it identified …": whose numbers the sentence before told."""
    if token.sent.start == 0 or token.lower_ not in ("it", "its"):
        return None
    before = token.doc[token.sent.start - 1].sent
    subject = next((t for t in before if t.dep_ == "nsubj" and t.head.dep_ in ("ROOT", "ccomp")), None)
    whose = next((c for c in subject.children if c.dep_ == "poss"), None) if subject is not None else None
    if subject is None or whose is None or subject.lemma_.lower() not in (*cues().tallies, *cues().reckonings):
        return None
    if whose.pos_ not in ("NOUN", "PROPN") or "\n" in text_of(token.doc)[subject.idx : token.idx]:
        return None
    return whose


def issuer_before(token: Token) -> Token | None:
    """ "The owner, Tarn Mills, has issued a statement. It says …": whose the document of the sentence before is."""
    if token.sent.start == 0 or token.lower_ != "it" or token.i != token.sent.start:
        return None
    before = token.doc[token.sent.start - 1].sent
    verb = before.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    papers = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in people().documents]
    if subject is None or not papers or verb.lemma_.lower() not in cues().issuing:
        return None
    if subject.pos_ not in ("NOUN", "PROPN") or "\n" in text_of(token.doc)[subject.idx : token.idx]:
        return None
    return next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), subject)
