"""Which language a text is in, and where its writer has a telephone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models import LANGUAGES, Languages, ModelError
from models.languages import general
from models.languages_training import EXAMPLES_MIN, fit

INSTALLED = Path(__file__).resolve().parents[2] / "models" / "artefacts"
TAUGHT = [
    ("the kettle is on and the post has come", "en"),
    ("der Kessel pfeift und die Post ist da", "de"),
    ("el agua hierve y ha llegado el correo", "es-AR"),
    ("o carteiro chegou e a água ferve", "pt-BR"),
] * EXAMPLES_MIN
NUMBERS = [("en", "GB"), ("en", "IE"), ("pt-BR", "BR"), ("xx", "US")]


@pytest.fixture(scope="module")
def languages() -> Languages:
    return fit(TAUGHT, NUMBERS)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("the post is on the kettle", "en"),
        ("die Post und der Kessel", "de"),
        ("EL CORREO 11 4433", "es-AR"),
        ("a água do carteiro", "pt-BR"),
    ],
)
def test_language_is_that_of_the_words(languages: Languages, text: str, tag: str) -> None:
    assert next(iter(languages.tags_of(text))) == tag


def test_countries_are_those_of_the_numbers_and_of_the_language(languages: Languages) -> None:
    assert next(iter(languages.regions_of("der Kessel und die Post"))) == "DE"
    assert next(iter(languages.regions_of("el correo y el agua hierve"))) == "AR"
    english = languages.regions_of("the kettle and the post")
    assert {"US", "GB", "IE"} <= english.keys()  # English is at home in the first, by CLDR


def test_signs_of_a_script_without_blanks_are_words() -> None:
    """Of a phrase never met whole, beside English words and a language that few texts are of."""
    taught = [*TAUGHT, ("水开了，邮件也到了", "zh"), ("kalan na te, wasika nana", "bm")]
    languages = fit(taught * 2, ())
    assert next(iter(languages.tags_of("邮件开了水 post"))) == "zh"
    assert next(iter(languages.tags_of("开了，kalan邮"))) == "zh"
    assert next(iter(languages.tags_of("kalan na te 水"))) == "bm"


def test_few_examples_of_one_country_count_as_the_language() -> None:
    few = fit([*TAUGHT, ("der Kessel pfeift eh", "de-AT")], ())
    assert "de-AT" not in few.tags


@pytest.mark.parametrize("text", ["", "👍 77 --", "jo@kessel.com", "@kessel kessel88", "\ud800"])
def test_what_has_no_words_is_of_any_language(languages: Languages, text: str) -> None:
    shares = languages.tags_of(text)
    assert shares == pytest.approx(dict.fromkeys(languages.tags, 1 / 4))


def test_probabilities_are_shares(languages: Languages) -> None:
    for told in (languages.tags_of("the post chegou"), languages.regions_of("the post chegou")):
        assert 0.9 < sum(told.values()) <= 1.0001
        assert list(told.values()) == sorted(told.values(), reverse=True)


def test_varieties_are_one_language_and_scripts_are_not() -> None:
    told = general({"es-AR": 0.3, "sr-Latn-RS": 0.3, "es": 0.2, "sr": 0.1, "zh-Hant-HK": 0.1})
    assert told == pytest.approx({"es": 0.5, "sr-Latn": 0.3, "sr": 0.1, "zh-Hant": 0.1})


def test_what_was_saved_is_the_same(languages: Languages, tmp_path: Path) -> None:
    languages.save(tmp_path / LANGUAGES)
    loaded = Languages.load(tmp_path / LANGUAGES)
    assert (loaded.tags, loaded.regions) == (languages.tags, languages.regions)
    for name in ("table", "prior", "homes"):
        assert np.array_equal(getattr(loaded, name), getattr(languages, name))


@pytest.mark.parametrize("content", [b"", b"PK nothing", None])
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / LANGUAGES
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"languages\.npz: cannot be read as languages"):
        Languages.load(path)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("jo@kessel.de", "de"),
        ("+49 30 901820 77", "de"),
        ("0055 11 91234-5678", "pt-BR"),
        ("the kettle, the post: +49 30 901820 77", "en"),
        ("kettle.io", "en"),
    ],
)
def test_numbers_and_addresses_speak_where_words_do_not(text: str, tag: str) -> None:
    languages = fit([*TAUGHT, *TAUGHT[::4]], NUMBERS)  # most texts are English
    assert next(iter(languages.tags_of(text))) == tag


def test_one_word_is_no_proof_of_a_seldom_language() -> None:
    """The pieces of one word are many, and a few texts are all that is known of a language."""
    taught = [*TAUGHT * 3, *[("cell ka number bhejo", "hi-Latn")] * EXAMPLES_MIN]
    taught += [("call my cell", "en")] * 2
    languages = fit(taught, ())
    assert next(iter(languages.tags_of("cell"))) == "en"
    assert "hi-Latn" not in languages.tags_of("bhejo")
    assert next(iter(languages.tags_of("cell ka number bhejo"))) == "hi-Latn"


# The installed languages: lines of few words, which the language of a notice hangs on.
@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("cell 415-419-3862", "en"),
        ("tel 415 419 3862", "en"),
        ("IG: otter.builds", "en"),
        ("hi! otter.b@outlook.com", "en"),
        ("Portfolio + mail: otter.b@outlook.com", "en"),
        ("Instagram: https://www.instagram.com/otter.builds/?hl=en", "en"),
        ("WhatsApp 0803 419 3862", "en"),
        ("bel 06 41938620", "en nl"),
        ("insta otterdesign; wa +48601223344", "en pl"),
        ("otto dash keller at gmx de", "en de"),
        ("la mail g.lontra@libero.it", "it"),
        ("тел 89162945567", "ru"),
        ("тг @vydra_dev", "ru"),
        ("тел 067 123 45 67", "uk"),
        ("電話 090-1294-9876", "ja"),
        ("加我微信 lao_tie", "zh"),
        ("hola, mi correo es este", "es"),
        ("mein Handy 0151 23456789", "de"),
        ("dzięki", "pl"),
    ],
)
def test_language_of_a_short_line(text: str, tags: str) -> None:
    told = general(Languages.load(INSTALLED / LANGUAGES).tags_of(text))
    assert next(iter(told)) in tags.split()
