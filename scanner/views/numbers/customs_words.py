"""Lists by which people of a country or a trade count, and the words that tell of the list.

Each name stands at its number; those that are told in several ways have them parted by strokes.
"""

from __future__ import annotations

from typing import NamedTuple


class Custom(NamedTuple):
    """A list in the order of its numbers, from one on, and the words that tell that it is meant.

    ``number``: a pattern of the telephone numbers that it tells. ``width``: how many figures each
    number of the list has at least. ``has_tens``: whether ten and more are numbers of two figures;
    otherwise the tenth stands for nought, and those after it end a number. ``is_led``: whether
    figures or a number word come first, as in no list of places that has another purpose.
    """

    hints: str
    names: tuple[str, ...]
    number: str
    width: int = 1
    has_tens: bool = True
    is_led: bool = True


def _listed(names: str) -> tuple[str, ...]:
    """The names of a list that are parted by commas."""
    return tuple(name.strip() for name in names.split(","))


def _in_rows(rows: str) -> tuple[str, ...]:
    """One list for each row, put together: the first names of all, the second, …"""
    lists = [row.split() for row in rows.strip().splitlines()]
    return tuple("/".join(names) for names in zip(*lists, strict=True))


CUSTOMS = (
    # Departments of France, as on number plates.
    Custom(
        "département départements departement departements géo géographe géographie",
        _listed(
            """
            ain, aisne, allier, alpes-de-haute-provence, hautes-alpes, alpes-maritimes, ardèche,
            ardennes, ariège, aube, aude, aveyron, bouches-du-rhône, calvados, cantal, charente,
            charente-maritime, cher, corrèze, corse, côte-d'or, côtes-d'armor, creuse, dordogne,
            doubs, drôme, eure, eure-et-loir, finistère, gard, haute-garonne, gers, gironde,
            hérault, ille-et-vilaine, indre, indre-et-loire, isère, jura, landes, loir-et-cher,
            loire, haute-loire, loire-atlantique, loiret, lot, lot-et-garonne, lozère,
            maine-et-loire, manche, marne, haute-marne, mayenne, meurthe-et-moselle, meuse,
            morbihan, moselle, nièvre, nord, oise, orne, pas-de-calais, puy-de-dôme,
            pyrénées-atlantiques, hautes-pyrénées, pyrénées-orientales, bas-rhin, haut-rhin, rhône,
            haute-saône, saône-et-loire, sarthe, savoie, haute-savoie, paris, seine-maritime,
            seine-et-marne, yvelines, deux-sèvres, somme, tarn, tarn-et-garonne, var, vaucluse,
            vendée, vienne, haute-vienne, vosges, yonne, territoire de belfort, essonne,
            hauts-de-seine, seine-saint-denis, val-de-marne, val-d'oise
            """
        ),
        number=r"0[1-9]\d{8}",
        width=2,
    ),
    # Provinces of Turkey, likewise.
    Custom(
        "plaka plakası plakaları plakalar plakayla plakalarla",
        _listed(
            """
            adana, adıyaman, afyon/afyonkarahisar, ağrı, amasya, ankara, antalya, artvin, aydın,
            balıkesir, bilecik, bingöl, bitlis, bolu, burdur, bursa, çanakkale, çankırı, çorum,
            denizli, diyarbakır, edirne, elazığ, erzincan, erzurum, eskişehir, gaziantep/antep,
            giresun, gümüşhane, hakkari, hatay, isparta, mersin, istanbul, izmir, kars, kastamonu,
            kayseri, kırklareli, kırşehir, kocaeli, konya, kütahya, malatya, manisa,
            kahramanmaraş/maraş, mardin, muğla, muş, nevşehir, niğde, ordu, rize, sakarya, samsun,
            siirt, sinop, sivas, tekirdağ, tokat, trabzon, tunceli, şanlıurfa/urfa, uşak, van,
            yozgat, zonguldak, aksaray, bayburt, karaman, kırıkkale, batman, şırnak, bartın,
            ardahan, ığdır, yalova, karabük, kilis, osmaniye, düzce
            """
        ),
        number=r"0?5\d{9}",
        width=2,
    ),
    # What a caller of bingo shouts.
    Custom(
        "bingo mecca caller housey tombola house lotto",
        _listed(
            """
            kelly's eye, one little duck, cup of tea, knock at the door, man alive, half a dozen,
            lucky seven, garden gate, doctor's orders, cock and hen, legs eleven, one dozen,
            unlucky for some, valentine's day, young and keen, sweet sixteen/never been kissed,
            dancing queen, coming of age, goodbye teens, one score, key of the door,
            two little ducks, thee and me, two dozen, duck and dive, pick and mix,
            gateway to heaven/duck and a crutch, in a state/overweight, rise and shine,
            dirty gertie, get up and run, buckle my shoe, all the threes, ask for more,
            jump and jive, three dozen, more than eleven, christmas cake, steps, life begins,
            time for fun, winnie the pooh, down on your knees, droopy drawers, halfway there,
            up to tricks, four and seven, four dozen, pc, half a century, tweak of the thumb,
            danny la rue, stuck in the tree, clean the floor, snakes alive, was she worth it,
            heinz varieties, make them wait, brighton line, five dozen, bakers bun, turn the screw,
            tickle me, red raw, old age pension, clickety click, made in heaven, saving grace,
            either way up, three score and ten, bang on the drum, six dozen, queen bee,
            hit the floor, strive and strive, trombones, sunset strip, heaven's gate,
            one more time, eight and blank, stop and run, straight on through, time for tea,
            seven dozen, staying alive, between the sticks, torquay in devon, two fat ladies,
            nearly there, top of the shop
            """
        ),
        number=r"0\d{10}",
    ),
    # What one dreams of in Naples, and plays in the lottery.
    Custom(
        "smorfia tombola lotto cabala",
        _listed(
            """
            l'italia, la bambina/'a piccerella, la gatta/'a jatta, il maiale/'o puorco,
            la mano/'a mano, chella ca guarda 'nterra, il vaso/'o vasetto, la madonna/'a maronna,
            la figliata/'a figliata, i fagioli/'e fasule, i topolini/'e suricille,
            il soldato/'o surdato, sant'antonio, l'ubriaco/'o mbriaco, il ragazzo/'o guaglione,
            'o culo, la disgrazia/'a disgrazia, il sangue/'o sanghe, la risata/'a resata,
            la festa/'a festa, la donna nuda/'a femmena annura, il pazzo/'o pazzo,
            lo scemo/'o scemo, le guardie/'e gguardie, natale, nanninella, il pitale/'o cantero,
            'e zizze, 'o pate d''e criature, 'e palle d''o tenente,
            il padrone di casa/'o padrone 'e casa, il capitone/'o capitone,
            gli anni di cristo/l'anne 'e cristo, la testa/'a capa, l'uccellino/l'aucelluzz,
            le nacchere/'e castagnelle, il monaco/'o monaco, le botte/'e mmazzate,
            la corda al collo/'a funa 'nganna, l'ernia/'a paposcia, il coltello/'o curtiello,
            il caffè/'o ccafè, 'onna pereta, le carceri/'e ccancelle, il vino/'o vino,
            il denaro/'e denare, il morto/'o muorto, il morto che parla/'o muorto che parla,
            la carne/'o piezzo 'e carne, il pane/'o ppane, il giardino/'o ciardino,
            la mamma/'a mamma, il vecchio/'o viecchio, il cappello/'o cappiello,
            la musica/'a museca, la caduta/'a caruta, il gobbo/'o scartellato,
            il pacco/'o paccotto, i peli/'e pile, il lamento/'o lamento,
            il cacciatore/'o cacciatore, il morto ammazzato/'o muorto acciso, la sposa/'a sposa,
            la marsina/'a sciammeria, il pianto/'o chianto, le due zitelle/'e ddoie zitelle,
            il totano/'o totaro, la zuppa/'a zuppa cotta, sottosopra/sott'e 'ncoppa,
            il palazzo/'o palazzo, l'uomo di merda, la meraviglia/'a maraviglia,
            l'ospedale/'o spitale, la grotta/'a rotta, pulcinella/pulecenella,
            la fontana/'a funtana, i diavoli/'e diavule, la bella figliola/'a bella figliola,
            il ladro/'o mariuolo, la bocca/'a vocca, i fiori/'e sciure,
            la tavola imbandita/'a tavula 'mbandita, il maltempo/'o maletiempo,
            la chiesa/'a cchiesa, le anime del purgatorio, la bottega/'a puteca,
            i pidocchi/'e perucchie, i caciocavalli/'e casecavalle, la vecchia/'a vecchia,
            la paura/'a paura
            """
        ),
        number=r"3\d{9}|0\d{8,10}",
    ),
    # Stems and branches of the Chinese calendar, and the beasts of the branches.
    Custom(
        "天干 甲当 甲是 甲为 甲=1 甲代表",
        tuple("甲乙丙丁戊己庚辛壬癸"),
        r"0?1[3-9]\d{9}",
        has_tens=False,
        is_led=False,
    ),
    Custom(
        "地支 生肖", tuple("子丑寅卯辰巳午未申酉"), r"0?1[3-9]\d{9}", has_tens=False, is_led=False
    ),
    Custom(
        "giáp",
        ("tý", "sửu", "dần", "mão/mẹo", "thìn", "tỵ/tị", "ngọ", "mùi", "thân", "dậu"),
        number=r"0\d{9}|84\d{9}",
        has_tens=False,
    ),
    Custom(
        "month months calendar mois calendrier meses calendario monat monate monaten kalender mesi"
        " maand maanden miesiąc miesiące miesiącach месяц месяцы месяцев місяць місяці aylar",
        _in_rows(
            """
            january february march april may june july august september october
            janvier février mars avril mai juin juillet août septembre octobre
            enero febrero marzo abril mayo junio julio agosto septiembre octubre
            janeiro fevereiro março abril maio junho julho agosto setembro outubro
            januar februar märz april mai juni juli august september oktober
            gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
            januari februari maart april mei juni juli augustus september oktober
            styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik
            январь февраль март апрель май июнь июль август сентябрь октябрь
            січень лютий березень квітень травень червень липень серпень вересень жовтень
            ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim
            """
        )
        + _in_rows(
            """
            november december
            novembre décembre
            noviembre diciembre
            novembro dezembro
            november dezember
            novembre dicembre
            november december
            listopad grudzień
            ноябрь декабрь
            листопад грудень
            kasım aralık
            """
        ),
        number=r"0\d{9,10}|\d{10}",
        has_tens=False,
    ),
    # Elements by their atomic numbers; neon stands for nought.
    Custom(
        "atomic ordnungszahl ordnungszahlen atomique atomiques atómico atómicos atômico атомный"
        " атомные атомних periodic",
        ("h", "he", "li", "be", "b", "c", "n", "o", "f", "ne"),
        number=r"0\d{9,10}|\d{10}",
        has_tens=False,
        is_led=False,
    ),
)
# What sounds like figures in Japanese and Korean: "いい国" is 1192, "천사" is 1004.
SOUNDS_JA = {
    sound: figures
    for figures, sounds in (
        ("0", "ゼロ ぜろ れい まる マル お オ"),
        ("1", "いち イチ い イ ひと ひ ヒ"),
        ("2", "に ニ ふた ふ フ"),
        ("3", "さん サン さ サ み ミ"),
        ("4", "よん ヨン よ ヨ し シ"),
        ("5", "ご ゴ こ コ いつ"),
        ("6", "ろく ロク ロー ろー ろう ろ ロ む ム"),
        ("7", "なな ナナ な ナ しち シチ"),
        ("8", "はち ハチ は ハ や ヤ"),
        ("9", "きゅう キュウ きゅー キュー く ク 苦"),
        ("11", "いい イイ"),
        ("22", "夫婦"),
        ("26", "風呂"),
        ("29", "肉"),
        ("41", "良い"),
        ("87", "花"),
        ("92", "くに クニ 国"),
    )
    for sound in sounds.split()
}
SOUNDS_KO = {
    "천사": "1004",
    "친구사이": "7942",
    "친구친구": "7979",
    "빨리빨리": "8282",
    "이사이사": "2424",
    "사이사이": "4242",
    "오빠사랑": "5842",
    "영원사랑": "0042",
}
