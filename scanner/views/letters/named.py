"""Latin letters by their names in another script: "जी यू आर यू", "エム・アイ・ケー", "إم إي دي".

Read only where three or more stand in a row: one or two may be a brand, "एल जी", or words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import WORD, Glance
from scanner.views.view import Edit, View, rewrite

DISGUISE = "phonetic alphabet"
ROW_MIN = 3  # letters in a row, in one of the rows of a text; two may be a brand, "एल जी"
ROW_MAX = 40

# The names of a to z, those of one letter apart by ``/``; ``-`` for a letter that none is put for.
_ROWS = (
    "ए/ऐ बी सी डी ई एफ/एफ़ जी एच/एच् आई जे/जेड् के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू/डब्लू एक्स वाई ज़ेड/जेड",
    "এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ/ডাব্লিউ এক্স ওয়াই জেড",
    "ఏ/ఎ బి/బీ సి/సీ డి/డీ ఇ/ఈ ఎఫ్ జి/జీ హెచ్/ఎచ్ ఐ జె/జే కె/కే ఎల్ ఎమ్/ఎం ఎన్ ఒ/ఓ పి/పీ క్యూ"
    " ఆర్ ఎస్"
    " టి/టీ యు/యూ వి/వీ డబ్ల్యు/డబ్ల్యూ ఎక్స్ వై జెడ్",
    "ஏ பி சி டி இ/ஈ எஃப் ஜி எச் ஐ ஜே கே எல் எம் என் ஓ - கியூ ஆர் எஸ் - யூ வி டபிள்யூ/டபிள்யு எக்ஸ் ஒய் இசட்",
    "એ બી સી ડી ઈ એફ જી એચ આઈ જે કે એલ એમ એન ઓ પી ક્યૂ/ક્યુ આર એસ ટી યુ/યૂ વી ડબલ્યુ/ડબ્લ્યુ એક્સ વાય ઝેડ",
    "ਏ ਬੀ ਸੀ ਡੀ ਈ ਐਫ/ਐੱਫ ਜੀ ਐਚ/ਐੱਚ ਆਈ ਜੇ ਕੇ ਐਲ/ਐੱਲ ਐਮ/ਐੱਮ ਐਨ/ਐੱਨ ਓ ਪੀ ਕਿਊ ਆਰ ਐਸ/ਐੱਸ ਟੀ ਯੂ ਵੀ"
    " ਡਬਲਯੂ ਐਕਸ"
    " ਵਾਈ ਜ਼ੈੱਡ",
    "เอ บี ซี ดี อี เอฟ จี เอช/เอ็ช ไอ เจ เค แอล เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี"
    " ดับเบิลยู/ดับบลิว"
    " เอ็กซ์ วาย แซด/ซี",
    "エー/エイ ビー シー ディー イー エフ ジー エイチ/エッチ アイ ジェー/ジェイ ケー/ケイ エル"
    " エム エヌ オー ピー"
    " キュー アール エス ティー/テー ユー ブイ/ヴイ ダブリュー エックス ワイ ゼット",
    "에이 비 씨/시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알/아르 에스 티 유 브이"
    " 더블유 엑스 와이"
    " 제트/지",
    "إيه/ايه بي سي دي إي/اي إف/اف جي إتش/اتش آي جيه/جاي كيه/كي إل/ال إم/ام إن/ان أو/او - كيو"
    " آر/ار إس/اس"
    " تي يو في دبليو/دابليو إكس/اكس واي زد/زي",
    "ای بی سی دی - اف جی اچ آی جی/جِی کی/کِی ال ام ان او پی کیو آر اس تی یو وی دبلیو ایکس وای زد",
    "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ",
    "эй би си ди и эф джи эйч ай джей кей эл эм эн оу пи кью ар эс ти ю ви даблю/дабл-ю экс уай"
    " зед/зет",
)


def _letters() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in _ROWS:
        for letter, names in zip("abcdefghijklmnopqrstuvwxyz", row.split(), strict=True):
            for name in names.split("/"):
                table.setdefault(name, letter)
    table.pop("-")
    return table


_LETTERS = _letters()
_ONE = "|".join(map(re.escape, sorted(_LETTERS, key=len, reverse=True)))
_ROW = re.compile(
    rf"(?<!{WORD})(?:{_ONE})(?:[\s,،、・·.\-]{{1,2}}(?:{_ONE})(?!{WORD}))"
    rf"{{1,{ROW_MAX}}}"
)
_NAME = re.compile(_ONE)


def read_letters_named(view: View, glance: Glance) -> View:
    """The view with rows of such names as the letters."""
    if view.text.isascii() or len(glance.words & _LETTERS.keys()) < ROW_MIN - 1:
        return view
    return rewrite(view, _rows(view.text), disguise=DISGUISE)


def _rows(text: str) -> Iterator[Edit]:
    rows = list(_ROW.finditer(text))
    if not any(len(_NAME.findall(row[0])) >= ROW_MIN for row in rows):
        return
    for row in rows:
        yield Edit(*row.span(), "".join(_LETTERS[name[0]] for name in _NAME.finditer(row[0])))
