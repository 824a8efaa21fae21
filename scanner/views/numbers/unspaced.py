"""Figures said without spaces: "幺三六五五二〇", "공일공 칠이구", "ศูนย์แปดหนึ่ง"; figures mixed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.views.numbers.words import DIGIT_OF
from scanner.views.view import Edit

SAID_MIN = 4  # said figures of a run
SAID_MIN_OF_LONG, LONG = 2, 9  # the same for a run with as many digits as a telephone number has
KOREAN_DIGITS = 11  # of a mobile number with its leading 0
UNITS_MAX = 30
FIGURES_MAX = 3_000  # read in one text

_LOOK_ALIKES = {"O": 0, "o": 0, "〇": 0, "I": 1, "l": 1}
_TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_KANA = (
    "ゼロ=0 ぜろ=0"
    " れい=0 まる=0 マル=0 いち=1 イチ=1 に=2 ニ=2 にい=2 にー=2 さん=3 サン=3 よん=4 ヨン=4 し=4"
    " ご=5 ゴ=5 ごお=5 ごー=5"
    " ごう=5 ゴウ=5 ゴー=5 ニイ=2 ニー=2 れー=0 レイ=0 ヨ=4 シ=4 シチ=7 キュー=9 きゅー=9 ク=9"
    " イー=1 ワン=1 ツー=2 スリー=3 フォー=4 ファイブ=5 シックス=6 セブン=7 エイト=8 ナイン=9"
    " ひと=1 ヒト=1 ふた=2 フタ=2"
    " ろく=6 ロク=6 なな=7 ナナ=7 しち=7 はち=8 ハチ=8 きゅう=9 キュウ=9 く=9"
)
_NATIVE_KOREAN = "하나=1 둘=2 셋=3 넷=4 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 제로=0 빵=0 동그라미=0"
_OTHERS = (
    "ศูนย์=0 สูนย์=0 สูน=0 ศูน=0 ซูน=0 หนึ่ง=1 หนึง=1 นึง=1 นึ่ง=1 เอ็ด=1 เอด=1 สอง=2 ซอง=2 โท=2"
    " สาม=3 ซาม=3 สี่=4 สี=4 ซี่=4 ห้า=5 ฮ่า=5 หก=6 ห้ก=6 ฮก=6 เจ็ด=7 เจด=7 แปด=8 แปต=8 แปป=8"
    " เก้า=9 เก่า=9 เกา=9 ก้าว=9",
    "ສູນ=0 ໜຶ່ງ=1 ຫນຶ່ງ=1 ສອງ=2 ສາມ=3 ສີ່=4 ຫ້າ=5 ຫົກ=6 ເຈັດ=7 ແປດ=8 ເກົ້າ=9",
    "សូន្យ=0 មួយ=1 ពីរ=2 បី=3 បួន=4 ប្រាំមួយ=6 ប្រាំពីរ=7 ប្រាំបី=8 ប្រាំបួន=9 ប្រាំ=5",
    "သုည=0 တစ်=1 နှစ်=2 သုံး=3 လေး=4 ငါး=5 ခြောက်=6 ခုနစ်=7 ခုနှစ်=7 ရှစ်=8 ကိုး=9",
)
# What is said from one part to the next there.
_THEN = (
    "แล้วก็|และก็|แล้วต่อด้วย|ต่อด้วย|ตามด้วย|จากนั้น|แล้ว|และ|ขีด|เว้น",
    "ແລ້ວກໍ່|ຕໍ່ດ້ວຍ|ແລ້ວ|ແລະ",
    "បន្ទាប់មក|ហើយ|និង",
    "ပြီးတော့|ပြီးရင်|နောက်",
)
_NOT_IN = {"โท": "(?!ร)"}  # the word for two that begins the one for ringing
_HANGUL = "\uac00-\ud7a3"
_AFTER_KOREAN = (
    rf"(?=[^{_HANGUL}]|\Z|입니다|이에요|예요|요(?![{_HANGUL}])|로\b|으로|번|이고|인데|한테|까지"
    r"|이나|이랑|하고)"
)


@dataclass(frozen=True, slots=True)
class Script:
    """How figures are said in a script: by word, and what may stand between them."""

    digits: dict[str, int]
    run: re.Pattern[str]
    step: re.Pattern[str]


def _listed(words: str) -> dict[str, int]:
    return {word: int(digit) for word, digit in (entry.split("=") for entry in words.split())}


def _script(
    digits: dict[str, int], fewest: int, *, between: str = "", before: str = "", after: str = ""
) -> Script:
    words = sorted((*digits, *_TENS), key=len, reverse=True)
    units = "|".join(re.escape(word) + _NOT_IN.get(word, "") for word in words)
    unit = rf"(?:{units}|\d|[OolI](?![A-Za-z]))"
    gap = rf"{between}[\s,，、.。·・\-–—~!…]{{0,2}}"
    return Script(
        digits,
        re.compile(rf"{before}{unit}(?:{gap}{unit}){{{fewest - 1},{UNITS_MAX}}}{after}"),
        re.compile(rf"{gap}(?P<unit>{unit})"),
    )


# Signs that sound like figures, read only where eleven of them are a Chinese mobile number.
_SOUNDS = {
    sign: digit
    for digit, signs in enumerate(
        (
            "铃灵玲领另林临凌龄邻淋岭令琳",
            "衣医依伊壹夭腰妖要药邀吆益易已亿义姨移",
            "尔耳儿贰饵而洱爱",
            "散伞叁仨桑山衫",
            "似死寺思丝是事司斯私肆世诗",
            "吾舞午伍无武我屋务误勿物吴",
            "溜流留刘陆柳遛榴瘤路鹿",
            "妻气骑齐柒期起奇欺棋旗其漆戚拐",
            "吧爸巴把扒捌霸发罢疤跋拔芭",
            "酒久旧救玖就究舅揪韭",
        )
    )
    for sign in signs
}
_SOUNDS |= DIGIT_OF["zh"]
_SOUND = f"[{''.join(_SOUNDS)}0-9]"
_SOUND_ALIKE = re.compile(rf"(?<!{_SOUND}){_SOUND}(?:[ ,，、·-]{{0,2}}{_SOUND}){{10}}(?!{_SOUND})")
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")

_SCRIPTS = (
    _script(
        DIGIT_OF["zh"] | _listed(_KANA),
        5,
        between=r"[\s,，、]{0,2}(?:の|ノ|は|ー|[（()）]|然[后後]|再[来來]|最[后後]|接[着著]|之[后後]|跟住|最後に)?"
        r"[\s,，、]{0,2}(?:それから|そして|そのあと|その後|その次|つぎ|次|あとは|あと|残りは|最後に)?",
    ),
    _script(
        DIGIT_OF["ko"] | _listed(_NATIVE_KOREAN),
        7,
        between=r"[\s,，.·!~…-]{0,2}(?:에|다시|대시|하이픈|그\s?다음(?:엔|이|은)?|다음에|다음|그리고|마지막|이어서)?"
        r"[\s,，]{0,2}(?:(?:끝|뒤|뒷|앞|마지막|그다음|가운데|중간)(?:은|는|이|번호는?|자리는?)?|그리고)?",
        before=rf"(?<![{_HANGUL}])",
        after=_AFTER_KOREAN,
    ),
    *(
        _script(_listed(words), 6, between=rf"[\s,.…-]{{0,3}}(?:(?:{then})[\s,.…-]{{0,3}})?")
        for words, then in zip(_OTHERS, _THEN, strict=True)
    ),
)
FIGURE_WORDS = {word: digit for script in _SCRIPTS for word, digit in script.digits.items()}
# What a text must hold for a look at it to be worth while.
SIGN_CHARACTERS = frozenset(sign for word in FIGURE_WORDS for sign in word)
SIGN_CHARACTERS |= _SOUNDS.keys()


def has_signs(text: str) -> bool:
    """Whether figures are said in a row in one of the scripts."""
    if any(script.run.search(text) for script in _SCRIPTS):
        return True
    return _SOUND_ALIKE.search(text) is not None


def read_signs(text: str) -> Iterator[Edit]:
    """The edits that make figures of them, in order; the parting within a run goes."""
    edits = list(_sound_alikes(text))
    for script in _SCRIPTS:
        for match in script.run.finditer(text):
            found = _without_copula(text, list(_figures(script, text, match)))
            said = sum(edit.text != text[edit.start : edit.end] for edit in found)
            total = sum(len(edit.text) for edit in found)
            if len(edits) > FIGURES_MAX:
                break
            if said >= SAID_MIN or (said >= SAID_MIN_OF_LONG and total >= LONG):
                edits += _joined(text, found)
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:  # runs of two scripts may share their plain figures
            end = max(end, edit.end)
            yield edit


def _without_copula(text: str, figures: list[Edit]) -> list[Edit]:
    """Without the 이 of "이요", which is also two, where the number is whole without it."""
    last = figures[-1]
    is_copula = text[last.start : last.end + 1] == "이요"
    is_over = sum(len(edit.text) for edit in figures) == KOREAN_DIGITS + 1
    return figures[:-1] if is_copula and is_over else figures


def _sound_alikes(text: str) -> Iterator[Edit]:
    for match in _SOUND_ALIKE.finditer(text):
        figures = "".join(str(_SOUNDS.get(sign, sign)) for sign in re.findall(_SOUND, match[0]))
        if _CHINESE_MOBILE.fullmatch(figures) and not match[0].isdecimal():
            yield Edit(*match.span(), figures)


def _figures(script: Script, text: str, match: re.Match[str]) -> Iterator[Edit]:
    """The units of a run as figures; those tied by tens and hundreds as one number."""
    tied: list[tuple[int, int, str]] = []
    at = match.start()
    while at < match.end() and (step := script.step.match(text, at, match.end())):
        if tied and tied[-1][1] != step.start("unit"):
            yield from _said(script, tied)
            tied = []
        at = step.end()
        tied.append((step.start("unit"), at, step["unit"]))
    yield from _said(script, tied)


def _said(script: Script, units: list[tuple[int, int, str]]) -> Iterator[Edit]:
    if not any(word in _TENS for _, _, word in units):
        for start, end, word in units:
            yield Edit(start, end, str(_digit(script, word)))
        return
    number, last = 0, None
    for _, _, word in units:
        if word in _TENS:
            number += _TENS[word] * (1 if last is None else last)
            last = None
        else:
            last = (last or 0) * 10 + _digit(script, word)
    yield Edit(units[0][0], units[-1][1], str(number + (last or 0)))


def _digit(script: Script, word: str) -> int:
    digit = script.digits.get(word, _LOOK_ALIKES.get(word))
    return int(word) if digit is None else digit


def _joined(text: str, figures: list[Edit]) -> Iterator[Edit]:
    end = figures[0].start
    for figure in figures:
        if figure.start > end:
            yield Edit(end, figure.start, "")
        if figure.text != text[figure.start : figure.end]:
            yield figure
        end = figure.end
