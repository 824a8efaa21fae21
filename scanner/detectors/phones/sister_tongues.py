"""Tongues that are taken for a larger one beside them, by the words and letters that tell them."""

from __future__ import annotations

from typing import NamedTuple

from scanner.detectors.words import Words, split


class Sister(NamedTuple):
    """The region of a tongue, that of the one it is taken for, and what only the first writes."""

    region: str
    taken_for: str
    words: str
    letters: str = ""


_SISTERS = (
    Sister(
        "NP",
        "IN",
        """
        गर्नुस्, गर्नुहोस्, गर्नु, गरिदिनुस्, गर्छु, छु, छैन, छन्, भन्नु*, भन्ने, हुन्छ*, तपाईँ*, मलाई,
        लहरै, थिच*, निलो, टिप्नुस्, थियो, राम्रो, भयो, रुपैयाँ, चाहिन्छ, दुई, दुइ, पाँचौं, सकिन*,
        पठाउनु*, दिनुस्, त्यसपछि,
        garnus, garnuhos, garnu, gara na, garchu, hunchha, huncha, malai, tapai*, bhannus, dinus,
        ramro, dekhauchu, sakincha, parcha, chaina, bhayo, garera, hajurlai
        """,
    ),
    Sister(
        "MY",
        "ID",
        """
        soalan, jawapan*, sahaja, percuma, cikgu, encik, puan, telefon, hujung, macam mana, tarikh,
        mesyuarat, awak, sebut harga, pejabat, cuti, nombor
        """,
    ),
    Sister(
        "SK",
        "CZ",
        """
        som, alebo, ktorý, ktorá, ktoré, ktorej, čo, keď, tiež, veľmi, zavolaj, zavolajte, volajte,
        ďakujem, teraz, viac, päť, deväť, šesť, štyri, sedem, osem, šesťsto, štrnásť, mnou, ozvite
        """,
        "ľĺŕ",
    ),
    Sister(
        "BG",
        "RU",
        """
        позвонете*, обадете, обади*, обаждай*, звънн*, съм, аз, номерът, моят, телефонът,
        телефона ми, здравейте, благодаря, утре, днес, също, какво, къде, вайбър,
        пишете ми, искам, мога, моля
        """,
    ),
    Sister(
        "MK",
        "RS",
        """
        мојот, мојата, моето, сум, сакам, можам, телефонот, бројот, благодарам, јавете, повикај*,
        овој, оваа, утре, ве молам, побарај*, исто така, ми требаат, заработувачка
        """,
        "ѓќѕ",
    ),
)
_WORDS = Words((word, sister.region) for sister in _SISTERS for word in split(sister.words))


def sisters_told(low: str) -> dict[str, str]:
    """The regions of such tongues that the text tells, each with the one it is taken for."""
    told = {word.meaning for word in _WORDS.find(low)}
    return {
        sister.region: sister.taken_for
        for sister in _SISTERS
        if sister.region in told or any(letter in low for letter in sister.letters)
    }
