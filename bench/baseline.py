"""The baseline to beat: sixty lines of dependency rules over spaCy's parse, without model or knowledge files."""

from __future__ import annotations

from spacy.tokens import Doc, Token

VERBS = """
say tell add note write report announce claim argue insist warn explain suggest deny admit acknowledge state declare
believe think call ask reply respond tweet promise accuse describe predict confirm stress estimate
""".split()
Spans = dict[str, list[list[int]]]


def _span(tokens: list[Token]) -> list[list[int]]:
    tokens = [t for t in tokens if not t.is_space]
    while tokens and (tokens[0].is_punct or tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return [[tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)]] if tokens else []


def _according(token: Token) -> Spans | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    who = next((c for c in to.children if c.dep_ == "pobj"), None) if to else None
    if to is None or who is None:
        return None
    gone = {t.i for t in token.subtree}
    content = [t for t in token.sent if t.i not in gone]
    return {
        "source": _span(list(who.subtree)),
        "cue": [[token.idx, to.idx + len(to.text)]],
        "content": _span(content),
    }


def _verb(token: Token) -> Spans | None:
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.i != token.i), None)
    if subject is None or clause is None:
        return None
    return {
        "source": _span(list(subject.subtree)),
        "cue": [[token.idx, token.idx + len(token.text)]],
        "content": _span(list(clause.subtree)),
    }


def baseline(doc: Doc) -> list[Spans]:
    """Attributions of a parsed text as lists of character spans."""
    found = []
    for token in doc:
        if token.lower_ == "according":
            found.append(_according(token))
        elif token.pos_ == "VERB" and token.lemma_.lower() in VERBS:
            found.append(_verb(token))
    return [a for a in found if a and a["content"]]
