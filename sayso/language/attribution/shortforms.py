"""Who a short form or a description means: "the ministry", "the official", "the company", "Monitor"."""

from __future__ import annotations

import re
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from sayso.knowledge.states import states
from sayso.language.attribution.candidates import tokens
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.known import Known
from sayso.language.attribution.mentions import Mention, head_word, name_words, noun_group, people
from sayso.language.attribution.names import ARTICLES, Named, apposed_name
from sayso.language.attribution.pronouns import REACH
from sayso.language.parsing import tokens_of

NEXT = 240  # characters within which a lead's description is named
FIRMS = {"company", "firm", "operator", "contractor", "manufacturer", "airline", "shipowner"}
MAINLY = 2  # how many times as often a report names the firm that it is about as another
# What ends names of bodies that are none.
NO_FIRMS = {"front", "party", "union", "league", "legion", "brigade", "alliance", "council", "foundation", "watch"}
NO_FIRMS |= {"network", "monitor", "lab", "forensics"}
# How a clause speaks of a firm: it does something, has something done to it, owns something.
SPOKEN_OF = ("nsubj", "nsubjpass", "dobj", "poss", "appos", "agent")
NO_COMPANY = ("GPE", "NORP", "DATE", "TIME", "LAW", "LANGUAGE", "EVENT")


class ShortForms(Known):
    """Finds the full forms of one report's short ones."""

    def longer(self, span: Span, words: list[Token], lemma: str, person_like: bool) -> Named | Mention | None:
        """Whom "the official", "the ministry", "the group" or a bare name means, if somebody before it fits."""
        mine = {t.lower_ for t in words if t.pos_ in ("NOUN", "PROPN", "ADJ") and not t.is_stop}
        found = self._before(span, lemma, mine, person_like)
        if found is not None:
            return found
        if person_like:
            # A headline or opening may speak of "the minister" before it names him.
            later = [m for m in self.mentions.people if lemma in m.roles and len(m.name.split()) > 1]
            if len({m.name for m in later}) == 1:
                return later[0]
        alone = [t for t in words if t.lower_ in mine and t.dep_ not in ("poss", "pobj")]
        if person_like and lemma in people().generic and len(alone) == 1 < len(mine):
            # "the ship's owner" may be a firm: the one that speaks next
            return next((m for m in self.named_bodies if 0 < m.start - span[1] < NEXT), None)
        if not person_like and len(mine) == 1 and lemma in people().generic:
            return self._body(span, lemma)
        if mine == {lemma} and lemma in people().media - people().generic:
            return self._outlet_before(span[0])
        return self._named_later(span, lemma) if len(words) == 1 else None

    def _outlet_before(self, at: int) -> Mention | None:
        """The outlet named last in a paragraph ("The Herald", "Radio Vard"): whom "the paper", "the station" means."""
        line = self.text.rfind("\n", 0, at)
        for last in reversed([t for t in tokens_of(self.doc) if line < t.idx < at]):
            if last.pos_ == "PROPN" and last.lower_ in people().media and last.text[0].isupper():
                start, end = noun_group(last)
                while last.i + 1 < len(self.doc) and last.nbor().pos_ == "PROPN":
                    last = last.nbor()
                return Mention(self.text[start : max(end, last.idx + len(last))], start, end, "body", frozenset())
        return None

    def _before(self, span: Span, lemma: str, mine: set[str], person_like: bool) -> Named | Mention | None:
        """Whoever was credited, else mentioned, last before a short form and has its words or its role."""
        head_noun = head_word(self.text[slice(*span)])
        earlier: list[Named | Mention] = [*reversed(self.credited), *self.mentions.before(span[0], 10 * REACH)]
        for one in earlier:
            mention = one.mention if isinstance(one, Named) else one
            theirs = (name_words(one.name) | mention.roles) - ARTICLES
            if "and" in theirs and "and" not in mine and mention.sort != "person":
                continue  # "the office" is not "the office and the mission"
            if person_like:
                if mention.sort == "person" and lemma in mention.roles | theirs and mine <= theirs | {lemma}:
                    return one
            elif mine and mine < theirs and mention.sort != "person" and head_noun in _called(one.name):
                return one
        return None

    def _body(self, span: Span, lemma: str) -> Mention | None:
        """Whom "the company" or "the agency" means: the firm named last, else the body credited nearest."""
        bodies = self.named_bodies
        if lemma in FIRMS:
            firm = self._firm_before(span[0], lemma) or self._perhaps_firm(span[0])
            if firm is not None:
                return firm
            bodies = [m for m in bodies if not self._political(m.name)]
        before = [m for m in bodies if m.end <= span[0]]
        return before[-1] if before else bodies[0] if bodies else None

    def _perhaps_firm(self, at: int) -> Mention | None:
        """The name last spoken of before a place that is no person's, no place's and no public body's; another one
        that the report names far more often.
        """
        found: list[Mention] = []
        for last in reversed([t for t in tokens_of(self.doc) if t.idx < at]):
            if at - last.idx > REACH:
                break
            if not _may_name_a_firm(last) or last.text in self._personal:
                continue
            first = last
            while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).text[0].isupper():
                first = first.nbor(-1)
            name = self.text[first.idx : last.idx + len(last)]
            if not self._political(name):
                found.append(Mention(name, first.idx, last.idx + len(last), "body", frozenset({"company"})))
        often = max(found, key=self._times, default=None)
        return often if often and self._times(often) >= MAINLY * self._times(found[0]) else next(iter(found), None)

    def _times(self, firm: Mention) -> int:
        """How often the report calls a firm by the first word of its name."""
        return len(re.findall(rf"\b{re.escape(firm.name.split()[0])}\b", self.text))

    @cached_property
    def _personal(self) -> set[str]:
        """The words of persons' names."""
        return {word for m in self.mentions.people for word in m.name.split()}

    def _political(self, name: str) -> bool:
        """Whether a name is a state's, an outlet's or a public body's: no firm's."""
        known = people()
        if name_words(name) & ((known.body | known.media | known.plural) - known.generic - known.company | NO_FIRMS):
            return True
        if name in _states():
            return True
        # "Norland's army", "the Norlandian foreign ministry"; "in Norland"
        stem = re.escape(name[:-1] if name.endswith(("a", "e", "y")) else name)
        bodies = "army|ministry|minister|government|parliament|president|military|navy|forces|troops|police|embassy"
        owned = rf"\b{stem}\w{{0,4}}(?:['’]s?)? (?:[\w-]+ ){{0,2}}(?:{bodies})\b"
        return re.search(rf"{owned}|\b(?:in|near|to|from) (?:the )?{re.escape(name)}\b", self.text) is not None

    def _firm_before(self, at: int, lemma: str) -> Mention | None:
        """The last name before a place that ends as firms' names do ("Hollin Coal"): whom "the company" means; rather
        than one that is called otherwise ("the contractor, Tarrow Lifts").
        """
        otherwise = None
        for last in reversed([t for t in tokens_of(self.doc)[1:] if t.idx < at]):
            ends = last.lower_ in people().company - NO_FIRMS
            if ends and last.pos_ == "PROPN" and last.nbor(-1).pos_ == "PROPN":
                first = last.nbor(-1)
                while first.i and first.nbor(-1).pos_ == "PROPN":
                    first = first.nbor(-1)
                start, end = first.idx, last.idx + len(last)
                if at - start > 10 * REACH:
                    break
                firm = Mention(self.text[start:end], start, end, "body", frozenset({last.lower_}))
                introduced = re.search(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts) (?:\w+ )?(\w+),? $", self.text[:start])
                if introduced is None or introduced[1] == lemma or introduced[1] not in FIRMS:
                    return firm
                otherwise = otherwise or firm
        return otherwise

    @cached_property
    def named_bodies(self) -> list[Mention]:
        """Credited bodies with a name of their own, in text order: whom "the company" can mean."""
        found = []
        for candidate in sorted(self.candidates, key=lambda c: c.source):
            words = tokens(self.doc, candidate.source)
            proper = [t for t in words if t.text[0].isupper() and t.pos_ == "PROPN"]
            start, end = (proper[0].idx, proper[-1].idx + len(proper[-1].text)) if proper else (0, 0)
            if not proper or any(m.start < end and start < m.end for m in self.mentions.people):
                continue
            lemmas = {t.lemma_.lower() for t in words}
            acronym = self.text[start:end].isupper()  # "the map from UNOC": no place
            if not acronym and re.search(
                rf"\b(?:at|in|near|from|to) (?:the )?{re.escape(self.text[start:end])}\b", self.text
            ):
                continue  # a place
            if not lemmas & (people().body - people().generic | people().media) and not any(
                t.ent_type_ in NO_COMPANY for t in proper
            ):
                found.append(Mention(self.text[start:end], start, end, "body", frozenset(lemmas)))
        return found

    def state(self, words: list[Token]) -> str | None:
        """The state of an adjective that stands alone for it: "a Vardian claim" → "Vardia", if the report names it."""
        if len(words) != 1 or words[0].pos_ not in ("ADJ", "PROPN") or not words[0].text[0].isupper():
            return None
        adjective = words[0].text
        names = (n for n in self._capitalised if n != adjective and len(n) <= len(adjective))
        return min((n for n in names if adjective.startswith(n[:-1])), default=None)

    @cached_property
    def _capitalised(self) -> set[str]:
        """The report's words that can be names."""
        return {t.text for t in tokens_of(self.doc) if len(t.text) > 3 and t.text[0].isupper()}

    def _named_later(self, span: Span, lemma: str) -> Mention | None:
        """Whom a headline's bare noun means: "Monitor counts …" is the "monitoring group Corran Watch" of the text."""
        for candidate in self.candidates:
            if not candidate.source or candidate.source[0][0] <= span[1] or len(lemma) < 5:
                continue
            start, end = candidate.source[0][0], candidate.source[-1][1]
            words = tokens(self.doc, candidate.source)
            alike = any(t.lower_.startswith(lemma) and t.text[0].islower() for t in words)
            name = apposed_name(self.doc, (start, end), words) if alike else None
            if name:
                return Mention(name, start, end, "body", frozenset({lemma}))
        return None


@cache
def _states() -> frozenset[str]:
    """The names of states, their people and their seats of government."""
    return frozenset(w for state in states().values() for w in (*state.names, *state.demonyms, *state.seats))


def _may_name_a_firm(last: Token) -> bool:
    """Whether a token, the last of a name, is spoken of as firms are; unknown names are taken for adjectives."""
    named = last.ent_type_ in ("", "ORG", "PRODUCT", "PERSON", "GPE") if last.pos_ == "PROPN" else last.pos_ == "ADJ"
    by = last.dep_ == "pobj" and last.head.lower_ == "by"
    run = [t.text for t in last.doc[last.i + 1 : last.i + 3]]
    return last.text[0].isupper() and named and (last.dep_ in SPOKEN_OF or by or run == [",", "which"])


def _called(name: str) -> set[str]:
    """The words by which alone a body can be called again: its head noun, or an acronym in brackets."""
    behind = re.search(r" \(([\w-]+)", name)
    return {head_word(name), *([behind[1].lower()] if behind else [])}


def issuer_of(doc: Doc, lemma: str, at: int) -> Token | None:
    """Whose a document is by its last mention before: "the General Staff's note", "a note of the General Staff"."""
    for token in reversed([t for t in doc if t.idx < at and t.lemma_.lower() == lemma]):
        by = (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by"))
        owners = [c for c in token.children if c.dep_ == "poss"] + [g for c in by for g in c.children]
        for owner in owners:
            if owner.pos_ in ("NOUN", "PROPN") and owner.ent_type_ not in ("DATE", "TIME"):
                return owner
    return None
