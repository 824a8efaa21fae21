"""How numbers are said: native and romanised spellings, and how tens, units and hundreds join.

Each row lists the numbers in order; spellings of one number are apart by ``/``, the words of a
phrase by ``_``. Spellings without accents need not be listed: ``scanner.views.numbers.numerals``
adds them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One language's numbers.

    ``units`` 0 to 9, ``teens`` 10 to 19, ``tens`` 20 to 90, ``hundreds`` 100 to 900; ``joins`` say
    how a ten {t} and a unit {u} make one phrase, ``glue`` how a hundred {h} and the rest {r} make
    one word, or {s}, a rest that is no ten with its unit (with many spellings of each, the words of
    all three are a hundred thousand); ``hundred`` multiplies the unit before it; ``others`` are
    numbers given one by one.
    """

    units: str = ""
    teens: str = ""
    tens: str = ""
    hundreds: str = ""
    hundred: str = ""
    joins: tuple[str, ...] = ("{t} {u}",)
    glue: tuple[str, ...] = ()
    others: str = ""


SPELLINGS = {
    "en": Spelling(
        units="zero/oh/nought/naught/nil/null/zer0/ziro/zro one/wun/on3/wan two/tw0"
        " three/tree/thr3e four/fower/f0ur five/fife/fiv/f1ve/fayb six/sicks/s1x/siks"
        " seven/sevn/seben eight/ait/eigth/eyt nine/niner/nain/n1ne/nyn/nayn",
        teens="ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        tens="twenty thirty forty/fourty fifty sixty seventy eighty ninety",
        hundred="hundred",
    ),
    "fr": Spelling(
        units="zéro un/une deux trois quatre cinq six sept huit neuf",
        teens="dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf",
        tens="vingt trente quarante cinquante soixante septante huitante/octante nonante",
        hundred="cent/cents",
        joins=("{t} {u}", "{t} et {u}"),
        others="70=soixante_dix 71=soixante_et_onze/soixante_onze 72=soixante_douze"
        " 73=soixante_treize 74=soixante_quatorze 75=soixante_quinze 76=soixante_seize"
        " 77=soixante_dix_sept 78=soixante_dix_huit 79=soixante_dix_neuf"
        " 80=quatre_vingt/quatre_vingts 81=quatre_vingt_un 82=quatre_vingt_deux"
        " 83=quatre_vingt_trois 84=quatre_vingt_quatre 85=quatre_vingt_cinq 86=quatre_vingt_six"
        " 87=quatre_vingt_sept 88=quatre_vingt_huit 89=quatre_vingt_neuf 90=quatre_vingt_dix"
        " 91=quatre_vingt_onze 92=quatre_vingt_douze 93=quatre_vingt_treize"
        " 94=quatre_vingt_quatorze 95=quatre_vingt_quinze 96=quatre_vingt_seize"
        " 97=quatre_vingt_dix_sept 98=quatre_vingt_dix_huit 99=quatre_vingt_dix_neuf 100=cent",
    ),
    "es": Spelling(
        units="cero/zero uno/un/una dos tres cuatro/quatro cinco/sinco seis/seís siete ocho nueve",
        teens="diez/dies once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
        tens="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        hundreds="cien/ciento doscientos/docientos trescientos/trecientos"
        " cuatrocientos/cuatrosientos quinientos seiscientos/seicientos"
        " setecientos ochocientos novecientos",
        joins=("{t} y {u}", "{t} {u}"),
        others="21=veintiuno/veintiún 22=veintidós 23=veintitrés 24=veinticuatro 25=veinticinco"
        " 26=veintiséis 27=veintisiete 28=veintiocho 29=veintinueve",
    ),
    "pt": Spelling(
        units="zero um/uma dois/duas três quatro cinco seis/meia sete oito nove",
        teens="dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis"
        " dezessete/dezassete dezoito dezenove/dezanove",
        tens="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        hundreds="cem/cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos"
        " oitocentos novecentos",
        joins=("{t} e {u}", "{t} {u}"),
    ),
    "de": Spelling(
        units="null eins/ein zwei/zwo drei vier fünf/fuenf sechs sieben acht neun",
        teens="zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn"
        " achtzehn neunzehn",
        tens="zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig",
        hundreds="hundert/einhundert zweihundert dreihundert vierhundert fünfhundert sechshundert"
        " siebenhundert achthundert neunhundert",
        joins=("{u}und{t}", "{u} und {t}"),
        hundred="hundert",
        glue=("{h}{r}", "{h}und{r}"),
    ),
    "nl": Spelling(
        units="nul een/één twee drie vier vijf zes zeven acht negen",
        teens="tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
        tens="twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        hundreds="honderd/eenhonderd tweehonderd driehonderd vierhonderd vijfhonderd zeshonderd"
        " zevenhonderd achthonderd negenhonderd",
        joins=("{u}en{t}", "{u}ën{t}", "{u} en {t}"),
        hundred="honderd",
        glue=("{h}{r}", "{h}en{r}"),
    ),
    "it": Spelling(
        units="zero uno/un due tre/tré quattro cinque sei sette otto nove",
        teens="dieci undici dodici tredici quattordici quindici sedici diciassette diciotto"
        " diciannove",
        tens="venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        hundreds="cento duecento trecento quattrocento cinquecento seicento settecento ottocento"
        " novecento",
        joins=("{t}{u}", "{t} {u}"),
        glue=("{h}{r}",),
        others="21=ventuno 28=ventotto 31=trentuno 38=trentotto 41=quarantuno 48=quarantotto"
        " 51=cinquantuno 58=cinquantotto 61=sessantuno 68=sessantotto 71=settantuno"
        " 78=settantotto 81=ottantuno 88=ottantotto 91=novantuno 98=novantotto",
    ),
    "ro": Spelling(
        units="zero unu/una/un doi/două trei patru cinci șase/şase șapte/şapte opt nouă",
        teens="zece unsprezece/unșpe doisprezece/doișpe treisprezece/treișpe paisprezece/paișpe"
        " cincisprezece/cinșpe șaisprezece/șaișpe șaptesprezece/șapteșpe optsprezece/optișpe"
        " nouăsprezece/nouășpe",
        tens="douăzeci treizeci patruzeci cincizeci șaizeci/şaizeci șaptezeci/şaptezeci optzeci"
        " nouăzeci",
        hundred="sută/sute",
        joins=("{t} și {u}", "{t} şi {u}", "{t} {u}"),
        others="100=o_sută",
    ),
    "ru": Spelling(
        units="ноль/нуль/зеро один/одна/адин/раз два/две три четыре/читыре пять/пьять"
        " шесть/шэсть семь/сем восемь/восем девять/девьять",
        teens="десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать"
        " семнадцать восемнадцать девятнадцать",
        tens="двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        hundreds="сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    ),
    "ru-Latn": Spelling(
        units="nol/nul odin/adin dva/dve tri chetyre/chetire pyat/piat shest sem/syem"
        " vosem/vosyem devyat/deviat",
        teens="desyat odinnadcat dvenadcat trinadcat chetyrnadcat pyatnadcat shestnadcat"
        " semnadcat vosemnadcat devyatnadcat",
        tens="dvadcat/dvadtsat tridcat/tridtsat sorok pyatdesyat shestdesyat semdesyat"
        " vosemdesyat devyanosto",
        hundreds="sto dvesti trista chetyresta pyatsot shestsot semsot vosemsot devyatsot",
    ),
    "uk": Spelling(
        units="нуль/ноль один/одна два/дві три чотири пять шість сім вісім девять",
        teens="десять одинадцять дванадцять тринадцять чотирнадцять пятнадцять шістнадцять"
        " сімнадцять вісімнадцять девятнадцять",
        tens="двадцять тридцять сорок пятдесят шістдесят сімдесят вісімдесят девяносто",
        hundreds="сто двісті триста чотириста пятсот шістсот сімсот вісімсот девятсот",
    ),
    "pl": Spelling(
        units="zero jeden/jedna/raz dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć",
        teens="dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście"
        " siedemnaście osiemnaście dziewiętnaście",
        tens="dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt"
        " osiemdziesiąt dziewięćdziesiąt",
        hundreds="sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset",
    ),
    "tr": Spelling(
        units="sıfır/sıfırdan bir iki/ikiden üç/üçten dört/dörtten beş/beşten altı/altıdan"
        " yedi/yediden sekiz/sekizden dokuz/dokuzdan",
        teens="on on_bir/onbir on_iki/oniki on_üç/onüç on_dört/ondört on_beş/onbeş on_altı/onaltı"
        " on_yedi/onyedi on_sekiz/onsekiz on_dokuz/ondokuz",
        tens="yirmi otuz kırk elli altmış yetmiş seksen doksan",
        hundreds="yüz ikiyüz üçyüz dörtyüz beşyüz altıyüz yediyüz sekizyüz dokuzyüz",
        hundred="yüz",
        joins=("{t} {u}", "{t}{u}"),
        glue=("{h}{r}",),
    ),
    "ar": Spelling(
        units="صفر/زيرو واحد/واحدة/وحده اثنين/اثنان/اتنين/تنين/إثنان"
        " ثلاثة/تلاتة/ثلاث/تلات/تلاته/ثلاثه"
        " أربعة/اربعة/أربع/اربع/أربعه/اربعه خمسة/خمس/خمسه ستة/ست/سته سبعة/سبع/سبعه"
        " ثمانية/تمانية/ثماني/تمنية/تمانيه/ثمانيه تسعة/تسع/تسعه",
        teens="عشرة/عشر/عشره أحد_عشر/احداشر/حداشر اثنا_عشر/اتناشر/اطناشر ثلاثة_عشر/تلتاشر"
        " أربعة_عشر/اربعتاشر خمسة_عشر/خمستاشر ستة_عشر/ستاشر سبعة_عشر/سبعتاشر"
        " ثمانية_عشر/تمنتاشر تسعة_عشر/تسعتاشر",
        tens="عشرين/عشرون ثلاثين/ثلاثون/تلاتين أربعين/أربعون/اربعين خمسين/خمسون ستين/ستون"
        " سبعين/سبعون ثمانين/ثمانون/تمانين تسعين/تسعون",
        hundreds="مية/مئة/مائة ميتين/مئتين/مئتان تلتمية/ثلاثمئة/ثلاثمائة ربعمية/أربعمئة/أربعمائة"
        " خمسمية/خمسمئة/خمسمائة ستمية/ستمئة/ستمائة سبعمية/سبعمئة/سبعمائة"
        " تمنمية/ثمانمئة/ثمانمائة تسعمية/تسعمئة/تسعمائة",
        joins=("{u} و{t}", "{u} و {t}"),
    ),
    "ar-Latn": Spelling(
        units="sifr/sefr/zero wahed/wa7ed/wahid itnen/etnen/ithnan/tnein talata/tlata/thalatha"
        " arba3a/arbaa/arba khamsa/5amsa setta/sitta sab3a/sabaa tamanya/tmanya/thamanya"
        " tes3a/tisaa/tis3a",
        teens="3ashra/ashara",
    ),
    "hi": Spelling(
        units="शून्य/ज़ीरो/जीरो/सिफर एक/वन दो/टू तीन/थ्री चार/फोर पाँच/पांच/फाइव छह/छः/छे/छ/सिक्स"
        " सात/सेवन आठ/एट नौ/नाइन",
        others="10=दस 11=ग्यारह 12=बारह 13=तेरह 14=चौदह 15=पन्द्रह/पंद्रह 16=सोलह 17=सत्रह"
        " 18=अठारह 19=उन्नीस 20=बीस 21=इक्कीस 22=बाईस/बाइस 23=तेईस/तेइस 24=चौबीस 25=पच्चीस"
        " 26=छब्बीस 27=सत्ताईस/सत्ताइस 28=अट्ठाईस/अट्ठाइस 29=उनतीस 30=तीस 31=इकतीस 32=बत्तीस"
        " 33=तैंतीस 34=चौंतीस 35=पैंतीस 36=छत्तीस 37=सैंतीस 38=अड़तीस 39=उनतालीस 40=चालीस"
        " 41=इकतालीस 42=बयालीस 43=तैंतालीस 44=चौवालीस 45=पैंतालीस 46=छियालीस 47=सैंतालीस"
        " 48=अड़तालीस 49=उनचास 50=पचास 51=इक्यावन 52=बावन 53=तिरेपन/तिरपन 54=चौवन 55=पचपन"
        " 56=छप्पन 57=सत्तावन 58=अट्ठावन 59=उनसठ 60=साठ 61=इकसठ 62=बासठ 63=तिरेसठ/तिरसठ"
        " 64=चौंसठ 65=पैंसठ 66=छियासठ 67=सड़सठ 68=अड़सठ 69=उनहत्तर 70=सत्तर 71=इकहत्तर"
        " 72=बहत्तर 73=तिहत्तर 74=चौहत्तर 75=पचहत्तर 76=छिहत्तर 77=सतहत्तर 78=अठहत्तर 79=उनासी"
        " 80=अस्सी 81=इक्यासी 82=बयासी 83=तिरासी 84=चौरासी 85=पचासी 86=छियासी 87=सत्तासी"
        " 88=अट्ठासी 89=नवासी 90=नब्बे 91=इक्यानबे/इक्यानवे 92=बानबे/बानवे 93=तिरानबे/तिरानवे"
        " 94=चौरानबे/चौरानवे 95=पंचानबे/पचानवे 96=छियानबे/छियानवे 97=सत्तानबे/सत्तानवे"
        " 98=अट्ठानबे/अट्ठानवे 99=निन्यानबे/निन्यानवे",
        hundred="सौ",
    ),
    "hi-Latn": Spelling(
        units="shunya/shoonya/zero/sifar/sifr ek/eik do teen/tin char/chaar/chaar"
        " paanch/panch/paach/pach che/chhe/chhah/chah/cheh saat/sat aath/ath/aat nau/no/nou",
        others="10=das/dus 11=gyarah/gyara 12=barah/bara 13=terah/tera 14=chaudah 15=pandrah"
        " 16=solah/sola 17=satrah 18=atharah/athara 19=unnis 20=bees/bis 21=ikkis 22=bais 23=teis"
        " 24=chaubis 25=pachis/pachchis 26=chabbis 27=sattais 28=atthais 29=untis 30=tees/tis"
        " 31=iktis 32=battis 33=taintis 34=chauntis 35=paintis 36=chattis 37=saintis 38=adtis"
        " 39=untalis 40=chalis/chaalis 41=iktalis 42=bayalis 43=taintalis 44=chavalis 45=paintalis"
        " 46=chhiyalis 47=saintalis 48=adtalis 49=unchas 50=pachas 51=ikyavan 52=bavan 53=tirpan"
        " 54=chauvan 55=pachpan 56=chappan 57=sattavan 58=atthavan 59=unsath 60=saath/sath"
        " 61=iksath 62=basath 63=tirsath 64=chaunsath 65=painsath 66=chhiyasath 67=sarsath"
        " 68=arsath 69=unhattar 70=sattar 71=ikhattar 72=bahattar 73=tihattar 74=chauhattar"
        " 75=pachhattar 76=chhihattar 77=satahattar 78=athahattar 79=unasi 80=assi 81=ikyasi"
        " 82=bayasi 83=tirasi 84=chaurasi 85=pachasi 86=chhiyasi 87=satasi 88=athasi"
        " 89=navasi 90=nabbe 91=ikyanve 92=banve 93=tiranve 94=chauranve 95=pachanve"
        " 96=chhiyanve 97=sattanve 98=atthanve 99=ninyanve",
        hundred="sau/so",
    ),
    "ur": Spelling(
        units="صفر/زیرو ایک/ون دو/ٹو تین/تھری چار/فور پانچ/فائیو چھ/چھے/چهہ/سکس سات/سیون آٹھ/ایٹ"
        " نو/نائن",
        others="10=دس 11=گیارہ 12=بارہ 13=تیرہ 14=چودہ 15=پندرہ 16=سولہ 17=سترہ 18=اٹھارہ"
        " 19=انیس 20=بیس 21=اکیس 22=بائیس 23=تئیس 24=چوبیس 25=پچیس 26=چھبیس 27=ستائیس"
        " 28=اٹھائیس 29=انتیس 30=تیس 31=اکتیس 32=بتیس 33=تینتیس 34=چونتیس 35=پینتیس"
        " 36=چھتیس 37=سینتیس 38=اڑتیس 39=انتالیس 40=چالیس 41=اکتالیس 42=بیالیس"
        " 43=تینتالیس 44=چوالیس 45=پینتالیس 46=چھیالیس 47=سینتالیس 48=اڑتالیس 49=انچاس"
        " 50=پچاس 51=اکیاون 52=باون 53=ترپن/تریپن 54=چون 55=پچپن 56=چھپن 57=ستاون"
        " 58=اٹھاون 59=انسٹھ 60=ساٹھ 61=اکسٹھ 62=باسٹھ 63=تریسٹھ/ترسٹھ 64=چونسٹھ"
        " 65=پینسٹھ 66=چھیاسٹھ 67=سڑسٹھ 68=اڑسٹھ 69=انہتر 70=ستر 71=اکہتر 72=بہتر 73=تہتر"
        " 74=چوہتر 75=پچھتر 76=چھہتر 77=ستتر 78=اٹھہتر 79=اناسی 80=اسی 81=اکیاسی 82=بیاسی"
        " 83=تراسی 84=چوراسی 85=پچاسی 86=چھیاسی 87=ستاسی 88=اٹھاسی 89=نواسی 90=نوے"
        " 91=اکانوے 92=بانوے 93=ترانوے 94=چورانوے 95=پچانوے 96=چھیانوے 97=ستانوے"
        " 98=اٹھانوے 99=ننانوے",
        hundred="سو",
    ),
    "bn": Spelling(
        units="শূন্য/জিরো এক/ওয়ান/ওয়ান দুই/টু তিন/থ্রি চার/ফোর পাঁচ/ফাইভ ছয়/ছয়/সিক্স সাত/সেভেন আট/এইট নয়/নয়/নাইন",
        hundreds="একশ/একশো দুইশ/দুশো/দুইশো তিনশ/তিনশো চারশ/চারশো পাঁচশ/পাঁচশো"
        " ছয়শ/ছয়শ/ছয়শো/ছয়শো সাতশ/সাতশো আটশ/আটশো নয়শ/নয়শ/নয়শো/নয়শো",
        others="10=দশ 11=এগারো 12=বারো 13=তেরো 14=চৌদ্দ 15=পনেরো 16=ষোলো 17=সতেরো 18=আঠারো"
        " 19=উনিশ 20=বিশ/কুড়ি 21=একুশ 22=বাইশ 23=তেইশ 24=চব্বিশ 25=পঁচিশ 26=ছাব্বিশ"
        " 27=সাতাশ 28=আটাশ/আঠাশ 29=ঊনত্রিশ/উনত্রিশ 30=ত্রিশ/তিরিশ 31=একত্রিশ 32=বত্রিশ"
        " 33=তেত্রিশ 34=চৌত্রিশ 35=পঁয়ত্রিশ/পঁয়ত্রিশ 36=ছত্রিশ 37=সাঁইত্রিশ/সাইত্রিশ"
        " 38=আটত্রিশ 39=ঊনচল্লিশ/উনচল্লিশ 40=চল্লিশ 41=একচল্লিশ 42=বিয়াল্লিশ/বিয়াল্লিশ"
        " 43=তেতাল্লিশ 44=চুয়াল্লিশ/চুয়াল্লিশ 45=পঁয়তাল্লিশ/পঁয়তাল্লিশ 46=ছেচল্লিশ"
        " 47=সাতচল্লিশ 48=আটচল্লিশ 49=ঊনপঞ্চাশ/উনপঞ্চাশ 50=পঞ্চাশ 51=একান্ন"
        " 52=বাহান্ন/বায়ান্ন/বায়ান্ন 53=তিপ্পান্ন/তেপ্পান্ন 54=চুয়ান্ন/চুয়ান্ন"
        " 55=পঞ্চান্ন 56=ছাপ্পান্ন 57=সাতান্ন 58=আটান্ন 59=ঊনষাট/উনষাট 60=ষাট 61=একষট্টি"
        " 62=বাষট্টি 63=তেষট্টি 64=চৌষট্টি 65=পঁয়ষট্টি/পঁয়ষট্টি 66=ছেষট্টি 67=সাতষট্টি"
        " 68=আটষট্টি 69=ঊনসত্তর/উনসত্তর 70=সত্তর 71=একাত্তর 72=বাহাত্তর"
        " 73=তিয়াত্তর/তিয়াত্তর 74=চুয়াত্তর/চুয়াত্তর 75=পঁচাত্তর 76=ছিয়াত্তর/ছিয়াত্তর"
        " 77=সাতাত্তর 78=আটাত্তর 79=ঊনআশি/উনআশি 80=আশি 81=একাশি 82=বিরাশি 83=তিরাশি"
        " 84=চুরাশি 85=পঁচাশি 86=ছিয়াশি/ছিয়াশি 87=সাতাশি 88=অষ্টাশি 89=ঊননব্বই/উননব্বই"
        " 90=নব্বই 91=একানব্বই 92=বিরানব্বই 93=তিরানব্বই 94=চুরানব্বই 95=পঁচানব্বই"
        " 96=ছিয়ানব্বই/ছিয়ানব্বই 97=সাতানব্বই 98=আটানব্বই 99=নিরানব্বই",
    ),
    "bn-Latn": Spelling(
        units="shunno/zero/shunyo/shunna ek/aek dui/dwi tin/teen char/chaar pach/panch/paach/paanch"
        " choy/chhoy/chhoi/choi sat/shat/shaat/saat aat/at noy/noi/nay",
        others="10=dosh 11=egaro 12=baro 20=bish/kuri 30=trish 40=chollish 50=ponchash",
    ),
    "id": Spelling(
        units="nol/kosong satu/se dua tiga empat/ampat lima enam/anam tujuh/tuju"
        " delapan/lapan sembilan",
        teens="sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas"
        " tujuh_belas delapan_belas sembilan_belas",
        tens="dua_puluh tiga_puluh empat_puluh lima_puluh enam_puluh tujuh_puluh delapan_puluh"
        " sembilan_puluh",
        hundred="ratus",
        others="100=seratus",
    ),
    "tl": Spelling(
        units="zero/sero/wala isa/uno dalawa/dos tatlo/tres apat/kwatro/kuwatro/cuatro"
        " lima/singko/cinco/sinco anim/sais/seis pito/siyete/syete/siete walo/otso/ocho"
        " siyam/nuwebe/nwebe/nueve",
        teens="sampu/dyes/diyes onse dose trese katorse kinse disisais disisiyete disiotso"
        " disinuwebe",
        tens="bente/beinte/dalawampu treinta/trenta/tatlumpu kuwarenta/kwarenta/apatnapu"
        " singkwenta/limampu sisenta/saysenta/sesenta/animnapu sitenta/setenta/pitumpu"
        " otsenta/ochenta/walumpu nobenta/siyamnapu",
        joins=("{t} {u}", "{t} y {u}", "{t}y {u}", "{t}t {u}"),
    ),
    "vi": Spelling(
        units="không/ko/hông/hổng/hong một/mốt/mụt hai ba bốn/tư/tứ năm/lăm/nhăm sáu bảy/bẩy tám"
        " chín/trín/trĩn/chính",
        teens="mười",
        tens="hai_mươi ba_mươi bốn_mươi năm_mươi sáu_mươi bảy_mươi/bẩy_mươi tám_mươi chín_mươi",
        hundred="trăm",
    ),
    "sw": Spelling(
        units="sifuri/sufuri/ziro moja/mosi mbili/pili tatu nne/ine tano sita saba nane tisa",
        teens="kumi kumi_na_moja kumi_na_mbili kumi_na_tatu kumi_na_nne kumi_na_tano"
        " kumi_na_sita kumi_na_saba kumi_na_nane kumi_na_tisa",
        tens="ishirini thelathini arobaini hamsini sitini sabini themanini tisini",
        joins=("{t} na {u}",),
    ),
    "ja": Spelling(
        units="ゼロ/れい/まる/マル いち/イチ/ワン に/ニ/ツー さん/サン/スリー よん/ヨン/し/フォー"
        " ご/ゴ/ファイブ ろく/ロク/シックス なな/ナナ/しち/セブン はち/ハチ/エイト"
        " きゅう/キュウ/く/ナイン",
    ),
}

# Digits said with one character each; a word of nothing else is read character by character.
_DIGIT_CHARACTERS = {
    "zh": {
        "零〇○洞圈": 0, "一幺壹弌么ㄧ丨": 1, "二两貳贰兩": 2, "三叁參仨": 3, "四肆": 4, "五伍": 5,
        "六陆陸": 6, "七柒拐": 7, "八捌": 8, "九玖勾": 9,
    },
    "ko": {
        "공영": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육륙": 6,
        "칠": 7, "팔": 8, "구": 9,
    },
}  # fmt: skip
DIGIT_OF = {
    code: {sign: digit for signs, digit in table.items() for sign in signs}
    for code, table in _DIGIT_CHARACTERS.items()
}
ANY_DIGIT_OF = {sign: digit for table in DIGIT_OF.values() for sign, digit in table.items()}

# English words that sound like a figure; read as one only between figures that are certain.
SOUND_ALIKES = {
    "to": 2,
    "too": 2,
    "for": 4,
    "fore": 4,
    "ate": 8,
    "hate": 8,
    "won": 1,
    "o": 0,
    "о": 0,  # the Cyrillic one
    "tu": 2,
    "tree": 3,
    "sicks": 6,
    "fife": 5,
    "niner": 9,
    "fower": 4,
}

TWICE = (
    "double/dubble/doppel/doble/dupla/duplo/doppio/dubbel/डबल/ڈبل/ডাবল/دبل/дабл/çift/dobel/ganda"
    "/дважды/двічі/двойной/двойная/двойное/подвійний/подвійна/подвійне/двойна/двойно/дупло/dvakrát"
    "/dvaput/dvojitá/podwójne/podwójna/podwójny/dublu/dublă/tupla/kaksois/dobbelt/διπλό/διπλή/כפול"
    "/zweimal/tweemaal/dwukrotnie/twice/דאבל/دابل/مزدوج/ડબલ/ਡਬਲ/டபுள்/டபுல்/డబుల్/ಡಬಲ್/ഡബിൾ/ඩබල්/dabal/dobol/dobleng/қос"
)
THRICE = (
    "triple/treble/tripple/tripel/triplo/ट्रिपल/ٹرپل/ট্রিপল/трипл/трижды/тричі/тройной/потрійний"
    "/dreimal/driemaal/trzykrotnie/thrice/trippel/троекратно/třikrát/trikrát/triput/τριπλό/תריפל/تریپل/تريبل/ત્રિપલ/ਟ੍ਰਿਪਲ/ட்ரிபிள்/ట్రిపుల్/ತ್ರಿಪಲ್/tripol"
)
# Words that part two figures without ending the number.
FILLERS = (
    "and y e et und en i и і و ve dan at na og och and then puis pis luego dann dan poi depois"
    " tek single cu lẻ linh"
    " potem slash dash hyphen barra guion guión tiret trattino traço strich streepje stroke"
)
PLUS_WORDS = "plus más mais più плюс plús artı زائد प्लस پلس প্লাস"
# Numbers of one language that are everyday words of others; alone they tell nothing.
LITTLE_WORDS = "un une una uno um uma a in on no so se do un ein ba at one raz ko nil das bis to он"
