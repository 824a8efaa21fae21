"""What the sender is told: in their language, about the right part, and nothing of their text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.answers import NoticeOut, notice_answer
from bench.concepts import read_concepts
from models import Models
from scanner.concepts import entries_of
from scanner.detectors.words import listed
from scanner.message import Context, Earlier, Message
from scanner.notice import NOTICES, NoticeError, Page, Phrasebook, notices
from scanner.policy import Policy
from scanner.road import Scanner
from scanner.rulebook import Rulebook
from scanner.verdict import CATEGORIES, Category, DecisionName, Reason, Span, Verdict
from tests.cast import ADDRESS, verdict_on
from tests.scanner.detecting import LANGUAGES

PROMISED = listed("en fr es pt de it nl ru uk pl tr ar hi ur bn id tl vi zh ja ko hi-Latn")
SENTENCE_MAX_LENGTH = 200  # code points; a notice is read on a phone
# Words of English that no other language here has as its own.
ENGLISH = re.compile(r"\b(the|your|you|and|with|without|people|write)\b", re.IGNORECASE)
SCRIPTS = {
    "ar": "ARABIC", "bn": "BENGALI", "el": "GREEK", "fa": "ARABIC", "he": "HEBREW",
    "hi": "DEVANAGARI", "ja": "HIRAGANA KATAKANA CJK", "ko": "HANGUL", "ru": "CYRILLIC",
    "th": "THAI", "uk": "CYRILLIC", "ur": "ARABIC", "zh": "CJK",
}  # fmt: skip
PHRASEBOOK = Phrasebook.load()
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in NOTICES.glob("*.toml")}
CUT = TEXTS["en.toml"].partition("[category.scam]")[0]
OTHERS = [language for language in PHRASEBOOK.languages if language != "en"]

WRITTEN = {
    "en": "Could you please send me your phone number, it is easier to talk that way",
    "fr": "Pouvez-vous m'envoyer votre numéro de téléphone, ce sera plus simple pour parler",
    "es": "¿Me puedes mandar tu número de teléfono? Es más fácil hablar por ahí",
    "pt": "Você pode me mandar o seu número de telefone? Fica mais fácil conversar",
    "de": "Können Sie mir bitte Ihre Telefonnummer schicken, dann reden wir einfacher",
    "it": "Puoi mandarmi il tuo numero di telefono? È più facile parlare così",
    "nl": "Kun je me je telefoonnummer sturen, dan praten we makkelijker",
    "ru": "Можете прислать мне свой номер телефона, так проще общаться",
    "uk": "Можете надіслати мені свій номер телефону, так простіше спілкуватися",
    "pl": "Czy możesz wysłać mi swój numer telefonu, tak łatwiej się rozmawia",
    "tr": "Bana telefon numaranızı gönderir misiniz, konuşmak daha kolay olur",
    "ar": "هل يمكنك أن ترسل لي رقم هاتفك، سيكون الكلام أسهل",
    "hi": "क्या आप मुझे अपना फ़ोन नंबर भेज सकते हैं, बात करना आसान होगा",
    "hi-Latn": "kya aap mujhe apna phone number bhej sakte hain, baat karna aasan hoga",
    "ur": "کیا آپ مجھے اپنا فون نمبر بھیج سکتے ہیں، بات کرنا آسان ہو گا",
    "bn": "আপনার ফোন নম্বরটা আমাকে পাঠাতে পারবেন? কথা বলা সহজ হবে",
    "id": "Bisa kirim nomor telepon Anda ke saya? Lebih mudah bicara di sana",
    "tl": "Puwede mo bang ipadala sa akin ang numero ng telepono mo, mas madaling mag-usap",
    "vi": "Bạn gửi cho tôi số điện thoại nhé, nói chuyện sẽ dễ hơn",
    "zh": "可以把你的电话号码发给我吗？这样沟通更方便",
    "ja": "電話番号を送ってもらえますか。そのほうが話しやすいです",
    "ko": "전화번호를 보내 주실 수 있나요? 그렇게 이야기하는 게 더 편해요",
}


class Nothing:
    """A learned part that is never asked."""

    labels: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    nothing: Any = Nothing()
    return Scanner(
        rulebook=Rulebook((), version="r"),
        policy=Policy.load(NOTICES.parent / "policy.toml"),
        models=Models(
            version="m",
            classifier=nothing,
            entity_finder=nothing,
            scribe=nothing,
            concepts=entries_of(read_concepts()),
            vocabulary={},
            languages=LANGUAGES,
        ),
    )


def sentences(page: Page) -> list[str]:
    """Every sentence of a language, in the order of the categories."""
    return [*(text for one in CATEGORIES for text in page.wordings[one]), page.appeal]


def verdict_with(*categories: Category, decision: DecisionName = "hold") -> Verdict:
    """A verdict that has each category for a reason; the finding is of the first one."""
    reasons = tuple(
        Reason(category=category, score=0.9, decision=decision, threshold=0.8, text="why")
        for category in categories
    )
    return replace(verdict_on(f"mail me: {ADDRESS}", category=categories[0]), reasons=reasons)


# --- what is not told


def test_nothing_is_told_about_a_message_that_nothing_speaks_against() -> None:
    assert notices(verdict_on("the logo is ready", decision="allow"), language="fr") == ()


@pytest.mark.parametrize("language", PHRASEBOOK.languages)
@pytest.mark.parametrize("category", CATEGORIES)
def test_notice_repeats_nothing_that_was_found(language: str, category: Category) -> None:
    (notice,) = notices(verdict_on(f"mail me: {ADDRESS}", category=category), language=language)
    told = (notice.what, notice.why, notice.instead, notice.appeal)
    assert all(part not in text for text in told for part in (ADDRESS, "@", "posteo"))


def test_dropped_finding_is_not_pointed_at() -> None:
    verdict = verdict_on(f"mail me: {ADDRESS}")
    (excuse,) = verdict.excuses
    (notice,) = notices(replace(verdict, excuses=(replace(excuse, weight=0.0),)))
    assert notice.where == ()


# --- what is told


def test_every_reason_is_told_in_its_order_with_its_place() -> None:
    told = notices(verdict_with("payment.account", "scam"), language="de")
    assert [notice.category for notice in told] == ["payment.account", "scam"]
    assert [notice.where for notice in told] == [(Span(0, 9, 9 + len(ADDRESS)),), ()]
    assert {notice.language for notice in told} == {"de"}


@pytest.mark.parametrize("language", PHRASEBOOK.languages)
def test_notice_is_the_same_whether_held_or_flagged(language: str) -> None:
    held, flagged = (
        notices(verdict_with(*CATEGORIES, decision=decision), language=language)
        for decision in get_args(DecisionName)[:0:-1]
    )
    assert held == flagged


def test_english_claims_no_more_than_a_flag_knows() -> None:
    page = PHRASEBOOK.page("en")
    for text in sentences(page):
        assert not re.search(r"\b(held|blocked|stopped|refused|not delivered|violat\w+)\b", text)
    for what, _, _ in page.wordings.values():
        assert re.search(r"\b(seems|looks)\b", what)


def test_caller_gets_the_notice_in_the_language_of_the_message(scanner: Scanner) -> None:
    verdict = verdict_with("contact.request", "spam")
    answer = notice_answer(verdict, Message(text=WRITTEN["fr"]), scanner=scanner)
    told = NoticeOut.model_validate(answer)
    page = PHRASEBOOK.page("fr")
    assert (told.language, told.appeal) == ("fr", page.appeal)
    assert [reason.what for reason in told.reasons] == [
        page.wordings["contact.request"].what,
        page.wordings["spam"].what,
    ]


# --- languages


def test_every_promised_language_has_its_file() -> None:
    assert set(PROMISED) - set(PHRASEBOOK.languages) == set()


@pytest.mark.parametrize("language", PHRASEBOOK.languages)
def test_every_language_has_every_category_in_short_sentences_of_its_own(language: str) -> None:
    page = PHRASEBOOK.page(language)
    assert page.language == language
    assert tuple(page.wordings) == CATEGORIES
    assert len({wording.what for wording in page.wordings.values()}) == len(CATEGORIES)
    assert max(len(text) for text in sentences(page)) <= SENTENCE_MAX_LENGTH
    assert all(unicodedata.is_normalized("NFC", text) for text in sentences(page))


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_other_languages(language: str) -> None:
    english = set(sentences(PHRASEBOOK.page("en")))
    for text in sentences(PHRASEBOOK.page(language)):
        assert text not in english
        assert not ENGLISH.search(text), text


def test_no_language_borrows_a_sentence_of_another() -> None:
    owners: dict[str, set[str]] = {}
    for language in PHRASEBOOK.languages:
        for text in sentences(PHRASEBOOK.page(language)):
            owners.setdefault(text, set()).add(language)
    assert {text: shared for text, shared in owners.items() if len(shared) > 1} == {}


@pytest.mark.parametrize("language", PHRASEBOOK.languages)
def test_every_language_is_written_in_its_script(language: str) -> None:
    scripts = SCRIPTS.get(language, "LATIN").split()
    for text in sentences(PHRASEBOOK.page(language)):
        letters = [unicodedata.name(one).split()[0] for one in text if one.isalpha()]
        foreign = [script for script in letters if script not in scripts]
        assert len(foreign) <= len(letters) // 4, text


# --- which language is taken


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("fr", "fr"),
        ("pt-BR", "pt"),
        ("PT_br", "pt"),
        ("zh-Hant-TW", "zh"),
        ("hi-Latn", "hi-Latn"),
        ("hi-latn-IN", "hi-Latn"),
        ("bn-Latn", "bn"),
        ("fil-PH", "tl"),
        ("pcm", "en"),
        ("xx-Latn-XX", "en"),
        ("-", "en"),
        ("", "en"),
    ],
)
def test_tag_without_a_file_falls_back_to_the_nearest(asked: str, answered: str) -> None:
    (notice,) = notices(verdict_on("mail me"), language=asked)
    assert notice.language == answered
    assert notice.what == PHRASEBOOK.page(answered).wordings["contact.email"].what


@given(st.text())
def test_any_tag_gets_some_page(tag: str) -> None:
    assert PHRASEBOOK.page(tag).language in PHRASEBOOK.languages


@pytest.mark.parametrize(
    "text", ["", "👍", "+1 917 624 8813", "\ud83d\0", ADDRESS, "https://a.de/it/es"]
)
def test_text_without_known_words_is_of_no_language(text: str, scanner: Scanner) -> None:
    assert scanner.language_of(Message(text=text)) == "en"


@pytest.mark.parametrize("language", WRITTEN)
def test_language_is_told_from_the_text(language: str, scanner: Scanner) -> None:
    guessed = scanner.language_of(Message(text=WRITTEN[language]))
    assert PHRASEBOOK.page(guessed).language == language


@pytest.mark.parametrize(
    ("role", "language"), [("freelancer", "fr"), ("client", "de"), (None, "en")]
)
def test_bare_detail_is_answered_in_the_language_of_the_same_sender(
    scanner: Scanner, role: Any, language: str
) -> None:
    message = Message(
        text=ADDRESS,
        context=Context(sender_role=role),
        history=(
            Earlier(text=WRITTEN["fr"], sender_role="freelancer"),
            Earlier(text=WRITTEN["de"], sender_role="client"),
            Earlier(text=WRITTEN["ru"]),
        ),
    )
    assert scanner.language_of(message) == language


# --- files that are refused


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({}, "en.toml: file: missing: write it"),
        ({"fr.toml": TEXTS["fr.toml"]}, "en.toml: file: missing: write it"),
        ({"en.toml": CUT}, 'en.toml: category."scam": "missing": add its table'),
        ({"en.toml": "appeal = "}, "en.toml: syntax: "),
        ({"en.toml": "greeting = 1\n" + TEXTS["en.toml"]}, "en.toml: greeting: 1: not a known key"),
    ],
    ids=["no files", "no English", "no category", "no TOML", "unknown key"],
)
def test_bad_files_are_refused_by_name_place_and_fix(texts: dict[str, str], told: str) -> None:
    with pytest.raises(NoticeError) as error:
        Phrasebook.parse(texts)
    assert told in str(error.value)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    french = TEXTS["fr.toml"]
    french = re.sub(r"(?m)^appeal = .*$", "apeal = 'x'", french)
    french = french.replace('[category."contact.email"]', '[category."contact.mail"]')
    french = re.sub(r"(?m)(?<=^\[category\.spam\]\n)what = .*$", "what = ' '\nwhere = 'x'", french)
    with pytest.raises(NoticeError) as error:
        Phrasebook.parse({**TEXTS, "fr.toml": french})
    places = {(problem.file, problem.place) for problem in error.value.problems}
    assert places == {
        ("fr.toml", "appeal"),
        ("fr.toml", "apeal"),
        ("fr.toml", 'category."contact.email"'),
        ("fr.toml", 'category."contact.mail"'),
        ("fr.toml", "spam: what"),
        ("fr.toml", "spam: where"),
    }
    assert "did you mean appeal?" in str(error.value)


def test_file_that_is_no_text_is_refused_by_name(tmp_path: Any) -> None:
    (tmp_path / "en.toml").write_text(TEXTS["en.toml"], encoding="utf-8")
    (tmp_path / "fr.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(NoticeError, match=r"fr\.toml: .*save it as UTF-8"):
        Phrasebook.load(tmp_path)
