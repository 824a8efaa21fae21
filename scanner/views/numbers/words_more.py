"""How numbers are said in further languages; laid out as in ``words``.

Also the little words of counting that all languages share a table for: times, plurals, thousands.
"""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

MORE_SPELLINGS = {
    "fa": Spelling(
        units="صفر یک دو سه چهار/چار پنج شش/شیش هفت هشت نه/نُه",
        teens="ده یازده دوازده سیزده چهارده پانزده/پونزده شانزده/شونزده هفده/هیفده هجده/هیجده"
        " نوزده",
        tens="بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
        hundreds="صد/یکصد دویست سیصد چهارصد پانصد/پونصد ششصد/شیشصد هفتصد هشتصد نهصد",
        joins=("{t} و {u}", "{t} {u}"),
    ),
    "ar-MA": Spelling(
        units="صفر/زيرو واحد/وحدة جوج/زوج/اتنين/تنين/اثنين تلاتة/تلاتا/ثلاثة ربعة/ربعا/أربعة"
        " خمسة/خمسا ستة/ستا سبعة/سبعا تمنية تسعود/تسعة",
        teens="عشرة حداش/حضاش طناش تلطاش ربعطاش خمسطاش سطاش سبعطاش تمنطاش تسعطاش",
        tens="عشرين تلاتين ربعين خمسين ستين سبعين تمانين تسعين",
        joins=("{u} و{t}", "{u} و {t}"),
    ),
    "sv": Spelling(
        units="noll/nolla ett/etta/en två/tva/tvåa tre/trea fyra/fyrra fem/femma sex/sexa"
        " sju/sjua åtta nio/nia",
        teens="tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
        tens="tjugo trettio/tretti fyrtio/förti femtio/femti sextio/sexti sjuttio/sjutti"
        " åttio/åtti nittio/nitti",
        hundreds="hundra/etthundra tvåhundra trehundra fyrahundra femhundra sexhundra sjuhundra"
        " åttahundra niohundra",
        hundred="hundra",
        joins=("{t}{u}", "{t} {u}"),
        glue=("{h}{r}",),
    ),
    "da": Spelling(
        units="nul/nulle en/et to tre fire fem seks syv otte ni",
        teens="ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
        tens="tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
        hundreds="hundrede/ethundrede tohundrede trehundrede firehundrede femhundrede"
        " sekshundrede syvhundrede ottehundrede nihundrede",
        hundred="hundrede",
        joins=("{u}og{t}", "{u} og {t}"),
        glue=("{h}{r}", "{h}og{r}"),
    ),
    "no": Spelling(
        units="null en/ett/ein/éin/ei/eitt to tre fire fem seks sju/syv åtte ni",
        teens="ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
        tens="tjue/tyve tretti/tredve førti femti seksti sytti åtti nitti",
        hundreds="hundre/etthundre tohundre trehundre firehundre femhundre sekshundre"
        " sjuhundre/syvhundre åttehundre nihundre",
        hundred="hundre",
        joins=("{t}{u}", "{t} {u}", "{u}og{t}"),
        glue=("{h}{r}", "{h}og{r}"),
    ),
    "fi": Spelling(
        units="nolla yksi/yks kaksi/kaks kolme neljä viisi/viis kuusi/kuus seitsemän/seiska"
        " kahdeksan/kasi yhdeksän/ysi",
        teens="kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista"
        " seitsemäntoista kahdeksantoista yhdeksäntoista",
        tens="kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä"
        " seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä",
        joins=("{t}{u}", "{t} {u}"),
    ),
    "cs": Spelling(
        units="nula jedna/jeden dva/dvě tři čtyři/štyry pět šest sedm/sedum osm/osum devět",
        teens="deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct",
        tens="dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát",
        hundreds="sto dvěstě/dvě_stě třista/tři_sta čtyřista/čtyři_sta pětset/pět_set"
        " šestset/šest_set sedmset/sedm_set osmset/osm_set devětset/devět_set",
        joins=("{t} {u}", "{u}a{t}"),
    ),
    "sk": Spelling(
        units="nula jeden/jedna dva/dve tri štyri päť šesť sedem osem deväť",
        teens="desať jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť"
        " devätnásť",
        tens="dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat",
        hundreds="sto dvesto tristo štyristo päťsto šesťsto sedemsto osemsto deväťsto",
        joins=("{t}{u}", "{t} {u}"),
    ),
    "hu": Spelling(
        units="nulla egy kettő/két három négy öt hat hét nyolc kilenc",
        teens="tíz tizenegy tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc"
        " tizenkilenc",
        tens="húsz harminc negyven ötven hatvan hetven nyolcvan kilencven",
        hundreds="száz kétszáz/kettőszáz háromszáz négyszáz ötszáz hatszáz hétszáz nyolcszáz"
        " kilencszáz",
        joins=("{t}{u}", "{t} {u}"),
        glue=("{h}{r}",),
        others="21=huszonegy 22=huszonkettő 23=huszonhárom 24=huszonnégy 25=huszonöt 26=huszonhat"
        " 27=huszonhét 28=huszonnyolc 29=huszonkilenc",
    ),
    "el": Spelling(
        units="μηδέν ένα/ένας δύο/δυο τρία/τρεις τέσσερα/τέσσερις πέντε έξι επτά/εφτά οκτώ/οχτώ"
        " εννέα/εννιά",
        teens="δέκα έντεκα/ένδεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι/δεκάξι"
        " δεκαεπτά/δεκαεφτά δεκαοκτώ/δεκαοχτώ δεκαεννέα/δεκαεννιά",
        tens="είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα",
        hundreds="εκατό/εκατόν διακόσια τριακόσια τετρακόσια πεντακόσια εξακόσια"
        " επτακόσια/εφτακόσια οκτακόσια/οχτακόσια εννιακόσια",
    ),
    "el-Latn": Spelling(
        units="miden/mhden ena dyo/dio tria/treis tessera/tesera pente exi/eksi epta/efta"
        " okto/oxto ennea/ennia",
        tens="eikosi trianta saranta peninta/penhnta exinta evdominta ogdonta eneninta",
    ),
    "he": Spelling(
        units="אפס אחת/אחד שתיים/שניים/שתים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה"
        " שמונה תשע/תשעה",
        teens="עשר אחת_עשרה שתים_עשרה שלוש_עשרה ארבע_עשרה חמש_עשרה שש_עשרה שבע_עשרה שמונה_עשרה"
        " תשע_עשרה",
        tens="עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים",
        joins=("{t} ו{u}", "{t} {u}"),
    ),
    "bg": Spelling(
        units="нула едно/един/една две/два три четири пет шест седем осем девет",
        teens="десет единайсет/единадесет дванайсет/дванадесет тринайсет/тринадесет"
        " четиринайсет/четиринадесет петнайсет/петнадесет шестнайсет/шестнадесет"
        " седемнайсет/седемнадесет осемнайсет/осемнадесет деветнайсет/деветнадесет",
        tens="двайсет/двадесет трийсет/тридесет четиридесет/четирийсет петдесет"
        " шейсет/шестдесет седемдесет осемдесет деветдесет",
        hundreds="сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин"
        " деветстотин",
        joins=("{t} и {u}", "{t} {u}"),
    ),
    "sr": Spelling(
        units="нула један/једна два/две три четири пет шест седам осам девет",
        teens="десет једанаест дванаест тринаест четрнаест петнаест шеснаест седамнаест осамнаест"
        " деветнаест",
        tens="двадесет тридесет четрдесет педесет шездесет седамдесет осамдесет деведесет",
        hundreds="сто двеста/двјеста/двесто триста/тристо четиристо петсто шесто/шестсто седамсто"
        " осамсто деветсто",
        joins=("{t} {u}", "{t} и {u}"),
    ),
    "hr": Spelling(
        units="nula/ništica jedan/jedna dva/dvije/dve tri četiri pet šest sedam osam devet",
        teens="deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest"
        " devetnaest",
        tens="dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset",
        hundreds="sto dvjesto/dvesta tristo/trista četiristo petsto šesto sedamsto osamsto"
        " devetsto",
        joins=("{t} {u}", "{t} i {u}"),
    ),
    "sl": Spelling(
        units="nič/nula ena/en dva/dve tri/trije štiri pet šest sedem osem devet",
        teens="deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst"
        " devetnajst",
        tens="dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset",
        joins=("{u}in{t}", "{u} in {t}"),
    ),
    "lt": Spelling(
        units="nulis/nulas vienas du trys keturi penki šeši septyni aštuoni devyni",
        tens="dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt"
        " aštuoniasdešimt devyniasdešimt",
    ),
    "lv": Spelling(
        units="nulle viens/viena divi trīs četri pieci seši septiņi astoņi deviņi",
        tens="divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit"
        " deviņdesmit",
    ),
    "et": Spelling(
        units="null üks kaks kolm neli viis kuus seitse kaheksa üheksa",
        teens="kümme üksteist kaksteist kolmteist neliteist viisteist kuusteist seitseteist"
        " kaheksateist üheksateist",
        tens="kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend"
        " kaheksakümmend üheksakümmend",
        joins=("{t} {u}", "{t}{u}"),
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
    "ca": Spelling(
        units="zero u/un dos tres quatre cinc sis set vuit nou",
        teens="deu onze dotze tretze catorze quinze setze disset divuit dinou",
        tens="vint trenta quaranta cinquanta seixanta setanta vuitanta noranta",
        joins=("{t} {u}", "{t} i {u}"),
        hundred="cent/cents",
    ),
    "af": Spelling(
        units="nul een twee drie vier vyf ses sewe agt nege",
        teens="tien elf twaalf dertien veertien vyftien sestien sewentien agtien negentien",
        tens="twintig dertig veertig vyftig sestig sewentig tagtig negentig",
        joins=("{u}-en-{t}", "{u} en {t}", "{u}en{t}"),
    ),
    "mr": Spelling(
        units="शून्य एक दोन तीन चार पाच सहा सात आठ नऊ",
        others="10=दहा 11=अकरा 12=बारा 20=वीस 30=तीस 40=चाळीस 50=पन्नास 60=साठ 70=सत्तर 80=ऐंशी"
        " 90=नव्वद",
    ),
    "mr-Latn": Spelling(
        units="shunya ek don teen/tin char/chaar paach/pach saha saat/sat aath nau/nav"
    ),
    "ne": Spelling(units="शून्य एक दुई तीन चार पाँच/पाच छ सात आठ नौ"),
    "gu": Spelling(units="શૂન્ય/ઝીરો એક બે ત્રણ ચાર પાંચ છ/છે સાત આઠ નવ"),
    "pa": Spelling(units="ਸਿਫ਼ਰ/ਸਿਫਰ/ਜ਼ੀਰੋ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ/ਨੌ"),
    "pa-Latn": Spelling(units="sifar ikk/ik do tinn char panj chhe satt atth naun"),
    "ta": Spelling(
        units="பூஜ்யம்/பூஜ்ஜியம்/சைபர் ஒன்று/ஒன்னு இரண்டு/ரெண்டு மூன்று/மூணு நான்கு/நாலு"
        " ஐந்து/அஞ்சு ஆறு ஏழு எட்டு ஒன்பது"
    ),
    "ta-Latn": Spelling(
        units="poojyam/poojiyam/saiber onnu/ondru rendu/irandu moonu/munu/moondru"
        " naalu/nalu/naangu anju/ainthu aaru/aru ezhu/elu ettu/yettu onbathu/ombathu/onpathu"
    ),
    "te": Spelling(units="సున్నా/సున్న ఒకటి రెండు మూడు నాలుగు ఐదు/అయిదు ఆరు ఏడు ఎనిమిది తొమ్మిది"),
    "te-Latn": Spelling(
        units="sunna okati rendu moodu/mudu naalugu/nalugu aidu/ayidu aaru yedu/edu enimidi tommidi"
    ),
    "kn": Spelling(units="ಸೊನ್ನೆ ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು"),
    "ml": Spelling(units="പൂജ്യം ഒന്ന് രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒൻപത്/ഒമ്പത്"),
    "ml-Latn": Spelling(
        units="poojyam onnu randu moonu naalu anchu aaru ezhu ettu onpathu/ombathu"
    ),
    "si": Spelling(
        units="බිංදුව/බින්දුව/බිංදු එක/එකයි දෙක/දෙකයි තුන/තුනයි හතර/හතරයි පහ/පහයි හය/හයයි හත/හතයි අට/අටයි නවය/නමය"
    ),
    "si-Latn": Spelling(
        units="binduwa/bindu eka/ekai deka/dekai thuna/tuna/thunai hathara/hatara"
        " paha/pahai haya/hayai hatha/hata/hathai ata/atai namaya/nawaya/namayai"
    ),
    "ms": Spelling(
        units="kosong/sifar/kosg satu/suwa dua/dwa/duo/duwo tiga/tigo empat/ampat/pat lima/limo"
        " enam/anam/ene/nam tujuh/tujoh/tojoh/juh lapan/delapan/lape/lapey/lapang"
        " sembilan/sembilang/semilan/smilan",
        teens="sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas"
        " tujuh_belas lapan_belas sembilan_belas",
        tens="dua_puluh tiga_puluh empat_puluh lima_puluh enam_puluh tujuh_puluh lapan_puluh"
        " sembilan_puluh",
        hundred="ratus",
    ),
    "jv": Spelling(
        units="nol siji loro telu papat lima enem pitu wolu sanga/songo",
        teens="sepuluh sewelas rolas telulas patbelas limalas nembelas pitulas wolulas sangalas",
        tens="rong_puluh telung_puluh patang_puluh seket sewidak pitung_puluh wolung_puluh"
        " sangang_puluh",
    ),
    "th-Latn": Spelling(
        units="soon/sun neung/nueng song sam see/sii ha/haa hok jet/chet paet/bpaet kao/gao"
    ),
    "zh-Latn": Spelling(units="ling/dong yi/yao er/liang san si wu liu qi/guai ba jiu/gou"),
    "ja-Latn": Spelling(
        units="zero/rei/maru ichi ni san yon/shi go roku nana/shichi hachi kyuu/kyu/ku"
    ),
    "ko-Latn": Spelling(
        units="gong/yeong/kong/ppang il/eel i/ee/yi sam sa o/oh yuk/ryuk/yook chil pal gu/koo"
    ),
    "vi-Latn": Spelling(units="khong/ko mot/mốt hai ba bon/tu nam/lam sau bay/bảy tam chin"),
    "am": Spelling(
        units="ዜሮ አንድ ሁለት ሦስት/ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ",
        teens="አስር",
        tens="ሃያ/ሀያ ሠላሳ/ሰላሳ አርባ ሃምሳ/ሀምሳ ስልሳ/ስድሳ ሰባ ሰማንያ ዘጠና",
    ),
    "am-Latn": Spelling(units="zero andi hulet sost arat amist sidist sebat simint zetegn"),
    "ha": Spelling(units="sifili daya/ɗaya biyu uku hudu/huɗu biyar shida bakwai takwas tara"),
    "yo": Spelling(
        units="odo/òdo okan/ọ̀kan/ookan meji/eji/méjì meta/eta/mẹ́ta merin/erin/mẹ́rin"
        " marun/arun/márùn mefa/efa/mẹ́fà meje/eje/méje mejo/ejo/mẹ́jọ mesan/esan/mẹ́sàn"
    ),
    "ig": Spelling(
        units="efu otu abuo/abụọ/abua ato/atọ ano/anọ ise isii asaa asato/asatọ itoolu/itolu"
    ),
    "zu": Spelling(
        units="iqanda/ziro kunye kubili kuthathu kune kuhlanu isithupha isikhombisa"
        " isishiyagalombili isishiyagalolunye"
    ),
    "rw": Spelling(units="zeru rimwe kabiri gatatu kane gatanu gatandatu karindwi umunani icyenda"),
    "lg": Spelling(units="zero emu bbiri ssatu nnya ttaano mukaaga musanvu munaana mwenda"),
    "so": Spelling(
        units="eber kow/hal laba/labo saddex/seddex afar shan lix toddoba/todobo siddeed sagaal"
    ),
    "ka": Spelling(units="ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა"),
    "hy": Spelling(
        units="զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը/ինն",
        teens="տասը",
        tens="քսան երեսուն քառասուն հիսուն վաթսուն յոթանասուն ութսուն իննսուն",
        joins=("{t}{u}", "{t} {u}"),
    ),
    "az": Spelling(
        units="sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz",
        teens="on on_bir on_iki on_üç on_dörd on_beş on_altı on_yeddi on_səkkiz on_doqquz",
        tens="iyirmi otuz qırx əlli altmış yetmiş səksən doxsan",
        hundred="yüz",
    ),
    "kk": Spelling(
        units="нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
        tens="жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
        hundred="жүз",
    ),
    "uz": Spelling(
        units="nol bir ikki uch tort/to'rt besh olti yetti sakkiz toqqiz/to'qqiz",
        tens="yigirma ottiz qirq ellik oltmish yetmish sakson toqson",
        hundred="yuz",
    ),
    "ht": Spelling(units="zewo youn/yon de twa kat senk sis sèt uit nèf"),
    "ur-Latn": Spelling(
        units="sifar/zero/sefer aik/ek do teen char/chaar panch/paanch chay/chey/chhay saat aath"
        " nau/no",
        others="10=das 11=gyara 12=bara 13=tera 14=choda 15=pandra 16=sola 17=satra 18=athara"
        " 19=unees"
        " 20=bees 30=tees 40=chalees 50=pachas 60=saath 70=sattar 80=assi 90=navay",
        hundred="so/sau",
    ),
}

# "Three times the five", "deux fois 81": said between how often and what.
TIMES = (
    "times time fois veces vez vezes mal mals volte volta keer maal razy raza raz раза раз рази"
    " рази"
    " krát gånger ganger gange kertaa kere kez defa kali lần lan mara baar bar bār बार বার بار دفعہ"
    " مرات مرة φορές פעמים ori пъти puta پیاپی تا بار 번 回 次 遍 ครั้ง beses"
)
# "Three fives", "zwei Nullen", "две семёрки".
PLURALS = {
    "0": "zeros zeroes noughts ohs ceros zéros nullen zeri нуля нулей нулі zera nollor sifir",
    "1": "ones unos uns einsen einser enen единицы единички одинички jedynki",
    "2": "twos doses zweien zweier tweeën двойки двойка двійки dwójki tvåor",
    "3": "threes treses dreien dreier drieën тройки трійки trójki treor",
    "4": "fours cuatros quatros vieren vierer четвёрки четверки четвірки czwórki fyror",
    "5": "fives cincos fünfen fünfer vijven пятёрки пятерки пятірки п'ятірки piątki femmor",
    "6": "sixes seises sechsen sechser zessen шестёрки шестерки шістки szóstki sexor",
    "7": "sevens sietes setes siebenen siebener zevens семёрки семерки сімки siódemki sjuor",
    "8": "eights ochos oitos achten achter восьмёрки восьмерки вісімки ósemki åttor",
    "9": "nines nueves noves neunen neuner negens девятки дев'ятки dziewiątki nior",
}
SCALES = {
    1_000: "thousand thousands mille mil tausend duizend mila тысяча тысячи тысяч тисяча тисячі"
    " тисяч"
    " tysiąc tysiące tysięcy bin mie mii hazar hezar هزار ألف الاف हज़ार हजार হাজার ہزار ribu ngàn"
    " nghìn elfu libo tusen tuhat tisíc tisíce ezer χιλιάδες χίλια אלף",
    100_000: "lakh lac lakhs लाख লাখ لاکھ",
    1_000_000: "million millions millones millón milhões milhão millionen miljoen milioni milione"
    " миллион миллиона миллионов мільйон мільйона мільйонів milion miliony milionów milyon milioane"
    " milion میلیون مليون juta triệu milioni milyong miljoner miljoonaa milionů millió",
    10_000_000: "crore crores करोड़ কোটি کروڑ",
}
# What people say from one group to the next without ending the number.
SEQUENCE_WORDS = (
    "an then next after after_that afterwards followed by finally lastly last plus also again the a"
    " suivi de du des puis ensuite après pour finir on finit par enfin encore le la les et"
    " dann danach darauf gefolgt von zum schluss am ende noch die der das und ein"
    " luego después despues seguido seguida de al final y por último ultimo le sigue entonces el la"
    " depois em seguida por fim e o a seguido de mais"
    " poi dopo infine seguito da e ancora il"
    " daarna vervolgens en dan tot slot het de"
    " потом затем дальше далее и ещё еще наконец а следом"
    " потім далі та ще наостанок тоді"
    " potem następnie dalej i jeszcze na koniec"
    " sonra ardından en son daha ve da de"
    " apoi după urmat de și si la final pe"
    " phir fir uske baad aur ant mein me akhir"
    " फिर उसके बाद और अंत में आगे"
    " তারপর তারপরে এরপর আর শেষে"
    " پھر اس کے بعد اور آخر میں"
    " ثم بعدها وبعدها بعدين وبعدين وأخيرا و"
    " بعد سپس و بعدش آخرش"
    " lalu terus kemudian habis itu trus dan terakhir"
    " rồi tiếp theo sau đó cuối cùng và"
    " tapos tas saka at sunod panghuli"
    " halafu kisha na mwisho"
    " மறுபடி அப்புறம் பிறகு తర్వాత తరువాత  પછી ਫਿਰ ਫੇਰ मग नंतर पछि त्यसपछि अनि keyin сосын содан"
    " кейін შემდეგ հետո ከዚያ så därefter derefter"
    " pak potom a nakonec sedan sen och till sist sitten lopuksi aztán majd μετά και ύστερα אחר כך"
    " ואז"
)
