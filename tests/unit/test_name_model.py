"""The shipped model: it loads from the program's own files, finds names, and says why where it cannot."""

from __future__ import annotations

import subprocess
import sys

import pytest

from journal import name_model
from journal.anonymise.detectors import model
from journal.anonymise.model_reading import read
from journal.anonymise.name_model import NameModelFailed
from journal.anonymise.segments import document_of
from journal.name_model import shipped_name_model
from tests.unit.anonymise.builders import knowledge_of
from tests.unit.test_house import ROOT


def found(text: str) -> list[str]:
    lists = knowledge_of().lists
    return [
        text[f.start : f.end] for f in model.find(document_of(text), read(text, shipped_name_model(), lists), lists)
    ]


def test_it_finds_people_places_and_organisations_that_no_rule_was_told_of() -> None:
    text = "I saw Oyinlola Brackenthwaite again. She drove over from Ramsbottom and hates it at Larkfield Hospice."
    assert {"Oyinlola Brackenthwaite", "Ramsbottom", "Larkfield Hospice"} <= set(found(text))


def test_it_leaves_plain_reflection_alone() -> None:
    text = "I hope it holds. What I noticed in May was the silence, and I will try to stay with it next time."
    assert not [words for words in found(text) if words not in ("May",)]


def test_it_is_loaded_once() -> None:
    assert shipped_name_model() is shipped_name_model()


def test_nothing_heavy_is_imported_before_it_is_called_for() -> None:
    code = (
        "import sys, journal.name_model, journal.anonymise.review;"
        "print(sorted({'onnxruntime', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_imports_nothing_that_speaks_to_a_network() -> None:
    code = (
        "import sys; from journal.name_model import shipped_name_model; shipped_name_model();"
        "print(sorted({'http', 'urllib.request', 'ssl', 'requests', 'asyncio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("texts", "weights", "reason"),
    [
        ({"model/pieces.txt": "a\nb", "model/labels.txt": "O B-PER"}, b"", "damaged"),
        ({"model/pieces.txt": "[UNK]\n[CLS]\n[SEP]", "model/labels.txt": "O B-PER"}, b"no network", "damaged"),
        ({}, b"", "missing"),
    ],
)
def test_missing_or_damaged_files_are_said_with_a_code(
    texts: dict[str, str], weights: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text_of(name: str) -> str:
        if name not in texts:
            raise FileNotFoundError(name)
        return texts[name]

    monkeypatch.setattr(name_model, "read_text", text_of)
    monkeypatch.setattr(name_model, "read_bytes", lambda _: weights)
    monkeypatch.setattr(name_model, "_loaded", [])
    with pytest.raises(NameModelFailed) as raised:
        shipped_name_model()
    assert raised.value.reason == reason


def test_without_its_runtime_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_model, "_loaded", [])
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(NameModelFailed) as raised:
        shipped_name_model()
    assert raised.value.reason == "no_runtime"
