"""Which countries a number without country code may belong to, by how and of what one writes."""

from __future__ import annotations

import re
from collections import Counter

from scanner.detectors.words import Words, listed, split

# Letters beyond ASCII that speak for regions, and which share of all such letters they must be:
# most of them where the letters are a whole alphabet, few where they are what sets it apart.
_LETTERS: tuple[tuple[str, float, str], ...] = (
    ("їєґ", 0.02, "UA"),
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

# Words that one language uses often, for those written in plain Latin letters.
# The rest of English is spoken everywhere and speaks for no region, but against other tongues.
_ENGLISH = """
    the, and, for, you, with, are, my, to, of, i, i'm, it, that, this, have, your, can, will,
    on, at, is, in, so, but
"""
_TONGUES: dict[str, str] = {
    "": _ENGLISH,
    "PH": """
        singko, siyete, otso, bente, kwatro, nuwebe, eto, dito, hehe, na, ko, yan, din, opo,
        po, ako, mo, naman, sa, lang, kayo, salamat, mam, yung, niyo, ang
    """,
    "MY": "lah, la, boss, can ah, leh, ringgit",
    "ID MY": "saya, yang, bisa, aja, kak, gan, mas, untuk, dengan, nggak, hubungi, kirim, ini, ada",
    "IN PK": """
        dunga, karunga, karke, wali, baat, kya, se, tak, aaj, kal, abhi, baaki, gaya, raha,
        rahi, nau, aath, saat, chaar, paanch, teen, bahut, accha, haan, lijiye, hai, kar,
        mera, aap, karo, kijiye, bhai, ji, pe, sir, mujhe, nahi, ka, ki, ke
    """,
    "PK IN": """
        yar, likh, lo, krna, krta, kr, lein, jee, meri, krwa, krain, kr, lain, shukria, hun,
        wala, mein, rha, ap, assalam, sahab
    """,
    "BD IN": "ami, apni, kore, dan, bhaiya, amar, hobe, ache, taka, tk, korben, pathan",
    "NG": """
        dey, abeg, una, wetin, sef, oga, am, naira, na, don, make i, wey, dem, abi, no vex,
        wahala, go fit
    """,
    "KE TZ UG": "habari, kwa, nipo, simu, karibu, sana, yangu, ksh, nipigie, bob",
    "FR BE CH CA CI": """
        je, vous, le, les, pour, sur, est, moi, appelez, avec, du, de, la, des, tes, ton, ou,
        pr, appelle, dans, pas, merci, bonjour, nous, votre, une, et, mon, au, ça, c'est,
        j'ai, soir, demain
    """,
    "ES MX AR CO PE CL EC CR UY": """
        el, los, para, que, con, por, al, mi, una, lo, y, me, de, la, las, del, se, soy,
        puede, usted, como, pero, muy, hola, gracias, cualquier, hoy, le, es, su, ya, si, no,
        te, un
    """,
    "BR PT AO": """
        para, com, um, uma, no, na, pra, meu, seu, o, e, ou, de, do, da, que, mim, você, vc,
        teu, amanhã, hoje, obrigado, obrigada, pelo, tô, tá, em, se, eu, pode, mandar
    """,
    "DE AT CH": """
        ich, und, der, die, das, mit, ist, für, unter, bitte, mich, den, von, auf, nicht,
        wir, sie, zu, dann, noch, ein, eine, oder, im, am, aber
    """,
    "IT CH": """
        che, per, il, con, sono, mi, una, chiami, della, le, e, di, non, gli, anche, se, un,
        ho, la, al, grazie, ciao, è
    """,
    "NL BE": """
        nul, zes, zeven, joh, dat, die, over, in, na, ik, het, een, voor, met, van, dat, mij,
        bel, en, niet, de, op, is, ff, als, dan, je, u, wel
    """,
    "PL": "na, jest, do, proszę, mam, lub, tel, się, dzwoń, zadzwoń, w, z, nie, i, to, po, od, dla",
    "TR": "bir, ve, için, beni, bana, var, ara, yaz, abi, ile, bu, da, de, mi, olarak, sonra",
    "RO": "pe, la, mine, suna, nu, sunt, si, ma, va, în, că, și, cu, din, sa, este",
    "VN": "em, anh, chị, nhé, cho, mình, ạ, không, là, và, có, gọi",
    "AU NZ": "mate, arvo, aussie, ute, gst",
    "US CA": "zip code, usd, est, pst, ymca",
    "GB IE": "cheers, quid, whilst, vat, ltd, colour",
    "ZA": "howzit, bakkie, rand, lekker",
    "MA DZ": """
        liya, wla, dyal, dyali, bghit, sifet, 3ayet, wach, khoya, chokran, n9der, hadi,
        kifach
    """,
    "SE": "och, jag, ring, mig, hej",
    "CZ": "jsem, prosím, mě, na mě",
}

# Countries, peoples, cities and moneys; the commonest in marketplaces.
_PLACES: dict[str, str] = {
    "US": """
        usa, united states, america*, new york, nyc, chicago, los angeles, texas, florida,
        seattle, boston, brooklyn, california, philly, denver, atlanta, georgia, ohio, miami,
        houston, dallas, portland, part 107
    """,
    "CA": "canad*, toronto, vancouver, montreal, montréal, québec*, ontario, calgary, alberta",
    "GB": """
        uk, britain, british, england, london*, scotland, scottish, wales, manchester, leeds,
        glasgow, bristol, yorkshire, liverpool, birmingham, edinburgh, gmt, bst
    """,
    "IE": "ireland, irish, dublin, cork, galway, limerick",
    "AU": """
        australia*, aussie*, sydney, melbourne, brisbane, perth, adelaide, queensland, aud,
        aest
    """,
    "NZ": "new zealand, kiwi, auckland, wellington, nz",
    "IN": """
        india*, mumbai, delhi, bangalore, bengaluru, chennai, kolkata, hyderabad, pune,
        ahmedabad, jaipur, rupees, inr, ₹, kerala, gujarat*, punjab, lakh, crore, gst
    """,
    "PK": """
        pakistan*, karachi, lahore, islamabad, rawalpindi, faisalabad, multan, pkr, peshawar,
        sialkot
    """,
    "BD": "bangladesh*, dhaka, chittagong, sylhet, bdt, taka, ৳, khulna, rajshahi",
    "PH": "philippin*, filipin*, manila, cebu, davao, makati, pesos, php, quezon, pinoy, pinay, ₱",
    "NG": "nigeria*, lagos, abuja, naira, ₦, ibadan, port harcourt, kano",
    "KE": "kenya*, nairobi, mombasa, kisumu, kes, ksh, nakuru, swahili",
    "TZ": "tanzania*, dar es salaam, arusha, tzs, dodoma",
    "UG": "uganda*, kampala, ugx, luganda",
    "GH": "ghana*, accra, kumasi, cedi*, ghs",
    "ZA": "south africa*, cape town, johannesburg, durban, joburg, pretoria, zar",
    "EG": "egypt*, cairo, مصر, القاهرة, جنيه",
    "MA": "maroc*, morocc*, casablanca, rabat, marrakech, dirham*, المغرب",
    "SA": "saudi, riyadh, jeddah, السعودية, الرياض, جدة, ريال",
    "AE": "uae, dubai, abu dhabi, sharjah, emirates, aed, الإمارات, دبي",
    "JO": "jordan, amman, الأردن, عمان, دينار",
    "UA": """
        ukrain*, kyiv, kiev, lviv, odesa, odessa, kharkiv, київ, львів, харків, одеса, грн,
        дніпро
    """,
    "RU": "russia*, moscow, мск, москв*, питер*, спб, россия, руб, ₽",
    "KZ": "kazakhstan*, almaty, astana, алматы, астана, казахстан, тенге, ₸",
    "BY": "belarus*, minsk, минск*, беларус*",
    "PL": """
        poland, polish, warsaw, warszawa, kraków, krakow, zł, pln, wrocław, łódź, poznań,
        gdańsk
    """,
    "DE": """
        german*, berlin, hamburg, munich, münchen, köln, cologne, frankfurt, bielefeld,
        deutschland, stuttgart, leipzig
    """,
    "AT": "austria*, vienna, wien, österreich, graz, linz, salzburg",
    "CH": """
        swiss, switzerland, zürich, zurich, bern, basel, genève, geneva, chf, franken,
        lausanne, natel
    """,
    "FR": """
        france, french, paris, lyon, marseille, bordeaux, toulouse, lille, nantes, français*,
        mérignac
    """,
    "BE": "belgi*, brussel*, bruxelles, antwerp*, gent, liège, gsm, leuven",
    "NL": "netherlands, dutch, amsterdam, rotterdam, utrecht, holland, nederland, den haag",
    "ES": "spain, spanish, madrid, barcelona, valencia, sevilla, españa, malaga, málaga",
    "PT": "portugal, portuguese, lisbo*, porto, braga, coimbra",
    "BR": """
        brazil*, brasil*, são paulo, sao paulo, rio de janeiro, belo horizonte, ddd, reais,
        recife, curitiba, zap
    """,
    "AO": "angola, luanda, kwanza*",
    "MX": "mexic*, méxic*, cdmx, guadalajara, monterrey, mxn, puebla",
    "AR": """
        argentin*, buenos aires, caba, rosario, mendoza, palermo, pesos argentinos, vos,
        laburo, wsp
    """,
    "CO": "colombia*, bogotá, bogota, medellín, medellin, cali, cop, nequi",
    "PE": "perú, peru, lima, soles, arequipa",
    "CL": "chile*, santiago, valparaíso, clp",
    "EC": "ecuador, quito, guayaquil, ambato, cuenca",
    "UY": "uruguay*, montevideo, rocha",
    "CR": "costa rica, tico, ticos, colones, monteverde, pura vida",
    "DO": "dominican*, santo domingo",
    "VE": "venezuela*, caracas",
    "IT": "italy, italian*, rome, roma, milan*, milano, napoli, torino, italia",
    "GR": "greece, greek, athens, thessaloniki",
    "RO": "romania*, bucharest, bucurești, bucuresti, cluj, lei, ron, iași",
    "TR": "turkey, türkiye, turkish, istanbul, ankara, izmir, lira, ₺",
    "SE": "sweden, swedish, stockholm, göteborg, sek",
    "NO": "norway, norwegian, oslo, bergen, nok",
    "DK": "denmark, danish, copenhagen, dkk",
    "FI": "finland, finnish, helsinki",
    "CZ": "czech*, prague, praha, brno, kč, czk",
    "ID": "indonesia*, jakarta, bandung, surabaya, jogja, yogyakarta, rupiah, idr, bali",
    "MY": "malaysia*, kuala lumpur, penang, johor, myr, ringgit",
    "SG": "singapore*, sgd",
    "TH": "thai*, bangkok, chiang mai, baht, ฿",
    "VN": "vietnam*, viet nam, hanoi, hà nội, saigon, ho chi minh, vnd",
    "CN": "china, chinese, beijing, shanghai, shenzhen, guangzhou, rmb, yuan",
    "HK": "hong kong, 香港, hkd, kowloon",
    "TW": "taiwan*, taipei, 台灣, 台北",
    "JP": "japan*, tokyo, osaka, yen, kyoto",
    "KR": "korea*, seoul, krw, busan",
    "IL": "israel*, tel aviv, haifa, jerusalem, nis, ₪",
    "LK": "sri lanka*, colombo, lkr, jaffna",
    "NP": "nepal*, kathmandu, npr",
    "BG": "bulgaria*, sofia, лв",
}
_TONGUE_WORDS = Words(
    (word, regions) for regions, words in _TONGUES.items() for word in split(words)
)
_PLACE_WORDS = Words((word, regions) for regions, words in _PLACES.items() for word in split(words))

# Where most clients and freelancers of large marketplaces are; tried when nothing else is known.
DEFAULT_REGIONS = tuple(listed("US IN GB PH PK BD KE NG AU UA ID VN ZA IE CA NZ"))

PLACE_WEIGHT = 3.0
LETTER_WEIGHT = 1.5
TONGUE_WEIGHT = 0.25  # for each word; words of one language are words of another as well
TONGUE_MOST = 2.0
TONGUE_LEAST = 2  # words: one alone may be anything
LATER_REGION = 0.8  # the second region of a language, against the first
REGIONS_MAX = 16  # tried for one number: each costs 40 µs


def likely_regions(low: str) -> dict[str, float]:
    """Regions by weight, likeliest first, from the text around a number in lower case."""
    weights: dict[str, float] = {}
    foreign = "".join(_FOREIGN.findall(low)[:FOREIGN_MAX])
    if foreign:
        for pattern, share, regions in _LETTER_REGIONS:
            if len(pattern.findall(foreign)) >= share * len(foreign):
                _add(weights, regions, LETTER_WEIGHT)
    tongues = Counter(word.meaning for word in _TONGUE_WORDS.find(low))
    english = tongues.pop("", 0)
    for meaning, count in tongues.items():
        if count >= TONGUE_LEAST and count > english // 2:
            _add(weights, meaning.split(), min(TONGUE_MOST, TONGUE_WEIGHT * count))
    for region in {word.meaning for word in _PLACE_WORDS.find(low)}:
        weights[region] = weights.get(region, 0.0) + PLACE_WEIGHT
    for rank, region in enumerate(DEFAULT_REGIONS):
        weights[region] = weights.get(region, 0.0) + 0.16 - rank * 0.01
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    return dict(ranked[:REGIONS_MAX])


def _add(weights: dict[str, float], regions: list[str], weight: float) -> None:
    for rank, region in enumerate(regions):
        share = weight * (1.0 if rank == 0 else LATER_REGION - 0.05 * rank)
        weights[region] = weights.get(region, 0.0) + share
