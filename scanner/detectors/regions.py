"""Which countries a number without country code may belong to, by how and of what one writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from scanner.detectors.places import PLACES
from scanner.detectors.tongues import DIALECTS, TONGUES
from scanner.detectors.words import Words, listed, split

# Letters beyond ASCII that speak for regions, and which share of all such letters they must be:
# most of them where the letters are a whole alphabet, few where they are what sets it apart.
_LETTERS: tuple[tuple[str, float, str], ...] = (
    ("їєґ", 0.02, "UA"),
    ("і", 0.02, "UA BY"),
    ("ў", 0.01, "BY"),
    ("әғқңөұүһ", 0.02, "KZ"),
    ("а-щьюя", 0.9, "BG UA"),
    ("а-яё", 0.9, "RU KZ BY"),
    ("\u0904-\u0963\u0970-\u097f", 0.6, "IN NP"),  # without the danda, which Bengali writes too
    ("\u0980-\u09ff", 0.6, "BD IN"),
    ("ٹڈڑںہھے", 0.05, "PK IN"),
    ("پچژگ", 0.02, "IR PK"),
    ("\u0600-\u06ff", 0.9, "SA EG AE JO MA"),
    ("\u0590-\u05ff", 0.6, "IL"),
    ("\u0e00-\u0e7f", 0.6, "TH"),
    ("\u3040-\u30ff", 0.2, "JP"),
    ("\uac00-\ud7af", 0.6, "KR"),
    ("\u4e00-\u9fff", 0.8, "CN HK TW"),
    ("\u0370-\u03ff", 0.6, "GR CY"),
    ("\u0b80-\u0bff", 0.6, "IN LK"),
    ("ăđơưảạắằẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏọốồổỗộờớởỡợủũụừứửữựỳỷỹỵ", 0.2, "VN"),
    ("ąćęłńśźż", 0.5, "PL"),
    ("ğış", 0.2, "TR"),
    ("ășțţ", 0.3, "RO MD"),
    ("čďěňřšťůž", 0.3, "CZ SK"),
    ("őű", 0.1, "HU"),
    ("ãõáâàçéêíóôú", 0.9, "BR PT AO MZ"),
    ("áéíóúñü¿¡", 0.9, "ES MX AR CO PE CL EC UY"),
    ("åäö", 0.9, "SE FI"),
    ("æøå", 0.6, "NO DK"),
    ("äöüß", 0.9, "DE AT CH"),
    ("àâæçéèêëîïôœùûüÿ", 0.9, "FR BE CH CA MA CI SN"),
    ("ëïéöü", 0.9, "NL BE"),
    ("àèéìòù", 0.9, "IT CH"),
)
_LETTER_REGIONS = tuple(
    (re.compile(f"[{letters}]"), share, regions.split()) for letters, share, regions in _LETTERS
)
_FOREIGN = re.compile(r"[^\x00-\xbe×÷\u2000-\u2dff\ud800-\udfff\ufe00-\uffff]|[¿¡ñ]")
FOREIGN_MAX = 200  # letters looked at

ENGLISH_MIN = 3  # words that show that a text is English
_ENGLISH_REGIONS = listed("US GB IN PH NG PK KE AU ZA CA IE UG LK GH NZ")
_COUNTRY_CODE = re.compile(
    r"(?:(?<!\w)00|\+)(\d{1,3})"
    r"|\b(?:country code|prefix|vorwahl|código|indicatif|код) (\d{1,3})(?!\d)"
)
_CODE_BEFORE = re.compile(
    r"\b(\d{2,3}) (?:before|first|in front|up front|davor|devant|antes|avant)\b"
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_NAMES_OF_TONGUES = frozenset(
    listed(
        "german french italian spanish polish dutch korea chinese turkish greek portuguese swedish"
        " norwegian danish finnish hungar czech thai swahili yoruba igbo hausa tagalog sinhala"
        " russian japan vietnam afrikaans zulu luganda amharic english welsh français"
    )
)
CODES_MAX = 20  # country codes looked at

_TONGUE_WORDS = Words(
    (word, regions) for regions, words in TONGUES.items() for word in split(words)
)
_DIALECT_WORDS = Words(
    (word, regions) for regions, words in DIALECTS.items() for word in split(words)
)
_PLACE_WORDS = Words((word, regions) for regions, words in PLACES.items() for word in split(words))

# Where most clients and freelancers of large marketplaces are; tried when nothing else is known.
DEFAULT_REGIONS = tuple(listed("US IN GB PH PK KE NG AU ZA BD UG LK IE CA NZ UA ID VN"))
FAR_REGIONS = tuple(listed("DE FR TR EG"))  # tried for what is written as a mobile number there

FAR = -0.02  # weight of a region for which nothing speaks

PLACE_WEIGHT = 3.0
TONGUE_NAMED = 1.2
LETTER_WEIGHT = 1.5
TONGUE_WEIGHT = 0.35  # for each word; words of one language are words of another as well
TONGUE_MOST = 2.0
DIALECT_WEIGHT = 0.2
DIALECT_MOST = 1.2
ENGLISH_WEIGHT = 0.3  # less than a hint: all of the world writes it
ENGLISH_STEP = 0.01
TONGUE_LEAST = 2  # words: one alone may be anything
LATER_REGION = 0.8  # the second region of a language, against the first
REGIONS_MAX = 24  # tried for one number: each costs 40 µs


def likely_regions(low: str) -> dict[str, float]:
    """Regions by weight, likeliest first, from the text around a number in lower case."""
    weights: dict[str, float] = {}
    codes = dict.fromkeys(_written_codes(low), PLACE_WEIGHT)
    for told in (_by_letters(low), _by_words(low), _by_dialect(low), _by_places(low), codes):
        for region, weight in told.items():
            weights[region] = weights.get(region, 0.0) + weight
    for rank, region in enumerate(DEFAULT_REGIONS):
        weights[region] = weights.get(region, 0.0) + 0.16 - rank * 0.01
    for region in FAR_REGIONS:
        weights.setdefault(region, FAR)
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    return dict(ranked[:REGIONS_MAX])


def _by_places(low: str) -> dict[str, float]:
    """Places named; the name of a tongue may be that of the work: "the letters are in German"."""
    weights: dict[str, float] = {}
    for word in _PLACE_WORDS.find(low):
        weight = TONGUE_NAMED if low[word.start : word.end] in _NAMES_OF_TONGUES else PLACE_WEIGHT
        weights[word.meaning] = max(weights.get(word.meaning, 0.0), weight)
    return weights


def _by_letters(low: str) -> dict[str, float]:
    foreign = "".join(_FOREIGN.findall(low)[:FOREIGN_MAX])
    weights: dict[str, float] = {}
    for pattern, share, regions in _LETTER_REGIONS if foreign else ():
        if len(pattern.findall(foreign)) >= share * len(foreign):
            _raise(weights, regions, LETTER_WEIGHT)
    return weights


def _by_words(low: str) -> dict[str, float]:
    """The tongue that most of the words are of; English where nothing else is."""
    tongues = Counter(word.meaning for word in _TONGUE_WORDS.find(low))
    english = tongues.pop("", 0)
    most = max(tongues.values(), default=0)
    weights: dict[str, float] = {}
    for meaning, count in tongues.items():
        if count >= TONGUE_LEAST and count > english // 2 and count * 2 > most:
            weight = min(TONGUE_MOST, TONGUE_WEIGHT * count) * (1.0 if count == most else 0.5)
            _raise(weights, meaning.split(), weight)
    if english >= ENGLISH_MIN and english > most:
        for rank, region in enumerate(_ENGLISH_REGIONS):
            weights[region] = weights.get(region, 0.0) + ENGLISH_WEIGHT - ENGLISH_STEP * rank
    return weights


def _by_dialect(low: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    dialects = Counter(word.meaning for word in _DIALECT_WORDS.find(low))
    for meaning, count in dialects.items():
        weight = min(DIALECT_MOST, DIALECT_WEIGHT * count)
        for region in meaning.split():
            weights[region] = weights.get(region, 0.0) + weight
    return weights


def _written_codes(low: str) -> Iterator[str]:
    """Regions of country codes that stand in the text, and of flags."""
    for match in islice(_FLAG.finditer(low), CODES_MAX):
        yield "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in match[0])
    codes = chain(_COUNTRY_CODE.finditer(low), _CODE_BEFORE.finditer(low))
    for match in islice(codes, CODES_MAX):
        code = match[match.lastindex or 0]
        for length in range(len(code), 0, -1):
            regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code[:length]))
            if regions:
                yield regions[0]
                break


def _raise(weights: dict[str, float], regions: list[str], weight: float) -> None:
    """Each region has at least its share: one tongue more of a country tells no more of it."""
    for rank, region in enumerate(regions):
        share = weight * (1.0 if rank == 0 else LATER_REGION - 0.05 * rank)
        weights[region] = max(weights.get(region, 0.0), share)
