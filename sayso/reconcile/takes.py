"""What an origin takes a position with: one form for counts and propositions, that standings are read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import Evidence, Position
from sayso.model.dossier import Interest, Polarity
from sayso.reconcile.bounds import OPEN, Bounds
from sayso.reconcile.cast import Member
from sayso.reconcile.cast.beside import is_body
from sayso.reconcile.cast.kinds import knowledge, known_body, noun_kind, tokens
from sayso.reconcile.statements import UNNAMED
from sayso.reconcile.words import concepts


@dataclass(eq=False)
class Take:
    """One origin's position on a claim. `root` is a key for whose word it is in the end; `conceding` tells
    that the words around it make it an admission; `replaced` that the same origin, or a later count, has replaced it;
    `copied` that its words are another's, who stands under the same root.
    """

    origin: str | None
    outlet: str | None
    actor: Member | None
    root: str
    side: str | None
    polarity: Polarity
    bounds: Bounds
    text: str
    evidence: list[Evidence]
    reports: list[str]
    said: str | None
    best: int | None = None
    qualifier: str | None = None
    relays: tuple[str, ...] = ()
    distanced: bool = False
    superseded: bool = False
    conceding: bool = False
    responsible: bool = False
    rejects: bool = True
    interest: Interest = "unknown"
    copied: bool = False
    own_voice: bool = field(init=False)

    def __post_init__(self) -> None:
        self.own_voice = self.origin is None

        if self.actor and self.origin and not proper(self.origin) and proper(self.actor.name):
            # "The company" is nobody to who has not read the report.
            self.origin = self.actor.name

    @property
    def name(self) -> str:
        """Who it is, for people: as the actor is called throughout, where it is known who that is."""
        if self.origin and self.actor:
            return within(self.actor.name) if self.actor.kind not in ("outlet", "agency") else self.actor.name
        return self.origin or self.outlet or "the report"

    @property
    def origin_name(self) -> str:
        """The name of the one whose word it is in the end."""
        if self.root.startswith(OUTLET):
            return self.root.removeprefix(OUTLET)
        return self.actor.root.name if self.actor else self.name

    @property
    def speaks(self) -> bool:
        """Whether it takes a side at all (doubts, silence and failure to verify do not)."""
        return self.polarity not in ("doubts", "no-comment", "could-not-verify")

    def position(self) -> Position:
        """As the dossier has it."""
        return Position(
            origin=self.origin,
            outlet=self.outlet if self.own_voice else None,
            actor=self.actor.key if self.actor else None,
            root=self.root,
            side=self.side,
            polarity=self.polarity,
            low=self.bounds[0],
            high=self.bounds[1],
            best=self.best,
            qualifier=self.qualifier,
            text=self.text,
            interest=self.interest,
            superseded=self.superseded,
            distanced=self.distanced,
            said=self.said,
            relays=self.relays,
            carried_by=tuple(dict.fromkeys(self.reports)),
            evidence=tuple(dict.fromkeys(self.evidence)),
        )


OUTLET = "outlet:"  # what the keys of outlets, and of agencies that supply them, begin with


def origins(takes: Sequence[Take]) -> tuple[str, ...]:
    """Those on whose word a claim rests in the end, chains and copies followed, in the order of the positions."""
    named: dict[str, str] = {}
    for take in sorted((t for t in takes if t.speaks), key=lambda t: t.copied):
        named.setdefault(take.root, take.origin_name)
    return tuple(named[root] for root in dict.fromkeys(t.root for t in takes if t.speaks))


def within(name: str) -> str:
    """A name as it stands within a sentence: "the General Staff", "a rebel", without the capital that began one."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return name[:1].lower() + name[1:] if first.casefold() in knowledge().determiners else name


def proper(name: str) -> bool:
    """Whether somebody is called by a name of his own, and not only described ("the company", "Officials")."""
    words = tokens(name)
    if known_body(name) and words[-1].islower():
        return False  # "the U.N. refugee agency"
    opened = bool(words) and words[0].casefold() in (*knowledge().determiners, *knowledge().owners)
    return any(
        word[:1].isupper() and (opened or n > 0 or noun_kind(word.casefold()) is None)
        for n, word in enumerate(words[1:] if opened else words)
    )


def amid(name: str) -> str:
    """A source as it stands within a sentence: "the company", "two neighbours"."""
    first, _, rest = name.partition(" ")
    opens = first.casefold() in (*knowledge().determiners, *knowledge().indefinites)
    # "Police", "Residents of the port": a noun that began a sentence, and no name.
    noun = first[1:].islower() and noun_kind(first.casefold()) is not None and not rest[:1].isupper()
    return f"{first.casefold()} {rest}".strip() if (rest and opens) or noun else name


def opposing(takes: Sequence[Take]) -> list[tuple[Take, Take]]:
    """Pairs of positions of different origins of which one asserts what the other denies."""
    live = [t for t in takes if t.speaks and not t.superseded]
    return [
        (a, b)
        for i, a in enumerate(live)
        for b in live[i + 1 :]
        if a.root != b.root and {a.polarity, b.polarity} in ({"asserts", "denies"}, {"partly", "denies"})
    ]


def equal(takes: Sequence[Take]) -> list[tuple[Take, Take]]:
    """Pairs of counts with the same bounds, of named origins that are not one in the end and not of one side."""
    live = [t for t in takes if t.polarity == "asserts" and not t.superseded and t.bounds != OPEN]
    return [
        (a, b)
        for i, a in enumerate(live)
        for b in live[i + 1 :]
        if a.bounds == b.bounds
        and a.root != b.root
        and not (a.side and a.side == b.side)
        and not (_of_a_state(a) and _of_a_state(b) and None in (a.side, b.side))
        and not {a.origin, b.origin} & {None, UNNAMED}
        and not _one_body(a, b)
    ]


def _one_body(a: Take, b: Take) -> bool:
    """Whether two bodies may be one by their names; "two doctors" of one paper are not those of another."""
    bodies = a.actor is not None and b.actor is not None and is_body(a.actor) and is_body(b.actor)
    return bodies and a.origin != b.origin and called_alike(a.origin or "", b.origin or "")


def called_alike(one: str, other: str) -> bool:
    """Whether one name has no word that the other has not ("the families' committee", "a committee of prisoners'
    families"): it may be the same source, and two that may be one bear nothing out.
    """
    a, b = concepts(one), concepts(other)
    return a <= b or b <= a


def _of_a_state(take: Take) -> bool:
    """Whether it is an army's, a government's or a police's: of two whose side is not known, they may be of one."""
    return take.actor is not None and take.actor.root.kind in knowledge().state_kinds
