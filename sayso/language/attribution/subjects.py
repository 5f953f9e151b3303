"""Whose verb a cue is: its own subject, whom a relative stands for, or whoever is cited."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.attribution.boundaries import tidy
from sayso.language.attribution.candidates import Candidate, head, overlap, tokens, without
from sayso.language.attribution.cues import cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import people
from sayso.language.attribution.phrases import subtree
from sayso.language.parsing import text_of

SUBJECTS = ("nsubj",)
# Subjects that only stand for a clause or for nobody.
EMPTY = {"it", "there", "that", "this", "what", "which", "who", "whom", "whose"}
CITING = ("citing", "quoting")


def behind_topic(doc: Doc, candidate: Candidate) -> Candidate:
    """ "Norland: rebels free five, deny killing mayor": a headline's topic says nothing, the subject behind it does."""
    verb = verb_of(doc, candidate)
    if verb is None or not candidate.source or text_of(doc)[candidate.source[-1][1] :][:1] != ":":
        return candidate
    clauses = [verb, *([verb.head] if verb.dep_ == "conj" else [])]
    subject = next((c for v in clauses for c in v.children if c.dep_ in SUBJECTS), None)
    span = subtree(subject) if subject is not None else None
    if span is None or not candidate.source[-1][1] < span[0] < verb.idx:
        return candidate
    said = tuple(part for part in candidate.content if part[0] > verb.idx) or candidate.content
    return candidate.but(source=(span,), content=said)


def subject_of_cue(doc: Doc, candidate: Candidate) -> Candidate:
    """The candidate credited to its cue's own subject, where the encoder took nobody or somebody from elsewhere."""
    verb = verb_of(doc, candidate)
    if verb is not None and verb.lower_ == "believed" and text_of(doc)[: verb.idx].endswith("to be "):
        return _believed(candidate, verb)
    if verb is None:
        return candidate
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return _agent(candidate, agent)
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return candidate
    inserted = _inserted_relay(candidate, verb)
    if inserted is not None:
        return inserted
    # "the drawdown, which they say left a vacuum": "which" is the subject of what they say
    subjects = sorted((c for c in verb.children if c.dep_ in SUBJECTS), key=lambda c: (c.tag_ == "WDT", c.i))
    subject = subjects[0] if subjects else None
    if subject is None and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp"):
        return _participle(candidate, verb)
    if subject is None and verb.lemma_.lower() in cues().saying and _apposed(verb) is not None:
        return _apposition(candidate, verb)
    if subject is None:
        if not candidate.source and verb.dep_ != "conj":
            return _inverted(candidate, verb)
        return _coordinate_subject(candidate, verb)
    if subject.lower_ in ("which", "who") and verb.dep_ == "relcl":
        return _antecedent(candidate, verb, subject)
    if subject.lower_ in EMPTY or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return candidate
    span = phrase(list(subject.subtree), subject)
    if span is None or overlap((span,), candidate.content) or overlap((span,), candidate.cue):
        return candidate
    theirs = tokens(doc, candidate.source)
    if _only_modifies(theirs, subject) or _of_another_clause(theirs, verb):
        return candidate.but(source=(span,), found_by="model+rule")
    if not _can_speak(subject):
        return candidate  # "the measures fell short of hopes"
    if candidate.source and (overlap((span,), candidate.source) or _same_sentence_before(doc, candidate, subject)):
        return candidate
    return candidate.but(source=(span,), found_by="model+rule")


def _agent(candidate: Candidate, by: Token) -> Candidate:
    """ "An attack claimed by a group of exiles who fled": nothing of what tells who says it is what is said."""
    whom = next((c for c in by.children if c.dep_ == "pobj"), None)
    span = phrase(list(whom.subtree), whom) if whom is not None else None
    if span is None or not overlap((span,), candidate.source) or not overlap((span,), candidate.content):
        return candidate
    content = without(candidate.content, span)
    return candidate.but(source=(span,), content=content, found_by="model+rule") if content else candidate


def _only_modifies(words: list[Token], subject: Token) -> bool:
    """ "A guard accused of shooting two fishermen told a court …": the fishermen stand in what describes the guard."""
    if not words or any(t.tag_ in ("WP", "WDT") for t in words):
        return False
    return all(any(a.dep_ in ("relcl", "acl") and a.head.i == subject.i for a in (t, *t.ancestors)) for t in words)


def _of_another_clause(words: list[Token], verb: Token) -> bool:
    """ "The finding contradicts the police, who insist …": a relative speaks in its own clause only."""
    relative = bool(words) and all(t.tag_ in ("WP", "WDT") for t in words)
    return relative and not any(t.head in (verb, *verb.ancestors) for t in words)


def _inserted_relay(candidate: Candidate, verb: Token) -> Candidate | None:
    """ "An official note, reports the Sentinel, insisted that …": the note insists, and the paper is a relay.

    The second comma is often left out.
    """
    words = [t for t in verb.sent if t.i < verb.i and not t.is_space]
    while words and (words[-1].pos_ in ("AUX", "ADV") or words[-1].text == ","):
        words.pop()
    comma = next((n for n in reversed(range(len(words))) if words[n].text == ","), 0)
    before, relay = words[:comma], words[comma + 1 :]
    if not before or len(relay) < 2 or relay[0].lemma_.lower() not in cues().relayed:
        return None
    named = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN") for t in relay[1:])
    if not named or not overlap(((relay[0].idx, relay[-1].idx + 1),), candidate.source):
        return None
    root = next((t for t in before if t.head not in before or t.head is t), before[0])
    owner = next((t for t in before if t.dep_ in SUBJECTS and t.head.i >= relay[0].i), root)
    if owner.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    span = phrase([t for t in owner.subtree if t.i < words[comma].i], owner)
    return candidate.but(source=(span,), found_by="model+rule") if span else None


def _inverted(candidate: Candidate, verb: Token) -> Candidate:
    """ "There were 17, said the police union, not 23": whoever stands right behind a verb of saying."""
    doc, last = verb.doc, verb.i
    while last + 1 < len(doc) and doc[last + 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
        last += 1
    noun = doc[last]
    spoken = verb.lemma_.lower() in cues().saying and verb.i > 0 and doc[verb.i - 1].text in (",", "”", '"', "’", "'")
    if not spoken or last == verb.i or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME"):
        return candidate
    span = (doc[verb.i + 1].idx, noun.idx + len(noun.text))
    return candidate if overlap((span,), candidate.content) else candidate.but(source=(span,), found_by="model+rule")


def _apposed(verb: Token) -> Token | None:
    """The first noun of the appositions that end at the comma before a verb: "in Imre, the governor, A. Toll, told"."""
    end = verb.i - 1
    while end > verb.sent.start and verb.doc[end].is_punct:
        end -= 1
    noun = verb.doc[end]
    if end == verb.i - 1 or noun.dep_ != "appos":
        return None
    while noun.head.dep_ == "appos":
        noun = noun.head
    return noun


def _apposition(candidate: Candidate, verb: Token) -> Candidate:
    """The candidate credited to whom the parse took for an apposition of the last noun of what he says."""
    noun = _apposed(verb)
    span = phrase(list(noun.subtree), noun) if noun is not None else None
    if span is None or not candidate.content or candidate.content[-1][1] > verb.idx:
        return candidate
    content = tidy(text_of(verb.doc), tuple((s, min(e, span[0])) for s, e in candidate.content if s < span[0]))
    return candidate.but(source=(span,), content=content, found_by="model+rule") if content else candidate


def _antecedent(candidate: Candidate, verb: Token, relative: Token) -> Candidate:
    """ "This contradicts the note, which maintained that…": it is the note that maintains it."""
    meant = phrase(list(verb.head.subtree), verb.head)
    own = (relative.idx, relative.idx + len(relative.text))
    near = (min(verb.head.left_edge.idx, own[0]), own[1])
    if (
        meant is None
        or not candidate.source
        or overlap((near,), candidate.source)
        or overlap((own,), (*candidate.cue, *candidate.content))
    ):
        return candidate
    return candidate.but(source=(own,), found_by="model+rule")


def _coordinate_subject(candidate: Candidate, verb: Token) -> Candidate:
    """ "It left the toll at nine and declared that…": an object of the first verb is no subject of the second, and
    neither is anybody of another sentence; where the encoder took nobody, the subject speaks that can.
    """
    if verb.dep_ != "conj":
        return candidate
    first = verb.head
    while first.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in first.children):
        first = first.head
    subject = next((c for c in first.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in EMPTY - {"it"}:
        return candidate
    theirs = tokens(verb.doc, candidate.source)
    if theirs:
        subjects = any(t.dep_ in (*SUBJECTS, "nsubjpass") for t in theirs)
        after = first.idx < theirs[0].idx < verb.idx and not subjects
        wrong = after or all(t.sent.start != verb.sent.start for t in theirs)
    else:
        wrong = _can_speak(subject)
    span = phrase(list(subject.subtree), subject)
    if span is None or not wrong or overlap((span,), candidate.content):
        return candidate
    return candidate.but(source=(span,), found_by="model+rule")


def _participle(candidate: Candidate, verb: Token) -> Candidate:
    """ "The office said 60 had died, adding that …", "has admitted it after denying that …": it does so, and nobody of
    another sentence.
    """
    above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb) if verb.dep_ == "pcomp" else verb.head
    subject = next((c for c in above.children if c.dep_ in SUBJECTS), None)
    here = any(t.sent.start == verb.sent.start for t in tokens(verb.doc, candidate.source))
    span = phrase(list(subject.subtree), subject) if subject is not None and not here else None
    if span is None or subject is None or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return candidate
    return candidate if overlap((span,), candidate.content) else candidate.but(source=(span,), found_by="model+rule")


def _believed(candidate: Candidate, verb: Token) -> Candidate:
    """ "If the army's account is to be believed": what is to be believed is the source."""
    asked = next((t for t in verb.head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    subject = next((t for t in verb.children if t.dep_ == "nsubjpass"), asked)
    if subject is None:
        return candidate
    words = [t for t in subject.subtree if t.i - subject.i < 1]
    span = phrase(words, subject)
    return candidate.but(source=(span,), found_by="model+rule") if span else candidate


def cited(doc: Doc, candidate: Candidate) -> Candidate:
    """ "The paper reported, citing two officers, that…", "The Union put it at 17, citing hospital staff": whoever is
    cited is the source, where it can speak at all, and the paper a relay.
    """
    verb = verb_of(doc, candidate)
    if verb is None:
        return candidate
    # The parse often hangs "citing" on what is said: "The Herald said nine had died, citing two guards".
    heads = [verb, *(c for c in verb.children if c.dep_ in SUBJECTS or (c.dep_ == "ccomp" and c.i > verb.i))]
    alone = verb if verb.lower_ in CITING else None
    citing = alone or next((c for h in heads for c in h.children if c.lower_ in CITING), None)
    whom = next((c for c in citing.children if c.dep_ == "dobj"), None) if citing is not None else None
    if citing is None or whom is None or not _can_speak(whom):
        return candidate
    span, cue = phrase(list(whom.subtree), whom), (citing.idx, citing.idx + len(citing.text))
    if span is None or overlap((cue, span), candidate.content):
        return candidate
    # "“…,” he went on, citing men who had given up": the quoted words are his, and those he cites only his example
    himself = any(t.pos_ == "PRON" for t in tokens(doc, candidate.source)[:1])
    if himself and text_of(doc)[max(0, candidate.start - 1)] in '“"':
        return candidate
    return candidate.but(source=(span,), cue=tidy(text_of(doc), (*candidate.cue, cue)), found_by="model+rule")


def _can_speak(noun: Token) -> bool:
    """Whether it is somebody or a document ("citing hospital staff"), and no reason ("citing security concerns")."""
    known = people()
    listed = known.human | known.body | known.plural | known.documents
    return noun.pos_ in ("PROPN", "PRON") or bool({noun.lemma_.lower(), noun.lower_} & listed)


def _same_sentence_before(doc: Doc, candidate: Candidate, subject: Token) -> bool:
    """Whether the encoder's source stands between the subject and the cue, and so is nearer than the parse's."""
    start = candidate.source[0][0]
    low, high = sorted((subject.idx, candidate.cue[0][0]))
    return low <= start <= high


def verb_of(doc: Doc, candidate: Candidate) -> Token | None:
    """The verb that governs a candidate's cue; None where the cue is a noun or missing."""
    top = head(doc, candidate.cue) if candidate.cue else None
    return top if top is not None and top.pos_ in ("VERB", "AUX") else None


def phrase(words: list[Token], keep: Token) -> Span | None:
    """Characters of a subtree around `keep`, without marks at its ends and without what follows a line break."""
    words = [t for t in words if not t.is_space]
    while words and words[0].is_punct and words[0].i != keep.i:
        words = words[1:]
    while words and words[-1].is_punct and words[-1].i != keep.i:
        words = words[:-1]
    if not words or len(words) > 30:
        return None
    return words[0].idx, words[-1].idx + len(words[-1].text)
