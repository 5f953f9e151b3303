"""Somebody's statement named by a noun ("Moscow's denial that …") and what others say or do about it.

A sentence like "the rebels' claim that nine had died was dismissed by the army" holds two statements: the rebels',
which ends with its own clause, and the army's about it. What befalls a statement is never its owner's word.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, head, tokens
from sayso.language.attribution.cues import Cues, cues
from sayso.language.attribution.mentions import noun_group, people
from sayso.language.attribution.phrases import CONFIDENCE, span_of, subtree
from sayso.language.parsing import text_of


def own_clause(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Moscow's denial that it fired | met with laughter": the content ends where the noun's own clause does."""
    noun = head(doc, candidate.cue) if candidate.cue else None
    noun = noun.head if noun is not None and noun.pos_ == "DET" else noun
    clause = clause_of(noun) if noun is not None and noun.pos_ == "NOUN" else None
    span = subtree(clause) if clause is not None else None
    if noun is None or span is None or not any(s <= span[0] < e for s, e in candidate.content):
        return candidate
    kept = tidy(text_of(doc), tuple((s, min(e, span[1])) for s, e in candidate.content if s < span[1]))
    cue = candidate.cue if noun in tokens(doc, candidate.cue) else (span_of(noun),)
    return candidate.but(content=kept, cue=cue) if kept else candidate


def anothers(doc: Doc, candidate: Candidate) -> bool:
    """Whether a candidate has the owner of a statement say what befalls it ("the rebels' charge was rejected"), or
    nobody say what somebody was asked about ("Asked about a claim by the rebels that …").
    """
    verb = head(doc, candidate.cue) if candidate.cue else None
    if verb is None or verb.pos_ != "VERB":
        return False
    if not candidate.source:
        words = tokens(doc, candidate.content)
        noun = next((t for t in words if t.pos_ == "NOUN"), None)
        return verb.tag_ == "VBN" and noun is not None and _is_statement(noun) and clause_of(noun) is not None
    noun = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if noun is None or not _is_statement(noun) or any(c.dep_ == "agent" for c in verb.children):
        return False
    inside = {t.i for t in noun.subtree} - {noun.i}
    return all(t.i in inside for t in tokens(doc, candidate.source))


def rejected_by(known: Cues, token: Token) -> Candidate | None:
    """ "The charge was dismissed by the army as a fairy tale": the army's, of the charge."""
    if known.stance_of(token.lemma_.lower()) not in ("denies", "admits"):
        return None
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    who = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    what = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if agent is None or who is None or what is None:
        return None
    labels = [c for c in (*token.children, *who.children) if c.lower_ == "as" and c.i > who.i]
    source, content = subtree(who, tuple(labels)), subtree(what)
    if source is None or content is None or who.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    label = subtree(labels[0]) if labels else None
    parts = (content, label) if label is not None else (content,)
    return Candidate((source,), (span_of(token), span_of(agent)), parts, CONFIDENCE, "rule")


def _is_statement(noun: Token) -> bool:
    return noun.lemma_.lower() in cues().statements | cues().contested


def stated(known: Cues, token: Token) -> Candidate | None:
    """ "a Vardian claim that nine had died": a noun that holds a statement, and whose it is."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in known.statements:
        return None
    clause = clause_of(token) or _perfect(token) or _after_maker(token)
    if clause is None:
        return None
    by = next((c for c in token.children if c.lower_ == "by" and c.dep_ == "prep"), _maker(token))
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    # "reports in the foreign press that …"
    within = (g for c in token.children if c.lower_ == "in" for g in c.children if g.dep_ == "pobj")
    who = who or next((g for g in within if {g.lemma_.lower(), g.lower_} & people().media), None)
    whose = next((c for c in token.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")), None)
    of = next((c for c in token.children if c.dep_ == "amod" and c.text[0].isupper()), None)
    owner = who or whose or of
    content = subtree(clause, tuple(c for c in clause.children if c.lower_ == "as" and c.dep_ == "prep"))
    if owner is None or content is None:
        return None
    source = (owner.idx, owner.idx + len(owner.text)) if owner is of else noun_group(owner)
    return Candidate((source,), ((token.idx, token.idx + len(token.text)),), (content,), CONFIDENCE, "rule")


def _maker(noun: Token) -> Token | None:
    """ "the claim, made by the rebels, that …": the "by" of a participle that tells whose it is."""
    told = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > noun.i)
    return next((by for participle in told for by in participle.children if by.dep_ == "agent"), None)


def _after_maker(noun: Token) -> Token | None:
    """The clause behind such a participle, which the parser may hang on the verb that governs the noun."""
    by = _maker(noun)
    after = (c for c in noun.head.children if c.dep_ == "ccomp" and by is not None and c.i > by.i)
    return next((c for c in after if any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)), None)


def _perfect(noun: Token) -> Token | None:
    """ "The army's claim to have killed nine": an infinitive that tells what was."""
    clauses = (c for c in noun.children if c.dep_ == "acl" and c.i > noun.i)
    told = (c for c in clauses if {"to", "have"} <= {g.lower_ for g in c.children if g.dep_ == "aux"})
    return next(told, None)


def clause_of(noun: Token) -> Token | None:
    """The that-clause of a noun, also behind whose it is ("a claim by the rebels that nine had died")."""
    by = [g for c in noun.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]
    clauses = [c for n in (noun, *by) for c in n.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i]
    # "Following reports in the media the police clarify that …": another verb's, wherever the parser hangs it.
    clauses = [c for c in clauses if not any(_finite(t) for t in noun.doc[noun.i + 1 : c.left_edge.i])]
    return next((c for c in clauses if any(g.lower_ == "that" and g.dep_ == "mark" for g in c.children)), None)


def _finite(token: Token) -> bool:
    """Whether it is a verb in a tense, of no clause that only describes a noun."""
    return token.tag_ in ("VBP", "VBZ", "VBD") and token.dep_ != "relcl"
