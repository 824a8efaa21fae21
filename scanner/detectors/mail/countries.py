"""Countries as people name them when they tell which ending a mail house has: "yahoo in canada"."""

from __future__ import annotations

from scanner.detectors.words import Words, split

# Names, peoples and tongues, by the ending; stems take the endings of their language.
_COUNTRIES = {
    "uk": """
        uk, british, britain, england, english, united kingdom, inglés, inglaterra, británic*,
        anglais*, angleterre, britannique, englisch*, britisch*, inglese, inglese, brytyjsk*,
        angielsk*, британск*, английск*, британськ*, i̇ngiliz, ingiliz, inggris
    """,
    "fr": """
        france, french, francia, francés, français*, francais*, französisch*,
        frankreich, francese,
        frança, francês, francusk*, франц*, fransa, fransız, frans, frankrijk, prancis, pháp
    """,
    "de": """
        germany, german, alemania, alemán, allemagne, allemand*, deutsch*,
        deutschland, germania,
        tedesc*, alemanha, alemão, niemieck*, niemcy, немецк*, герман*, німецьк*,
        almanya, alman,
        duits*, duitsland, jerman
    """,
    "es": """
        spain, spanish, españa, español*, espagne, espagnol*, spanien, spanisch*,
        spagna, spagnol*,
        espanha, espanhol*, hiszpań*, испанск*, іспанськ*, ispanya, ispanyol, spaans*, spanje
    """,
    "it": """
        italy, italian, italia, italiano, italiana, italie, italien*, italienisch*,
        itália, włosk*,
        итальян*, італій*, italya, italyan, italiaans*
    """,
    "nl": "dutch, holland, netherlands, nederland*, niederländisch*, holandés, hollandais",
    "pl": "poland, polish, polska, polskie, polski, polnisch*, polonais*, polaco, польск*",
    "pt": "portugal, portuguese, português, portugais*, portugiesisch*, portoghese",
    "br": "brazil, brazilian, brasil, brasileir*, brasileñ*, brésil*, brasilianisch*, бразил*",
    "ca": "canada, canadian, canadá, canadiense, canadien*, kanada, kanadisch*, kanadyjsk*, канад*",
    "au": "australia, australian, aussie, oz, australian*, australien, австрал*",
    "nz": "new zealand, kiwi, nueva zelanda, neuseeland",
    "ie": "ireland, irish, irlanda, irlande, irlandais*, irisch*, irland",
    "in": "india, indian, inde, indien, indisch*, индийск*, भारत, इंडिया, hindistan",
    "mx": "mexico, mexican, méxico, mexican*, mexique, mexicain*, mexiko",
    "ar": "argentina, argentine, argentinian, argentin*",
    "co": "colombia, colombian*",
    "ph": "philippines, filipino, philippine, pilipinas",
    "id": "indonesia, indonesian",
    "vn": "vietnam, vietnamese, việt nam, việt",
    "sg": "singapore, singaporean",
    "jp": "japan, japanese, japón, japon*, japanisch*, япон*, 日本",
    "kr": "korea, korean, 한국",
    "tr": "turkey, turkish, türkiye, türk, türkisch*, turquía, turquie, турец*",
    "ru": "russia, russian, россия, русск*, российск*, росій*, rusia, ruso, russe, russisch*",
    "gr": "greece, greek, ελλάδα, ελληνικ*, griechisch*, grecia, grec",
    "ro": "romania, romanian, românia, român*, roumain*",
    "se": "sweden, swedish, sverige, svensk*, schwedisch*",
    "dk": "denmark, danish, danmark, dansk*",
    "no": "norway, norwegian, norge, norsk*",
    "fi": "finland, finnish, suomi, suomen",
    "be": "belgium, belgian, belgique, belge, belgië, belgisch*, bélgica",
    "ch": "switzerland, swiss, suisse, schweiz*, svizzer*, suiza, suizo",
    "at": "austria, austrian, österreich*, autriche, autrichien*",
    "za": "south africa, south african, suid-afrika, mzansi",
    "il": "israel, israeli, ישראל",
    "hk": "hong kong, 香港",
    "tw": "taiwan, taiwanese, 台灣, 台湾",
}
COUNTRIES = Words((name, ending) for ending, names in _COUNTRIES.items() for name in split(names))
