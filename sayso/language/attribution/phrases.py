"""What belongs to a word in the parse: its phrase, and its subject, for the rules that find statements."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.decoding import Span
from sayso.language.parsing import tokens_of
from sayso.language.quotations import Quotation

CONFIDENCE = 0.7  # of what a rule finds
SUBJECTS = ("nsubj", "nsubjpass")


def unquoted(doc: Doc, quotations: list[Quotation]) -> list[Token]:
    """The tokens outside all quotations, in text order."""
    found: list[Token] = []
    ahead = sorted(((q.start, q.end) for q in quotations), reverse=True)
    reach = 0  # where the quotations end that have begun
    for token in tokens_of(doc):
        while ahead and ahead[-1][0] < token.idx:
            reach = max(reach, ahead.pop()[1])
        if token.idx >= reach:
            found.append(token)
    return found


def subtree(token: Token, without: tuple[Token, ...] = ()) -> Span | None:
    """Characters of a token's subtree, cut before what is left out."""
    gone = {t.i for w in without for t in w.subtree}
    inside = [t for t in token.subtree if t.i not in gone and not t.is_space]
    while inside and (inside[0].is_punct or inside[0].dep_ == "mark"):
        inside = inside[1:]
    while inside and inside[-1].is_punct:
        inside = inside[:-1]
    if not inside:
        return None
    return inside[0].idx, inside[-1].idx + len(inside[-1].text)


def subject_of(token: Token) -> Token | None:
    own = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if own is None and token.dep_ in ("conj", "xcomp", "acomp") and token.head.pos_ in ("VERB", "AUX", "ADJ"):
        return subject_of(token.head)
    if own is None and token.tag_ == "VBG":
        # "Arden has a habit of denying responsibility": whoever has the habit
        above = next((t for t in token.ancestors if any(c.dep_ in SUBJECTS for c in t.children)), None)
        return subject_of(above) if above is not None else None
    return own


def span_of(token: Token) -> Span:
    """Characters of one token."""
    return token.idx, token.idx + len(token.text)


def spans_of(words: list[Token]) -> tuple[Span, ...]:
    """Characters of some tokens, one span for each run of neighbours, without marks at a run's ends."""
    runs: list[list[Token]] = []
    for token in sorted((t for t in words if not t.is_space), key=lambda t: t.i):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    for run in runs:
        while run and (run[0].is_punct or run[0].dep_ in ("mark", "cc")):
            del run[0]
        while run and (run[-1].is_punct or run[-1].dep_ == "cc"):
            del run[-1]
    return tuple((run[0].idx, span_of(run[-1])[1]) for run in runs if run)
