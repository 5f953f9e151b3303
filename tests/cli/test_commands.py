"""The commands as a user calls them: what they write, print and return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.cli.demo import SAMPLES
from sayso.dossier import from_json
from sayso.reconcile.without.again import again, people

META = str(SAMPLES / "reports.json")
GOOD = (
    "Crane falls on quay, two hurt\n\nTwo people were hurt when a crane fell on the quay, the harbour master said.\n\n"
    "The owner of the crane denied that it had been too old.\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    out = tmp_path_factory.mktemp("demo")
    return out, run("demo", "-o", str(out))


def put(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_the_demo_writes_a_dossier_and_a_page(demo: tuple[Path, Result]) -> None:
    out, result = demo
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == ["dossier.json", "index.html"]
    dossier = from_json((out / "dossier.json").read_bytes())
    assert [report.id for report in dossier.reports] == sorted(path.stem for path in SAMPLES.glob("*.txt"))
    assert dossier.claims and dossier.attributions and dossier.figures
    assert "6 reports" in result.stdout


def test_every_claim_of_the_demo_judged_again_on_all_its_positions_is_itself(demo: tuple[Path, Result]) -> None:
    dossier = from_json((demo[0] / "dossier.json").read_bytes())
    reports, cast = {report.id for report in dossier.reports}, people(dossier)
    for claim in dossier.claims:
        same = again(claim, claim.positions, policy=dossier.policy, reports=reports, cast=cast)
        assert same == claim, claim.id


def test_the_same_input_gives_the_same_bytes(demo: tuple[Path, Result], tmp_path: Path) -> None:
    out, _ = demo
    result = run("read", str(SAMPLES), "--meta", META, "-o", str(tmp_path), "--jobs", "2")
    assert result.exit_code == 0, result.output
    for name in ("dossier.json", "index.html"):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()


def test_reading_again_replaces_the_old_dossier(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    report = put(tmp_path / "crane.txt", GOOD)
    assert run("read", report, "-o", str(out)).exit_code == 0
    assert run("read", report, "-o", str(out)).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["dossier.json", "index.html"]


def test_some_unread(tmp_path: Path) -> None:
    result = run("read", put(tmp_path / "crane.txt", GOOD), "no/such.txt", "-o", str(tmp_path))
    assert result.exit_code == 3
    assert "no/such.txt: there is no such file" in result.stderr
    dossier = from_json((tmp_path / "dossier.json").read_bytes())
    assert [unread.input for unread in dossier.unread] == ["no/such.txt"]


def test_nothing_read_leaves_nothing_behind(tmp_path: Path) -> None:
    result = run("read", put(tmp_path / "crane.txt", ""), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "crane.txt: it is empty" in result.stderr
    assert not (tmp_path / "out" / "dossier.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "crane.txt"],
        ["read", "-o", "out"],
        ["read", "crane.txt", "-o", "out", "--jobs", "0"],
        ["extract"],
        ["explain", "c1"],
        ["no-such-command"],
    ],
)
def test_wrong_use(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments).exit_code == 2


def test_metadata_that_cannot_be_used(tmp_path: Path) -> None:
    result = run("read", put(tmp_path / "crane.txt", GOOD), "-o", str(tmp_path), "--meta", str(tmp_path / "none.json"))
    assert result.exit_code == 2
    assert "none.json: there is no such metadata file" in result.stderr


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    taken = put(tmp_path / "taken", "")
    result = run("read", put(tmp_path / "crane.txt", GOOD), "-o", taken)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_script_in_headline_and_quotation_is_only_text(tmp_path: Path) -> None:
    text = (
        "Mayor <script>alert(1)</script> denies it\n\n"
        'The mayor said: "We were <script>alert(2)</script> never asked." Nobody was hurt, police said.\n'
    )
    assert run("read", put(tmp_path / "mayor.txt", text), "-o", str(tmp_path)).exit_code == 0
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert from_json((tmp_path / "dossier.json").read_bytes()).reports[0].text == text


def test_a_terminal_is_not_steered_by_a_report(tmp_path: Path) -> None:
    text = GOOD.replace("Crane", "\x1b[31mCrane\x1b]0;title\x07")
    result = run("read", put(tmp_path / "crane.txt", text), "no/\x1b[31msuch.txt", "-o", str(tmp_path))
    assert "\x1b[31m" not in result.output and "\x07" not in result.output


def test_another_language_is_listed_and_not_read(tmp_path: Path) -> None:
    result = run("read", put(tmp_path / "crane.txt", "Кран упал\n\nДвое ранены, заявил капитан."), "-o", str(tmp_path))
    assert result.exit_code == 0
    assert "not in English" in result.stderr
    assert from_json((tmp_path / "dossier.json").read_bytes()).attributions == ()


def test_extract_prints_a_line_for_each_report(tmp_path: Path) -> None:
    result = run("extract", str(SAMPLES), "no/such.txt", "--meta", META)
    assert result.exit_code == 3
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["file"] for line in lines] == sorted(path.name for path in SAMPLES.glob("*.txt"))
    text = (SAMPLES / lines[0]["file"]).read_text(encoding="utf-8")
    content = [part for found in lines[0]["attributions"] for part in found["content"]]
    assert content and all(text[part["start"] : part["end"]] == part["quote"] for part in content)
    assert {"headline", "outlet", "figures", "places", "times", "agencies"} <= lines[0].keys()


def test_explain_gives_reasons_and_quotations(demo: tuple[Path, Result]) -> None:
    path = demo[0] / "dossier.json"
    dossier = from_json(path.read_bytes())
    for claim in dossier.claims[:3]:
        result = run("explain", claim.id.upper(), str(path))
        assert result.exit_code == 0
        assert all(f"{tag}: " in result.stdout for tag in claim.standing)


def test_explain_takes_words_of_a_question(demo: tuple[Path, Result]) -> None:
    result = run("explain", "many houses destroyed", str(demo[0] / "dossier.json"))
    assert result.exit_code == 0, result.output
    assert "112" in result.stdout


def test_explain_an_unknown_claim_names_near_ones(demo: tuple[Path, Result]) -> None:
    result = run("explain", "how many zeppelins were wounded", str(demo[0] / "dossier.json"))
    assert result.exit_code == 2
    assert "Did you mean" in result.stderr and "wounded" in result.stderr.splitlines()[2:][0]


@pytest.mark.parametrize("content", ["", "{}", "[]", "nothing"])
def test_explain_what_is_no_dossier(tmp_path: Path, content: str) -> None:
    result = run("explain", "c1", put(tmp_path / "dossier.json", content))
    assert result.exit_code == 2
    assert "cannot be read as a dossier" in result.stderr


def test_explain_a_dossier_whose_evidence_slipped(demo: tuple[Path, Result], tmp_path: Path) -> None:
    content = json.loads((demo[0] / "dossier.json").read_bytes())
    content["reports"][0]["text"] = "x" + content["reports"][0]["text"]
    result = run("explain", "c1", put(tmp_path / "dossier.json", json.dumps(content)))
    assert result.exit_code == 2


def test_version() -> None:
    assert run("--version").stdout.startswith("sayso ")
