"""Through whom words came: the origin first, then each relay that the sentence names."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate, overlap, tokens
from sayso.language.attribution.cues import cues
from sayso.language.attribution.mentions import noun_group, people
from sayso.language.attribution.own import told_to_us
from sayso.language.attribution.quoting import relay
from sayso.language.parsing import text_of

GROUP = ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM")  # parts of speech of a noun group ("state-run Nord TV")
NO_OUTLET = ("PERSON", "GPE", "NORP", "LOC", "DATE", "TIME")


def relays(doc: Doc, candidate: Candidate, own: str | None) -> list[str]:
    """Names of the relays of a candidate in order, the last one nearest to this report.

    `own` is this report's outlet: what was told to it has no relay.
    """
    if not candidate.cue:
        return []
    cue = tokens(doc, candidate.cue)
    found: list[str] = []
    for token in cue:
        found += _citing(doc, token, candidate)
    for token in cue:
        found += _told(doc, token) + _by(doc, token)
        quoter = relay(token)
        found += [_name(doc, quoter)] if quoter is not None else []
    found += _carried(doc, candidate) + _afterwards(doc, candidate, cue)
    kept: list[str] = []
    source = " ".join(t.lower_ for t in tokens(doc, candidate.source))
    for name in found:
        short = re.sub(r"^(the|a|an) ", "", name.lower())
        if name not in kept and short not in source and not told_to_us(name, own):
            kept.append(name)
    return kept


def is_media(doc: Doc, token: Token) -> bool:
    """Whether a noun is an outlet: a word of media in its group, or a name after one."""
    start, end = noun_group(token)
    words = {w.lower() for w in re.findall(r"\w+", text_of(doc)[start:end])}
    known = people()
    return bool(words & known.media) and token.lemma_.lower() not in known.audience


def _told(doc: Doc, token: Token) -> list[str]:
    """ "told Radio Ulm": what is told to an outlet comes through it."""
    if token.lemma_.lower() not in ("tell", "inform", "give", "speak", "interview"):
        return []
    after = token.nbor() if token.i + 1 < len(doc) else None
    if after is not None and after.lower_ in ("to", "with"):
        after = after.nbor() if after.i + 1 < len(doc) else None
    group = _group_from(after)
    target = _last(group)
    if target is None or target.tag_ == "PRP" or target.lemma_.lower() in people().audience:
        return []
    named = target.pos_ == "PROPN" and target.ent_type_ not in NO_OUTLET
    return [_name(doc, target)] if named or any(is_media(doc, t) for t in group) else []


def _group_from(token: Token | None) -> list[Token]:
    """The words of a noun group that begins at a token, as far as its nouns reach."""
    found: list[Token] = []
    while token is not None and (token.tag_ == "HYPH" or token.pos_ in GROUP or (found and found[-1].tag_ == "HYPH")):
        if token.tag_ in ("WP", "WDT", "TO") or (token.pos_ == "PRON" and found) or (token.tag_ == "DT" and found):
            break
        found.append(token)
        if token.i + 1 >= len(token.doc):
            break
        token = token.nbor()
    while found and found[-1].pos_ not in ("NOUN", "PROPN", "PRON"):
        found.pop()
    return found


def _last(group: list[Token]) -> Token | None:
    return group[-1] if group else None


def _by(doc: Doc, token: Token) -> list[str]:
    """ "was quoted as saying by state radio"."""
    if token.lemma_.lower() not in ("quote", "cite", "report", "carry", "say"):
        return []
    verbs = [token, *(t for t in token.children if t.dep_ in ("prep", "agent", "pcomp", "advcl", "xcomp"))]
    verbs += [g for v in verbs for g in v.children if g.dep_ in ("pcomp", "prep", "agent")]
    for verb in verbs:
        for child in verb.children:
            if child.dep_ in ("agent", "prep") and child.lower_ == "by":
                who = next((c for c in child.children if c.dep_ == "pobj"), None)
                if who is not None and (is_media(doc, who) or who.pos_ == "PROPN"):
                    return [_name(doc, who)]
    return []


def _citing(doc: Doc, token: Token, candidate: Candidate) -> list[str]:
    """ "Radio Ulm reported, citing the guard": the subject that cites is a relay, and whoever it told another."""
    if token.lower_ not in ("citing", "quoting"):
        return []
    verb = token.head
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep_ in ("nsubj", "ROOT") and verb.pos_ in ("NOUN", "PROPN"):
        subject, verb = verb, verb.head
    found = []
    if verb.lemma_.lower() not in cues().speech:
        return []
    if subject is not None and not overlap(candidate.source, ((subject.idx, subject.idx + 1),)):
        found.append(_name(doc, subject))
    return found + _told(doc, verb)


def _carried(doc: Doc, candidate: Candidate) -> list[str]:
    """ "in a statement carried by …", "as published through its state media", "a transcript seen by …"."""
    around = (candidate.source[0][0], candidate.source[-1][1]) if candidate.source else candidate.cue[0]
    sent = doc.char_span(*around, alignment_mode="expand")
    if sent is None:
        return []
    for token in sent.sent:
        if token.lemma_.lower() not in cues().carried or token.tag_ not in ("VBN", "VBD"):
            continue
        near = min(abs(token.idx - edge) for span in (*candidate.cue, *candidate.source) for edge in span)
        if near > 40 or overlap(candidate.content, ((token.idx, token.idx + 1),)):
            continue
        for child in token.children:
            if child.lower_ in ("by", "through", "via", "on", "in") and child.dep_ in ("agent", "prep"):
                who = next((c for c in child.children if c.dep_ == "pobj"), None)
                if who is not None and is_media(doc, who):
                    return [_name(doc, who)]
    return []


def _afterwards(doc: Doc, candidate: Candidate, cue: list[Token]) -> list[str]:
    """ "…, the ministry said, RIA reported" and "An official note, reports The Times, insisted that…"."""
    found: list[str] = []
    cue_ids = {t.i for t in cue}
    for token in cue[0].sent if cue else ():
        if (
            token.i in cue_ids
            or token.lemma_.lower() not in cues().relayed
            or overlap(candidate.content, ((token.idx, token.idx + 1),))
        ):
            continue
        if abs(token.i - cue[-1].i) > 14 or any(c.lower_ in ("citing", "quoting") for c in token.children):
            continue
        subjects = [c for c in token.children if c.dep_ in ("nsubj", "dobj")]
        subject = next((s for s in subjects if s.pos_ in ("NOUN", "PROPN") and is_media(doc, s)), None)
        # ", reports The Times": the tagger may take the verb for a noun; whoever so reports is an outlet.
        after = next((t for t in doc[token.i + 1 :] if not t.is_space), None)
        named = _last(_group_from(after)) if doc[max(0, token.i - 1)].text == "," else None
        if subject is None and named is not None and named.pos_ == "PROPN" and named.ent_type_ not in NO_OUTLET:
            subject = named
        if subject is not None:
            found.append(_name(doc, subject))
    return found


def _name(doc: Doc, token: Token) -> str:
    """A relay's name: the proper name beside a common noun ("the broadcaster Radio Sund"), else the noun group."""
    after = [t for t in _group_from(doc[token.i + 1] if token.i + 1 < len(doc) else None) if t.pos_ == "PROPN"]
    if token.pos_ == "NOUN" and after and after[0].i == token.i + 1:
        return text_of(doc)[after[0].idx : after[-1].idx + len(after[-1].text)]
    start, end = noun_group(token)
    if token.pos_ == "PROPN" and token.i + 1 < len(doc) and doc[token.i + 1].dep_ not in ("prep",):
        end = token.idx + len(token.text)
    return text_of(doc)[start:end].strip()
