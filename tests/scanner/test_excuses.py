"""Excuses: each reason by itself, and that none of them opens a door for what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.excuses import EXCUSERS
from scanner.excuses.portfolio import Portfolio, shows_work
from scanner.excuses.test_data import DRAMA_WEIGHT, is_test_data
from scanner.excuses.test_data import TestData as ReservedData
from scanner.message import Message
from scanner.rulebook import Rulebook
from scanner.score import score
from scanner.verdict import ENTITY_TYPES, Category, EntityType, Excuse, Finding, Span
from scanner.views import Views
from scanner.views.view import Source, plain

RULEBOOK = Rulebook.load(Path(__file__).parents[2] / "rules")
FLAG_AT = 0.5  # rules/policy.toml


def plain_views(text: str) -> Views:
    view = plain(Source(text))
    return Views(view, view, (view,), ())


def detail(text: str, part: str, category: Category, type: EntityType, value: str) -> Finding:
    start = text.index(part)
    return Finding(
        category=category,
        source=type,
        spans=(Span(0, start, start + len(part)),),
        confidence=0.97,
        type=type,
        value=value,
    )


def talk(text: str) -> list[Finding]:
    view = plain(Source(text))
    return [
        Finding(
            category=hit.category,
            source=hit.source or RULEBOOK.id,
            spans=view.spans(hit.start, hit.end),
            confidence=hit.confidence,
        )
        for hit in RULEBOOK.find(view, Message(text=text))
    ]


def excuses(text: str, findings: list[Finding]) -> list[Excuse]:
    views, message = plain_views(text), Message(text=text)
    return [
        excuse
        for excuser in (*EXCUSERS, *RULEBOOK.excusers)
        for excuse in excuser.excuse(findings, views, message)
    ]


def scores(text: str, *details: Finding) -> dict[Category, float]:
    findings = [*talk(text), *details]
    return score(findings, excuses(text, findings), {})


def reasons(text: str, *details: Finding) -> set[str]:
    return {excuse.reason for excuse in excuses(text, [*talk(text), *details])}


def is_clean(text: str, *details: Finding) -> bool:
    return max(scores(text, *details).values()) < FLAG_AT


# --- what no excuse may hide

VIOLATIONS = (
    "What's your WhatsApp?",
    "let's talk on telegram",
    "pay me on paypal and we skip the platform fee",
    "just google my company name",
    "send me the verification code you got",
)
INNOCENT = (
    "I can't share my number before a contract.",
    "I never work outside the platform!",
    "Sharing contact details isn't allowed here.",
    "Someone asked me for a deposit and I reported him.",
    "Do you have a WhatsApp bot in your portfolio?",
    "You pay through the platform, as always.",
    "There is a call button in this chat.",
    "Please invite me to the Figma as a viewer.",
    "The tracking number is on the parcel.",
)


@pytest.mark.parametrize("violation", VIOLATIONS)
@pytest.mark.parametrize("innocent", INNOCENT)
def test_an_innocent_sentence_never_hides_a_violation(innocent: str, violation: str) -> None:
    for text in (f"{innocent} {violation}", f"{violation}. {innocent}", f"{violation}\n{innocent}"):
        assert not is_clean(text), text


@pytest.mark.parametrize(
    "text",
    [
        "I can't share my number, but text me on telegram",
        "sorry I can't give my email, what's your whatsapp?",
        "it's not allowed: send me your number",
        "I don't work outside the site; for you I do, pay me on paypal",
        "no whatsapp here but do you have telegram?",
        "why don't you send me your number",
        "can't we talk on WhatsApp?",
        "non, pas de mail, mais donnez-moi votre numéro",
        "no doy el correo, pásame tu whatsapp",
        "почту не дам, но скиньте ваш номер",
    ],
)
def test_a_refusal_does_not_cover_the_next_clause(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize("refusal", ["I can't share my number", "I never work outside the site"])
@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_refusal_covers_its_own_words_alone_even_without_a_full_stop(
    refusal: str, violation: str
) -> None:
    assert not is_clean(f"{violation.rstrip('?')} {refusal} {violation}")


def test_a_refusal_does_not_cover_a_given_detail() -> None:
    text = "I can't share my number +14155552671 before a contract"
    phone = detail(text, "+14155552671", "contact.phone", "phone", "+14155552671")
    assert scores(text, phone)["contact.phone"] > 0.9


def test_words_do_not_excuse_what_is_spread_over_messages() -> None:
    text = "I can't share my number"
    spread = Finding(
        category="contact.request",
        source="en.request.detail",
        spans=(Span(-1, 0, 4), Span(0, 0, len(text))),
        confidence=0.9,
    )
    assert excuses(text, [spread]) == []


def test_a_find_that_reaches_out_of_the_clause_is_not_excused() -> None:
    text = "I can't share my number, call me"
    wide = Finding(
        category="contact.request", source="x", spans=(Span(0, 8, len(text)),), confidence=0.9
    )
    assert excuses(text, [wide]) == []


# --- refusal, quoting, reporting, the work, the platform's own means


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I don't want to exchange phone numbers", "refusal"),
        ("sorry we cannot exchange contact details", "quoting_rules"),
        ("another client wrote me can we talk on WhatsApp", "reporting"),
        ("he said let's talk on telegram", "reporting"),
        ("Ein Kunde schrieb: gib mir deine Nummer", "reporting"),
        ("What's your Instagram marketing budget", "the_work_itself"),
        ("can I call you with the call button", "platform_call"),
    ],
)
def test_talk_that_breaks_no_rule_is_excused_by_its_reason(text: str, reason: str) -> None:
    assert talk(text)
    assert reason in reasons(text)
    assert is_clean(text)


def test_every_excuse_names_its_rule_and_shows_the_words() -> None:
    text = "I don't want to exchange phone numbers"
    (excuse,) = [e for e in excuses(text, talk(text)) if e.reason == "refusal"]
    assert excuse.source == "en.refusal.no"
    assert 0.0 <= excuse.weight < 1.0
    (span,) = excuse.spans
    assert text[span.start : span.end].startswith("don't want to exchange phone number")


# --- system access


def email(text: str) -> Finding:
    return detail(text, "dev@pixel.studio", "contact.email", "email", "dev@pixel.studio")


@pytest.mark.parametrize(
    "text",
    [
        "my email is dev@pixel.studio",
        "Please invite me to the Figma.\nFor anything else: dev@pixel.studio",
        "Invite me to the repo or simply email me, dev@pixel.studio",
        "I have done Figma for years, dev@pixel.studio",
        "Add me to Jira and we chat on WhatsApp, dev@pixel.studio",
    ],
)
def test_an_email_without_need_for_access_stays_a_violation(text: str) -> None:
    assert scores(text, email(text))["contact.email"] > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Please invite dev@pixel.studio to the Figma file as viewer, I count the screens.",
        "In GA4: Admin, Property access, add dev@pixel.studio",
        "Vous pouvez inviter dev@pixel.studio sur votre GitLab (rôle Reporter suffit)",
        "Für die Schätzung brauche ich Lesezugriff aufs Jira-Board: dev@pixel.studio",
        "Добавьте dev@pixel.studio в репозиторий, посчитаю часы",
        "Compártelo en Figma como «puede ver» con dev@pixel.studio, dame acceso",
    ],
)
def test_an_email_that_opens_a_system_is_allowed(text: str) -> None:
    assert scores(text, email(text))["contact.email"] < FLAG_AT


def test_an_email_to_be_added_to_something_unnamed_is_flagged_not_held() -> None:
    text = "You can add me with dev@pixel.studio, then I see everything"
    assert FLAG_AT <= scores(text, email(text))["contact.email"] < 0.8


# --- test data


@pytest.mark.parametrize(
    ("value", "type"),
    [
        ("jane@gmail.com", "email"),
        ("jane@example.com.ru", "email"),
        ("jane@notexample.com", "email"),
        ("jane@contest", "email"),
        ("+14155552671", "phone"),
        ("+14155510123", "phone"),
        ("+447700800123", "phone"),
        ("myexample.com/x", "url"),
        ("4242424242424241", "payment_account"),
        ("4000120400317732", "payment_account"),
        ("jane@gmail.com", "payment_account"),
    ],
)
def test_real_details_are_no_test_data(value: str, type: str) -> None:
    assert not is_test_data(value, type)


@pytest.mark.parametrize(
    ("value", "type"),
    [
        ("user@example.com", "email"),
        ("sb-buyer47@personal.example.com", "email"),
        ("admin@shop.test", "email"),
        ("+14155550123", "phone"),
        ("+18005550199", "phone"),
        ("+15005550006", "phone"),
        ("+905000000000", "phone"),
        ("example.com/login", "url"),
        ("4242 4242 4242 4242", "payment_account"),
        ("4000 0000 0000 3220", "payment_account"),
        ("+923000000000", "payment_account"),
        ("gb82west12345698765432", "payment_account"),
    ],
)
def test_reserved_details_are_test_data(value: str, type: str) -> None:
    assert is_test_data(value, type)


def test_one_test_address_excuses_no_other_address() -> None:
    text = "not user@example.com but jane@gmail.com"
    fake = detail(text, "user@example.com", "contact.email", "email", "user@example.com")
    real = detail(text, "jane@gmail.com", "contact.email", "email", "jane@gmail.com")
    found = list(ReservedData().excuse([fake, real], plain_views(text), Message(text=text)))
    assert [(excuse.finding, excuse.weight) for excuse in found] == [(fake, 0.0)]


def test_a_number_of_films_counts_half() -> None:
    text = "call 07700 900123"
    phone = detail(text, "07700 900123", "contact.phone", "phone", "+447700900123")
    found = list(ReservedData().excuse([phone], plain_views(text), Message(text=text)))
    assert [(excuse.finding, excuse.weight) for excuse in found] == [(phone, DRAMA_WEIGHT)]


# --- portfolio


@pytest.mark.parametrize(
    "url",
    [
        "notgithub.com/frank",
        "github.com.evil.io/frank",
        "wa.me/14155552671",
        "discord.gg/abc",
        "github.com/frank/contact",
        "medium.com/@frank/contact-me",
        "behance.net/frank?tab=hire-me",
        "linktr.ee/frank",
    ],
)
def test_ways_to_get_in_touch_are_no_portfolio(url: str) -> None:
    assert not shows_work(url)


@pytest.mark.parametrize(
    "url",
    [
        "github.com/frank/tiny-outbox",
        "www.behance.net/gallery/184420911/Honey",
        "gist.github.com/frank/1",
        "youtu.be/Qx7hD2kW0mE",
        "en.wikipedia.org/wiki/Isotype",
        "GitHub.com/frank",
    ],
)
def test_samples_of_work_are_portfolio(url: str) -> None:
    assert shows_work(url)


def test_only_links_are_excused_as_portfolio() -> None:
    text = "github.com/frank"
    as_link = detail(text, text, "contact.link", "url", text)
    as_email = detail(text, text, "contact.email", "email", text)
    found = list(Portfolio().excuse([as_link, as_email], plain_views(text), Message(text=text)))
    assert [excuse.finding for excuse in found] == [as_link]


# --- properties

WORDS = sorted({word for rule in RULEBOOK.rules for word in rule.match[0].text.split()})


@given(st.lists(st.sampled_from([*WORDS, ".", ",", "but", "\n", "\ud800", "«"]), max_size=50))
def test_excuses_are_for_findings_given_and_show_words_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    findings = list(dict.fromkeys(talk(text)))
    for excuse in excuses(text, findings):
        assert excuse.finding in findings
        assert 0.0 <= excuse.weight < 1.0
        assert all(0 <= span.start < span.end <= len(text) for span in excuse.spans)


@given(st.text(min_size=1, max_size=40), st.sampled_from(ENTITY_TYPES))
def test_no_value_breaks_an_excuser(value: str, type: EntityType) -> None:
    found = detail(f"a {value} b", value, "contact.phone", type, value)
    assert all(excuse.finding is found for excuse in excuses(f"a {value} b", [found]))
