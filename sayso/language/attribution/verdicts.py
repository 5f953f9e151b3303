"""What a report itself says of others' words: "the allegation that he was beaten is false", "it is not true that …",
"the firm's account does not square with this".

In a communiqué, whose own voice is its issuer's, that is how things are denied.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import NEGATIONS, cues
from sayso.language.attribution.phrases import CONFIDENCE, SUBJECTS, span_of, subtree

PROVING = ("be", "prove", "turn", "remain")
COMPLEMENTS = ("acomp", "attr", "oprd", "xcomp")


def verdicts(words: list[Token]) -> Iterator[Candidate]:
    """The outlet's own denials of what others say, where `words` are those outside quotations."""
    for verb in words:
        if verb.dep_ not in ("ROOT", "conj"):
            continue
        verdict = _at_odds(verb) or (_untrue(verb) if verb.lemma_.lower() in PROVING else None)
        content = _judged(verb, verdict) if verdict is not None else None
        if verdict is not None and content is not None:
            before = [c for c in verb.children if c.dep_ in ("aux", "neg") and c.i < verb.i]
            cue = (min(t.idx for t in (*before, verb)), max(span_of(verdict)[1], span_of(verb)[1]))
            yield Candidate((), (cue,), (content,), CONFIDENCE, "rule", own=True)


def _at_odds(verb: Token) -> Token | None:
    """The word that says that it does not fit what else is known: "cannot be reconciled with", "is at odds with"."""
    known, below = cues(), [t for c in verb.children for t in (c, *c.children)]
    with_ = [c for c in (verb, *below) if any(t.lower_ == "with" for t in c.children)]
    negated = any(c.lower_ in NEGATIONS for c in verb.children)
    if verb.lemma_.lower() in (known.fitting if negated else known.clashing):
        return verb if with_ else None
    if verb.lemma_ == "be":
        return next((t for t in below if t.lower_ in known.at_odds and with_), None)
    return None


def _untrue(verb: Token) -> Token | None:
    """The word of a complement that says that something is not so: "false", "a myth", "not true"."""
    known, negated = cues(), any(c.lower_ in NEGATIONS for c in verb.children)
    wanted = known.granting if negated else known.untrue
    below = [c for c in verb.children if c.dep_ in COMPLEMENTS and c.i > verb.i]
    return next((t for c in below for t in (c, *c.children) if t.lower_ in wanted), None)


def _judged(verb: Token, verdict: Token) -> tuple[int, int] | None:
    """What is judged: a statement named by a noun, or the clause behind "it is not true that"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    if subject.lower_ == "it":
        clauses = [c for t in (verb, verdict) for c in t.children if c.dep_ in ("ccomp", "advcl") and c.i > verdict.i]
        said = next((c for c in clauses if any(g.lower_ == "that" and g.dep_ == "mark" for g in c.children)), None)
        return subtree(said) if said is not None else None
    named = subject.lemma_.lower() in cues().contested | cues().statements
    return subtree(subject) if named else None
