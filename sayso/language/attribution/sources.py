"""Who a source is: pronouns, short forms and descriptions resolved to the name that the report gives.

Resolution looks backwards, from the source's words to whoever was credited or mentioned last and fits.
Who was credited with something before is preferred to who was only mentioned: reports go on quoting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate, head, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.descriptions import name_before
from sayso.language.attribution.elsewhere import Elsewhere
from sayso.language.attribution.mentions import (
    Mention,
    Mentions,
    Pronoun,
    head_word,
    is_plural,
    name_words,
    noun_group,
    people,
)
from sayso.language.parsing import text_of

PRONOUNS: dict[str, Pronoun] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they",
}  # fmt: skip
FIRST = {"i", "we", "me", "us"}
RELATIVES = {"who", "which", "that", "whose", "whom"}
NEXT = 240  # characters within which a lead's description is named
REACH = 1500  # characters that resolution looks back
# "who gave only his first name, Emil", "who asked to be identified only as Jamila"
GIVEN = re.compile(r"\b(?:name(?: as)?,?|identified (?:only |himself |herself )*as|called) ([A-ZÀ-Þ][\w’'-]+)")
ELLIPSIS = re.compile(r"(?:\. ?){2,}")
CUT = re.compile(r",? (who|which|whom|whose|that)\b|,? - | – | — ")


@dataclass(frozen=True, slots=True)
class Named:
    """A source after resolution: its name, its own words if it has any, and who it is for later pronouns."""

    name: str
    span: Span | None
    resolved: bool
    mention: Mention


FIRMS = {"company", "firm"}
DESCRIBING = ("compound", "amod", "nmod")


class Resolver:
    """Resolves the sources of one report in text order, remembering whom it has met."""

    def __init__(self, doc: Doc, mentions: Mentions, candidates: list[Candidate], outlet: str | None = None) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.mentions = mentions
        self.credited: list[Named] = []
        self.candidates = candidates
        self.outlet = outlet
        self.named_bodies = _named_bodies(doc, mentions, candidates)
        self.others = Elsewhere(doc, mentions)

    def resolve(self, candidate: Candidate) -> Named | None:
        """The source of a candidate; None where nobody is named or can be understood."""
        found = None if candidate.own else self._resolve(candidate)
        if found is not None:
            self.credited.append(found)
        return found

    def _resolve(self, candidate: Candidate) -> Named | None:
        if not candidate.source:
            return self._understood(candidate)
        span = self._one_line((candidate.source[0][0], candidate.source[-1][1]), candidate)
        words = tokens(self.doc, (span,))
        if not words or (
            any(_hearsay(t) for t in tokens(self.doc, candidate.cue)) and not _credits(candidate, self.doc)
        ):
            return None
        if len(words) == 1 and words[0].lower_ in PRONOUNS:
            return self._stands_for(self._pronoun(PRONOUNS[words[0].lower_], span[0], words[0]), span)
        if words[0].lower_ in RELATIVES and len(words) <= 2:
            return self._relative(words[0], span)
        return self._described(span, words)

    def _one_line(self, span: Span, candidate: Candidate) -> Span:
        """A source does not cross a line break: of several lines, the one nearest to the cue is meant."""
        text = self.text[span[0] : span[1]]
        if "\n" not in text:
            return span
        lines = [(span[0] + m.start(), span[0] + m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
        at = candidate.cue[0][0] if candidate.cue else candidate.start
        return min(lines, key=lambda s: (abs(s[0] - at), s)) if lines else span

    def _stands_for(self, meant: Named | Mention | None, span: Span) -> Named | None:
        if meant is None:
            text = self.text[span[0] : span[1]]
            return Named(text, span, False, Mention(text, *span, "body", frozenset()))
        mention = meant.mention if isinstance(meant, Named) else meant
        name = meant.name if isinstance(meant, Named) else self._name_of(meant)
        return Named(name, span, True, mention)

    def _name_of(self, mention: Mention) -> str:
        if (
            mention.sort == "person"
            and mention.name[:1].isupper()
            and not mention.name.lower().startswith(("a ", "an ", "the "))
        ):
            return self.mentions.full_name(mention.name)
        return _trim(mention.name)

    def _understood(self, candidate: Candidate) -> Named | None:
        """No source in the sentence: the one credited just before, where cue or quotation goes on from it."""
        at = candidate.cue[0][0] if candidate.cue else candidate.start
        if any(_hearsay(t) for t in tokens(self.doc, candidate.cue)):
            return None
        verb = head(self.doc, candidate.cue) if candidate.cue else None
        last = self.credited[-1] if self.credited else None
        if last is None:
            return None
        since = self.text[last.mention.start : at] if last.span is None else self.text[last.span[0] : at]
        quoted = self.text[max(0, candidate.start - 1)] in "“\"‘'«"
        if ("\n" not in since and (verb is not None or quoted)) or (quoted and since.count("\n") <= 2):
            return Named(last.name, None, True, last.mention)
        return None

    def _counter(self, token: Token) -> Named | None:
        """ "The monitor's numbers are lower. From pictures it identified …": whose numbers were told."""
        if token.sent.start == 0 or token.lower_ not in ("it", "its"):
            return None
        before = self.doc[token.sent.start - 1].sent
        subject = next((t for t in before if t.dep_ == "nsubj" and t.head.dep_ in ("ROOT", "ccomp")), None)
        whose = next((c for c in subject.children if c.dep_ == "poss"), None) if subject is not None else None
        if subject is None or whose is None or subject.lemma_.lower() not in (*cues().tallies, *cues().reckonings):
            return None
        if whose.pos_ not in ("NOUN", "PROPN") or "\n" in self.text[subject.idx : token.idx]:
            return None
        span, lemma = noun_group(whose), whose.lemma_.lower()
        # "the monitor" is "the monitoring group Corran Watch", where that was credited before
        known = (n for n in reversed(self.credited) if n.span and n.name[:1].isupper() and n.mention.sort != "person")
        called = (n for n in known if f" {lemma}" in f" {self.text[slice(*(n.span or (0, 0)))].lower()}")
        found = next(called, None) or self._described(span, tokens(self.doc, (span,)))
        return replace(found, mention=replace(found.mention, sort="body"))

    def _pronoun(self, pronoun: Pronoun, at: int, token: Token | None = None) -> Named | Mention | None:
        """Whom a pronoun means: whoever was credited last, or a person that a sentence has brought in since."""
        counter = self._counter(token) if token is not None else None
        if counter is not None:
            return counter
        near = [n for n in reversed(self.credited) if n.mention.fits(pronoun) and at - self._where(n) < REACH]
        near = [n for n in near if n.name.casefold() not in FIRST]
        # A body that speaks is meant rather than an outlet that only reports.
        # An "agency" by itself may be any body.
        outlets = people().media - people().generic
        bodies = [n for n in near if pronoun != "it" or not name_words(n.name) & outlets]
        # "The staff denied a rebel claim. According to its notice …": who speaks himself, not who is spoken of.
        here = [n for n in bodies or near if "\n" not in self.text[self._where(n) : at]]
        speaking = [n for n in here if not self._spoken_of(n)]
        credited = next(iter(speaking or bodies or near), None)
        mentioned = [m for m in self.mentions.before(at, REACH) if m.fits(pronoun)]
        latest = next((m for m in mentioned if m.subject), mentioned[0] if mentioned else None)
        if credited is None:
            return latest
        if pronoun == "they" and latest is not None and self._nearer_group(latest, credited, at):
            return latest
        between = ELLIPSIS.sub("…", self.text[self._where(credited) : at])
        # A new person that a sentence of its own has brought in since is nearer than the last one credited.
        if latest is not None and latest.sort == "person" and latest.subject and self._told_of_since(latest, credited):
            sentences = len(re.findall(r"[.!?]['”\"]?\s", between))
            if sentences >= 2 or "\n" in between:
                return latest
        return credited

    def _nearer_group(self, mention: Mention, credited: Named, at: int) -> bool:
        """Several who are the subject of a sentence in this paragraph, where who was credited stands in another."""
        line = self.text.rfind("\n", 0, at)
        return mention.sort == "several" and mention.subject and self._where(credited) < line < mention.start

    def _spoken_of(self, named: Named) -> bool:
        """Whether a source stands inside what another is credited with, or only describes a noun ("a rebel claim")."""
        words = tokens(self.doc, (named.span,)) if named.span else []
        return self._inside_content(self._where(named)) or bool(words and words[-1].dep_ in DESCRIBING)

    def _inside_content(self, at: int) -> bool:
        return any(s <= at < e for c in self.candidates if c.source for s, e in c.content)

    def _told_of_since(self, mention: Mention, credited: Named) -> bool:
        """Whether the report itself, not somebody whom it quotes, has brought in a person since."""
        return mention.start > self._where(credited) and not self._inside_content(mention.start)

    @staticmethod
    def _where(named: Named) -> int:
        return named.span[0] if named.span else named.mention.start

    def _relative(self, token: Token, span: Span) -> Named | None:
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        if clause is None:
            return self._stands_for(self._pronoun("he" if token.lower_ == "who" else "it", span[0]), span)
        described = clause.head
        if described.dep_ == "appos" and described.head.pos_ == "PROPN":
            described = described.head  # "Rights Link, a charity whose tally …"
        start, end = noun_group(described)
        found = self._described((start, end), tokens(self.doc, ((start, end),)))
        return Named(found.name, span, True, found.mention) if found else None

    def _described(self, span: Span, words: list[Token]) -> Named:
        """A source with words of its own: a name in it wins; else a short form is traced to its full one."""
        text = self.text[span[0] : span[1]]
        if self.outlet and words[0].lower_ == "this" and words[-1].lemma_.lower() in people().media and len(words) == 2:
            return Named(self.outlet, span, True, Mention(self.outlet, *span, "body", frozenset()))
        persons = [m for m in self.mentions.people if span[0] <= m.start and m.end <= span[1]]
        top = head(self.doc, (span,))
        if persons and not _of_another(persons[0], top, self.doc):
            person = max(persons, key=lambda m: len(m.name.split()))
            name = self.mentions.full_name(person.name)
            if top is not None and top.tag_ == "NNS":
                person = Mention(text, *span, "several", frozenset({top.lemma_.lower()}), None, True)
            return Named(name, span, name not in text, person)
        bare = [t for t in words if t.text.rstrip(".") not in people().titles and not t.is_punct]
        if len(bare) == 1 and bare[0].text[0].isupper():
            longer = next(
                (m for m in self.mentions.people if m.name.split()[1:] and m.name.split()[-1] == bare[0].text), None
            )
            if longer is not None:
                return Named(longer.name, span, True, longer)
        lemma = top.lemma_.lower() if top is not None else ""
        known = people()
        given = GIVEN.search(text)
        if given:
            named = Mention(given.group(1), *span, "person", frozenset({lemma}), None, True)
            return Named(given.group(1), span, False, named)
        owner = next((t for t in words[:3] if t.lower_ in PRONOUNS and t.dep_ == "poss"), None)
        person_like = lemma in known.person | known.male | known.female
        sort = "person" if person_like or _one_of(top) else "several" if top is not None and is_plural(top) else "body"
        sex = "male" if lemma in known.male else "female" if lemma in known.female else None
        mention = Mention(text, *span, sort, frozenset({lemma}), sex, True)  # type: ignore[arg-type]
        if owner is not None:
            whose = self._stands_for(self._pronoun(PRONOUNS[owner.lower_], span[0], owner), span)
            if whose is not None and whose.resolved:
                rest = self.text[owner.idx + len(owner.text) : span[1]].strip()
                return Named(_trim(f"{whose.name}’s {rest}"), span, True, mention)
        apposed = _apposed_name(self.doc, span, words)
        if apposed:
            return Named(apposed, span, False, mention)
        dated = all(t.ent_type_ in ("DATE", "TIME", "ORDINAL") or t.lower_ == "of" for t in words[2:])
        if words[0].lower_ in ("the", "this") and lemma in known.documents and dated:
            issuer = self._issuer(lemma, span[0]) or self._pronoun("it", span[0])
            if isinstance(issuer, Named):
                return Named(issuer.name, span, True, issuer.mention)
        if words[0].lower_ in ("the", "this", "that") or _bare(words):
            full = self._longer_form(span, words, lemma, person_like)
            if full is not None:
                return Named(full.name if isinstance(full, Named) else self._name_of(full), span, True,
                             full.mention if isinstance(full, Named) else full)  # fmt: skip
        elsewhere = self.others.named(span, words, top) if person_like or top is None or top.pos_ != "PROPN" else None
        if elsewhere is not None:
            return Named(self._name_of(elsewhere), span, True, elsewhere)
        if words[0].lower_ in ("a", "an") and lemma.startswith("spokes") and len(words) == 2:
            body = self._pronoun("it", span[0])
            if body is not None:
                return Named(
                    f"{body.name if isinstance(body, Named) else self._name_of(body)} {words[1].text}",
                    span,
                    True,
                    mention,
                )
        state = self._state_of(words)
        if state is not None:
            return Named(state, span, True, mention)
        last = name_before(words)[-1]
        return Named(_trim(self.text[span[0] : last.idx + len(last)]), span, False, mention)

    def _issuer(self, lemma: str, at: int) -> Named | None:
        """Whose a document is by its last mention before: "the General Staff's note", "a note of the General Staff"."""
        for token in reversed([t for t in self.doc if t.idx < at and t.lemma_.lower() == lemma]):
            by = (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by"))
            owners = [c for c in token.children if c.dep_ == "poss"] + [g for c in by for g in c.children]
            owner = next(
                (o for o in owners if o.pos_ in ("NOUN", "PROPN") and o.ent_type_ not in ("DATE", "TIME")), None
            )
            if owner is not None:
                span = noun_group(owner)
                return self._described(span, tokens(self.doc, (span,)))
        return None

    def _state_of(self, words: list[Token]) -> str | None:
        """The state of an adjective that stands alone for it: "a Vardian claim" → "Vardia", if the report names it."""
        if len(words) != 1 or words[0].pos_ not in ("ADJ", "PROPN") or not words[0].text[0].isupper():
            return None
        adjective = words[0].text
        names = {t.text for t in self.doc if len(t.text) > 3 and t.text[0].isupper() and t.text != adjective}
        return min((n for n in names if adjective.startswith(n[:-1]) and len(n) <= len(adjective)), default=None)

    def _longer_form(self, span: Span, words: list[Token], lemma: str, person_like: bool) -> Named | Mention | None:
        """Whom "the official", "the ministry", "the group" or a bare name means, if somebody before it fits."""
        mine = {t.lower_ for t in words if t.pos_ in ("NOUN", "PROPN", "ADJ") and not t.is_stop}
        head_noun = head_word(self.text[slice(*span)])
        earlier: list[Named | Mention] = [*reversed(self.credited), *self.mentions.before(span[0], 10 * REACH)]
        for one in earlier:
            mention = one.mention if isinstance(one, Named) else one
            theirs = name_words(one.name) | mention.roles
            if person_like:
                if mention.sort == "person" and lemma in mention.roles | theirs and mine <= theirs | {lemma}:
                    return one
            elif mine and mine < theirs and mention.sort != "person" and head_word(one.name) == head_noun:
                return one
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
            firm = self._firm_before(span[0]) if lemma in FIRMS else None
            if firm is not None:
                return firm
            before = [m for m in self.named_bodies if m.end <= span[0]]
            return before[-1] if before else self.named_bodies[0] if self.named_bodies else None
        return self._named_later(span, lemma) if len(words) == 1 else None

    def _firm_before(self, at: int) -> Mention | None:
        """The last name before a place that ends as firms' names do ("Hollin Coal"): whom "the company" means."""
        for last in reversed([t for t in self.doc[1:] if t.idx < at]):
            if last.pos_ == "PROPN" and last.lower_ in people().company and last.nbor(-1).pos_ == "PROPN":
                first = last.nbor(-1)
                while first.i and first.nbor(-1).pos_ == "PROPN":
                    first = first.nbor(-1)
                start, end = first.idx, last.idx + len(last)
                if at - start > 10 * REACH:
                    return None
                return Mention(self.text[start:end], start, end, "body", frozenset({last.lower_}))
        return None

    def _named_later(self, span: Span, lemma: str) -> Mention | None:
        """Whom a headline's bare noun means: "Monitor counts …" is the "monitoring group Corran Watch" of the text."""
        for candidate in self.candidates:
            if not candidate.source or candidate.source[0][0] <= span[1] or len(lemma) < 5:
                continue
            start, end = candidate.source[0][0], candidate.source[-1][1]
            words = tokens(self.doc, candidate.source)
            alike = any(t.lower_.startswith(lemma) and t.text[0].islower() for t in words)
            name = _apposed_name(self.doc, (start, end), words) if alike else None
            if name:
                return Mention(name, start, end, "body", frozenset({lemma}))
        return None


NO_COMPANY = ("GPE", "NORP", "DATE", "TIME", "LAW", "LANGUAGE", "EVENT")


def _named_bodies(doc: Doc, mentions: Mentions, candidates: list[Candidate]) -> list[Mention]:
    """Credited bodies with a name of their own, in text order: whom "the company" can mean."""
    found = []
    for candidate in sorted(candidates, key=lambda c: c.source):
        words = tokens(doc, candidate.source)
        proper = [t for t in words if t.text[0].isupper() and t.pos_ == "PROPN"]
        start, end = (proper[0].idx, proper[-1].idx + len(proper[-1].text)) if proper else (0, 0)
        if not proper or any(m.start < end and start < m.end for m in mentions.people):
            continue
        lemmas = {t.lemma_.lower() for t in words}
        if re.search(rf"\b(?:at|in|near|from|to) (?:the )?{re.escape(text_of(doc)[start:end])}\b", text_of(doc)):
            continue  # a place
        if not lemmas & (people().body - people().generic | people().media) and not any(
            t.ent_type_ in NO_COMPANY for t in proper
        ):
            found.append(Mention(text_of(doc)[start:end], start, end, "body", frozenset(lemmas)))
    return found


def _bare(words: list[Token]) -> bool:
    """A name without an article, or a headline's bare noun ("company says")."""
    return (len(words) <= 3 and all(t.text[0].isupper() for t in words)) or len(words) == 1


def _one_of(top: Token | None) -> bool:
    """ "One of the foremen", "another of them": one person."""
    return top is not None and top.lower_ in ("one", "another") and any(c.lower_ == "of" for c in top.children)


def _of_another(person: Mention, top: Token | None, doc: Doc) -> bool:
    """Whether the person only qualifies the source ("Peskov's office", "a spokesman for Ridd")."""
    if top is None:
        return False
    span = doc.char_span(person.start, person.end, alignment_mode="expand")
    if span is None or span.root.i == top.i:
        return False
    root = span.root
    if any(t.tag_ == "WP$" for t in doc[top.i : span.start]):
        return True  # "the command, whose spokesman, Major Dorn"
    if root.dep_ in ("compound", "nmod") and root.head.i >= span.end and root.head.pos_ == "NOUN":
        return True  # "a Vardis resident", "the Sarrow campaign"
    if root.dep_ in ("appos", "compound", "nmod", "ROOT", "nsubj", "conj", "flat") or (
        root.head.i == top.i and root.dep_ != "poss"
    ):
        return False
    return root.dep_ in ("poss", "pobj")


def _apposed_name(doc: Doc, span: Span, words: list[Token]) -> str | None:
    """The name in "The owner, Straitline Ferries" or "the monitoring group Frontier Count"."""
    capital = [t for t in words if t.text[0].isupper() and t.pos_ == "PROPN" and t.i > words[0].i]
    comma = next((t for t in words if t.text == ","), None)
    if comma is not None and words[0].lower_ in ("the", "its", "their", "a", "an", "his", "her"):
        after = [t for t in words if t.i > comma.i]
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


def _credits(candidate: Candidate, doc: Doc) -> bool:
    """Whether a passive cue still names its source: "was quoted as saying", "is reported to have said"."""
    words = {t.lemma_.lower() for t in tokens(doc, candidate.cue)}
    after_by = text_of(doc)[max(0, candidate.source[0][0] - 4) : candidate.source[0][0]].strip().lower() in ("by", "to")
    return after_by or bool(words & {"quote", "cite"}) or len(words & cues().speech) > 1


def _hearsay(token: Token) -> bool:
    """ "is believed to", "are said to": nobody is credited, and nobody is meant."""
    if token.tag_ not in ("VBN", "VBD") or token.lemma_.lower() not in cues().passive_hearsay:
        return False
    before = [t for t in token.sent if t.i < token.i and t.pos_ != "ADV"]
    asked = [t.lower_ for t in before[-2:]] == ["to", "be"]  # "if … is to be believed" names whom not to believe
    return bool(before) and before[-1].lemma_ == "be" and not asked


def _trim(name: str) -> str:
    """A description without its relative clause and trailing comma."""
    cut = CUT.search(name)
    kept = (name[: cut.start()] if cut and cut.start() > 3 else name).strip(" ,;:")
    return kept.removesuffix("’s").removesuffix("'s")
