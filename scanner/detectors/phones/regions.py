"""Which countries a number without country code may belong to, by how and of what one writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from models.countries import countries_of_addresses
from scanner.detectors.phones.manners import MANNERS
from scanner.detectors.phones.places import PLACES
from scanner.detectors.phones.sister_tongues import sisters_told
from scanner.detectors.words import Words, listed, split
from scanner.views.numbers.hints import IN_FRONT

_COUNTRY_CODE = re.compile(
    r"(?:(?<!\w)00|(?<!\d)\+)(\d{1,3})"
    r"|\b(?:country code|prefix|vorwahl|código|indicatif|код) (\d{1,3})(?!\d)"
)
# "356 in front", "353, then 86 271 4409": said apart from the number it belongs before.
_CODE_APART = re.compile(
    rf"(?<![\d.,/-])(?<!\d\s)(\d{{2,3}})(?:{IN_FRONT}|,?\s(?:and\s)?"
    r"(?:then|dann|puis|ensuite|luego|después|depois|poi|dan|potem|потом|затем|далее|потім|далі"
    r"|sonra|lalu|followed by|gefolgt von)[,:]?\s(?=\(?\d(?:[ ()-]?\d){6}))"
)
_OTHER_FIGURE = re.compile(r"[^\D0-9]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_NAMES_OF_TONGUES = frozenset(
    listed(
        "german french italian spanish polish dutch korea chinese turkish greek portuguese swedish"
        " norwegian danish finnish hungar czech thai swahili yoruba igbo hausa tagalog sinhala"
        " russian japan vietnam afrikaans zulu luganda amharic english welsh français"
    )
)
# Tens as only some who speak French say them.
_OTHER_TENS = re.compile(r"\b(?:septante|nonante|(?P<swiss>huitante))")
TENS_WEIGHT = 2.0
UKRAINIAN = "38"
CODES_MAX = 20  # country codes looked at

_PLACE_WORDS = Words((word, regions) for regions, words in PLACES.items() for word in split(words))
_MANNERS = Words((word, region) for region, words in MANNERS.items() for word in split(words))

# Where most clients and freelancers of large marketplaces are; tried when nothing else is known.
DEFAULT_REGIONS = tuple(listed("US IN GB PH PK KE NG AU ZA IE BD UG LK CA NZ"))
OF_ENGLISH, ENGLISH_FROM = ("GH",), 0.3  # tried only for English, which Britain's weight tells
OF_OWN_TONGUE = tuple(listed("UA ID VN"))  # the same, whose people write English less often
# Tried for what is written as a mobile number there.
FAR_REGIONS = tuple(listed("DE NL FR TR EG AT CH BE JO HU BR MY KR JP IL CN RU"))

FAR = -0.02  # weight of a region for which nothing speaks
LESS_OFTEN = -0.3

PLACE_WEIGHT = 3.0
LANGUAGE_WEIGHT = 2.0  # of one that is certain to be of one country
TONGUE_NAMED = 1.2
MANNER_WEIGHT = 0.45  # of a name or a turn of speech; two of them
MANNERS_MOST = 0.65
# Countries that write one tongue: what speaks for the first may mean the others.
SISTERS = {"DE": ("AT", "CH"), "FR": ("BE", "CH"), "NL": ("BE",), "US": ("CA",), "CN": ("TW",)}
FAR_SISTERS = {
    "ES": ("DO", "AR", "MX", "CO", "PE", "CL", "EC", "UY", "GT", "VE", "PY"),
    "PT": ("BR", "AO"),
    "SA": ("EG", "AE", "JO", "IQ", "MA", "DZ"),
}
OF_SISTER, OF_FAR_SISTER, SISTERS_FROM = 0.5, 0.35, 0.2  # shares of the weight, and from which on
SISTER_TOLD = 0.4  # more than the tongue it is taken for, where the words are only its own
# Figures of whose script people write, and where most of them are.
DIGIT_SCRIPTS = {
    "০": "BD", "०": "IN", "௦": "IN", "౦": "IN", "೦": "IN", "൦": "IN", "૦": "IN", "੦": "IN",
    "༠": "IN", "۰": "IR", "๐": "TH", "໐": "LA", "၀": "MM", "០": "KH", "᠐": "MN", "߀": "GN",
}  # fmt: skip
SCRIPT_WEIGHT = 1.0
DOMAIN_WEIGHT = 1.2
_SCRIPTS = (
    (re.compile("[а-я]{2}"), listed("RU UA BG KZ BY RS MK KG")),
    (re.compile("[一-鿿]"), listed("CN TW JP HK")),
)
_LATIN = re.compile("[a-z]{2}")
OF_SCRIPT = 0.25
FROM_ELSEWHERE = -0.5  # of whom a text has not one Latin letter
REGIONS_MAX = 36  # tried for one number: each costs 40 µs


RegionsOf = Callable[[str], Mapping[str, float]]  # of a text, by their probabilities


def unknown(_: str) -> Mapping[str, float]:
    """No region: for those who were given nothing that knows languages."""
    return {}


def likely_regions(low: str, regions_of: RegionsOf) -> dict[str, float]:
    """Regions by weight, likeliest first, from the text around a number in lower case."""
    weights = {region: LANGUAGE_WEIGHT * share for region, share in regions_of(low).items()}
    _add_sisters(weights)
    for region, taken_for in sisters_told(low).items():
        if weights.get(taken_for, 0.0) >= SISTERS_FROM:
            weights[region] = weights[taken_for] + SISTER_TOLD
    codes = dict.fromkeys(_written_codes(low), PLACE_WEIGHT)
    by_script = _by_script(low)
    told_by = (_by_places, _by_manners, _by_figures, _by_tens, _by_domains)
    for told in (codes, by_script, *(tells(low) for tells in told_by)):
        for region, weight in told.items():
            weights[region] = weights.get(region, 0.0) + weight
    _add_defaults(weights)
    if by_script and not _LATIN.search(low):
        for region in {*DEFAULT_REGIONS, *OF_OWN_TONGUE} - by_script.keys():
            weights[region] += FROM_ELSEWHERE
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    return dict(ranked[:REGIONS_MAX])


def _add_defaults(weights: dict[str, float]) -> None:
    """The regions that are tried when nothing else is known, after those that are."""
    for rank, region in enumerate(DEFAULT_REGIONS):
        weights[region] = weights.get(region, 0.0) + 0.16 - rank * 0.01
    if weights["GB"] >= ENGLISH_FROM:
        for rank, region in enumerate(OF_ENGLISH):
            weights[region] = weights.get(region, 0.0) + 0.06 - rank * 0.01
    for region in OF_OWN_TONGUE:
        weights[region] = weights.get(region, 0.0) + LESS_OFTEN
    for region in FAR_REGIONS:
        weights.setdefault(region, FAR)


def _add_sisters(weights: dict[str, float]) -> None:
    for share, families in ((OF_SISTER, SISTERS), (OF_FAR_SISTER, FAR_SISTERS)):
        for region, sisters in families.items():
            weight = weights.get(region, 0.0)
            for sister in sisters if weight >= SISTERS_FROM else ():
                weights[sister] = max(weights.get(sister, 0.0), share * weight)


def _by_places(low: str) -> dict[str, float]:
    """Places named; the name of a tongue may be that of the work: "the letters are in German"."""
    weights: dict[str, float] = {}
    for word in _PLACE_WORDS.find(low):
        weight = TONGUE_NAMED if low[word.start : word.end] in _NAMES_OF_TONGUES else PLACE_WEIGHT
        weights[word.meaning] = max(weights.get(word.meaning, 0.0), weight)
    return weights


def _by_manners(low: str) -> dict[str, float]:
    """Names and turns of speech; how often one is said proves nothing."""
    said: dict[str, set[str]] = {}
    for word in _MANNERS.find(low):
        said.setdefault(word.meaning, set()).add(low[word.start : word.end])
    return {region: min(MANNERS_MOST, MANNER_WEIGHT * len(words)) for region, words in said.items()}


def _by_tens(low: str) -> dict[str, float]:
    """Belgium and Switzerland, where nobody says "soixante-dix"."""
    said = _OTHER_TENS.search(low)
    if said is None:
        return {}
    return dict.fromkeys(("CH",) if said["swiss"] else ("BE", "CH"), TENS_WEIGHT)


def _by_domains(low: str) -> dict[str, float]:
    """The countries of addresses that stand near."""
    return dict.fromkeys(countries_of_addresses(low), DOMAIN_WEIGHT)


def _by_script(low: str) -> dict[str, float]:
    """The countries of a script that many tongues share, of which few words tell little."""
    if low.isascii():
        return {}
    script = next((lands for sign, lands in _SCRIPTS if sign.search(low)), ())
    return dict.fromkeys(script, OF_SCRIPT)


def _by_figures(low: str) -> dict[str, float]:
    """The country of most who write figures as the text has them."""
    if low.isascii() or (sign := _OTHER_FIGURE.search(low)) is None:
        return {}
    region = DIGIT_SCRIPTS.get(chr(ord(sign[0]) - int(sign[0])))
    return {region: SCRIPT_WEIGHT} if region else {}


def _written_codes(low: str) -> Iterator[str]:
    """Regions of country codes that stand in the text, and of flags."""
    for match in islice(_FLAG.finditer(low), CODES_MAX):
        yield "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in match[0])
    codes = chain(_COUNTRY_CODE.finditer(low), _CODE_APART.finditer(low))
    for match in islice(codes, CODES_MAX):
        code = match[match.lastindex or 0]
        if code == UKRAINIAN:  # as people there write it, the 0 of the number after it
            yield "UA"
            continue
        for length in range(len(code), 0, -1):
            regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code[:length]))
            if regions:
                yield regions[0]
                break
