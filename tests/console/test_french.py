"""The console speaks French to those who ask for it, or who chose it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette
from starlette.testclient import TestClient

from config.settings import Settings
from store import cases
from store.database import Database
from tests.cast import NOON
from tests.console.conftest import (
    Marketplace,
    Moderator,
    Served,
    add_user,
    sign_in,
)
from tests.console.test_accessibility import faults, furnish, sit_down
from tests.console.test_languages import with_language


@pytest.mark.parametrize(
    ("header", "language", "heading"),
    [
        ("", "en", "Log in"),
        ("en-GB,en;q=0.9", "en", "Log in"),
        ("tlh, *;q=0.5", "en", "Log in"),
        ("fr;q=0, en", "en", "Log in"),
        ("fr;q=lots, ;;,", "en", "Log in"),
        ("en, fr;q=0.9", "en", "Log in"),
        ("fr", "fr", "Se connecter"),
        ("fr-CA, en;q=0.8", "fr", "Se connecter"),
        ("de, en;q=0.2, FR;q=0.7", "fr", "Se connecter"),
    ],
)
def test_login_speaks_what_the_browser_asks_for(
    application: Starlette, header: str, language: str, heading: str
) -> None:
    with TestClient(application, headers={"accept-language": header}) as browser:
        page = browser.get("/console/login").text
        assert f'<html lang="{language}" dir="ltr">' in page
        assert f"<h1>{heading}</h1>" in page


def test_wrong_password_is_told_in_the_language_of_the_browser(
    mona: Moderator, database: Database
) -> None:
    page = with_language(mona, "fr").log_in("wrong").text
    assert "Le nom et le mot de passe ne correspondent pas." in page
    assert "<h1>File d’attente</h1>" in mona.log_in().text


def test_own_choice_wins_over_the_browser_and_can_be_given_up(mona: Moderator) -> None:
    with_language(mona, "en").get("/account")
    page = mona.post("/account", {"deed": "language", "language": "fr"}).text
    assert '<html lang="fr"' in page
    assert "La console vous parle désormais dans cette langue." in page
    assert '<option value="fr" lang="fr" selected>Français</option>' in page
    assert "<h1>File d’attente</h1>" in mona.get("/").text
    assert "Log in" in mona.post("/logout").text  # nobody is known there
    assert '<html lang="fr"' in mona.log_in().text
    page = with_language(mona, "fr").post("/account", {"deed": "language", "language": "en"}).text
    assert '<html lang="en"' in page
    page = mona.post("/account", {"deed": "language", "language": ""}).text
    assert '<html lang="fr"' in page


@pytest.mark.parametrize("code", ["tlh", "../fr", "FR", "x" * 100])
def test_language_that_is_not_spoken_is_refused(mona: Moderator, code: str) -> None:
    mona.get("/account")
    answer = mona.post("/account", {"deed": "language", "language": code})
    assert answer.status_code == 422
    assert '<html lang="en"' in mona.get("/").text


def test_page_in_place_of_another_speaks_the_chosen_language_too(
    mona: Moderator, marketplace: Marketplace
) -> None:
    mona.post("/account", {"deed": "language", "language": "fr"})
    assert "Ce dossier n’existe pas." in mona.get("/cases/4711").text
    assert "Cette page n’existe pas." in mona.get("/nowhere").text
    assert "Votre rôle ne vous permet pas de créer des comptes" in mona.get("/users").text
    assert "est inconnu ici" in mona.get("/?decision=maybe").text
    answer = mona.post(f"/cases/{marketplace.send()}/decision", {"action": "eat"})
    assert "Choisissez une décision" in answer.text
    mona.csrf = "another"
    assert "Ce formulaire n’est pas l’un des nôtres" in mona.post("/next").text


def test_numbers_days_and_plurals_are_those_of_the_language(
    mona: Moderator, marketplace: Marketplace
) -> None:
    page = with_language(mona, "fr").get("/").text
    assert "<strong>0</strong> ouvert<" in page
    for _ in range(2):
        marketplace.send()
    page = mona.get("/").text
    assert "<strong>2</strong> ouverts<" in page
    assert ">0,97<" in page
    assert 'title="2 nov. 2026, 12:00 UTC"' in page
    page = with_language(mona, "en").get("/").text
    assert ">0.97<" in page
    assert 'title="2 Nov 2026, 12:00 UTC"' in page


def test_name_within_a_sentence_hides_and_bends_nothing(
    mona: Moderator, marketplace: Marketplace, database: Database
) -> None:
    name = "<b>eve\u202e"
    add_user(database, name)
    case_id = marketplace.send()
    with database.begin() as connection:
        lease = Settings.model_fields["claim_lease"].default
        cases.claim(connection, case_id, by=name, lease=lease, now=NOON)
    for language in ("en", "fr"):
        for place in ("/", f"/cases/{case_id}"):
            page = with_language(mona, language).get(place).text
            assert "<b>eve" not in page
            assert "<bdi>&lt;b&gt;eve⟨RLO⟩</bdi>" in page


def test_script_tells_in_the_language_of_the_page(served: Served, chromium: Browser) -> None:
    context = chromium.new_context(locale="fr-FR")
    page = context.new_page()
    sign_in(page, served)
    case_id = served.marketplace.send()
    page.goto(f"{served.address}/cases/{case_id}")
    page.locator("#note").fill("pas clair")
    page.reload()
    expect(page.locator("#tell")).to_have_text("Ce que vous aviez écrit est revenu.")
    expect(page.locator("#note")).to_have_value("pas clair")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Prendre en charge").click()
    expect(page.locator("#hold")).to_contain_text("À vous")
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_french_page_is_as_accessible_and_no_wider(
    served: Served, chromium: Browser, width: int
) -> None:
    context = chromium.new_context(locale="fr-FR", viewport={"width": width, "height": 800})
    page = context.new_page()
    furnish(served.marketplace)
    sit_down(page, served)
    places = (
        "/",
        "/cases/1",
        "/cases/4",
        "/together?sender=frank",
        "/account",
        "/numbers",
        "/quality",
    )
    for place in places:
        page.goto(f"{served.address}{place}")
        assert page.locator("html").get_attribute("lang") == "fr"
        assert faults(page) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    context.close()
