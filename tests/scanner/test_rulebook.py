"""The rulebook: what the shipped rules promise, how rules are written, and what is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.message import Context, Message
from scanner.rulebook import Problem, Rulebook, RulebookError, check
from scanner.rulebook.letters import fold_letters, squeeze
from scanner.rulebook.pattern import Pattern
from scanner.rulebook.rule import EXCUSE_REASONS, REACHES, STAGES, Accusation
from scanner.rulebook.syntax import RuleSyntax
from scanner.strict_toml import Table
from scanner.views.view import Source, plain

RULES = Path(__file__).parents[2] / "rules"
SHIPPED = Rulebook.load(RULES)

RULE = """
[[rule]]
id = "en.request.app"
stage = "live"
kind = "finding"
category = "contact.request"
confidence = 0.8
patterns = ["(do you have|got) {app}"]
match = ["hey, «do you have Telegram»?"]
pass = ["The Telegram bot is done."]
"""
EXCUSE = """
[[rule]]
id = "en.refusal.no"
stage = "live"
kind = "excuse"
reason = "refusal"
excuses = ["contact.request"]
weight = 0.1
patterns = ["can't share"]
match = ["I «can't share» it"]
pass = ["share it"]
"""
LISTS = '[app]\nevery = ["telegram", "whats ?app"]\nru = ["телеграм\\\\w{0,3}"]\n'


def book(*rules: str, lang: str = "en", lists: str = LISTS) -> Rulebook:
    return Rulebook.parse({"en.toml": f'lang = "{lang}"\n' + "".join(rules), "lists.toml": lists})


def finds(rulebook: Rulebook, text: str, context: Context | None = None) -> list[str]:
    message = Message(text=text, context=context or Context())
    hits = rulebook.find(plain(Source(text)), message)
    return [text[hit.start : hit.end] for hit in hits]


def pattern_finds(pattern: str, text: str, *, lang: str = "en") -> list[str]:
    quoted = pattern.replace("\\", "\\\\")
    rule = RULE.replace("(do you have|got) {app}", quoted)
    return finds(book(rule, lang=lang), text)


# --- the rules that ship


def test_every_shipped_rule_is_true_to_its_examples() -> None:
    assert [str(problem) for problem in check(SHIPPED)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, the second draft reads much better than the first.",
        "Could you build a WhatsApp bot that answers questions about our opening hours?",
        "The contact form asks for a phone number and an email, both mandatory.",
        "PayPal checkout returns INSTRUMENT_DECLINED in the sandbox, live is fine.",
        "Our Instagram page has 8.4k followers and we need three reels a week.",
        "I funded the first milestone, you should see it in escrow now.",
        "My rate is 44 because of the 10% that goes off, no room below that.",
        "Let's use the video button up here in the room, Wednesday 10:00 your time?",
        "The phone number in the footer of your shop is wrong.",
        "Le numéro de téléphone du formulaire est faux.",
        "Номер телефона на сайте указан неверно.",
        "需要做一个微信小程序，客户在里面下单。",
    ],
)
def test_ordinary_talk_of_work_is_no_find(text: str) -> None:
    assert finds(SHIPPED, text) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("What's your telegram? I never look in here.", "contact.request"),
        ("could we chat on viber instead", "contact.request"),
        ("hast du Telegram? da bin ich schneller", "contact.request"),
        ("скиньте мне ваш номер вечером", "contact.request"),
        ("just google my company name", "contact.pointer"),
        ("same handle as here on the blue app", "contact.pointer"),
        ("can i pay you with venmo", "payment.offplatform"),
        ("we both save the platform fees that way", "payment.offplatform"),
        ("te pago por bizum y ya está", "payment.offplatform"),
        ("send me the verification code you got", "scam"),
        ("please disable your antivirus first", "scam"),
        ("I rent your verified account, 300 a month", "spam"),
    ],
)
def test_blunt_violations_are_found(text: str, category: str) -> None:
    hits = list(SHIPPED.find(plain(Source(text)), Message(text=text)))
    assert category in {hit.category for hit in hits}
    assert all(hit.source in {rule.id for rule in SHIPPED.rules} for hit in hits)


def test_every_category_that_is_about_meaning_has_live_rules() -> None:
    spoken = {
        rule.does.category
        for rule in SHIPPED.rules
        if isinstance(rule.does, Accusation) and rule.stage == "live"
    }
    assert spoken >= {"contact.request", "contact.pointer", "payment.offplatform", "spam", "scam"}


MAIN_LANGUAGES = {
    "en", "fr", "es", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "ar", "hi", "hi-Latn", "ur",
    "ur-Latn", "bn", "id", "tl", "vi", "zh", "ja", "ko", "ro", "sw",
}  # fmt: skip


def test_every_main_language_has_rules_against_asking_and_paying_outside() -> None:
    for category in ("contact.request", "payment.offplatform"):
        spoken = {
            rule.lang
            for rule in SHIPPED.rules
            if isinstance(rule.does, Accusation) and rule.does.category == category
        }
        assert spoken >= MAIN_LANGUAGES, category


# --- how patterns read


def test_a_find_begins_and_ends_where_words_do() -> None:
    assert pattern_finds("art", "party start arts") == []
    assert pattern_finds("номер", "номера договора", lang="ru") == []
    assert pattern_finds("art", "(art)") == ["art"]
    assert pattern_finds("номер", "«номер»!", lang="ru") == ["номер"]


def test_a_space_is_not_the_end_of_a_sentence() -> None:
    assert pattern_finds("your number", "It is yours. Your? Number two.") == []
    assert pattern_finds("your number", "your  number, your-number") == [
        "your  number",
        "your-number",
    ]


def test_dots_stand_for_five_words_of_one_sentence_and_no_more() -> None:
    assert pattern_finds("pay … cash", "pay one two three four five six cash") == []
    assert pattern_finds("pay … cash", "pay me. I like cash") == []
    assert pattern_finds("pay … cash", "pay the rest in cash") == ["pay the rest in cash"]
    assert pattern_finds("pay … cash", "pay cash") == ["pay cash"]


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    assert pattern_finds("número", "NUMERO NÚMERO numero nu\u0308mer") == [
        "NUMERO",
        "NÚMERO",
        "numero",
    ]
    assert pattern_finds("don't", "dont don't don’t DON´T") == ["dont", "don't", "don’t", "DON´T"]
    assert pattern_finds("ёлка", "ЕЛКА", lang="ru") == ["ЕЛКА"]


def test_scripts_without_spaces_are_searched_within_words() -> None:
    assert pattern_finds("加微信", "请加微信谢谢", lang="zh") == ["加微信"]


def test_word_lists_speak_the_language_of_the_rule() -> None:
    assert pattern_finds("пишите в {app}", "пишите в телеграме", lang="ru") == [
        "пишите в телеграме"
    ]
    assert pattern_finds("в {app}", "в телеграме", lang="uk") == []


# --- where and when a rule counts


def test_a_rule_counts_only_in_its_contexts() -> None:
    limits = '\ncontract = ["none"]\nsurface = ["proposal"]\nsender_role = ["freelancer"]\n'
    rulebook = book(RULE + limits)
    asked = "do you have telegram"
    assert finds(rulebook, asked, Context(surface="message")) == []
    assert finds(rulebook, asked, Context(surface="proposal", contract="active")) == []
    assert finds(rulebook, asked, Context(surface="proposal", sender_role="client")) == []
    assert finds(rulebook, asked, Context(surface="proposal")) == [asked]
    assert finds(rulebook, asked, Context(surface="proposal", sender_role="freelancer")) == [asked]


@pytest.mark.parametrize("stage", ["trial", "retired"])
def test_only_live_rules_find(stage: str) -> None:
    assert finds(book(RULE.replace("live", stage)), "do you have telegram") == []


def test_a_rule_on_trial_can_be_tried_and_a_retired_one_not() -> None:
    for stage, found in (("trial", 1), ("retired", 0)):
        rulebook = book(RULE.replace("live", stage))
        assert len(list(rulebook.matches("do you have telegram"))) == found


# --- what is refused, and how it is told


def refused(*rules: str, lists: str = LISTS) -> str:
    with pytest.raises(RulebookError) as error:
        book(*rules, lists=lists)
    return str(error.value)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ('stage = "live"', 'stage = "alive"', 'stage: "alive": did you mean live?'),
        ('kind = "finding"', "", 'kind: "missing": write one of: finding, excuse'),
        ("confidence = 0.8", "confidence = 1.8", "confidence: 1.8: write a number above 0"),
        ("confidence = 0.8", "confidence = true", "confidence: True: write a number above 0"),
        ("contact.request", "contact.reqest", "did you mean contact.request?"),
        ("en.request.app", "App", "write LANG.TOPIC.NAME"),
        ("pass =", "passes =", "did you mean pass?"),
        ("{app}", "{apps}", "there is no word list {apps}; known are app"),
        ("(do you have|got) {app}", "(do you have", "the ( at 0 is never closed"),
        ("(do you have|got) {app}", ".*", "every match must hold a fixed word"),
        ("(do you have|got) {app}", "a?", "every match must hold a fixed word"),
        ("(do you have|got) {app}", "(telegram){5000}", "RE2 does not take it"),
        ("(do you have|got) {app}", r"\\btelegram", r"\b is not known here"),
        ("«do you have Telegram»", "do you have Telegram", "mark what must be found"),
        ("«do you have Telegram»", "«do you have Telegram", "the last « is never closed"),
        ("patterns = [", "patterns = [7, ", "patterns: 7: write a text"),
    ],
)
def test_a_wrong_field_is_told_with_file_rule_value_and_fix(
    written: str, instead: str, told: str
) -> None:
    error = refused(RULE.replace(written, instead))
    assert told in error
    assert error.startswith("en.toml: ")


def test_all_errors_of_all_files_are_told_at_once() -> None:
    first = RULE.replace("0.8", "2")
    second = RULE.replace("en.request.app", "en.request.other").replace("{app}", "{none}")
    error = refused(first, second, lists='[app]\nevery = [""]\n')
    assert len(error.splitlines()) == 4
    assert "en.request.app: confidence" in error
    assert "en.request.other: patterns" in error
    assert "lists.toml: app: every" in error


def test_an_id_is_never_given_twice_even_by_a_retired_rule() -> None:
    assert "ids stay taken" in refused(RULE, RULE.replace("live", "retired"))


@pytest.mark.parametrize("reason", ["refusal", "quoting_rules", "reporting", "platform_payment"])
@pytest.mark.parametrize("detail", ["contact.email", "contact.phone", "payment.account"])
def test_no_talk_excuses_a_given_detail(reason: str, detail: str) -> None:
    rule = EXCUSE.replace("refusal", reason, 2).replace('"contact.request"', f'"{detail}"')
    assert "never excuses a given detail" in refused(rule)


def test_an_excuse_cannot_reach_over_the_whole_message() -> None:
    assert "write one of: find, clause, sentence, after" in refused(
        EXCUSE + '\nreach = "message"\n'
    )


def test_lists_that_name_each_other_in_a_circle_are_refused() -> None:
    lists = '[app]\nevery = ["{other}"]\n[other]\nevery = ["{app}"]\n'
    assert "in a circle" in refused(RULE, lists=lists)


def test_lists_that_multiply_are_refused_before_they_fill_the_memory() -> None:
    names = ["app", "b", "c", "d"]
    lists = "".join(
        f"[{name}]\nevery = [{', '.join([quoted] * 60)}]\n"
        for name, quoted in zip(names, ['"{b}"', '"{c}"', '"{d}"', '"telegram"'], strict=True)
    )
    assert "grow too large together" in refused(RULE, lists=lists)


def test_an_untrue_example_is_a_problem_with_what_was_found_instead() -> None:
    untrue = RULE.replace("«do you have Telegram»", "do you «have Telegram»").replace(
        "The Telegram bot is done.", "Got Telegram?"
    )
    misses = '\nmisses = ["do you have telegram"]\n'
    told = [str(problem) for problem in check(book(untrue + misses))]
    assert len(told) == 3
    assert "must find what is marked, finds hey, «do you have Telegram»?" in told[0]
    assert "must find nothing, finds «Got Telegram»?" in told[1]
    assert "move it to match" in told[2]


def test_a_directory_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="give a directory that holds rules"):
        Rulebook.load(tmp_path)


def test_a_file_that_is_no_utf8_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "fr.toml").write_bytes(b'lang = "fr"\n# \xff')
    with pytest.raises(RulebookError, match=r"fr\.toml: .*save it as UTF-8"):
        Rulebook.load(tmp_path)


def test_the_version_is_of_the_content() -> None:
    assert book(RULE).version == book(RULE).version
    assert book(RULE).version != book(RULE, EXCUSE).version
    assert book(RULE).version != book(RULE, lists=LISTS + "\n").version


def test_every_field_and_reason_is_documented() -> None:
    documented = (RULES.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    problems: list[Problem] = []
    for kind in ("finding", "excuse"):
        table = Table({"kind": kind}, file="", place="", problems=problems)
        RuleSyntax.parse(table, lang="en")
        for field in (*table.known, *EXCUSE_REASONS, *REACHES, *STAGES):
            assert f"`{field}`" in documented, field


# --- properties

ALPHABET = "aZé\u0301İıßﬁЁйعِ한国 .,!?'’\n_-0٣\ud800\0😀@"
WORDS = sorted({word for rule in SHIPPED.rules for word in rule.match[0].text.split()})
TALK = st.lists(st.sampled_from([*WORDS, ".", ",", "but", "\n"]), max_size=60).map(" ".join)


@given(st.text() | st.text(alphabet=ALPHABET))
def test_folding_keeps_every_position_and_folds_once(text: str) -> None:
    folded = fold_letters(text)
    assert len(folded) == len(text)
    assert fold_letters(folded) == folded
    others = {unicodedata.category(sign)[0] for sign in folded if not sign.isascii()}
    assert others <= {"L", "M", "N"}


@given(st.text(alphabet=ALPHABET) | TALK)
def test_finds_are_ranges_of_the_text(text: str) -> None:
    for hit in SHIPPED.find(plain(Source(text)), Message(text=text)):
        assert 0 <= hit.start < hit.end <= len(text)


PATTERNS: list[Pattern] = [pattern for rule in SHIPPED.rules for pattern in rule.patterns]


@settings(max_examples=60, deadline=None)
@given(TALK)
def test_what_a_pattern_finds_always_holds_one_of_its_literals(text: str) -> None:
    folded = fold_letters(text)
    squeezed = squeeze(folded)
    for pattern in PATTERNS:
        if next(pattern.find(folded.encode()), None) is not None:
            assert any(literal in squeezed for literal in pattern.literals), pattern.written
