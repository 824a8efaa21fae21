"""Teens, tens and hundreds of languages whose other numbers stand elsewhere."""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

TEENS_SPELLINGS = {
    "vi": Spelling(
        teens="mười mười_một mười_hai mười_ba mười_bốn mười_lăm/mười_năm mười_sáu"
        " mười_bảy/mười_bẩy mười_tám mười_chín",
    ),
    "lt": Spelling(
        teens="dešimt vienuolika dvylika trylika keturiolika penkiolika šešiolika septyniolika"
        " aštuoniolika devyniolika",
        hundred="šimtai/šimtas/šimtus",
    ),
    "lv": Spelling(
        teens="desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit"
        " septiņpadsmit astoņpadsmit deviņpadsmit",
        hundreds="simts divsimt trīssimt četrsimt piecsimt sešsimt septiņsimt astoņsimt deviņsimt",
        hundred="simti",
    ),
    "el-Latn": Spelling(
        teens="deka enteka/endeka dodeka dekatria dekatessera dekapente dekaeksi/dekaexi"
        " dekaefta/dekaepta dekaokto/dekaoxto dekaennia",
        hundreds="ekato/ekaton diakosia trakosia tetrakosia pentakosia exakosia/eksakosia"
        " eftakosia/eptakosia oktakosia/oxtakosia enniakosia",
    ),
    "ta-Latn": Spelling(
        teens="pathu/paththu pathinonnu/padhinonnu pannendu/pannirandu pathimoonu/padhimoonu"
        " pathinaalu/padhinaalu pathinanju/padhinanju pathinaaru/padhinaaru pathinelu/padhinezhu"
        " pathinettu/padhinettu pathonbathu/pathombathu",
    ),
    "ml-Latn": Spelling(
        teens="pathu pathinonnu panthrandu pathimoonnu pathinaalu pathinanchu pathinaaru"
        " pathinezhu pathinettu pathonpathu",
        tens="irupathu muppathu naalpathu ampathu/anpathu arupathu ezhupathu enpathu thonnooru",
    ),
    "kn-Latn": Spelling(
        teens="hattu hannondu hanneradu hadimooru hadinaalku hadinaidu hadinaaru hadinelu"
        " hadinentu hattombattu",
        tens="ippattu moovattu/muvattu nalavattu aivattu aravattu eppattu embattu tombattu",
    ),
    "si": Spelling(
        teens="දහය එකොළහ දොළහ දහතුන දහහතර පහළොව දහසය දහහත දහඅට දහනවය",
        tens="විස්ස තිහ හතළිහ පනහ හැට හැත්තෑව අසූව අනූව",
    ),
    "am": Spelling(
        teens="አስር አስራ_አንድ አስራ_ሁለት አስራ_ሦስት/አስራ_ሶስት አስራ_አራት አስራ_አምስት አስራ_ስድስት አስራ_ሰባት"
        " አስራ_ስምንት አስራ_ዘጠኝ",
        hundred="መቶ",
    ),
    "hy": Spelling(
        teens="տասը/տաս տասնմեկ տասներկու տասներեք տասնչորս տասնհինգ տասնվեց տասնյոթ տասնութ"
        " տասնինը/տասնինն",
        hundred="հարյուր",
    ),
    "kk": Spelling(
        teens="он он_бір он_екі он_үш он_төрт он_бес он_алты он_жеті он_сегіз он_тоғыз",
    ),
    "uz": Spelling(
        teens="o'n o'n_bir o'n_ikki o'n_uch o'n_to'rt o'n_besh o'n_olti o'n_yetti o'n_sakkiz"
        " o'n_to'qqiz",
    ),
    "tk": Spelling(
        teens="on on_bir on_iki on_üç on_dört on_bäş on_alty on_ýedi on_sekiz on_dokuz",
    ),
    "ha": Spelling(tens="ashirin talatin arba'in hamsin sittin saba'in tamanin casa'in"),
    "so": Spelling(
        teens="toban",
        tens="labaatan soddon afartan konton lixdan toddobaatan siddeetan sagaashan",
        hundred="boqol",
    ),
    "ga": Spelling(
        teens="deich aon_déag dó_dhéag trí_déag ceathair_déag cúig_déag sé_déag seacht_déag"
        " ocht_déag naoi_déag",
    ),
    "mn": Spelling(
        teens="арав арван_нэг арван_хоёр арван_гурав арван_дөрөв арван_тав арван_зургаа"
        " арван_долоо арван_найм арван_ес",
        hundred="зуу/зуун",
    ),
    "tg": Spelling(
        teens="даҳ ёздаҳ дувоздаҳ сездаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ/ҳафдаҳ ҳаждаҳ/ҳаштдаҳ"
        " нуздаҳ",
        others="200=дусад 300=сесад 400=чорсад 500=панҷсад 600=шашсад 700=ҳафтсад 800=ҳаштсад"
        " 900=нӯҳсад",
    ),
    "mt": Spelling(
        teens="għaxra ħdax tnax tlettax erbatax ħmistax sittax sbatax tmintax dsatax",
    ),
    "lb": Spelling(
        teens="zéng eelef zwielef dräizéng véierzéng fofzéng siechzéng siwwenzéng uechtzéng"
        " nonzéng",
        hundreds="honnert zweehonnert dräihonnert véierhonnert fënnefhonnert sechshonnert"
        " siwenhonnert aachthonnert nénghonnert",
    ),
    "eu": Spelling(
        others="30=hogeita_hamar 50=berrogeita_hamar 70=hirurogeita_hamar 90=laurogeita_hamar",
    ),
    "ht": Spelling(
        others="30=trant 40=karant 50=senkant 60=swasant 70=swasanndis 80=katreven 90=katrevendis",
    ),
    "et": Spelling(
        others="200=kakssada 300=kolmsada 400=nelisada 500=viissada 600=kuussada 700=seitsesada"
        " 800=kaheksasada 900=üheksasada",
    ),
    "sl": Spelling(
        hundreds="sto dvesto tristo štiristo petsto šeststo sedemsto osemsto devetsto",
    ),
    "gl": Spelling(
        hundreds="cento douscentos trescentos catrocentos cincocentos/quiñentos seiscentos"
        " setecentos oitocentos novecentos",
    ),
    "he": Spelling(
        hundreds="מאה מאתיים שלוש_מאות ארבע_מאות חמש_מאות שש_מאות שבע_מאות שמונה_מאות תשע_מאות",
    ),
    "af": Spelling(hundred="honderd"),
    "is": Spelling(hundred="hundrað/hundruð"),
    "ne": Spelling(hundred="सय"),
    "pa": Spelling(hundred="ਸੌ"),
    "te": Spelling(hundred="వందల/వందలు"),
}
