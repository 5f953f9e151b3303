"""A clause as the question that a reader would ask of it: "the doors had been locked" → "Had the doors been locked?".

The words stay those of the report; what is made is their order, and "did", where English needs it. Quirk et al.,
A Comprehensive Grammar of the English Language (1985), 11.5: the subject changes places with the operator.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
Stretch = tuple[int, int]
SOURCE = "{source}"  # stands for whoever says it, where the clause leaves its subject to be understood
LONGEST = 24  # words of a question
FINITE = ("VBD", "VBZ", "VBP", "MD")
AUXILIARY = ("aux", "auxpass")
# What a question leaves out: how the clause is joined to others, and what is told beside it.
BESIDE = ("mark", "advcl", "cc", "conj", "parataxis", "discourse", "intj", "meta", "dep", "preconj")
DID = {"VBD": "did", "VBZ": "does", "VBP": "do", "VBG": "did", "VBN": "did"}
OWN = {
    "my": f"{SOURCE}'s",
    "our": f"{SOURCE}'s",
    "me": SOURCE,
    "us": SOURCE,
    "i": SOURCE,
    "we": SOURCE,
    "ours": f"{SOURCE}'s",
    "mine": f"{SOURCE}'s",
}
ONE = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}  # a source is one, also where it says "we"
MAY = ("may", "might", "could")
EACH_OTHER = ("each other", "one another")  # accused of it by each other: either is asked about
EMPTY = re.compile(r" ?\(\s*\)")  # brackets whose words were told beside it
QUOTES = frozenset("\"“”‘’'`«»") | {"``", "''"}


def question(
    verb: Token,
    subjects: Sequence[Token],
    *,
    passive: bool,
    asides: Sequence[Stretch] = (),
    joining: Collection[str] = (),
) -> str:
    """The yes-or-no question of the clause that `verb` heads, "" where none can be put.

    `subjects` are the heads of its subject, `passive` tells that it is done to them, `asides` are the stretches of text
    that only credit it (source and cue), `joining` the adverbs that only join it to what was said before.
    """
    if any(_open(child) and not any(_credits(t, asides) for t in child.subtree) for child in verb.children):
        return ""  # "If the ministry is to be believed" leaves nothing open: it says whose word it is
    own = [child for child in verb.children if child.dep_ in (*SUBJECTS, "expl") or child in subjects]
    heads = own or [s for s in subjects if s.lower_ not in ("who", "which", "that")]
    who = _subject(heads, verb, asides)
    operators = [child for child in verb.children if child.dep_ in AUXILIARY]
    asked = _operator(verb, operators, _many(heads), passive)
    if asked is None:
        return ""
    first, rest = asked
    if who == SOURCE:
        first = ONE.get(first, first)
    left_out = {t.i for part in (*own, *operators) for t in part.subtree}
    told = [
        token
        for child in verb.children
        if child.i not in left_out and child.dep_ not in (*BESIDE, "punct") and not _apart(child)
        for token in child.subtree
        if not _told_beside(token, verb)
    ]
    before = [
        t
        for t in told
        if t.i < verb.i and t.dep_ in ("neg", "advmod") and t.tag_ in ("RB", "RBR") and t.lower_ not in joining
    ]
    after = [t for t in sorted(told, key=lambda t: t.i) if verb.i < t.i < _set_against(verb)] or _shared_object(verb)
    cut = next((n for n, t in enumerate(after) if _credits(t, asides)), len(after))
    words = [first, who, *_texts(before), *rest, *_texts(after[:cut])]
    made = EMPTY.sub("", _spaced([word for word in words if word]))
    if not who or len(made.split()) > LONGEST:
        return ""
    return f"{made[:1].upper()}{made[1:]}?"


def _shared_object(verb: Token) -> list[Token]:
    """ "Rammed and sank a boat": what a verb has done is the object of the one joined to it."""
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ and c.i - verb.i == 2), None)
    if joined is None or any(c.dep_ in (*SUBJECTS, *AUXILIARY) for c in joined.children):
        return []
    objects = [t for c in joined.children if c.dep_ == "dobj" for t in c.subtree]
    return [t for t in objects if not _told_beside(t, joined)]


def _set_against(verb: Token) -> int:
    """Where a contrast without a verb of its own begins: "died of blows | and not by hanging"."""
    joined = max((c.i for c in verb.children if c.dep_ == "conj"), default=-1)
    return next((c.i for c in verb.children if c.dep_ == "cc" and c.i > max(joined, verb.i)), len(verb.doc))


def _operator(verb: Token, operators: Sequence[Token], many: bool, passive: bool) -> tuple[str, list[str]] | None:
    """What stands before the subject, and the verbs that stay after it; None where the clause has no such order."""
    texts = [t.lower_ for t in operators]
    was = "were" if many else "was"
    past = any(t in ("have", "having") for t in texts)
    if operators and operators[0].tag_ in FINITE and "to" not in texts:
        if operators[0].tag_ != "MD":
            return _whole(operators[0]), [*texts[1:], verb.text]
        if texts[0] not in MAY or not past:
            return None
        # "May have been hit": was it hit?
        if verb.lemma_ == "be":
            return was, []
        return (was, [verb.text]) if "been" in texts else ("did", [verb.lemma_])
    if "to" in texts and not past:
        return None  # "to withdraw": what is meant to be
    if "been" in texts or texts[:1] == ["being"]:
        return was, [verb.text]
    if past:
        return (was, []) if verb.lemma_ == "be" else ("had", [verb.text])
    if verb.lemma_ == "be":
        return (_whole(verb), []) if verb.tag_ in FINITE else None
    if passive and verb.tag_ == "VBN":
        return was, [verb.text]
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children):
        return None  # "was telephoned and ordered to leave", "was hit and sank": done to it, or done by it
    if any(child.dep_ == "agent" for child in verb.children):
        return None  # "the figures put about by the rebels": done by them
    if verb.dep_ == "acl" or (verb.dep_ == "pcomp" and verb.tag_ in ("VBD", "VBN")):
        return None  # "as a lie told twice": no verb of its own clause
    return (DID[verb.tag_], [verb.lemma_]) if verb.tag_ in DID else None


def _whole(token: Token) -> str:
    return {
        "'d": "had",
        "’d": "had",
        "'s": "is",
        "’s": "is",
        "'re": "are",
        "’re": "are",
        "'ve": "have",
        "’ve": "have",
    }.get(token.lower_, token.lower_)


def _many(heads: Sequence[Token]) -> bool:
    """Whether the subject is more than one."""
    return any(
        head.tag_ in ("NNS", "NNPS")
        or (head.tag_ == "CD" and head.lower_ not in ("one", "1"))
        or head.lower_ in ("they", "we", "you")
        or any(c.dep_ == "conj" for c in head.children)
        for head in heads
    )


def _subject(heads: Sequence[Token], verb: Token, asides: Sequence[Stretch]) -> str:
    """The subject's words; of a relative clause the noun that it describes; the source where there is none."""
    if any(head.dep_ in ("csubj", "csubjpass") or head.lower_ == "what" for head in heads):
        return ""
    if any(head.lower_ in ("who", "which", "that") and head.tag_ in ("WP", "WDT") for head in heads):
        heads = [verb.head] if verb.dep_ == "relcl" else []
        if not heads:
            return ""
    if not heads:
        return SOURCE if verb.dep_ in ("pcomp", "xcomp", "ccomp", "dobj", "ROOT") else ""
    words: list[Token] = []
    for head in heads:
        after = [c for c in head.children if c.i > head.i]
        beside = [c for c in after if c.dep_ in ("relcl", "appos") or _apart(c) or c.is_ancestor(verb)]
        off = {t.i for child in beside for t in child.subtree}
        words += [t for t in head.subtree if t.i not in off and t.i != verb.i]
    if all(_credits(t, asides) for t in words):
        return SOURCE
    if any(_credits(t, asides) for t in words):
        return ""
    made = _spaced(_texts(words))
    if made.casefold() in EACH_OTHER:
        return "either side"
    listed = any(child.dep_ == "conj" for head in heads for child in head.children)
    return made if listed else made.partition(",")[0]


def _open(child: Token) -> bool:
    """Whether it leaves open what is told: a condition, or a question word that is not the subject."""
    if child.dep_ == "advcl":
        return any(t.lower_ in ("if", "unless") for t in child.children)
    return child.dep_ not in SUBJECTS and (child.tag_ in ("WP", "WRB") or child.left_edge.tag_ in ("WP", "WRB"))


def _credits(token: Token, asides: Sequence[Stretch]) -> bool:
    return any(lo <= token.idx < hi for lo, hi in asides)


def _apart(token: Token) -> bool:
    """Whether it is told in passing: set off by a comma, or a free clause."""
    return token.dep_ in ("advmod", "npadvmod", "appos", "acl", "relcl", "prep") and _after_comma(token)


def _told_beside(token: Token, verb: Token) -> bool:
    """Whether it stands in what is added to a noun, after a comma."""
    while token.i != verb.i:
        if token.dep_ in ("relcl", "acl", "appos") and _after_comma(token):
            return True
        token = token.head
    return False


def _after_comma(token: Token) -> bool:
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in (",", "-", "–", "—", ";", ":", "(")


def _texts(tokens: Iterable[Token]) -> list[str]:
    """The words in order, without quotation marks; a sentence's first in small letters unless it is a name."""
    kept: list[str] = []
    for token in sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i):
        if token.is_space or (token.text in QUOTES and token.tag_ != "POS"):
            continue
        own = OWN.get(token.lower_) if token.tag_ in ("PRP", "PRP$") or token.lower_ == "ours" else None
        word = "not" if token.lower_ in ("n't", "n’t") else own or token.text
        opens = (
            token.is_sent_start
            or token.pos_ == "NUM"
            or token.dep_ == "nummod"
            or (token.i > 0 and token.nbor(-1).text in QUOTES)
        )
        kept.append(word.lower() if opens and (token.dep_ == "nummod" or not _is_name(token)) else word)
    while kept and kept[-1] in (",", ";", ":", "-", "–", "—", "(", ".", "and", "or", "but"):
        kept.pop()
    return kept


def _is_name(token: Token) -> bool:
    if len(token.text) > 1 and token.text.isupper():
        return True
    if not token.text.istitle() or token.pos_ not in ("PROPN", "ADJ") or any(t.text == token.lower_ for t in token.doc):
        return False
    # "Norlandic boats", where a sentence begins so: the adjective of a people, or written so elsewhere.
    people = token.ent_type_ == "NORP" or any(t.text == token.text and not t.is_sent_start for t in token.doc)
    return token.pos_ == "PROPN" or people


def _spaced(words: Sequence[str]) -> str:
    """Words as they are written: no blank before a comma or an apostrophe."""
    made = ""
    for word in words:
        tight = (
            word[:1] in ".,;:%)"
            or word.startswith(("'", "’", "n't", "n’t", "-"))
            or made.endswith(("-", "(", "$", "£", "€"))
        )
        made += word if tight or not made else f" {word}"
    return made
