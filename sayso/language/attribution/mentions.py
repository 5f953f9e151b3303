"""Who is mentioned in a report, and where: persons and bodies that a pronoun or short form can stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise, takewhile
from typing import Literal

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc, Token

from sayso.knowledge import load
from sayso.language.attribution.descriptions import described_persons
from sayso.language.parsing import text_of, tokens_of

Sort = Literal["person", "body", "several"]
Pronoun = Literal["he", "she", "it", "they"]


class People(BaseModel):
    """The shape of people.yaml; see the comments there."""

    model_config = ConfigDict(extra="forbid")

    titles: frozenset[str]
    honorifics: frozenset[str]
    nameless: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    person: frozenset[str]
    body: frozenset[str]
    media: frozenset[str]
    audience: frozenset[str]
    plural: frozenset[str]
    parts: frozenset[str]
    company: frozenset[str]
    editions: frozenset[str]
    generic: frozenset[str]
    documents: frozenset[str]
    findings: frozenset[str]
    things: frozenset[str]
    epithets: frozenset[str]
    ranks: frozenset[str]
    corps: frozenset[str]
    corps_of: frozenset[str]
    joined: frozenset[str]

    @cached_property
    def human(self) -> frozenset[str]:
        """All nouns of one person."""
        return self.person | self.male | self.female

    @cached_property
    def roles(self) -> frozenset[str]:
        """What a named person can be described by: nouns and titles, in lower case."""
        return self.human | {title.lower() for title in self.titles}


@cache
def people() -> People:
    """The lists of people.yaml in force."""
    return load("people", People)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody at a place of the text. `roles` are the nouns that describe him or it, in lower case."""

    name: str
    start: int
    end: int
    sort: Sort
    roles: frozenset[str]
    sex: Literal["male", "female"] | None = None
    subject: bool = False

    @property
    def head(self) -> str:
        """The noun that a later short form would repeat."""
        return head_word(self.name)

    def fits(self, pronoun: Pronoun) -> bool:
        """Whether a pronoun can stand for this mention."""
        if pronoun == "they":
            return self.sort != "person"
        if pronoun == "it":
            return self.sort == "body" or (
                self.sort == "several" and NAMED_BODY.match(self.name.partition(",")[0]) is not None
            )
        return self.sort == "person" and self.sex in (None, "male" if pronoun == "he" else "female")


@lru_cache(maxsize=4096)
def head_word(name: str) -> str:
    """The last word of a noun group before what qualifies it: "defence ministry in Orlen" → "ministry"."""
    words = re.findall(r"[\w’'-]+", re.split(r" (?:of|in|at|for|from|on)\b|,| \(", name, maxsplit=1)[0])
    return words[-1].lower() if words else ""


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """The words of a name in lower case, possessives cut off."""
    return frozenset(w.lower().removesuffix("’s").removesuffix("'s") for w in re.findall(r"[\w’'-]+", name))


def is_plural(token: Token) -> bool:
    """Whether a noun means several; "headquarters" is one body."""
    return token.tag_ in ("NNS", "NNPS") and token.lower_ not in people().body


NAMED_BODY = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of )?[A-Z][\w’'-]*)+$")  # "the Sons of Dawn": they, or it
AGENT = re.compile(r"(?:er|or|ist|man|woman|eer)$")  # how nouns of those who do a work end


def is_human(noun: Token | None) -> bool:
    """Whether a noun is of one person: a known one, one with "who …", an agent with an article ("a dispatcher")."""
    if noun is None:
        return False
    known, lemma = people(), noun.lemma_.lower()
    if lemma in known.human:
        return True
    if noun.tag_ != "NN" or lemma in known.body | known.media | known.documents | known.things:
        return False
    relative = (c for c in noun.children if c.dep_ == "relcl")
    if any(t.lower_ in ("who", "whose", "whom") for c in relative for t in c.subtree):
        return True
    return AGENT.search(lemma) is not None and any(c.lower_ in ("a", "an") for c in noun.children)


ITS = 10  # words within which "its" goes back to a name
NEAR = 60  # characters before a name in which it is told where somebody is based
SEATED = re.compile(r"\b[A-Z][\w’'-]*-based $")  # "Lode-based Tarn Mills"
NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*")
ARTICLE = re.compile(r"(?<![\w-])(?:[AaEe]l|[Uu]l|[Aa](?:sh|[dnrstz]))-$")  # "al-Fateh": part of the name


def noun_group(token: Token) -> tuple[int, int]:
    """Character span of a noun with what belongs to it on its left, and "of" phrases on its right."""
    left = token
    for t in reversed(list(token.lefts)):
        if t.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "predet") or t.pos_ == "PROPN":
            left = t.left_edge
        else:
            break
    right = token
    for t in token.rights:
        named = t.text[0].isupper() and token.text[0].isupper()  # "Doctors Without Borders"
        if t.dep_ == "prep" and (t.lower_ in ("of", "for", "in", "at", "from", "on") or named):
            right = t.right_edge
        elif t.dep_ in ("case", "poss"):
            continue
        else:
            break
    end = right if right.i - token.i < 9 else token
    return left.idx, end.idx + len(end.text)


def _role_words(doc: Doc, start: int, end: int) -> frozenset[str]:
    """Role nouns in a named person's description: before the name, in its apposition, in its relative clause."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return frozenset()
    near = [t for t in doc[max(span.sent.start, span.start - 7) : span.start] if not t.is_space]
    words: set[str] = set()
    for t in reversed(near):
        if (t.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") and t.text != ",") or t.tag_ == "POS":
            break  # "Sir Alban's deputy, Ada Quill" is no sir
        words.add(t.lemma_.lower())
    after = doc[span.end : min(span.sent.end, span.end + 9)]
    if len(after) and after[0].text == ",":
        for t in after[1:]:
            if t.text == "," or t.pos_ == "VERB":
                break
            words.add(t.lemma_.lower())
    elif len(after) and after[0].text in ("of", "from"):
        words |= {t.lemma_.lower() for t in after[:5]}
    words |= {t.lower_.rstrip(".") for t in span}
    return people().roles & words


def sex_of(roles: frozenset[str], text_before: str = "") -> Literal["male", "female"] | None:
    """The sex that somebody's roles tell, or the title before the name."""
    known = people()
    if (
        roles & known.female
        or {"mrs", "ms", "miss", "dame", "lady", "sister"} & roles
        or re.search(r"\b(Mrs|Ms|Miss)\.? $", text_before)
    ):
        return "female"
    if roles & known.male or {"mr", "sir", "lord", "brother", "father"} & roles or re.search(r"\bMr\.? $", text_before):
        return "male"
    return None


def _told_a_body(last: Token) -> bool:
    """Whether what stands behind a name makes it a body's: "Tarn Mills, a unit of Orl Steel", ", which runs"."""
    after = last.doc[last.i + 1 : last.i + 7]
    if len(after) < 2 or after[0].text != ",":
        return False
    if after[1].lower_ == "which":
        return True
    known = people()
    behind = list(takewhile(lambda t: t.text != ",", after[2:])) if after[1].lower_ in ("a", "an", "the") else []
    nouns = {t.lemma_.lower() for t in behind}
    return bool(nouns & (known.generic | known.parts)) and not nouns & known.roles


def _says_its(name: Token) -> bool:
    """ "Norda's claim that its tanks hold", "Norda itself": a name that "its" goes back to is no person's."""
    for token in name.sent.doc[name.i + 1 : min(name.sent.end, name.i + ITS)]:
        if token.pos_ == "PROPN" or token.lower_ in ("he", "she", "his", "her", "him") or token.lower_ in people().body:
            return False
        if token.lower_ in ("its", "itself"):
            return True
    return False


def _with_article(text: str, start: int) -> int:
    """Where a name begins with the article that is joined to it: "al-Fateh"."""
    joined = ARTICLE.search(text, max(0, start - 5), start)
    return joined.start() if joined else start


def _before_article(name: Token, before: Token) -> Token:
    """The token before a name, the article that is joined to it left out."""
    first = _with_article(text_of(name.doc), name.idx)
    while before.idx >= first and before.i > 0:
        before = before.nbor(-1)
    return before


def _is_subject(noun: Token) -> bool:
    """Whether a name is its clause's subject, by itself or as an apposition of it."""
    named = noun.head if noun.dep_ == "appos" else noun
    return named.dep_ in ("nsubj", "nsubjpass") or noun.dep_ == "ROOT"


class Mentions:
    """Everybody that one report mentions, in text order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.people = self._persons()
        self.bodies = self._bodies()
        self.all = sorted([*self.people, *self.bodies], key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self.all]

    def before(self, at: int, reach: int) -> list[Mention]:
        """Mentions that end before a place and begin at most `reach` characters before it, the last one first."""
        lo, hi = bisect_left(self._starts, at - reach), bisect_left(self._starts, at)
        return [m for m in reversed(self.all[lo:hi]) if m.end <= at]

    def full_name(self, name: str) -> str:
        """The longest form under which a person is named in the report: "Klitschko" → "Vitaly Klitschko"."""
        name = name.strip()
        # "Al-Tarek" at the beginning of a sentence is the "Sami al-Tarek" of another
        return self._full_names.get(name) or self._full_names.get(name[:1].lower() + name[1:], name)

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """The first name of several words that begins or ends with a word, by this word."""
        found: dict[str, str] = {}
        for words, name in ((m.name.split(), m.name) for m in self.people):
            if len(words) > 1:
                found.setdefault(words[0], name)
                found.setdefault(words[-1], name)
        return found

    def _persons(self) -> list[Mention]:
        found: list[tuple[int, int]] = []
        known = people()
        for ent in self.doc.ents:
            if ent.label_ == "PERSON" and NAME.match(ent.text):
                words = [t for t in ent if not t.is_space and t.text not in ("'s", "’s")]
                words = words[max((i + 1 for i, t in enumerate(words) if t.lower_ in known.nameless), default=0) :]
                while len(words) > 1 and (words[0].text.rstrip(".") in known.titles or words[0].text.islower()):
                    words = words[1:]
                if words and not self.of_body(words):
                    words = [*self._first_names(words[0]), *words] if len(words) == 1 else words
                    found.append((words[0].idx, words[-1].idx + len(words[-1].text)))
        described = [self.doc[s:e] for s, e in described_persons(self.doc, known.body | known.media | known.company)]
        found += [(d.start_char, d.end_char) for d in described if not self.of_body(list(d))]
        taken = {i for s, e in found for i in range(s, e)}
        # A capitalised word after a title or role noun is a name, whatever the entity tagger thought.
        for before, t in pairwise(tokens_of(self.doc)):
            before = _before_article(t, before)
            if t.idx in taken or not NAME.fullmatch(t.text) or t.pos_ not in ("PROPN", "NOUN", "ADJ", "VERB"):
                continue
            if t.text.rstrip(".") in known.titles or (t.text.isupper() and len(t.text) < 5):
                continue
            titled = before.text.rstrip(".") in known.titles and before.text[0].isupper()
            # "the transport minister, Ulla Brandvik": an apposition
            apposed = before.text == "," and before.i > 0 and before.nbor(-1).lower_ in known.human
            apposed = apposed and t.i + 1 < len(self.doc) and bool(NAME.fullmatch(self.doc[t.i + 1].text))
            roled = apposed or (before.lower_ in known.human and before.pos_ != "VERB")
            if self.of_body([t]):
                continue
            # "Interior minister Esteban Roa": an office before two names
            office = before.text.title() in known.titles and before.text.islower() and t.i + 1 < len(self.doc)
            titled = titled or (office and t.pos_ == "PROPN" and bool(NAME.fullmatch(self.doc[t.i + 1].text)))
            if titled or apposed or (roled and t.ent_type_ not in ("GPE", "NORP", "DATE", "ORG", "LOC")):
                end = t.i
                while (
                    end + 1 < len(self.doc)
                    and NAME.fullmatch(self.doc[end + 1].text)
                    and self.doc[end + 1].pos_ == "PROPN"
                ):
                    end += 1
                last = self.doc[end]
                found.append((t.idx, last.idx + len(last.text)))
                taken |= set(range(t.idx, last.idx + len(last.text)))
        text = self.text
        mentions = []
        for start, end in sorted({(_with_article(text, start), end) for start, end in found}):
            roles = _role_words(self.doc, start, end)
            token = self.doc.char_span(start, end, alignment_mode="expand")
            subject = token is not None and _is_subject(token.root)
            mentions.append(
                Mention(
                    text[start:end],
                    start,
                    end,
                    "person",
                    roles,
                    sex_of(roles, text[max(0, start - 6) : start]),
                    subject,
                )
            )
        return mentions

    @staticmethod
    def _first_names(name: Token) -> list[Token]:
        """The first names that the tagger has cut from a person's name ("Sonja" of "Sonja | Reik said")."""
        known, found, at = people(), list[Token](), name.i - 1
        roles = known.human | known.body
        while at >= 0 and name.doc[at].dep_ == "compound" and name.doc[at].head.i >= name.i and len(found) < 2:
            token = name.doc[at]
            named = token.pos_ == "PROPN" and token.text.istitle() and not token.ent_type_
            if not named or token.text.rstrip(".") in known.titles or {token.lemma_.lower(), token.lower_} & roles:
                break
            found.insert(0, token)
            at -= 1
        return found

    @staticmethod
    def of_body(words: list[Token]) -> bool:
        """Whether a would-be person's name is a body's: "General Staff", "the Vale agency", "the Orl-run council"."""
        known = people()
        last = words[-1]
        joined = last.doc[last.i + 1 : last.i + 3]
        return (
            (len(joined) > 1 and joined[0].text == "-" and not last.whitespace_ and joined[1].text in known.joined)
            or words[0].lower_ in known.person | known.body
            or bool({last.lower_, last.lemma_.lower()} & (known.body | known.media | known.company))
            or last.lower_ in known.plural
            or (last.dep_ == "compound" and last.head.lemma_.lower() in known.body and last.head.i > last.i)
            or bool(SEATED.search(text_of(last.doc)[max(0, words[0].idx - NEAR) : words[0].idx]))
            or _told_a_body(last)
            or (len(words) == 1 and _says_its(last))
            or (last.text in known.editions and not known.media.isdisjoint(word.lower_ for word in words))
        )

    def _bodies(self) -> list[Mention]:
        found: list[Mention] = []
        known = people()
        inside = {i for m in self.people for i in range(m.start, m.end)}
        for token in tokens_of(self.doc):
            if token.pos_ not in ("NOUN", "PROPN") or token.idx in inside or token.dep_ == "compound":
                continue
            lemma = token.lemma_.lower()
            entity = token.ent_type_ in ("ORG", "GPE", "NORP")
            unnamed = token.tag_ == "NN" and is_human(token)
            several = token.tag_ == "NNS" and (lemma in known.person or bool({lemma, token.lower_} & known.plural))
            if not (entity or lemma in known.body or unnamed or several or token.lower_ in known.plural | known.body):
                continue
            if unnamed and any(c.dep_ == "appos" and c.idx in inside for c in token.children):
                continue  # "the transport minister, Ulla Brandvik," is she
            start, end = noun_group(token)
            if any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in token.lefts):
                start = token.idx  # "Friday's police raid"
            roles = frozenset({lemma, *(t.lemma_.lower() for t in token.lefts)})
            sort: Sort = "person" if unnamed else "several" if is_plural(token) else "body"
            sex = sex_of(roles) if unnamed else None
            subject = token.dep_ in ("nsubj", "nsubjpass")
            found.append(Mention(self.text[start:end].strip(), start, end, sort, roles, sex, subject))
        return found
