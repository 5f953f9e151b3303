"""The way from a report to its attributions: encoder, rules, boundaries, sources, stance, chain."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.attribution import (
    boundaries,
    chains,
    countings,
    cues,
    hearsay,
    inverted,
    judged,
    mending,
    parting,
    quoting,
    rules,
    subjects,
    tallies,
)
from sayso.language.attribution.ahead import scored
from sayso.language.attribution.appositives import in_appositions
from sayso.language.attribution.asked import with_unanswered
from sayso.language.attribution.candidates import Candidate, overlap, sentence, tokens, without
from sayso.language.attribution.confidence import calibrated
from sayso.language.attribution.decoding import Span, decode
from sayso.language.attribution.gapped import accorded, gapped, of_claims
from sayso.language.attribution.inserted import with_insertions
from sayso.language.attribution.lines import spoken_lines, with_lines
from sayso.language.attribution.mentions import Mentions
from sayso.language.attribution.names import Named
from sayso.language.attribution.phrases import unquoted
from sayso.language.attribution.relatives import apart_from, in_relatives, with_relatives
from sayso.language.attribution.sources import Resolver
from sayso.language.attribution.unverified import unverified
from sayso.language.attribution.verdicts import verdicts
from sayso.language.parsing import text_of
from sayso.language.quotations import Quotation, quotations
from sayso.model import Anchor, Attribution, Link, Report, Source
from sayso.model.annotations import Stance

LISTED = re.compile(r", (?:among|including|of)\b")  # "nine, among them the pilot"
UNSURE = 0.3  # confidence below which a finding of the encoder gives way to a rule's
DOUBTFUL = 0.5  # and below which one without a cue does
SURE = 0.6  # confidence from which a pronoun is what somebody says or feels something about ("oppose it")
# Parts of a report that hold no statements of anybody.
APART = {"byline", "caption", "correction", "credit", "crosshead", "dateline", "furniture"}


def find_attributions(report: Report, doc: Doc) -> tuple[Attribution, ...]:
    """All attributions of a report, in text order; `doc` is the parse of its text."""
    if not report.text.strip():
        return ()
    quoted = quotations(report.text)
    outside = unquoted(doc, quoted)
    found = by_encoder(running_text(report))
    found = [c for c in found if not mending.only_a_reaction(doc, c) and not mending.only_a_phrase(doc, c)]
    found = [c for c in found if not mending.only_a_name(doc, c) and not mending.nobodys(doc, c)]
    found = [c for c in found if not mending.only_lets(doc, c) and not mending.only_asked(doc, c)]
    found = [c for c in found if not mending.only_after(report.text, c)]
    found = [c for c in found if not mending.unowned(doc, c, quoted) and not mending.only_unnamed(doc, c)]
    found = [judged.own_clause(doc, c) for c in found if not _of_a_number(doc, c) and not judged.anothers(doc, c)]
    found = [mending.own_paragraph(report.text, mending.not_the_source(report.text, c), quoted) for c in found]
    found = [c for c in found if not mending.elsewhere(report.text, c, quoted)]
    found = [hearsay.of_hearsay(doc, inverted.turned(doc, c)) for c in mending.one_cue(report.text, found)]
    found = [mending.whole_clauses(doc, mending.from_the_start(doc, c)) for c in found]
    found = [subjects.behind_topic(doc, subjects.subject_of_cue(doc, c)) for c in found]
    found = [subjects.cited(doc, mending.whole_phrases(doc, c)) for c in found]
    found = [rules.all_according(doc, mending.what_is_denied(doc, c)) for c in found]
    found = [mending.without_as(report.text, doc, mending.coordinated(doc, c, found)) for c in found]
    found = [quoting.recorded(doc, c, quoted) for c in found]
    through = quoting.quoted_as(doc, quoted)
    found = [*quoting.without_quoted(found, through), *through]
    behind = list(in_appositions(outside))
    found = with_relatives(found, [*behind, *apart_from(behind, in_relatives(outside))])
    found = [parting.own_clauses(doc, part, quoted) for c in found for part in parting.own_verbs(doc, c, quoted)]
    ruled = [c for c in by_rules(report, doc, outside) if not any(overlap(c.content, (one.clause,)) for one in behind)]
    found = _supplement(doc, _own_sentence(doc, found, ruled), ruled)
    found = [mending.only_its_object(doc, mending.to_its_object(doc, c)) for c in found]
    found = with_unanswered(found, doc, quoted)
    found = _nest(doc, found, [*rules.nested(outside), *tallies.reckoned(outside), *countings.counted(outside)])
    found = [*_without_doubles(of_claims(doc, accorded(doc, found))), *gapped(outside)]
    found = [boundaries.whole_quotations(report.text, c, quoted) for c in found]
    found = boundaries.second_halves(report.text, found, quoted)
    found = [part for c in found for part in parting.own_quotation(doc, c, quoted) if _says_something(doc, part)]
    found = with_insertions(report.text, [c for c in found if not mending.only_names(doc, c, found)])
    apart = _apart(report)
    found = [_below_dateline(report, c, apart) for c in found]
    found = with_lines(found, [c for c in spoken_lines(doc) if not overlap(c.content, apart)])
    return _judge(report, doc, found, quoted)


def _below_dateline(report: Report, candidate: Candidate, apart: tuple[Span, ...]) -> Candidate:
    """A content that the parse began at a dateline ("VARD (Wire) - Nine died, a nurse said") begins behind it."""
    start, end = candidate.content[0]
    below = next((e for s, e in apart if s <= start < e < end), None)
    if below is None:
        return candidate
    return candidate.but(content=boundaries.tidy(report.text, ((below, end), *candidate.content[1:])))


def _says_something(doc: Doc, candidate: Candidate) -> bool:
    """Whether a content is more than one article, pronoun or the like, unless the encoder is sure of it: of those that
    it is sure of, people mark nearly three in four.
    """
    words = [t for t in tokens(doc, candidate.content) if not t.is_punct]
    if words and candidate.confidence >= SURE and words[0].tag_ != "DT":
        return True  # not "this", which is what was said before
    known, cue = cues.cues(), [t.lemma_.lower() for t in tokens(doc, candidate.cue)]
    if candidate.own or any(known.stance_of(lemma) or lemma in known.check for lemma in cue):
        return bool(words)  # "his lawyer denied this" answers what was said before
    return len(words) > 1 or any(not t.is_stop or t.like_num for t in words)


def running_text(report: Report) -> str:
    """The text with all that is not running text or headline blanked out, character for character."""
    text = report.text
    for start, end in _apart(report):
        blank = "".join(c if c == "\n" else " " for c in text[start:end])
        text = text[:start] + blank + text[end:]
    return text


def by_encoder(text: str, *, raw: bool = False) -> list[Candidate]:
    """What the trained encoder finds, in text order; its confidence calibrated, or as it is where `raw`."""
    pieces, scores = scored(text)
    if not len(pieces.words):
        return []
    found = []
    for d in decode(pieces, scores):
        content = boundaries.tidy(text, d.content)
        if content:
            confidence = d.confidence if raw else calibrated(d.confidence)
            found.append(Candidate(d.source, d.cue, content, confidence, "model"))
    return found


def by_rules(report: Report, doc: Doc, outside: list[Token]) -> list[Candidate]:
    """What rules find: statements in the headline, and refusals, denials and the like `outside` quotation marks."""
    lines = [(p.start, p.end) for p in report.parts if p.kind == "headline"]
    apart = _apart(report)
    found = [c for line in lines for c in rules.headline(doc, line)] + rules.clauses(outside)
    found += [*unverified(outside), *verdicts(outside)]
    return [c for c in found if not overlap(c.content, apart)]


def _apart(report: Report) -> tuple[Span, ...]:
    return tuple((part.start, part.end) for part in report.parts if part.kind in APART)


def _supplement(doc: Doc, found: list[Candidate], more: list[Candidate]) -> list[Candidate]:
    """The first candidates, and those of the second that hold words that none of the first does.

    An unsure finding of the encoder, or one without a source, gives way to a rule's that holds it.
    """
    kept = list(found)
    for c in more:
        if _on_what_is_told(doc, c):
            # What nobody could check, or is not so, others have said: each has its own part of the sentence.
            kept = [_up_to(k, c) if overlap(k.content, c.cue) else k for k in kept]
            kept = [k for k in kept if k.content and (k.source or not overlap(k.cue, c.cue))]
            if not any(overlap(c.cue, k.cue) for k in kept):
                kept.append(c)
                continue
        if c.source or c.own:
            kept = [k for k in kept if not _gives_way(k, c) and not (c.own and _impersonal(doc, k, c))]
            kept = [k for k in kept if not overlap(k.cue, c.cue) or _says_something(doc, k)]
            kept = [k.but(content=c.content) if _cut_short(doc, k, c) else k for k in kept]
        if not any(overlap(c.cue, k.cue) or overlap(c.content, k.content) > 0.3 * min(c.size, k.size) for k in kept):
            kept.append(c)
    return kept


def _on_what_is_told(doc: Doc, candidate: Candidate) -> bool:
    """Whether a rule's finding is that something could not be checked, or that the outlet itself calls it untrue."""
    stance = cues.read(doc, candidate).stance
    return stance == "could-not-verify" or (stance == "denies" and candidate.own)


def _up_to(found: Candidate, rule: Candidate) -> Candidate:
    """A finding without what stands from the cue of a rule's on."""
    return found.but(content=without(found.content, (rule.cue[0][0], found.content[-1][1])))


def _impersonal(doc: Doc, found: Candidate, rule: Candidate) -> bool:
    """Whether a finding shares the cue of a rule's that is the outlet's own, credited to nobody or from elsewhere."""
    here = sentence(doc, rule.cue[0][0])
    named = any(t.lower_ != "it" for t in tokens(doc, found.source))
    near = named and here is not None and here.start_char <= found.source[0][0] < here.end_char
    return not near and (overlap(found.cue, rule.cue) > 0 or overlap(found.content, rule.content) > 0.5 * found.size)


def _cut_short(doc: Doc, found: Candidate, rule: Candidate) -> bool:
    """Whether a finding ends at a conjunction, before any verb or before who is among those just counted, and the
    rule's, of the same cue, goes on.
    """
    cue = tokens(doc, rule.cue)
    if any(t.lemma_.lower() in cues.cues().check for t in cue) and any(t.lower_ in cues.NEGATIONS for t in cue):
        return overlap(found.cue, rule.cue) > 0 and overlap(found.content, rule.content) == found.size
    text, (start, end) = text_of(doc), found.content[-1]
    goes_on = rule.content[0][0] <= start and end < rule.content[-1][1]
    if not goes_on or not overlap(found.cue, rule.cue):
        return False
    verbs = [any(t.pos_ in ("VERB", "AUX") for t in tokens(doc, c.content)) for c in (found, rule)]
    rest = text[end : rule.content[-1][1]]
    listed = bool(LISTED.match(rest)) and len(found.content) == 1
    return text[start:end].endswith((" and", " or")) or verbs == [False, True] or listed


def _own_sentence(doc: Doc, found: list[Candidate], ruled: list[Candidate]) -> list[Candidate]:
    """Candidates without the parts that stand in a sentence of their own with another's cue and source."""
    kept = []
    for c in found:
        parts = [p for p in c.content if not any(_anothers(doc, c, p, r) for r in ruled)]
        kept.append(c.but(content=tuple(parts)) if parts and len(parts) < len(c.content) else c)
    return kept


def _anothers(doc: Doc, found: Candidate, part: tuple[int, int], rule: Candidate) -> bool:
    if not found.cue or not rule.source or overlap((part,), rule.content) < 0.8 * (part[1] - part[0]):
        return False
    here, theirs = sentence(doc, found.cue[0][0]), sentence(doc, rule.cue[0][0])
    return here is not None and theirs is not None and here.start != theirs.start


def _gives_way(found: Candidate, rule: Candidate) -> bool:
    shared, same_cue = overlap(found.content, rule.content), overlap(found.cue, rule.cue) > 0
    if not (shared or same_cue):
        return False
    silent = not found.source or (not found.cue and found.confidence < DOUBTFUL)
    nobody = silent and shared > 0.8 * found.size and not same_cue
    misread = same_cue and overlap(found.content, rule.source) > 0.8 * found.size
    return nobody or misread or found.confidence < UNSURE


def _nest(doc: Doc, found: list[Candidate], inner: list[Candidate]) -> list[Candidate]:
    """The candidates, and the reports inside their contents whose cue none of them has that is anybody's."""
    named = [k for k in found if k.source or not any(c.source and overlap(c.cue, k.cue) for c in inner)]
    numbers = cues.cues().tally | cues.cues().speaking_of  # "stood by its figure of five" is one statement
    told = [k for k in named if k.found_by == "rule" and any(t.lemma_.lower() in numbers for t in tokens(doc, k.cue))]
    inner = [c for c in inner if not any(overlap(c.cue, k.content) and overlap(c.content, k.content) for k in told)]
    return named + [c for c in inner if not any(overlap(c.cue, k.cue) for k in named)]


def _of_a_number(doc: Doc, candidate: Candidate) -> bool:
    """Whether a bare number was taken for the source: "the company says two"."""
    words = tokens(doc, candidate.source)
    return bool(words) and all(t.like_num for t in words)


def _without_doubles(found: list[Candidate]) -> list[Candidate]:
    """The candidates but those without a cue whose words all stand in another's content that has one."""
    cued = [c for c in found if c.cue]
    return [c for c in found if c.cue or not any(overlap(c.content, k.content) >= c.size for k in cued)]


def _judge(report: Report, doc: Doc, found: list[Candidate], quoted: list[Quotation]) -> tuple[Attribution, ...]:
    """Names, stances and chains of candidates, in the order in which a reader meets their sources."""
    resolver = Resolver(doc, Mentions(doc), found, report.outlet)
    in_order = sorted(found, key=lambda c: (c.cue[0][0] if c.cue else c.start, c.start))
    named = {id(c): resolver.resolve(c) for c in in_order}
    readings = _read(doc, in_order, named)
    by_content = sorted(found, key=lambda c: (c.content, c.cue))
    return tuple(
        _attribution(report, doc, c, named[id(c)], readings[id(c)], quoted, n) for n, c in enumerate(by_content, 1)
    )


def _read(doc: Doc, in_order: list[Candidate], named: Mapping[int, Named | None]) -> dict[int, cues.Reading]:
    """What the cue of each candidate does. Who has just denied something and goes on to negate denies on; who has just
    admitted something and says that it was so admits it.
    """
    goes_on: dict[Stance, Callable[[Doc, Candidate], bool]] = {
        "denies": cues.goes_on_denying,
        "admits": cues.goes_on_admitting,
    }
    found: dict[int, cues.Reading] = {}
    last: Candidate | None = None
    for c in in_order:
        reading, who = cues.read(doc, c), named[id(c)]
        stance = found[id(last)].stance if last is not None else "asserts"
        before = named[id(last)] if last is not None and stance in goes_on else None
        neutral = reading.stance == "asserts" and reading.kind == "speech" and bool(c.cue)
        if neutral and last is not None and before is not None and who is not None and before.speaks_with(who):
            near = text_of(doc)[last.cue[0][0] if last.cue else last.start : c.start].count("\n\n") < 2
            if near and goes_on[stance](doc, c):
                reading = replace(reading, stance=stance)
        found[id(c)] = reading
        # What another said inside it, or he himself after it, parts nothing.
        same = before is not None and who is not None and before.speaks_with(who) and reading.stance == "asserts"
        if last is None or not (same or overlap(c.cue, last.content)):
            last = c
    return found


def _attribution(
    report: Report,
    doc: Doc,
    candidate: Candidate,
    named: Named | None,
    reading: cues.Reading,
    quoted: list[Quotation],
    number: int,
) -> Attribution:
    text = report.text
    chain: list[Link] = []
    if candidate.own and report.outlet:
        chain.append(Link(name=report.outlet, role="origin"))
    elif named is not None:
        chain.append(Link(name=named.name, role="origin"))
        chain += [Link(name=r, role="relay") for r in chains.relays(doc, candidate, report.outlet)]
    return Attribution(
        id=f"{report.id}:a{number}",
        report=report.id,
        source=_source(text, named) or _outlet(report, candidate),
        cue=tuple(Anchor.of(text, *span) for span in candidate.cue),
        content=tuple(Anchor.of(text, *span) for span in candidate.content),
        chain=tuple(chain),
        quotation=boundaries.quotation_type(text, candidate.content, quoted),
        stance=reading.stance,
        distanced=reading.distanced,
        kind=reading.kind,
        found_by=candidate.found_by,
        confidence=round(min(1.0, max(0.0, candidate.confidence)), 3),
    )


def _outlet(report: Report, candidate: Candidate) -> Source | None:
    return Source(name=report.outlet, resolved=report.outlet) if candidate.own and report.outlet else None


def _source(text: str, named: Named | None) -> Source | None:
    if named is None:
        return None
    if named.span is None:
        return Source(name=named.name, resolved=named.name)
    start, end = named.span
    return Source(
        name=named.name, text=text[start:end], start=start, end=end, resolved=named.name if named.resolved else None
    )
