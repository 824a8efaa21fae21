"""Hits of many views become each thing once, where it stands in the raw text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.hit import Hit
from scanner.merge import merge
from scanner.message import Context, Earlier, Message, Role
from scanner.road import Scanner
from scanner.verdict import Category, EntityType, Span
from scanner.views.signs.legends import LEGEND
from scanner.views.view import Source, View, plain
from tests.scanner.detecting import read

TEXT = "mail jane at gmail dot com or pay jane.roe@gmail.com today"


def hit(
    view: View,
    written: str,
    category: Category = "contact.email",
    *,
    confidence: float = 0.9,
    kind: EntityType | None = "email",
    value: str | None = None,
) -> tuple[View, str, Hit]:
    """A hit on the first place where the view holds what is written."""
    start = view.text.index(written)
    end = start + len(written)
    return (
        view,
        category,
        Hit(
            category=category,
            start=start,
            end=end,
            confidence=confidence,
            type=kind,
            value=value if value is not None else written,
        ),
    )


def test_nothing_comes_of_nothing() -> None:
    assert merge([]) == ()


def test_a_wide_place_gives_way_to_a_tight_one_of_the_same() -> None:
    text = "jane dot roe at gmail dot com and the draft follows on Friday, or ping jane.roe on X"
    spelt = read(text, ("jane dot roe at gmail dot com", "jane.roe@gmail.com"), disguise="words")
    address, name = "jane.roe@gmail.com", "jane.roe"
    found = merge(
        [
            hit(plain(Source(text)), text[16:79], value=address),
            hit(spelt, address),
            hit(plain(Source(text)), name, "contact.handle", kind="handle", value=name),
        ]
    )
    assert [(one.value, one.spans[0].start) for one in found] == [(address, 0), (name, 71)]


def test_the_same_thing_in_two_views_is_found_once_by_its_plainest_reading() -> None:
    view = plain(Source(TEXT))
    folded = read(TEXT, ("mail", "MAIL"), ("roe", "roe"), disguise="leet")
    found = merge(
        [
            hit(folded, "jane.roe@gmail.com", confidence=0.95),
            hit(view, "jane.roe@gmail.com", confidence=0.7),
        ]
    )
    (finding,) = found
    assert finding.read_as == ()
    assert finding.confidence == 0.95  # the other reading makes it surer


def test_an_address_put_together_of_words_says_how_it_is_hidden() -> None:
    text = "jane.roe#gmail.com, # is the curly a"
    seen = read(text, ("#", "@"), disguise="odd signs")
    told = hit(plain(Source(text)), "jane.roe#gmail.com", value="jane.roe@gmail.com")
    (alone,) = merge([told])
    assert alone.read_as == ("words for symbols",)
    (finding,) = merge([told, hit(seen, "jane.roe@gmail.com")])
    assert finding.read_as == ("odd signs",)


def test_the_same_value_in_two_places_stays_two_findings() -> None:
    text = "a@b.co, I repeat: a@b.co"
    view = plain(Source(text))
    second = Hit(
        category="contact.email", start=18, end=24, confidence=0.9, type="email", value="a@b.co"
    )
    found = merge([hit(view, "a@b.co"), (view, "email", second)])
    assert [finding.spans for finding in found] == [(Span(0, 0, 6),), (Span(0, 18, 24),)]


def test_what_was_read_through_a_disguise_stands_where_it_was_typed() -> None:
    view = read(TEXT, (" at ", "@"), (" dot ", "."))
    (finding,) = merge([hit(view, "jane@gmail.com")])
    (span,) = finding.spans
    assert TEXT[span.start : span.end] == "jane at gmail dot com"
    assert finding.read_as == ("words for symbols",)


def test_the_domain_of_an_address_is_not_a_link_as_well() -> None:
    view = plain(Source(TEXT))
    found = merge(
        [
            hit(view, "gmail.com", "contact.link", kind="url"),
            hit(view, "jane.roe@gmail.com"),
        ]
    )
    assert [finding.category for finding in found] == ["contact.email"]


def test_an_address_to_be_paid_on_is_an_account_and_nothing_else() -> None:
    view = plain(Source(TEXT))
    found = merge(
        [
            hit(view, "jane.roe@gmail.com", confidence=0.97),
            hit(
                view,
                "jane.roe@gmail.com",
                "payment.account",
                confidence=0.8,
                kind="payment_account",
            ),
        ]
    )
    assert [finding.category for finding in found] == ["payment.account"]


def test_an_unlikely_plain_reading_does_not_hide_a_likely_disguised_one() -> None:
    view = plain(Source(TEXT))
    disguised = read(TEXT, (" at ", "@"), (" dot ", "."))
    found = merge(
        [
            hit(view, "jane", "contact.handle", confidence=0.3, kind="handle"),
            hit(disguised, "jane@gmail.com"),
        ]
    )
    assert [finding.value for finding in found] == ["jane@gmail.com"]


def test_a_guess_in_plain_words_does_not_hide_a_sure_disguised_one() -> None:
    text = "mail jane at gmail dot com to check"
    found = merge(
        [
            hit(plain(Source(text)), "com to check", confidence=0.54, value="check@gmail.com"),
            hit(read(text, (" at ", "@"), (" dot ", ".")), "jane@gmail.com"),
        ]
    )
    assert [finding.value for finding in found] == ["jane@gmail.com"]


def test_a_request_and_the_detail_in_it_are_two_findings() -> None:
    view = plain(Source(TEXT))
    found = merge(
        [
            hit(view, TEXT[30:], "contact.request", kind=None),
            hit(view, "jane.roe@gmail.com"),
        ]
    )
    assert {finding.category for finding in found} == {"contact.email", "contact.request"}


def test_a_rule_that_hits_in_many_views_is_one_finding() -> None:
    views = [plain(Source(TEXT)), read(TEXT, (" dot ", "."))]
    found = merge([hit(view, "mail jane", "contact.request", kind=None) for view in views])
    assert [finding.read_as for finding in found] == [()]


def test_a_rule_of_the_rulebook_signs_its_finding() -> None:
    view = plain(Source(TEXT))
    made = Hit(category="contact.request", start=0, end=4, confidence=0.9, source="ask-mail")
    assert [finding.source for finding in merge([(view, "rulebook", made)])] == ["ask-mail"]


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("415\n555 2671", (Span(-1, 13, 16), Span(0, 0, 8))),
        ("415", None),  # stands in the earlier message alone: that one was judged before
        ("555 2671", None),  # stands in the judged message alone: found there
    ],
)
def test_of_a_room_counts_what_runs_into_the_judged_message(
    written: str, spans: tuple[Span, ...] | None
) -> None:
    room = plain(Source.join([(-1, "my number is 415"), (0, "555 2671")]))
    found = merge([hit(room, written, "contact.phone", kind="phone")])
    assert [finding.spans for finding in found] == ([spans] if spans else [])


def test_what_stands_in_the_message_goes_before_what_a_room_makes_of_it() -> None:
    message = plain(Source("call +14155552671"))
    room = plain(Source.join([(-1, "take 3"), (0, "call +14155552671")]))
    found = merge(
        [
            hit(room, "3\ncall +14155552671", "contact.phone", kind="phone", value="+3"),
            hit(message, "+14155552671", "contact.phone", kind="phone"),
        ]
    )
    assert [finding.value for finding in found] == ["+14155552671"]


def test_a_name_that_begins_a_surer_address_gives_way() -> None:
    view = plain(Source("babak (dot) rugs (a t) g-mail"))
    name = hit(view, "babak (dot) rugs", "contact.handle", kind="handle", value="babak.rugs")
    text = view.text
    address = hit(view, text, "contact.email", kind="email", value="b@gmail.com", confidence=0.8)
    assert [finding.type for finding in merge([name, address])] == ["email"]


@pytest.mark.parametrize("confidence", [0.6, 0.95])
def test_a_name_that_is_part_of_a_longer_number_gives_way(confidence: float) -> None:
    view = plain(Source("it is four69 seven 20 11 8"))
    found = merge(
        [
            hit(view, "four69", "contact.handle", kind="handle", value="four69"),
            hit(
                view,
                "four69 seven 20 11 8",
                "contact.phone",
                kind="phone",
                value="+4698720118",
                confidence=confidence,
            ),
        ]
    )
    assert [finding.value for finding in found] == ["+4698720118"]


ranges = st.tuples(st.integers(0, 50), st.integers(1, 8), st.sampled_from([0.3, 0.6, 0.9]))
drawn = st.lists(
    st.tuples(ranges, st.sampled_from(["contact.email", "payment.account"])), max_size=20
)


@given(drawn, st.randoms(use_true_random=False))
def test_details_never_overlap_and_no_order_of_hits_changes_the_findings(
    places: list[tuple[tuple[int, int, float], Category]], chance: random.Random
) -> None:
    view = plain(Source("x" * 60))
    made = [
        (
            view,
            "d",
            Hit(
                category=category,
                start=start,
                end=start + length,
                confidence=confidence,
                type="email",
                value=f"{start}-{length}",
            ),
        )
        for (start, length, confidence), category in places
    ]
    found = merge(made)
    spans = [finding.spans[0] for finding in found]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert bool(found) is bool(made)
    chance.shuffle(made)
    assert merge(made) == found


def test_the_end_of_a_longer_address_is_no_address_of_its_own() -> None:
    text = "tom,keller@gmail,com"
    whole = read(text, (",", "."), (",", "."), disguise="odd signs")
    (finding,) = merge(
        [
            hit(plain(Source(text)), text[4:], value="keller@gmail.com"),
            hit(whole, "tom.keller@gmail.com"),
        ]
    )
    assert finding.value == "tom.keller@gmail.com"


def test_the_end_of_a_longer_account_is_no_account_of_its_own() -> None:
    text = "zero 417935628"
    whole = read(text, ("zero ", "0"), disguise="number words")
    (finding,) = merge(
        [
            hit(
                plain(Source(text)),
                text[5:],
                "payment.account",
                confidence=0.85,
                kind="payment_account",
            ),
            hit(whole, "0417935628", "payment.account", kind="payment_account"),
        ]
    )
    assert finding.value == "0417935628"


def test_strings_that_code_joins_are_no_guess(scanner: Scanner) -> None:
    text = "SELECT 'odile' || '.' || 'tarts' || CHR(64) || 'posteo' || '.' || 'de' AS here;"
    (finding,) = scanner.scan(Message(text=text)).findings
    assert finding.value == "odile.tarts@posteo.de"


def test_a_name_is_what_its_legend_says() -> None:
    text = "p3rl.44, the 3 is e"
    spelt = read(text, ("3", "e"), disguise=LEGEND)
    (finding,) = merge(
        [
            hit(plain(Source(text)), "p3rl.44", "contact.handle", kind="handle"),
            hit(spelt, "perl.44", "contact.handle", kind="handle"),
        ]
    )
    assert finding.value == "perl.44"


def test_the_end_of_a_number_begun_before_is_no_number_of_its_own(scanner: Scanner) -> None:
    talk: tuple[tuple[Role, str], ...] = (
        ("client", "手机号发我"),
        ("freelancer", "138"),
        ("client", "然后呢"),
    )
    history = tuple(Earlier(text=text, sender_role=role) for role, text in talk)
    message = Message(text="6742 0915", context=Context(sender_role="freelancer"), history=history)
    assert [finding.value for finding in scanner.scan(message).findings] == ["+8613867420915"]
