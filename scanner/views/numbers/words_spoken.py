"""Numbers as they are spoken: dialects, short forms, and the tens of India one by one.

What is listed under a code adds to the language of that code in ``words`` and
``words_more``; laid out as there.
"""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

SPOKEN_SPELLINGS = {
    "de-CH": Spelling(
        units="null/nüll eis/eins/ein zwei/zwöi/zwo drü/drüü/drei/dräi vier/vieri"
        " füf/füüf/foif/föif/fünf sächs/sechs/sechsi siebe/sibe/siebni/sibni"
        " acht/achti nüün/nün/nüni/neun",
        teens="zäh/zähni elf/elfi zwölf/zwölfi drizäh/dreizäh vierzäh füfzäh/füfzä sächzäh/sechzäh"
        " sibezäh/siebzäh achzäh/achtzäh nünzäh/nüünzäh",
        tens="zwänzg/zwanzg/zwenzg drissg/driissg/dreissg vierzg/vierzig füfzg/fufzg/fünfzg"
        " sächzg/sechzg sibezg/siebezg/sibzg/siebzg achzg/achtzg nünzg/nüünzg/neunzg",
        joins=("{u}e{t}", "{u}en{t}", "{u}ne{t}", "{u}und{t}", "{u} und {t}"),
        hundreds="hundert/hundärt/einhundert zweihundert/zwöihundert drühundert/dreihundert"
        " vierhundert füfhundert sächshundert sibehundert/siebehundert achthundert nünhundert",
        hundred="hundert/hundärt",
        glue=("{h}{s}", "{h}e{s}"),
    ),
    # As they are slurred along the Rhine, in Berlin and in Bavaria.
    "de": Spelling(
        units="null eens/oans zwee/zwoa/zwaa dree/drüü vier/viere fümf/fümpf/fünfe/fimf"
        " sechse/seggs siem/siebm/simme/siebene ochte/oacht neune",
        teens="zehne/zehn ölf/elwe/oif zwölwe/zwöif dreizehne vierzehne"
        " fuffzn/fuffzehn/fuffzehne/fuchzehn/füffzehn sechzehne siebzehne/siebzn achtzehne/achtzn"
        " neunzehne/neinzehn",
        tens="zwanzich/zwanzg/zwanzig dreißich/dreissich/dreissg/dreißig vierzich/vierzg/vierzig"
        " fuffzig/fuffzich/fuchzig/fuffzg/füffzig sechzich/sechzg/sechzig"
        " siebzich/siebzg/siebzig achtzich/achtzg/achtzig neunzich/neunzg/neunzig",
        joins=("{u}und{t}", "{u}en{t}", "{u}n{t}", "{u}e{t}", "{u}a{t}"),
        others="21=einunzwanzig/eenuntwintig/oanazwanzg 51=einundfuffzig/einenfuffzig"
        " 52=zweiundfuffzig/zweienfuffzig 53=dreiundfuffzig/dreienfuffzig"
        " 54=vierundfuffzig/vierenfuffzig 55=fünfundfuffzig/fümfenfuffzig"
        " 56=sechsundfuffzig/sechsenfuffzig 57=siebenundfuffzig/siebenfuffzig"
        " 58=achtundfuffzig/achtenfuffzig 59=neunundfuffzig/neunenfuffzig",
    ),
    # Of the south, beginning with Naples.
    "it": Spelling(
        units="zzero/zero unu/uno doje/duje/ddoje/dduje treje/tre quatto/quatte/quattu"
        " cinche/cincu/cinqu seje/seie/sei setti uotto/ottu novi",
        teens="diece/dieci unnece/unnice/unnici dudece/dudice/dudici tridece/tridice/tridici"
        " quattuordece/quattordece quinnece/quinnice/quinnici sidece/sidice/sidici"
        " diciassette/dicessette diciotto/diciuotto/dicedotto diciannove/dicennove",
        tens="vinte/vinti trenta/trienta quaranta/quarata cinquanta/cinquata sissanta/sessanta"
        " settanta uttanta/ottanta nuvanta/nunanta",
        joins=("{t}{u}", "{t} {u}"),
    ),
    "nl": Spelling(
        units="nul een twee drie vier vuuf/vuif/vijve/vijf zesse/zes"
        " zeuven/zeven acht neugen/nege/negen",
        tens="twintich/twintig dertich/dertig veertich/veertig vijftich/vijftig zestich/zestig"
        " zeuventig/zeventig tachentig/tachtig/tachetig neugentig/negentig",
        joins=("{u}en{t}", "{u}ën{t}", "{u} en {t}"),
    ),
    "fi": Spelling(
        units="nolla yks/yksi/ykkönen kaks/kaksi/kakkonen kolme/kolmonen neljä/nelonen"
        " viis/viisi/viitonen/vitonen kuus/kuusi/kuutonen/kutonen seittemän/seitsemän/seiska"
        " kaheksan/kahdeksan/kasi yheksän/yhdeksän/ysi",
        teens="kymppi/kymmenen yksitoist/ykstoista kakstoist/kakstoista kolmetoist neljätoist"
        " viistoist/viistoista kuustoist/kuustoista seittemäntoista/seitsemäntoist"
        " kaheksantoista/kahdeksantoist yheksäntoista/yhdeksäntoist",
        tens="kakskyt/kakskymmentä kolkyt/kolkkyt/kolmekyt nelkyt/nelkkyt/neljäkyt"
        " viiskyt/viiskymmentä"
        " kuuskyt/kuuskymmentä seitkyt/seiskyt/seittemänkyt kaheksankyt/kasikyt/kaheksankymmentä"
        " yheksänkyt/ysikyt/yheksänkymmentä",
        hundreds="sata kaksisataa kolmesataa neljäsataa viisisataa kuusisataa seitsemänsataa"
        " kahdeksansataa yhdeksänsataa",
        joins=("{t}{u}", "{t} {u}"),
        glue=("{h}{r}",),
    ),
    "id": Spelling(
        units="nol/nul/kosong siji/setunggal/atu loro/kalih telu papat/pat lima/limo enem/nem"
        " pitu/juh/tujuh wolu/walu/lapan sanga/songo/sembilan",
    ),
    "cy": Spelling(units="dim/sero un dau/dwy tri/tair pedwar/pedair pump chwech saith wyth naw"),
    "ur": Spelling(
        others="29=انتیس 31=اکتیس/اکتس 37=سینتیس 38=اڑتیس 39=انتالیس 41=اکتالیس 42=بیالیس"
        " 43=تینتالیس 44=چوالیس/چوالس 46=چھیالیس 47=سینتالیس 48=اڑتالیس 49=انچاس 51=اکیاون 52=باون"
        " 53=ترپن/تریپن 54=چون 56=چھپن 57=ستاون 58=اٹھاون 59=انسٹھ 61=اکسٹھ 62=باسٹھ"
        " 63=تریسٹھ 64=چونسٹھ 66=چھیاسٹھ 67=سڑسٹھ 68=اڑسٹھ 69=انہتر 71=اکہتر 72=بہتر 73=تہتر"
        " 74=چوہتر 76=چھہتر 77=ستتر 78=اٹھہتر 79=اناسی 81=اکیاسی 82=بیاسی 83=تراسی 84=چوراسی"
        " 86=چھیاسی 87=ستاسی 88=اٹھاسی 89=نواسی 91=اکیانوے 92=بانوے 93=ترانوے 94=چورانوے"
        " 96=چھیانوے 97=ستانوے 98=اٹھانوے",
    ),
    "bn": Spelling(
        others="21=একুশ 22=বাইশ 23=তেইশ 24=চব্বিশ 26=ছাব্বিশ 27=সাতাশ 28=আটাশ 29=ঊনত্রিশ/উনত্রিশ"
        " 31=একত্রিশ 32=বত্রিশ 33=তেত্রিশ 34=চৌত্রিশ 35=পঁয়ত্রিশ 36=ছত্রিশ 37=সাঁইত্রিশ 38=আটত্রিশ"
        " 39=ঊনচল্লিশ/উনচল্লিশ 41=একচল্লিশ 42=বিয়াল্লিশ 43=তেতাল্লিশ 44=চুয়াল্লিশ 45=পঁয়তাল্লিশ"
        " 46=ছেচল্লিশ 47=সাতচল্লিশ 48=আটচল্লিশ 49=ঊনপঞ্চাশ/উনপঞ্চাশ 51=একান্ন 52=বায়ান্ন/বাহান্ন"
        " 53=তিপ্পান্ন 54=চুয়ান্ন 55=পঞ্চান্ন 56=ছাপ্পান্ন 57=সাতান্ন 58=আটান্ন 59=ঊনষাট/উনষাট"
        " 61=একষট্টি 62=বাষট্টি 63=তেষট্টি 64=চৌষট্টি 65=পঁয়ষট্টি 66=ছেষট্টি 67=সাতষট্টি 68=আটষট্টি"
        " 69=ঊনসত্তর/উনসত্তর 71=একাত্তর 72=বাহাত্তর 73=তিয়াত্তর 74=চুয়াত্তর 75=পঁচাত্তর"
        " 76=ছিয়াত্তর 77=সাতাত্তর 78=আটাত্তর 79=ঊনআশি/উনআশি 81=একাশি 82=বিরাশি 83=তিরাশি"
        " 84=চুরাশি/চৌরাশি 85=পঁচাশি 86=ছিয়াশি 87=সাতাশি 88=অষ্টাশি/আটাশি 89=ঊননব্বই/উননব্বই"
        " 91=একানব্বই 92=বিরানব্বই 93=তিরানব্বই 94=চুরানব্বই 95=পঁচানব্বই 96=ছিয়ানব্বই 97=সাতানব্বই"
        " 98=আটানব্বই 99=নিরানব্বই",
    ),
    "ur-Latn": Spelling(
        units="sifr aik do tin chaar paanch/paach chhe/che/chhah saat aath/ath nau/nou",
    ),
    "hi-Latn": Spelling(
        units="sefer aik do teen char panj chhay/chay saat aath nau",
        others="14=chauda 17=satra 20=bees/bis 29=unatees 41=iktalis 42=bayalis/byalis 43=taintalis"
        " 46=chhiyalis/chiyalis 47=saintalis 49=unchas 51=ikyavan 53=tirpan 54=chauvan 57=sattavan"
        " 58=atthavan 59=unsath 61=iksath 62=basath 63=tirsath 64=chaunsath 66=chhiyasath"
        " 67=sadsath 68=adsath 69=unhattar 71=ikhattar 72=bahattar 73=tihattar 74=chauhattar"
        " 76=chhihattar 77=satattar 78=athhattar/athattar 79=unasi 81=ikyasi 82=bayasi 83=tirasi"
        " 86=chhiyasi 87=sattasi 88=athasi 89=navasi 91=ikyanve 92=banve 93=tiranve 94=chauranve"
        " 96=chhiyanve 97=sattanve",
    ),
}

# By code, what Cyrillic letters become where people type in Latin; other letters stay.
_SHARED = dict(zip("абвгдезиклмнопрстуфх", "abvgdeziklmnoprstufh", strict=True))
_SHARED |= {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ж": "zh", "ю": "yu", "я": "ya", "ь": "y"}
_UK = _SHARED | {"і": "i", "ь": ""}
ROMANISED: dict[str, tuple[dict[str, str], ...]] = {
    "bg": (_SHARED | {"й": "y", "ъ": "a"}, _SHARED | {"й": "i", "ъ": "u", "ц": "c"}),
    "uk": (
        _UK | {"г": "h", "и": "y", "ї": "yi", "є": "ye", "й": "y", "х": "kh"},
        _UK | {"ї": "i", "є": "e", "й": "i", "я": "ia"},
    ),
}
