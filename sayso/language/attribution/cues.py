"""What a cue does: stance, distance, and whether it is speech, thought, intention or act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc, Token

from sayso.knowledge import load
from sayso.language.attribution.candidates import Candidate, sentence, tokens
from sayso.language.parsing import text_of
from sayso.model.annotations import Kind, Stance

Listed = TypeVar("Listed", Stance, Kind)


class Cues(BaseModel):
    """The shape of cues.yaml; see the comments there."""

    model_config = ConfigDict(extra="forbid")

    stance: dict[Stance, list[str]]
    deeds: frozenset[str]
    own_acts: frozenset[str]
    distanced: frozenset[str]
    passive_hearsay: frozenset[str]
    kind: dict[Kind, list[str]]
    speech: frozenset[str]
    check: frozenset[str]
    answer: frozenset[str]
    decline: frozenset[str]
    untrue: frozenset[str]
    label: frozenset[str]
    contested: frozenset[str]
    granting: frozenset[str]
    mental: frozenset[str]
    knowing: frozenset[str]
    flat: frozenset[str]
    fault: frozenset[str]
    taken_in: frozenset[str]
    ours: tuple[str, ...]
    tally: frozenset[str]
    tallies: frozenset[str]
    counting: frozenset[str]
    countable: frozenset[str]
    reckonings: frozenset[str]
    statements: frozenset[str]
    echoes: frozenset[str]
    issuing: frozenset[str]
    messages: frozenset[str]
    headings: frozenset[str]
    going_on: frozenset[str]
    remainders: frozenset[str]
    sums: frozenset[str]
    witnessing: frozenset[str]
    reactions: frozenset[str]
    since: frozenset[str]
    silence: frozenset[str]
    leaving_out: frozenset[str]
    inquiring: frozenset[str]
    asking: frozenset[str]
    speaking_of: frozenset[str]
    reaching: frozenset[str]
    blaming: dict[str, frozenset[str]]
    brushing_off: frozenset[str]
    doubting: dict[str, frozenset[str]]
    fitting: frozenset[str]
    clashing: frozenset[str]
    at_odds: frozenset[str]
    particles: frozenset[str]
    taking_back: frozenset[str]
    owning_up: frozenset[str]
    owned_up: frozenset[str]
    arms: frozenset[str]
    naming: frozenset[str]
    checks: frozenset[str]
    carried: frozenset[str]
    relayed: frozenset[str]
    saying: frozenset[str]

    def stance_of(self, lemma: str) -> Stance | None:
        """The stance that a lemma carries by itself."""
        return self._stances.get(lemma)

    def kind_of(self, lemma: str) -> Kind | None:
        """The kind that a lemma has, speech included; None where it is not listed."""
        if lemma in self.speech:
            return "speech"
        return self._kinds.get(lemma)

    @cached_property
    def _stances(self) -> dict[str, Stance]:
        return _by_lemma(self.stance)

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return _by_lemma(self.kind)


def _by_lemma(listed: dict[Listed, list[str]]) -> dict[str, Listed]:
    """What each lemma stands for: the first that lists it."""
    return {lemma: what for what, lemmas in reversed(listed.items()) for lemma in lemmas}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue does with its content."""

    stance: Stance
    distanced: bool
    kind: Kind


@cache
def cues() -> Cues:
    """The cue lists in force."""
    return load("cues", Cues)


NEGATIONS = {"not", "n't", "never", "neither", "nor", "no", "unable", "impossible"}
NOTHING = {"none", "neither", "nothing", "no"}
FIRST = {"we", "our", "i", "us", "my"}
THIRD = {"it", "its", "he", "she", "they", "their", "his", "her"}
TENTATIVE = {"could", "can", "be", "unable", "impossible", "able", "ca"}


def read(doc: Doc, candidate: Candidate) -> Reading:
    """Stance, distance and kind of a candidate by its cue, the words around it, and what is said."""
    known = cues()
    inside = tokens(doc, candidate.cue)
    lemmas = [_lemma(known, t) for t in inside]
    around = _clause(inside)
    listed = [x for x in lemmas if x in known.tally or known.kind_of(x) or known.stance_of(x)]
    stance = _stance(known, candidate, doc, lemmas, around)
    kind: Kind = next((k for k in (known.kind_of(x) for x in listed) if k), "speech")
    if stance not in ("asserts", "announces"):
        kind = "speech"
    distanced = stance != "claims-responsibility" and _distanced(known, candidate, doc, lemmas, around)
    return Reading(stance, distanced, kind)


def _lemma(known: Cues, token: Token) -> str:
    """A word's lemma; a headline's verb that the tagger left as it is ("admits") is looked up without its "s"."""
    lemma = token.lemma_.lower()
    bare = lemma.removesuffix("s")
    listed = known.kind_of(lemma) or known.stance_of(lemma)
    return bare if not listed and (known.kind_of(bare) or known.stance_of(bare)) else lemma


def _clause(inside: list[Token]) -> set[str]:
    """Lemmas of the cue with its auxiliaries and negations, also where the span leaves them out."""
    found = {t.lemma_.lower() for t in inside} | {t.lower_ for t in inside}
    for t in inside:
        for child in t.children:
            if child.dep_ == "neg" and child.i > t.i:
                continue  # "101 were shot down, it says, not 97"
            if child.dep_ in ("neg", "aux", "auxpass", "acomp", "advmod"):
                found |= {child.lower_, child.lemma_.lower()}
            elif child.dep_ in ("nsubj", "nsubjpass") and NOTHING & {child.lower_, *_before(child)}:
                found.add("no")  # "neither account could be confirmed", "neither side's claims"
        own = t.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in t.children)  # "when he came to talk, I did not know"
        if t.dep_ in ("xcomp", "advcl", "acomp") and t.head.pos_ in ("VERB", "AUX", "ADJ") and not own:
            found |= {t.head.lemma_.lower(), *(c.lower_ for c in t.head.children if c.dep_ in ("neg", "aux"))}
    return found


def _before(noun: Token) -> Iterator[str]:
    """The words in front of a noun that belong to it."""
    return (t.lower_ for left in noun.lefts for t in left.subtree)


def _stance(known: Cues, candidate: Candidate, doc: Doc, lemmas: list[str], around: set[str]) -> Stance:
    negated = bool(around & NEGATIONS)
    words = set(lemmas)
    if words & known.check and negated and around & TENTATIVE:
        return "could-not-verify"
    if candidate.own and words & known.checks and negated:
        return "could-not-verify"
    said = {t.lower_ for t in tokens(doc, candidate.cue)}
    if candidate.own and (said & known.untrue or (negated and said & known.granting)):
        return "denies"
    if candidate.own and ((said & known.at_odds) | (words & (known.fitting if negated else known.clashing))):
        return "denies"
    content = tokens(doc, candidate.content)
    if lemmas[-2:] == ["say", "no"]:
        return "denies"  # asked whether it was so
    would_not = bool(words & known.decline) and any(t.lemma_.lower() in known.answer for t in content[:2])
    if would_not or (words & known.answer and (around & known.decline or negated)):
        return "no-comment"
    if negated and words & known.leaving_out:
        return "no-comment"
    if "no" in around and "comment" in words:
        return "no-comment"
    disowned = any(known.stance_of(lemma) in ("denies", "blames") for lemma in lemmas)
    if words & {"claim", "responsibility"} and not disowned and _own_deed(known, doc, candidate, lemmas):
        return "claims-responsibility"
    colon = next((n for n, t in enumerate(content) if t.text == ":"), len(content))  # "called that untrue: it had …"
    if words & known.label and ({t.lower_ for t in content[:colon][-12:]} | words) & known.untrue:
        return "denies"
    if (words & known.label and _contested(known, content)) or _named_apart(known, candidate, doc, words):
        return "denies"
    turn = _turn_of_phrase(known, inside=tokens(doc, candidate.cue), content=content)
    if turn is not None and not negated:
        return turn
    found = next((s for s in map(known.stance_of, lemmas) if s), None)
    if found == "denies" and negated and words & {"deny", "dispute", "contest"}:
        return "admits"
    if found == "admits" and negated:
        return "no-comment"  # "has never acknowledged those deaths"
    if found == "admits" and "admit" in words and _taken_in(known, content):
        return "asserts"
    if found is None and "accept" in words and _clausal(doc, candidate):
        return "admits"  # "now accepts that guns were fired"
    if found == "announces" and words & {"declare", "declaration"} and _clausal(doc, candidate):
        return "asserts"
    if found is None and words & known.speech and not words & known.inquiring:
        return _by_content(known, doc, candidate)
    return found or "asserts"


def _turn_of_phrase(known: Cues, inside: list[Token], content: list[Token]) -> Stance | None:
    """What a verb does together with another word: "laid the blame on", "shrugged off the charge", "boasted of …"."""
    verbs = [t for t in inside if t.pos_ == "VERB"]
    with_it = {t.lower_ for t in (*inside, *content)}
    nouns = {t.lemma_.lower() for t in (*inside, *content) if t.pos_ == "NOUN"}
    own = {t.lemma_.lower() for t in (*inside, *content[:3]) if t.pos_ == "NOUN"}
    ids = {t.i for t in content}
    main = {t.lemma_.lower() for t in content if t.head.i not in ids}
    for verb in verbs:
        lemma = verb.lemma_.lower()
        if with_it & known.blaming.get(lemma, frozenset()):
            return "blames"
        if lemma == "attribute" and nouns & known.deeds and any(c.lower_ == "to" for c in verb.children):
            return "blames"
        particle = any(c.lower_ in known.particles for c in verb.children)
        if lemma in known.brushing_off and particle and own & (known.contested | known.statements):
            return "denies"
        if with_it & known.doubting.get(lemma, frozenset()) and main & (known.contested | known.statements):
            return "denies"
        if lemma in known.taking_back and own & known.speech:
            return "denies"
        if lemma in known.owning_up and nouns & known.owned_up:
            return "admits"
        if lemma == "boast" and content and content[0].tag_ == "VBG":
            return "claims-responsibility"
    return None


def _taken_in(known: Cues, content: list[Token]) -> bool:
    """Whether what was admitted are people: a hospital that "admitted 38 civilians" owns up to nothing."""
    ids = {t.i for t in content}
    heads = [t for t in content if t.head.i not in ids and t.lemma_.lower() in known.taken_in]
    return any(child.dep_ == "nummod" for head in heads for child in head.children)


def _by_content(known: Cues, doc: Doc, candidate: Candidate) -> Stance:
    """A neutral "said" denies or admits where the speaker flatly negates, or owns, a deed of its own."""
    content = tokens(doc, candidate.content)
    text = " ".join(t.lower_ for t in content)
    nouns = {t.lemma_.lower() for t in content if t.pos_ == "NOUN"}
    if any(own in text for own in known.ours) or (nouns & (known.deeds | known.arms) and _is_ours(content)):
        return "claims-responsibility"
    if text.endswith("after all"):
        return "admits"  # "said that shots had been fired after all"
    # In a quotation the speaker is "we"; in reported speech, "it" or "they".
    own_words = FIRST if text_of(doc)[max(0, candidate.start - 1)] in "“\"‘'«" else FIRST | THIRD
    if {t.lower_ for t in content} & FIRST and {t.lemma_.lower() for t in content} & known.fault:
        return "admits"
    if any(_regrets(t) for t in content):
        return "admits"
    if "no such " in text:
        return "denies"
    ids = {t.i for t in content}
    for verb in content:
        within = verb.head.i in ids and verb.dep_ != "conj"
        if verb.pos_ not in ("VERB", "AUX") or (within and verb.head.i != verb.i):
            continue
        children = list(verb.children)
        subject = next((c for c in children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or any(c.tag_ == "MD" for c in children):
            continue
        flat = {c.lower_ for c in children} & known.flat
        absent = not {"not", "no"}.isdisjoint(_before(subject)) or subject.lower_ in known.flat
        whole = subject.subtree if absent else subject.lefts  # "not one of us"
        own = subject.lower_ in own_words or any(c.lower_ in own_words for c in whole)
        negated = any(c.dep_ == "neg" for c in children)
        objects = [c for c in children if c.dep_ in ("dobj", "attr")]
        nothing = any(o.lower_ in known.flat or any(w.lower_ == "no" for w in o.lefts) for o in objects)
        unknown = any(o.lemma_.lower() in known.knowing for o in objects)  # "had no information"
        if any(o.lower_ == "nothing" and any(c.lower_ == "do" for c in o.rights) for o in objects):
            return "denies"  # "has nothing to do with it"
        if any(o.lower_ == "nothing" and {c.lemma_.lower() for c in o.rights} & known.speech for o in objects):
            return "no-comment"  # "had nothing to add"
        if unknown or verb.lemma_.lower() in known.mental or verb.tag_ == "VBG":
            continue
        if within and not (absent and own):
            continue  # of a quotation's further sentences only "not one of us …"
        behind = verb.lemma_ == "be" and any(c.lower_ in ("behind", "responsible") for c in children)
        if behind and subject.lower_ in own_words and not negated and not within:
            return "claims-responsibility"
        # "It has not been told" is no deed of its own.
        deed = own and subject.dep_ == "nsubj"
        # "we have no beds left", "their families have had no call"
        nothing = nothing and not (verb.lemma_ == "have" and (subject.lower_ in ("i", "we") or subject.pos_ == "NOUN"))
        if (deed and (negated or flat or nothing or absent)) or (absent and subject.dep_ == "nsubjpass"):
            return "denies"
        if verb.lemma_ == "be" and any(c.lower_ in known.untrue for c in children):
            return "denies"
    return "asserts"


def _is_ours(content: list[Token]) -> bool:
    """ "The missile was ours"."""
    return any(t.lower_ == "ours" and t.head.lemma_ == "be" for t in content)


def goes_on_admitting(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is said after an admission of the same speaker's tells what it was: "Our men did follow them"."""
    return any(_emphatic(token) for token in tokens(doc, candidate.content))


def _emphatic(verb: Token) -> bool:
    """ "Did follow": what was doubted or denied was so."""
    helps = [c for c in verb.children if c.dep_ == "aux" and c.lower_ == "did"]
    before = any(c.dep_ == "nsubj" and c.i < h.i for c in verb.children for h in helps)
    return before and not any(c.dep_ == "neg" for c in verb.children)


def _regrets(token: Token) -> bool:
    """ "I should have stopped it": a deed of one's own that was left undone."""
    if token.tag_ != "VBN" or any(c.dep_ == "auxpass" for c in token.children):
        return False
    before = {c.lower_ for c in token.children if c.dep_ in ("aux", "nsubj")}
    return {"should", "have"} <= before and bool(before & {"i", "we"})


def goes_on_denying(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is said after a denial of the same speaker's denies on: it negates something, whatever it is."""
    known = cues()
    content = tokens(doc, candidate.content)
    for at, token in enumerate(content):
        if token.lower_ not in NEGATIONS | known.flat:
            continue
        if token.head.dep_ == "pobj" and token.head.head.head.pos_ in ("NOUN", "PROPN"):
            continue  # "arrested a man with no ties to us"
        limit = {t.lower_ for t in content[at + 1 : at + 3]}
        verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
        if any(c.tag_ == "MD" for c in verb.children):
            continue  # what would not be, was not said to be
        if not limit & {"more", "less", "fewer", "only"} and verb.lemma_.lower() not in known.mental:
            return True
    return False


def _contested(known: Cues, content: list[Token]) -> bool:
    """ "called the charge “geography upside down”": another's statement, labelled in quotation marks.

    Not where the label grants something ("called the report “fair”").
    """
    mark = next((n for n, t in enumerate(content) if t.text in "“\"‘'«"), None)
    if not mark or {t.lower_ for t in content[mark:]} & known.granting:
        return False
    return any(t.lemma_.lower() in known.contested for t in content[:mark])


def _named_apart(known: Cues, candidate: Candidate, doc: Doc, words: set[str]) -> bool:
    """ "A charge she called “a disgrace”", "a claim he said was invented": what it is called stands behind the verb."""
    first, last = tokens(doc, candidate.content[:1]), {t.lower_ for t in tokens(doc, candidate.content[-1:])}
    if len(candidate.content) < 2 or not any(t.lemma_.lower() in known.contested for t in first):
        return False
    if words & known.label and text_of(doc)[candidate.content[-1][0] - 1] in "“\"‘'«":
        return not last & known.granting
    return bool(last & known.untrue and words & (known.label | known.saying))


def _own_deed(known: Cues, doc: Doc, candidate: Candidate, lemmas: list[str]) -> bool:
    if "responsibility" in lemmas:
        return True
    content = tokens(doc, candidate.content)
    if not content:
        return False
    if content[0].lower_ == "to":
        verb = next((t for t in content if t.pos_ == "VERB"), None)
        plural = any(t.dep_ in ("nsubj", "nsubjpass") for t in content[:3])
        return verb is not None and verb.lemma_.lower() in known.own_acts and not plural
    nouns = [t.lemma_.lower() for t in content if t.pos_ == "NOUN"]
    return (
        len(content) <= 8
        and bool(nouns)
        and any(n in known.deeds for n in nouns)
        and not any(t.dep_ in ("nsubj", "nsubjpass") or (t.pos_ == "VERB" and t.dep_ == "ROOT") for t in content)
    )


def _clausal(doc: Doc, candidate: Candidate) -> bool:
    content = tokens(doc, candidate.content)
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in content)


def _distanced(known: Cues, candidate: Candidate, doc: Doc, lemmas: list[str], around: set[str]) -> bool:
    words = set(lemmas)
    if words & known.distanced:
        return True
    goes_on = {doc[t.i + 1].lower_ for t in tokens(doc, candidate.cue)[-1:] if t.i + 1 < len(doc)}
    if not candidate.source and {"to", "be"} & (around | goes_on) and words & known.passive_hearsay:
        return True
    passive = any(
        t.dep_ == "auxpass" or (t.tag_ == "VBN" and t.i and doc[t.i - 1].lemma_ == "be")
        for t in tokens(doc, candidate.cue)
    )
    if passive and words & known.passive_hearsay and "quote" not in words:
        return True
    for t in tokens(doc, candidate.cue):
        if (
            t.dep_ == "xcomp"
            and t.head.lemma_.lower() in known.passive_hearsay
            and any(c.dep_ == "auxpass" for c in t.head.children)
        ):
            return True
    around_cue = sentence(doc, candidate.cue[0][0]) if candidate.cue else None
    if around_cue is not None:
        text = text_of(doc)[around_cue.start_char : around_cue.end_char].lower()
        if "to be believed" in text and text.lstrip('“"').startswith("if"):
            return True
        if "what it calls" in text or "what they call" in text or "what he calls" in text or "what she calls" in text:
            return bool(words & {"call"})
    return "reportedly" in around or "allegedly" in around or "supposedly" in around
