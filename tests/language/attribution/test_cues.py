from __future__ import annotations

import pytest

from sayso.language.attribution.candidates import Candidate
from sayso.language.attribution.cues import Reading, read
from sayso.language.parsing import parse


def reading(text: str, source: str, cue: str, content: str) -> Reading:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return read(parse(text), Candidate(span(source), span(cue), span(content), 1.0, "rule"))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("The harbour master said the crane fell.", "The harbour master", "said", "the crane fell", "asserts"),
        ("The union denied any part in the fire.", "The union", "denied", "any part in the fire", "denies"),
        ("The union did not deny the fire.", "The union", "did not deny", "the fire", "admits"),
        ("The firm admitted that a valve had failed.", "The firm", "admitted", "a valve had failed", "admits"),
        ("St Odo admitted 31 passengers by noon.", "St Odo", "admitted", "31 passengers", "asserts"),
        ("The board admitted two failures.", "The board", "admitted", "two failures", "admits"),
        ("The navy now accepts that a shell went astray.", "The navy", "accepts", "a shell went astray", "admits"),
        ("The navy accepted the invitation.", "The navy", "accepted", "the invitation", "asserts"),
        ("The firm declined to comment on the valve.", "The firm", "declined to comment on", "the valve", "no-comment"),
        ("The firm has not responded to questions.", "The firm", "has not responded to", "questions", "no-comment"),
        ("The Argus could not verify the footage.", "The Argus", "could not verify", "the footage", "could-not-verify"),
        ("The Argus was unable to confirm his story.", "The Argus", "was unable to confirm", "his story", "could-not-verify"),
        ("The rebels claimed responsibility for the raid.", "The rebels", "claimed responsibility for", "the raid", "claims-responsibility"),
        ("The mayor accused the army of looting.", "The mayor", "accused", "the army of looting", "blames"),
        ("The mayor promised new homes.", "The mayor", "promised", "new homes", "promises"),
        ("The mayor announced a curfew.", "The mayor", "announced", "a curfew", "announces"),
        ("The army called the report baseless.", "The army", "called", "the report baseless", "denies"),
        ("The mayor held the rebels responsible for the fire.", "The mayor", "held", "the rebels responsible for the fire", "blames"),
        ("Families laid the blame on the owner.", "Families", "laid", "the blame on the owner", "blames"),
        ("Norland attributed the attack to Sudland.", "Norland", "attributed", "the attack to Sudland", "blames"),
        ("The firm attributed its profit to luck.", "The firm", "attributed", "its profit to luck", "asserts"),
        ("The firm held a meeting.", "The firm", "held", "a meeting", "asserts"),
        ("The chief shrugged off the accusation.", "The chief", "shrugged off", "the accusation", "denies"),
        ("The army withdrew its report that nine had died.", "The army", "withdrew its report that", "nine had died", "denies"),
        ("The paper retracted its story.", "The paper", "retracted", "its story", "denies"),
        ("The report cast doubt on the army's account.", "The report", "cast doubt on", "the army's account", "denies"),
        ("Doctors questioned the police version of it.", "Doctors", "questioned", "the police version of it", "denies"),
        ("Police questioned the suspect about the claim.", "Police", "questioned", "the suspect about the claim", "asserts"),
        ("The chiefs claimed the raid was a success.", "The chiefs", "claimed", "the raid was a success", "asserts"),
        ("The army apologised for the deaths.", "The army", "apologised for", "the deaths", "admits"),
        ("The army apologised for the noise.", "The army", "apologised for", "the noise", "asserts"),
        ("The cell said it was behind the blast.", "The cell", "said", "it was behind the blast", "claims-responsibility"),
        ("The cell said it was not behind the blast.", "The cell", "said", "it was not behind the blast", "denies"),
        ("The captain boasted of burning the village.", "The captain", "boasted of", "burning the village", "claims-responsibility"),
        ("Police said shots had been fired after all.", "Police", "said", "shots had been fired after all", "admits"),
        ("“Our men did follow the car,” the chief said.", "the chief", "said", "Our men did follow the car", "asserts"),
        ("“Our men did not follow the car,” the chief said.", "the chief", "said", "Our men did not follow the car", "denies"),
        ("“The missile was ours,” the captain said.", "the captain", "said", "The missile was ours", "claims-responsibility"),
        ("“The bridge is ours,” the captain said.", "the captain", "said", "The bridge is ours", "asserts"),
        ("“We never fired a shot,” the captain said.", "the captain", "said", "We never fired a shot", "denies"),
        ("“I was wrong about the dam,” the engineer said.", "the engineer", "said", "I was wrong about the dam", "admits"),
        ("“I should have closed the gate,” the clerk said.", "the clerk", "said", "I should have closed the gate", "admits"),
        ("“We have no beds,” the matron said.", "the matron", "said", "We have no beds", "asserts"),
        ("“Not one of us had a torch,” the miner said.", "the miner", "said", "Not one of us had a torch", "denies"),
        ("The clerk said he had seen no such letter.", "The clerk", "said", "he had seen no such letter", "denies"),
        ("The panel concluded that it was not shut.", "The panel", "concluded", "that it was not shut", "asserts"),
        ("Nine of 12 fell, it now says, not seven.", "it", "now says", "Nine of 12 fell", "asserts"),
        ("The firm has not addressed the charge.", "The firm", "has not addressed", "the charge", "no-comment"),
        ("“I do not know the man,” the clerk said.", "the clerk", "said", "I do not know the man", "asserts"),
    ],
)  # fmt: skip
def test_stance_follows_the_cue_and_what_a_party_says_of_itself(
    text: str, source: str, cue: str, content: str, stance: str
) -> None:
    assert reading(text, source, cue, content).stance == stance


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "distanced"),
    [
        ("The army claims the bridge is open.", "The army", "claims", "the bridge is open", True),
        ("The army says the bridge is open.", "The army", "says", "the bridge is open", False),
        ("Two men are believed to have drowned.", "", "are believed", "to have drowned", True),
        ("If the army is to be believed, the bridge is open.", "the army", "is to be believed", "the bridge is open", True),
        ("The rebels claimed responsibility for the raid.", "The rebels", "claimed responsibility for", "the raid", False),
    ],
)  # fmt: skip
def test_distance_is_in_the_cue(text: str, source: str, cue: str, content: str, distanced: bool) -> None:
    assert reading(text, source, cue, content).distanced is distanced


@pytest.mark.parametrize(
    ("cue", "kind"), [("said", "speech"), ("believes", "thought"), ("wants", "intention"), ("ordered", "act")]
)
def test_speech_thought_intention_and_act_are_told_apart(cue: str, kind: str) -> None:
    text = f"The mayor {cue} the bridge to be closed."
    assert reading(text, "The mayor", cue, "the bridge to be closed").kind == kind
