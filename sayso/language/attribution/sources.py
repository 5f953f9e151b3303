"""Who a source is: pronouns, short forms and descriptions resolved to the name that the report gives."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate, head, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.descriptions import name_before
from sayso.language.attribution.elsewhere import Elsewhere
from sayso.language.attribution.hearsay import described_by
from sayso.language.attribution.mentions import Mention, Mentions, is_human, is_plural, noun_group, people, sex_of
from sayso.language.attribution.names import Named, apposed_name, given_name, of_another, trim
from sayso.language.attribution.own import is_outlet
from sayso.language.attribution.pairs import one_of_two
from sayso.language.attribution.pronouns import PRONOUNS, Pronouns, issuer_before, owner_of_numbers
from sayso.language.attribution.shortforms import ShortForms, issuer_of
from sayso.language.attribution.tallies import OFFICIAL
from sayso.language.parsing import text_of
from sayso.language.quotations import quotations

NUMBERED = {"no", "number", "nr", "№"}
NEAR = 5  # words from a document's number to whose it is
RELATIVES = {"who", "which", "that", "whose", "whom"}


class Resolver:
    """Resolves the sources of one report in text order, remembering whom it has met."""

    def __init__(self, doc: Doc, mentions: Mentions, candidates: list[Candidate], outlet: str | None = None) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.mentions = mentions
        self.credited: list[Named] = []
        self.outlet = outlet
        self.pronouns = Pronouns(doc, mentions, candidates, self.credited)
        self.short_forms = ShortForms(doc, mentions, candidates, self.credited)
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
        span = self._closed(self._one_line((candidate.source[0][0], candidate.source[-1][1]), candidate))
        words = tokens(self.doc, (span,))
        if not words or (
            any(_hearsay(t) for t in tokens(self.doc, candidate.cue)) and not _credits(candidate, self.doc)
        ):
            return None
        if len(words) == 1 and words[0].lower_ in PRONOUNS:
            return self._stands_for(self._pronoun(words[0], span[0]), span)
        pair = [self._group(noun) for noun in one_of_two(words, self.mentions)] or self._both(words)
        if pair:
            return _of_two(pair, span)
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

    def _closed(self, span: Span) -> Span:
        """A source with the end of the bracket that it opens: "the Harbour Workers' Union (HWU"."""
        text = self.text[slice(*span)]
        return (span[0], span[1] + 1) if "(" in text and ")" not in text and self.text[span[1] :][:1] == ")" else span

    def _stands_for(self, meant: Named | Mention | None, span: Span) -> Named:
        """The source whose words at `span` mean somebody named elsewhere; by these words where nobody is."""
        if meant is None:
            text = self.text[span[0] : span[1]]
            return Named(text, span, False, Mention(text, *span, "body", frozenset()))
        if isinstance(meant, Mention) and meant.end <= span[0] and meant.name.split(" ")[0].lower() in PRONOUNS:
            whose = self._described((meant.start, meant.end), tokens(self.doc, ((meant.start, meant.end),)))
            return replace(whose, span=span, resolved=True)  # "She" is "his deputy"
        return Named(self._name_of(meant), span, True, meant.mention if isinstance(meant, Named) else meant)

    def _name_of(self, meant: Named | Mention) -> str:
        if isinstance(meant, Named):
            return meant.name
        described = meant.name.lower().startswith(("a ", "an ", "the "))
        if meant.sort == "person" and meant.name[:1].isupper() and not described:
            return self.mentions.full_name(meant.name)
        return trim(meant.name)

    def _understood(self, candidate: Candidate) -> Named | None:
        """No source in the sentence: the one credited just before, where cue or quotation goes on from it."""
        at = candidate.cue[0][0] if candidate.cue else candidate.start
        if any(_hearsay(t) for t in tokens(self.doc, candidate.cue)):
            return None
        verb = head(self.doc, candidate.cue) if candidate.cue else None
        last = self.credited[-1] if self.credited else None
        if last is None:
            return None
        since = self.text[last.where : at]
        quoted = self.text[max(0, candidate.start - 1)] in "“\"‘'«"
        if ("\n" not in since and (verb is not None or quoted)) or (quoted and since.count("\n") <= 2):
            return Named(last.name, None, True, last.mention)
        return None

    def _pronoun(self, token: Token, at: int) -> Named | Mention | None:
        owner = owner_of_numbers(token) or issuer_before(token)
        if owner is not None:
            return self._owner(owner)
        meant = self.pronouns.meant(PRONOUNS[token.lower_], at)
        if meant is not None:
            self.pronouns.learn(meant, PRONOUNS[token.lower_], at)
        return meant

    def _both(self, words: list[Token]) -> list[Named]:
        """The two, and no more, who have been credited in a paragraph that goes on with "both"."""
        line = self.text.rfind("\n", 0, words[0].idx)
        here = {n.name: n for n in self.credited if line < n.where < words[0].idx}
        return list(here.values()) if [t.lower_ for t in words] == ["both"] and len(here) == 2 else []

    def _owner(self, owner: Token) -> Named:
        """Whose numbers were told: "the monitor" is "the monitoring group Corran Watch" where that was credited."""
        lemma = owner.lemma_.lower()
        known = (n for n in reversed(self.credited) if n.span and n.name[:1].isupper() and n.mention.sort != "person")
        called = (n for n in known if f" {lemma}" in f" {self.text[slice(*(n.span or (0, 0)))].lower()}")
        found = next(called, None) or self._group(owner)
        return replace(found, mention=replace(found.mention, sort="body"))

    def _group(self, noun: Token) -> Named:
        span = noun_group(noun)
        return self._described(span, tokens(self.doc, (span,)))

    def _relative(self, token: Token, span: Span) -> Named:
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        if clause is None:
            return self._stands_for(self.pronouns.meant("he" if token.lower_ == "who" else "it", span[0]), span)
        described = clause.head
        if described.dep_ == "appos" and described.head.pos_ == "PROPN":
            described = described.head  # "Rights Link, a charity whose tally …"
        return replace(self._group(described), span=span, resolved=True)

    def _described(self, span: Span, words: list[Token]) -> Named:
        """A source with words of its own: a name in it wins; else a short form is traced to its full one."""
        text, top = self.text[span[0] : span[1]], head(self.doc, (span,))
        if self.outlet and (is_outlet(words, self.outlet) or self._speaks_itself(words)):
            return Named(self.outlet, span, True, Mention(self.outlet, *span, "body", frozenset()))
        person = self._person(span, words, top)
        if person is not None:
            return person
        lemma = top.lemma_.lower() if top is not None else ""
        mention = _mention(text, span, top)
        if text == OFFICIAL:
            return Named("officials", span, True, replace(mention, sort="several"))  # "the official toll"
        given = given_name(self.text, span)
        if given:
            return Named(given, span, False, replace(mention, name=given))
        owned = self._of_owner(span, words, mention)
        if owned is not None:
            return owned
        apposed = apposed_name(self.doc, span, words)
        if apposed:
            # "The tanker's manager, Lode-based Tarn Mills": no person manages it.
            named = [t for t in words if t.text in apposed.split() and t.i > words[0].i]
            firm = bool(named) and self.mentions.of_body(named)
            return Named(apposed, span, False, replace(mention, sort="body") if firm else mention)
        meant = self._meant(span, words, top)
        if meant is not None:
            return self._stands_for(meant, span)
        if words[0].lower_ in ("a", "an") and lemma.startswith("spokes") and len(words) == 2:
            body = self.pronouns.meant("it", span[0])
            if body is not None:
                return Named(f"{self._name_of(body)} {words[1].text}", span, True, mention)
        state = self.short_forms.state(words)
        if state is not None:
            return Named(state, span, True, mention)
        last = name_before(words)[-1]
        return Named(trim(self.text[span[0] : last.idx + len(last)]), span, False, mention)

    def _speaks_itself(self, words: list[Token]) -> bool:
        """ "We could not check this", outside quotation marks."""
        ours = len(words) == 1 and words[0].lower_ == "we"
        return ours and not any(q.start < words[0].idx < q.end for q in quotations(self.text))

    def _person(self, span: Span, words: list[Token], top: Token | None) -> Named | None:
        """The person whom a source names, in full where the report does so elsewhere."""
        text = self.text[span[0] : span[1]]
        persons = [m for m in self.mentions.people if span[0] <= m.start and m.end <= span[1]]
        # "Tarn Mills's boss, Ada Quill": of two the one who is no other's
        persons = persons[next((i for i, m in enumerate(persons) if not of_another(m, top, self.doc)), len(persons)) :]
        if persons:
            person = max(persons, key=lambda m: len(m.name.split()))
            name = self.mentions.full_name(person.name)
            if top is not None and top.tag_ == "NNS":
                person = Mention(text, *span, "several", frozenset({top.lemma_.lower()}), None, True)
            return Named(name, span, name not in text, person)
        bare = [w for w in trim(text).split() if w.rstrip(".") not in people().titles]
        if len(bare) != 1 or not (bare[0][0].isupper() or "-" in bare[0]):
            return None
        last = bare[0].strip(",.;:")
        persons = [
            *self.mentions.people,
            *(replace(n.mention, name=n.name) for n in self.credited if n.mention.sort == "person"),
        ]
        longer = (m for m in persons if len(m.name.split()) > 1)
        found = next((m for m in longer if m.name.split()[-1] in (last, last[:1].lower() + last[1:])), None)
        return Named(found.name, span, True, found) if found is not None else None

    def _of_owner(self, span: Span, words: list[Token], mention: Mention) -> Named | None:
        """ "Its spokesman": "Corran Shipping’s spokesman"."""
        owner = next((t for t in words[:3] if t.lower_ in PRONOUNS and t.dep_ == "poss"), None)
        meant = self._subject_here(owner) if owner is not None else None
        whose = self._stands_for(meant or self._pronoun(owner, span[0]), span) if owner is not None else None
        if owner is None or whose is None or not whose.resolved:
            return None
        if len(words) == 2 and words[1].lemma_.lower() in people().documents:
            return replace(whose, span=span)  # "according to its communiqué"
        rest = self.text[owner.idx + len(owner.text) : span[1]].strip()
        return Named(trim(f"{whose.name}’s {rest}"), span, True, mention)

    def _issuer(self, span: Span, words: list[Token]) -> Named | Mention | None:
        """Whose "Communiqué No. 12" is: that of the body behind "of" or "from", else of whom was credited before."""
        near = words[0].doc[words[1].i : words[1].i + NEAR]
        of = next((t for t in near if t.lower_ in ("of", "from")), None)
        owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        return self._group(owner) if owner is not None else self.pronouns.meant("it", span[0])

    def _finder(self, span: Span) -> Named | None:
        """ "Three experts said two guns were fired. The finding contradicts …": whose it is, who spoke just before."""
        last = next((n for n in reversed(self.credited) if n.where < span[0]), None)
        return last if last is not None and self.text.count("\n", last.where, span[0]) <= 2 else None

    def _office_holder(self, span: Span, words: list[Token]) -> Mention | None:
        """ "Norland's transport minister": the one whom the report names with just that office, and of no other's."""
        office = {t.lower_ for t in words[2:]}
        found: dict[str, Mention] = {}
        for m in self.mentions.people:
            name = self.doc.char_span(m.start, m.end, alignment_mode="expand")
            if name is None or m.start < span[1] or len(m.name.split()) < 2:
                continue
            before = self.doc[max(name.sent.start, name.start - len(office) - 1) : name.start]
            if office <= {t.lower_ for t in before} and not any(t.tag_ == "POS" for t in before):
                found.setdefault(m.name, m)
        return next(iter(found.values())) if len(found) == 1 else None

    def _subject_here(self, owner: Token) -> Mention | None:
        """ "The League will meet, its secretariat said": the body with which the sentence of an "its" begins."""
        if owner.lower_ != "its":
            return None
        start = owner.sent.start_char
        opens = (m for m in self.mentions.before(owner.idx, owner.idx - start + 1) if m.start == start)
        return next((m for m in opens if m.subject and m.sort == "body"), None)

    def _meant(self, span: Span, words: list[Token], top: Token | None) -> Named | Mention | None:
        """Who has a name elsewhere: whose a document is, whom a short form repeats, whom the next paragraph names."""
        lemma, person_like = (top.lemma_.lower() if top is not None else ""), _is_person(top)
        if len(words) > 1 and words[0].lemma_.lower() in people().documents and words[1].lower_.rstrip(".") in NUMBERED:
            return self._issuer(span, words)
        dated = all(t.ent_type_ in ("DATE", "TIME", "ORDINAL") or t.lower_ == "of" for t in words[2:])
        if words[0].lower_ in ("the", "this") and lemma in people().documents and dated:
            owner = issuer_of(self.doc, lemma, span[0])
            issuer = self._group(owner) if owner is not None else self.pronouns.meant("it", span[0])
            if isinstance(issuer, Named):
                return issuer
        if len(words) == 2 and words[0].lower_ in ("the", "this", "these") and lemma in people().findings:
            return self._finder(span)
        if person_like and len(words) > 2 and words[1].tag_ == "POS":
            return self._office_holder(span, words) or self.others.named(span, words, top)
        if words[0].lower_ in ("the", "this", "that") or _bare(words):
            full = self.short_forms.longer(span, words, lemma, person_like)
            if full is not None:
                return full
        return self.others.named(span, words, top) if person_like or top is None or top.pos_ != "PROPN" else None


def _of_two(meant: list[Named], span: Span) -> Named:
    """The source that stands for one or both of two."""
    if len(meant) == 1:
        return replace(meant[0], span=span, resolved=True)
    name = " and ".join(one.name for one in meant)
    return Named(name, span, True, Mention(name, *span, "several", frozenset()))


def _mention(text: str, span: Span, top: Token | None) -> Mention:
    """Who a description without a name is for later pronouns."""
    roles = frozenset({top.lemma_.lower() if top is not None else ""})
    several = top is not None and is_plural(top)
    sort = "person" if _is_person(top) or _one_of(top) else "several" if several else "body"
    return Mention(text, *span, sort, roles, sex_of(roles), True)  # type: ignore[arg-type]


def _is_person(top: Token | None) -> bool:
    if top is not None and top.lower_ in people().corps:
        # "The coast guard" is a body, "a coast guard" one of its people.
        of = {c.lower_ for c in top.children if c.dep_ in ("compound", "amod")}
        if of & people().corps_of and not any(c.lower_ in ("a", "an") for c in top.children):
            return False
    return is_human(top)


def _bare(words: list[Token]) -> bool:
    """A name without an article, or a headline's bare noun ("company says")."""
    return (len(words) <= 3 and all(t.text[0].isupper() for t in words)) or len(words) == 1


def _one_of(top: Token | None) -> bool:
    """ "One of the foremen", "another of them": one person."""
    return top is not None and top.lower_ in ("one", "another") and any(c.lower_ == "of" for c in top.children)


def _credits(candidate: Candidate, doc: Doc) -> bool:
    """Whether a passive cue still names its source: "was quoted as saying", "is reported to have said"."""
    words = {t.lemma_.lower() for t in tokens(doc, candidate.cue)}
    after_by = text_of(doc)[max(0, candidate.source[0][0] - 4) : candidate.source[0][0]].strip().lower() in ("by", "to")
    return after_by or bool(words & {"quote", "cite"}) or len(words & cues().speech) > 1


def _hearsay(token: Token) -> bool:
    """ "is believed to", "two men said to have …": nobody is credited, and nobody is meant."""
    if described_by(token) is not None:
        return True
    if token.tag_ not in ("VBN", "VBD") or token.lemma_.lower() not in cues().passive_hearsay:
        return False
    before = [t for t in token.sent if t.i < token.i and t.pos_ != "ADV"]
    asked = [t.lower_ for t in before[-2:]] == ["to", "be"]  # "if … is to be believed" names whom not to believe
    return bool(before) and before[-1].lemma_ == "be" and not asked
