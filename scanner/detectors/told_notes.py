"""Notes on how a name is written: that it is one word, and what is put where it has blanks.

"ink by ro (one word)", "spaces are underscores", "kati moss, dash in the middle".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.detectors.words import Word, Words, split
from scanner.views.glance import any_of
from scanner.views.signs.words import SIGN_OF
from scanner.views.signs.words_noted import ONE_WORD

NOTES = Words.of(
    ONE_WORD
    + """,
    without space, one single word, single word, no gap, without gaps, close it up, close it all,
    close it, close up, closed up, close the gaps, close the gap, close the spaces, glue, glued,
    glue it, glue them, glued together, all glued, all joined, joined, joined up, joined together,
    join them, join it, joint, all as one, as one, squash it, squashed, squished, smush*, smoosh*,
    jammed together, written together, mash together, mashed together, en un seul mot, collé,
    attachés, tout ensemble, d'un bloc, sin espacio, pegadito, pegados, juntos, una sola palabra,
    en una palabra, de corrido, grudado, tudo grudado, coladinho, uma palavra só, attaccati,
    tutto unito, unito, una sola parola, zusammengezogen, ein wort, in einem wort, aneinander,
    ohne lücken, aaneen, één woord, jednym słowem, jedno słowo, bez odstępów, jedním slovem,
    spolu, bez medzier, одним словом, в одно слово, злито, слято, birleşik, tek kelime, liền nhau,
    digabung, satu kata, dikit-dikit, isang salita, jod kar, mila ke, bina gap, ek shabd, एक शब्द,
    मिलाकर, متصلة, بدون مسافة, كلمة وحدة, كلمة واحدة, جوڑ کر, بغیر اسپیس, سرهم, بدون فاصله,
    এক শব্দ, স্পেস ছাড়া, জুড়ে, fara spatii, un cuvânt, μία λέξη, egybeírva, szóköz nélkül,
    utan mellanslag, ett ord, i ett ord, i ett, sammen, uden mellemrum, uten mellomrom,
    yhteen putkeen, ilman välejä, yksi sana, ביחד, בלי רווחים, מילה אחת, ติดกัน, ไม่เว้นวรรค, คำเดียว,
    连在一起, 连写, 不要空格, 没有空格, 無空格, スペースなし, 一語, 붙여서, 띄어쓰기 없이, pamoja,
    bila nafasi, neno moja, emendado, emendada, juntinho, juntinhos, tudo grudadinho, space mat,
    space mt, space nahi, space na, boşluk yok, bosluk yok, arada boşluk, words together,
    close together, pötköön, am stück, an einem stück, d'un seul tenant, attaccate, bez razmaka,
    jurray huay, jurre hue, jure hue, juray huay, jude hue, jude huye, juda hua, jura hua, jur ke,
    chipka ke, chipkake, chipkakar, satake, saath mein likho, ek saath likho, jode, eksathe,
    ek sathe, লেগে, লাগিয়ে, لزق, ملزوق, ملزوقة, جڑے ہوئے, جڑا ہوا, جوڑ کے, dikit dikit,
    без размака, спојено, заедно, skupaj, mekaar, pegaditas, pegadas
    """
)
SPACE_WORDS = split(
    """
    space, spaces, gap, gaps, blank, blanks, espacio, espacios, espace, espaces, espaço, espaços,
    spazio, spazi, leerzeichen, lücke, lücken, spatie, spaties, spacja, spacje, spacji, mezera,
    mezery, пробел, пробелы, пробелов, пробіл, пробіли, boşluk, boşluklar, spasi, spațiu, spații,
    स्पेस, মাঝে স্পেস, اسپیس, مسافة, مسافات, فاصله, khoảng trắng, mellanslag, mellemrum, välilyönti,
    every word, each word, between words, between the words, har lafz, har shabd, har word,
    cada palabra, las palabras, chaque mot, les mots, jedem wort, ogni parola, cada palavra,
    szóköz, κενό, κενά, רווח, רווחים, เว้นวรรค, 空格, スペース, 띄어쓰기, 스페이스, puwang
    """
)
SIGNS = SIGN_OF | {
    **dict.fromkeys(("underscores", "unterstriche", "guiones bajos"), "_"),
    **dict.fromkeys(("dots", "periods", "full stops", "points", "puntos", "pontos", "punkte"), "."),
    **dict.fromkeys(("hyphens", "dashes", "guiones", "bindestriche", "tirets"), "-"),
}
# Where a sign is said to stand when it stands between two words.
_MIDDLE_WORDS = split(
    """
    between, in between, inbetween, in the middle, entre, entre medias, au milieu, no meio,
    en medio, al medio, en el medio, in mezzo, nel mezzo, dazwischen, zwischendrin, mittendrin,
    in der mitte, ertussen, tussen, tussenin, pomiędzy, w środku, między, mezi, uprostřed, между,
    посередине, в середине, між, посередині, всередині, arada, araya, ortada, arasında, ortasına,
    beech me, beech mein, bich me, bich mein, beech mai, बीच में, majhe, majhkhane, moddhe, মাঝে,
    মাঝখানে, بينهم, بينهما, بينها, في النص, بالنص, بیچ میں, درمیان میں, وسط, وسطش, بینش, di tengah,
    ditengah, tengahnya, sa gitna, gitna, sa pagitan, ở giữa, giữa, între, la mijloc, ανάμεσα,
    στη μέση, közte, közé, között, középen, emellan, mellan, imellom, mellem, imellem, välissä,
    väliin, באמצע, בין, ตรงกลาง, คั่นกลาง, คั่น, 中间, 中間, 間に, 真ん中に, 사이에, 가운데, katikati
    """
)
# What leads to a word for a blank: "but in place of each space goes an underscore".
_LEADING = (
    "so|só|que|but|only|just|nur|aber|solo|seulement|mais|pero|ma|with|mit|con|avec|com|em|in|no|na|en"
    "|au|à|a|al|statt|anstelle|anstatt|instead|of|for|place|lugar|vez|lieu|posto|invece|de|des|del|dei"
    "|degli|do|dos|each|every|all|cada|chaque|jede|jedem|jeden|jedes|ogni|the|les|los|as|os|i|gli|die"
    "|das|вместо|замість|каждого|кожного|только|тільки|но|але|zamiast|każdej|tylko|yerine|where|there"
    "|wherever|was|is|are|put|use|и|та|και"
)
_ARTICLE = (
    "(?:an?|the|one|une?|ein|eine|einen|uma?|uno|een|jeden|один|одна|одну|bir|ek|ekta|isang|một|egy"
    "|en|et)"
)
_SIGN = rf"(?P<sign>{any_of(SIGNS)})(?!\w)"
_SPACE = rf"(?<!\w)(?:{any_of(SPACE_WORDS)})(?!\w)"
_MIDDLE = rf"(?<!\w)(?:{any_of(_MIDDLE_WORDS)})(?!\w)"
_FOR_BLANKS = tuple(
    re.compile(pattern)
    for pattern in (
        # "spaces are underscores", "in place of each space goes an underscore"
        rf"(?<!\w)(?:(?:{_LEADING})\s){{0,8}}{_SPACE}[^.!?\n)]{{0,14}}?(?<!\w){_SIGN}",
        # "an underscore where the space is", "Unterstrich statt Leerzeichen"
        rf"(?<!\w)(?:(?:{_LEADING}|{_ARTICLE})\s){{0,3}}{_SIGN}\s(?:(?:{_LEADING})\s){{0,4}}{_SPACE}",
        # "in the middle a dash", "a dash in between"
        rf"{_MIDDLE}[\s,:]{{1,2}}(?:{_ARTICLE}\s)?{_SIGN}",
        rf"(?<!\w)(?:(?:with|mit|con|avec|com|met|z|с|з|med)\s)?(?:{_ARTICLE}\s)?{_SIGN}\s"
        rf"(?:(?:goes|comes|is|gehört|kommt|va|vai|vient)\s)?{_MIDDLE}",
    )
)
BLANKS_MAX = 4  # notes on blanks in one text
WORDS_MAX = 40  # words for blanks and for what is between, looked at for them
BEFORE, AFTER = 60, 40  # characters about such a word in which a note stands
_BLANK_WORDS = Words((word, "") for word in (*SPACE_WORDS, *_MIDDLE_WORDS))


def has_note(low: str, start: int, end: int) -> bool:
    """Whether a note of either kind stands in the range; ``low`` is in lower case."""
    return NOTES.any_in(low, start, end) or bool(notes_for_blanks(low[start:end]))


def notes_for_blanks(low: str) -> list[tuple[Word, str]]:
    """Where a note says what is put in place of blanks, and what that is; in order of the text."""
    return sorted(set(islice(_notes_for_blanks(low), BLANKS_MAX)))


def _notes_for_blanks(low: str) -> Iterator[tuple[Word, str]]:
    for word in islice(_BLANK_WORDS.find(low), WORDS_MAX):
        for pattern in _FOR_BLANKS:
            if match := pattern.search(low, max(0, word.start - BEFORE), word.end + AFTER):
                yield Word(*match.span(), ""), SIGNS[match["sign"]]
                break
