"""Which countries a number without country code may belong to, by how and of what one writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from scanner.detectors.places import PLACES
from scanner.detectors.words import Words, listed, split

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

_PLACE_WORDS = Words((word, regions) for regions, words in PLACES.items() for word in split(words))

# Where most clients and freelancers of large marketplaces are; tried when nothing else is known.
DEFAULT_REGIONS = tuple(listed("US IN GB PH PK KE NG AU ZA BD UG LK IE CA NZ UA ID VN"))
FAR_REGIONS = tuple(listed("DE FR TR EG"))  # tried for what is written as a mobile number there

FAR = -0.02  # weight of a region for which nothing speaks

PLACE_WEIGHT = 3.0
LANGUAGE_WEIGHT = 2.0  # of one that is certain to be of one country
TONGUE_NAMED = 1.2
REGIONS_MAX = 24  # tried for one number: each costs 40 µs


RegionsOf = Callable[[str], Mapping[str, float]]  # of a text, by their probabilities


def unknown(_: str) -> Mapping[str, float]:
    """No region: for those who were given nothing that knows languages."""
    return {}


def likely_regions(low: str, regions_of: RegionsOf) -> dict[str, float]:
    """Regions by weight, likeliest first, from the text around a number in lower case."""
    weights = {region: LANGUAGE_WEIGHT * share for region, share in regions_of(low).items()}
    codes = dict.fromkeys(_written_codes(low), PLACE_WEIGHT)
    for told in (_by_places(low), codes):
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
