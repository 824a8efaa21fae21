"""Words that are spelt so that only a person knows them are known, and all other words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import load
from scanner.road import INSTALLATION
from scanner.views.letters.fold import fold
from scanner.views.view import Source, View, plain
from scanner.wording import Wording


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(load(INSTALLATION / "models" / "artefacts").vocabulary)


def _view(text: str) -> View:
    return fold(plain(Source(text)))


def _words(wording: Wording, text: str) -> list[str]:
    return wording.read(_view(text)).text.lower().split()


@pytest.mark.parametrize(
    "written",
    [
        "n o   e s c r o w   b a n k   t r a n s f e r   o n l y",
        "n o e s c r o w b a n k t r a n s f e r o n l y",
        "n.o e.s.c.r.o.w b.a.n.k t.r.a.n.s.f.e.r o.n.l.y",
        "n-o e-s-c-r-o-w b-a-n-k t-r-a-n-s-f-e-r o-n-l-y",
        "n0 35cr0w b4nk 7r4n5f3r 0nly",
        "n0 es¢®0w bank t®ansfe® only",
        "ylno refsnart knab worcse on",
        "noescrowbanktransferonly",
        "no_escrow_bank_transfer_only",
        "no e*crow b*nk t*ansfer o*ly",
        "noo eescroow baank traansfeer oonly",
    ],
)
def test_known_words_come_out(wording: Wording, written: str) -> None:
    assert _words(wording, written) == ["no", "escrow", "bank", "transfer", "only"]


def test_words_of_other_languages_come_out(wording: Wording) -> None:
    assert _words(wording, "p4g4 p0r tr4nsf3r3nci4") == ["paga", "por", "transferencia"]
    assert _words(wording, "о п л а т а   н а п р я м у ю") == ["оплата", "напрямую"]


def test_words_backwards_keep_their_order_before_a_full_stop(wording: Wording) -> None:
    assert _words(wording, "on worcse, knab refsnart ylno.") == [
        "no", "escrow,", "bank", "transfer", "only.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "Thanks, the draft looks good. I will send 2 files tonight, v3 and the A4 print.",
        "Ich kümmere mich um die Lebensmittelverträglichkeitsprüfung.",
        "final_report_v2.pdf and src/main.py are in the repo, see getUserById()",
        "Write to jane@p4int.example or see https://b0ard.example/a_b_c_d",
        "3rd floor, 15th of May, b2b, mp3, h264, 401k, IBAN DE12 5001 0517",
        "P.S. the U.S. market, e.g. Ohio",
        "哈喽，我可以今天交稿。",
        "",
    ],
)
def test_ordinary_text_stays_as_it_is(wording: Wording, written: str) -> None:
    view = _view(written)
    assert wording.read(view) is view


def test_what_is_undone_is_known_in_the_raw_text(wording: Wording) -> None:
    text = "ok. 35cr0w is slow, b4nk 7r4n5f3r instead"
    view = wording.read(_view(text))
    start = view.text.index("transfer")
    (span,) = view.spans(start, start + len("transfer"))
    assert text[span.start : span.end] == "7r4n5f3r"
    assert view.read_as(start, start + 1) == ("respelt words",)
    assert view.read_as(0, 2) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_read(wording: Wording, text: str) -> None:
    view = _view(text)
    read = wording.read(view)
    if read.text:
        low, high = read.to_source(0, len(read.text))
        assert 0 <= low <= high <= len(text)


@given(st.text(alphabet="nobanky 0_*.!1İ", max_size=200))
def test_any_spelling_can_be_read(wording: Wording, text: str) -> None:
    read = wording.read(_view(text))
    assert all(0 <= start <= len(text) for start in read.starts or ())
