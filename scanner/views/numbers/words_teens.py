"""Teens, tens and hundreds of languages whose other numbers stand elsewhere."""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

TEENS_SPELLINGS = {
    "vi": Spelling(
        units="",
        teens="mười mười_một mười_hai mười_ba mười_bốn mười_lăm/mười_năm mười_sáu"
        " mười_bảy/mười_bẩy mười_tám mười_chín",
    ),
    "lt": Spelling(
        units="",
        teens="dešimt vienuolika dvylika trylika keturiolika penkiolika šešiolika septyniolika"
        " aštuoniolika devyniolika",
        hundred="šimtai/šimtas/šimtus",
    ),
    "lv": Spelling(
        units="",
        teens="desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit"
        " septiņpadsmit astoņpadsmit deviņpadsmit",
        hundreds="simts divsimt trīssimt četrsimt piecsimt sešsimt septiņsimt astoņsimt deviņsimt",
        hundred="simti",
    ),
    "sq": Spelling(
        units="zero një dy tre katër pesë gjashtë shtatë tetë nëntë",
        teens="dhjetë njëmbëdhjetë dymbëdhjetë trembëdhjetë katërmbëdhjetë pesëmbëdhjetë"
        " gjashtëmbëdhjetë shtatëmbëdhjetë tetëmbëdhjetë nëntëmbëdhjetë",
        tens="njëzet tridhjetë dyzet pesëdhjetë gjashtëdhjetë shtatëdhjetë tetëdhjetë nëntëdhjetë",
        joins=("{t} e {u}",),
        hundreds="njëqind dyqind treqind katërqind pesëqind gjashtëqind shtatëqind tetëqind"
        " nëntëqind",
    ),
    "el-Latn": Spelling(
        units="",
        teens="deka enteka/endeka dodeka dekatria dekatessera dekapente dekaeksi/dekaexi"
        " dekaefta/dekaepta dekaokto/dekaoxto dekaennia",
        hundreds="ekato/ekaton diakosia trakosia tetrakosia pentakosia exakosia/eksakosia"
        " eftakosia/eptakosia oktakosia/oxtakosia enniakosia",
    ),
    "ta-Latn": Spelling(
        units="",
        teens="pathu/paththu pathinonnu/padhinonnu pannendu/pannirandu pathimoonu/padhimoonu"
        " pathinaalu/padhinaalu pathinanju/padhinanju pathinaaru/padhinaaru pathinelu/padhinezhu"
        " pathinettu/padhinettu pathonbathu/pathombathu",
    ),
    "ml-Latn": Spelling(
        units="",
        teens="pathu pathinonnu panthrandu pathimoonnu pathinaalu pathinanchu pathinaaru"
        " pathinezhu pathinettu pathonpathu",
        tens="irupathu muppathu naalpathu ampathu/anpathu arupathu ezhupathu enpathu thonnooru",
    ),
    "kn-Latn": Spelling(
        units="",
        teens="hattu hannondu hanneradu hadimooru hadinaalku hadinaidu hadinaaru hadinelu"
        " hadinentu hattombattu",
        tens="ippattu moovattu/muvattu nalavattu aivattu aravattu eppattu embattu tombattu",
    ),
    "si": Spelling(
        units="",
        teens="දහය එකොළහ දොළහ දහතුන දහහතර පහළොව දහසය දහහත දහඅට දහනවය",
        tens="විස්ස තිහ හතළිහ පනහ හැට හැත්තෑව අසූව අනූව",
    ),
    "am": Spelling(
        units="",
        teens="አስር አስራ_አንድ አስራ_ሁለት አስራ_ሦስት/አስራ_ሶስት አስራ_አራት አስራ_አምስት አስራ_ስድስት አስራ_ሰባት"
        " አስራ_ስምንት አስራ_ዘጠኝ",
        hundred="መቶ",
    ),
    "hy": Spelling(
        units="",
        teens="տասը/տաս տասնմեկ տասներկու տասներեք տասնչորս տասնհինգ տասնվեց տասնյոթ տասնութ"
        " տասնինը/տասնինն",
        hundred="հարյուր",
    ),
    "kk": Spelling(
        units="",
        teens="он он_бір он_екі он_үш он_төрт он_бес он_алты он_жеті он_сегіз он_тоғыз",
    ),
    "uz": Spelling(
        units="",
        teens="o'n o'n_bir o'n_ikki o'n_uch o'n_to'rt o'n_besh o'n_olti o'n_yetti o'n_sakkiz"
        " o'n_to'qqiz",
    ),
    "tk": Spelling(
        units="",
        teens="on on_bir on_iki on_üç on_dört on_bäş on_alty on_ýedi on_sekiz on_dokuz",
    ),
    "jv": Spelling(
        units="nol siji loro telu papat lima enem pitu wolu sanga/songo",
        teens="sepuluh sewelas rolas telulas patbelas limalas nembelas pitulas wolulas sangalas",
        tens="rong_puluh telung_puluh patang_puluh seket sewidak pitung_puluh wolung_puluh"
        " sangang_puluh",
    ),
    "ha": Spelling(units="", tens="ashirin talatin arba'in hamsin sittin saba'in tamanin casa'in"),
    "so": Spelling(
        units="",
        teens="toban",
        tens="labaatan soddon afartan konton lixdan toddobaatan siddeetan sagaashan",
        hundred="boqol",
    ),
    "ga": Spelling(
        units="",
        teens="deich aon_déag dó_dhéag trí_déag ceathair_déag cúig_déag sé_déag seacht_déag"
        " ocht_déag naoi_déag",
    ),
    "mn": Spelling(
        units="",
        teens="арав арван_нэг арван_хоёр арван_гурав арван_дөрөв арван_тав арван_зургаа"
        " арван_долоо арван_найм арван_ес",
        hundred="зуу/зуун",
    ),
    "tg": Spelling(
        units="",
        teens="даҳ ёздаҳ дувоздаҳ сездаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ/ҳафдаҳ ҳаждаҳ/ҳаштдаҳ"
        " нуздаҳ",
        others="200=дусад 300=сесад 400=чорсад 500=панҷсад 600=шашсад 700=ҳафтсад 800=ҳаштсад"
        " 900=нӯҳсад",
    ),
    "mt": Spelling(
        units="",
        teens="għaxra ħdax tnax tlettax erbatax ħmistax sittax sbatax tmintax dsatax",
    ),
    "lb": Spelling(
        units="",
        teens="zéng eelef zwielef dräizéng véierzéng fofzéng siechzéng siwwenzéng uechtzéng"
        " nonzéng",
        hundreds="honnert zweehonnert dräihonnert véierhonnert fënnefhonnert sechshonnert"
        " siwenhonnert aachthonnert nénghonnert",
    ),
    "eu": Spelling(
        units="",
        others="30=hogeita_hamar 50=berrogeita_hamar 70=hirurogeita_hamar 90=laurogeita_hamar",
    ),
    "ht": Spelling(
        units="",
        others="30=trant 40=karant 50=senkant 60=swasant 70=swasanndis 80=katreven 90=katrevendis",
    ),
    "et": Spelling(
        units="",
        others="200=kakssada 300=kolmsada 400=nelisada 500=viissada 600=kuussada 700=seitsesada"
        " 800=kaheksasada 900=üheksasada",
    ),
    "sl": Spelling(
        units="",
        hundreds="sto dvesto tristo štiristo petsto šeststo sedemsto osemsto devetsto",
    ),
    "gl": Spelling(
        units="",
        hundreds="cento douscentos trescentos catrocentos cincocentos/quiñentos seiscentos"
        " setecentos oitocentos novecentos",
    ),
    "he": Spelling(
        units="",
        hundreds="מאה מאתיים שלוש_מאות ארבע_מאות חמש_מאות שש_מאות שבע_מאות שמונה_מאות תשע_מאות",
    ),
    "af": Spelling(units="", hundred="honderd"),
    "is": Spelling(units="", hundred="hundrað/hundruð"),
    "ne": Spelling(units="", hundred="सय"),
    "pa": Spelling(units="", hundred="ਸੌ"),
    "te": Spelling(units="", hundred="వందల/వందలు"),
}
