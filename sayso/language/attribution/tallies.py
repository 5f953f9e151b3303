"""Whose a number is where no verb of saying tells it: "by the union's reckoning", "put at nine by the police".

Each rule looks for a listed noun or verb of counting (`tallies`, `tally`, `reckonings` in cues.yaml) and for whose
it is in a fixed place of the parse.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import Cues, cues
from sayso.language.attribution.decoding import Span
from sayso.language.attribution.mentions import noun_group
from sayso.language.attribution.phrases import CONFIDENCE, SUBJECTS, span_of, spans_of, subject_of, subtree

RELATIVES = ("which", "who", "that")
HOLDING = ("be", "stand", "have", "hold", "contain")
OFFICIAL = "official"
NOBODY_S = ("my", "our", "your", "whose")
NOBODY = ("i", "we", "you", "that", "this", "which")


def given(known: Cues, token: Token) -> Candidate | None:
    """ "put the toll at nine and the missing at four", "stood by its figure of five", "toll cut to nine by police"."""
    lemma = token.lemma_.lower()
    if lemma not in known.tally and lemma not in known.saying and lemma not in known.speaking_of:
        return None
    subject = subject_of(token)
    if subject is None or subject.lower_ in NOBODY:
        return None
    if lemma in known.tally and subject.lemma_.lower() in known.tallies:
        objects = any(c.dep_ == "dobj" for c in token.children)
        return _of_its_owner(known, token, subject) if objects else _passive(token, subject)
    if (lemma in known.saying or lemma == "count") and (bare := _bare(token)) is not None:
        aside = tuple(c for c in subject.children if c.dep_ in ("acl", "relcl", "advcl"))
        return _numbered(token.doc, subtree(subject, aside) or span_of(subject), (span_of(token),), (span_of(bare),))
    aside = tuple(c for c in subject.children if c.dep_ in ("acl", "relcl"))
    source = subtree(subject, aside)
    if lemma in known.speaking_of:
        preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "to", "of")]
        spoken = [g for c in preps if c.lower_ == "of" for g in c.children if g.dep_ == "pobj" and g.like_num]
        if spoken and source is not None:
            return _numbered(token.doc, source, (span_of(token),), ((spoken[0].left_edge.idx, _end(spoken[0])),))
        counted = (_counted(known, token, source, c.children) for c in preps if c.lower_ != "of")
        return next((c for c in counted if c is not None), None)
    return _counted(known, token, source, token.children)


def _end(number: Token) -> int:
    """Where a number ends, with another joined to it ("up to 40 and up to 80")."""
    last = next((c for c in reversed(list(number.children)) if c.dep_ == "conj" and c.like_num), number)
    return last.idx + len(last.text)


def _of_its_owner(known: Cues, token: Token, subject: Token) -> Candidate | None:
    """ "An earlier count by the union put the dead at three": the union's."""
    by = next((c for c in subject.children if c.lower_ in ("by", "of", "from") and c.dep_ == "prep"), None)
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    who = who or next((c for c in subject.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")), None)
    return _counted(known, token, subtree(who), token.children) if who is not None else None


def _bare(token: Token) -> Token | None:
    """The bare number that a verb of saying ends with: "the company says two"."""
    numbers = [c for c in token.rights if c.like_num and c.dep_ in ("dobj", "attr", "ccomp", "npadvmod", "nummod")]
    return numbers[0] if len(numbers) == 1 and not any(not t.is_punct for t in numbers[0].rights) else None


def _counted(known: Cues, token: Token, source: Span | None, within: Iterable[Token]) -> Candidate | None:
    nouns = (*known.tallies, "it")  # "the toll is not clear: the governor put it at 26"
    objects = [c for c in within if c.dep_ in ("dobj", "pobj")]
    target = next((c for c in objects if c.lemma_.lower() in nouns), None)
    if target is None and token.lemma_.lower() == "count":  # "which counted 60 bodies"
        target = next((c for c in objects if any(g.dep_ == "nummod" for g in c.children)), None)
    content = subtree(target) if target is not None else None
    if target is None or source is None or content is None:
        return None
    for more in token.children:
        prep = more.dep_ == "prep" and more.lower_ in ("at", "to", "as", "from")
        # "… at 39 and the number of rescued at 118"
        if more.i > target.i and (prep or (more.dep_ == "conj" and more.lemma_.lower() in known.tallies)):
            end = subtree(more)
            content = (content[0], end[1]) if end else content
    return _numbered(token.doc, source, (span_of(token),), (content,))


def _passive(token: Token, subject: Token) -> Candidate | None:
    agent = next((c for c in token.children if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep")), None)
    who = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    source = subtree(who) if who is not None else None
    if agent is None or source is None:
        return None
    said = [t for t in token.subtree if t.i < agent.i and t.i != token.i and t.dep_ not in ("aux", "auxpass")]
    return _numbered(token.doc, source, (span_of(token), span_of(agent)), spans_of(said))


def _numbered(doc: Doc, source: Span, cue: tuple[Span, ...], content: tuple[Span, ...]) -> Candidate | None:
    """A candidate, if a number is in its content, or one told before ("the same figure")."""
    inside = [t for span in content for t in doc.char_span(*span, alignment_mode="expand") or ()]
    numbered = any(t.like_num or t.pos_ == "NUM" or t.lower_ == "same" for t in inside)
    return Candidate((source,), cue, content, CONFIDENCE, "rule") if numbered else None


def reckoned(words: list[Token]) -> list[Candidate]:
    """Numbers on somebody's count inside other statements, and outside of any, where no verb of saying is."""
    known, found = cues(), []
    for token in words:
        lemma = token.lemma_.lower()
        if token.dep_ == "relcl" and lemma in known.tally:
            who = next((c for c in token.children if c.dep_ in SUBJECTS and c.lower_ in RELATIVES), None)
            found.append(_counted(known, token, span_of(who), token.children) if who is not None else None)
        if lemma in known.reckonings or token.lower_ in known.reckonings:
            found.append(_by_count(known, token) or _estimate(token) or _whose_list(token) or _count_is(token))
        if token.tag_ == "POS":
            found.append(_elliptic(known, token))
        if lemma in ("word", "account") and token.nbor(-1 if token.i else 0).lower_ == "the":
            found.append(_word_of(token))
    return [c for c in found if c is not None]


def _possessor(token: Token) -> Token | None:
    """Whose a noun is, read from the words before it: "the union's own", "its latest", "whose"."""
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].pos_ in ("ADJ", "ADV") and token.i - at < 4:
        at -= 1
    if at < token.sent.start:
        return None
    before = token.doc[at]
    if before.tag_ in ("PRP$", "WP$"):
        return before
    # "the headquarters’ count": the curly mark alone is taken for a quotation mark
    owned = before.tag_ == "POS" or (before.text == "’" and before.nbor(-1 if at else 0).text.endswith("s"))
    return before.nbor(-1) if owned and at > token.sent.start else None


def _official(token: Token) -> Token | None:
    """ "The official toll": what officials count."""
    return next((c for c in token.lefts if c.lower_ == OFFICIAL and c.dep_ == "amod"), None)


def _owner(whose: Token) -> Span:
    """The words for whose it is; "says Lena Orsk of the union, by whose count …" is Lena Orsk's."""
    before = whose.nbor(-2) if whose.tag_ == "WP$" and whose.i - whose.sent.start > 2 else None
    clause = next((t for t in whose.ancestors if t.dep_ == "relcl"), None) if before is not None else None
    if clause is not None and clause.head.i < whose.i:
        return noun_group(_whole(clause.head))
    if before is not None and before.text == "," and before.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return noun_group(_whole(before.nbor(-1)))  # a parse that knows no relative clause here
    if whose.tag_ in ("PRP$", "WP$") or whose.lower_ == OFFICIAL:
        return span_of(whose)
    return noun_group(whose)[0], span_of(whose)[1]


def _whole(noun: Token) -> Token:
    """The name that a noun after "of" belongs to: "Lena Orsk of the union"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "PROPN":
        noun = noun.head.head
    return noun


def _by_count(known: Cues, token: Token) -> Candidate | None:
    """ "by the union's reckoning": the clause that it stands in, or the noun that it parts from its "of"."""
    whose = _possessor(token)
    if whose is None:
        return None
    source = _owner(whose)
    first = whose.idx if whose.tag_ == "WP$" else source[0]
    at = next((t.i for t in token.sent if t.idx == first), token.sent.start + 1)
    if at == token.sent.start:
        return None
    by = token.doc[at - 1]
    # "they were on the ship's list": who is on a list is not counted by it
    if by.dep_ == "prep" and by.head.lemma_ == "be" and not any(c.dep_ in ("attr", "acomp") for c in by.head.children):
        return None
    # "on his own account": by himself
    if by.lower_ not in ("by", "on", "in") or (by.lower_, token.lower_) == ("on", "account"):
        return None
    phrase = range(by.i, token.i + 1)
    words = _counted_by_whom(token) if whose.tag_ == "WP$" else _parted(token, by) or _clause(by, phrase)
    return _numbered(token.doc, source, (span_of(by), span_of(token)), spans_of(words)) if words else None


def _counted_by_whom(token: Token) -> list[Token]:
    """What stands behind "by whose count": its relative clause, or where the parse knows none, the sentence's rest."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    rest = clause.subtree if clause is not None else token.sent
    end = next((t.i for t in token.sent if t.text == ";" and t.i > token.i), token.sent.end)
    return [t for t in rest if token.i < t.i < end]


def _elliptic(known: Cues, token: Token) -> Candidate | None:
    """ "By the union's it leaves 28", after "the ministry's list": a count of another's, its noun left out."""
    after = next((t for t in token.doc[token.i + 1 :] if not t.is_space), None)
    source = _owner(token.head)
    by = token.doc[max(0, token.head.left_edge.i - 1)]
    if after is None or by.lower_ != "by" or after.pos_ in ("NOUN", "ADJ", "PROPN"):
        return None
    near = token.doc[max(0, by.i - 40) : by.i]
    if not any({t.lemma_.lower(), t.lower_} & known.reckonings for t in near):
        return None
    ends = [t.i for t in token.doc[token.i + 1 : token.sent.end] if t.text == ";"]
    words = list(token.doc[token.i + 1 : ends[0] if ends else token.sent.end])
    return _numbered(token.doc, source, (span_of(by),), spans_of(words))


def _parted(token: Token, by: Token) -> list[Token]:
    """ "the loss, by its count, of 39 lives": the words on both sides."""
    doc, left, right = token.doc, by.i - 1, token.i + 1
    if left < 1 or right + 1 >= len(doc) or doc[left].text != "," or doc[right].text != ",":
        return []
    noun, of = doc[left - 1], doc[right + 1]
    if noun.pos_ != "NOUN" or of.lower_ != "of":
        return []
    return [*doc[noun.left_edge.i : noun.i + 1], *of.subtree]


def _clause(inside: Token, without: range) -> list[Token]:
    """The words of the clause that a phrase stands in, without the phrase and without clauses joined to it."""
    if inside.i == inside.sent.start:
        end = next((t.i for t in inside.sent if t.text == ";" and t.i > without[-1]), inside.sent.end)
        return [t for t in inside.sent if t.i not in without and t.i < end]
    verbs = (t for t in inside.ancestors if t.pos_ in ("VERB", "AUX"))
    verb = next((t for t in verbs if t.dep_ not in ("xcomp", "acomp", "oprd")), None)
    if verb is None:
        return []
    others = [c for c in verb.children if c.dep_ == "conj" and any(g.dep_ in SUBJECTS for g in c.children)]
    others += [c for c in verb.children if c.dep_ in ("parataxis", "mark")]
    gone = {t.i for c in others for t in c.subtree if c.i > inside.i} | set(without)
    return [t for t in verb.subtree if t.i not in gone]


def _estimate(token: Token) -> Candidate | None:
    """ "the police stick to their estimate of 400": a count of somebody's with its number."""
    whose = _possessor(token) or _official(token)
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    what = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    content = subtree(what) if what is not None else None
    if whose is None or whose.tag_ == "WP$" or content is None:
        return None
    source = _owner(whose)
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    subject = subject_of(verb) if verb is not None and whose.tag_ == "PRP$" else None
    # A pronoun takes the subject of its own clause for whom it means.
    if subject is not None and subject.i < whose.i and subject.pos_ in ("NOUN", "PROPN"):
        source = subtree(subject) or source
    return _numbered(token.doc, source, (span_of(token),), (content,))


def _whose_list(token: Token) -> Candidate | None:
    """ "the monitor, whose own list has grown to 80"."""
    whose, verb = _possessor(token), token.head
    if whose is None or whose.tag_ != "WP$" or verb.dep_ != "relcl" or token.dep_ not in SUBJECTS:
        return None
    words = [t for t in verb.subtree if t.i > token.i and t.dep_ not in ("aux", "auxpass")]
    return _numbered(token.doc, span_of(whose), (span_of(token),), spans_of(words)) if words else None


def _count_is(token: Token) -> Candidate | None:
    """ "the institute's own figure is 60", "its list has 40 names": a count of somebody's, and what it is."""
    whose, verb = _possessor(token) or _official(token), token.head
    if whose is None or whose.lower_ in NOBODY_S or token.dep_ not in SUBJECTS or verb.lemma_ not in HOLDING:
        return None
    words = [t for t in verb.subtree if t.i > verb.i]
    return _numbered(token.doc, _owner(whose), (span_of(token), span_of(verb)), spans_of(words)) if words else None


def _word_of(token: Token) -> Candidate | None:
    """ "on the word of the governor, 13 died", "if one prefers the word of the rebels, 90 died"."""
    of = next((c for c in token.children if c.lower_ == "of" and c.dep_ == "prep"), None)
    who = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    source = subtree(who) if who is not None else None
    if of is None or source is None:
        return None
    clause = next((t for t in token.ancestors if t.dep_ == "advcl"), None)
    conditional = clause is not None and any(c.lower_ == "if" for c in clause.children)
    if conditional and clause is not None:
        top, gone = clause.head, {t.i for t in clause.subtree}
        words = [t for t in top.subtree if t.i not in gone and t.i > clause.i]
    elif token.head.lower_ == "on" and token.dep_ == "pobj":
        words = _clause(token.head, range(token.head.i, (who or token).right_edge.i + 1))
    else:
        return None
    first = token.nbor(-1)
    return _numbered(token.doc, source, ((first.idx, span_of(of)[1]),), spans_of(words)) if words else None
