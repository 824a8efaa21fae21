"""What people say for the signs of an address, in the languages we serve.

Native and romanised spellings, lower case, phrases apart by ``|``. Which of them are read as signs
depends on what stands around them: ``scanner.views.signs.symbols`` decides.
"""

import re

AT = (
    # a name that means little else beside an address; many are animals
    "at the rate|at d rate of|at rate of|at di rate|at the ret|attherate|at da rate"
    "|at the rate of|at d rate|at rate|at sign|at symbol|at-sign|at-the-rate|commercial at"
    "|at commercial|at-teken|at-zeichen|at tegn|arroba|arr0ba|aroba|arobase|arrobase|arobas"
    "|arobaz|arobaze|a rond|a commercial|arond|aron|chiocciola|chiocciolina|klammeraffe"
    "|klammeraffen|klammeraffenzeichen|affenschwanz|ät|ätt|apenstaartje|apestaartje|apenstaart"
    "|małpa|malpa|maupa|małpka|malpka|małpą|kukac|zavináč|zavinac|собака|собачка|собаку|собачку"
    "|собакой|собачкой|sobaka|sobachka|равлик|равликом|собачкою|et işareti|et isareti|kuyruklu a"
    "|at işareti|coadă de maimuță|coada de maimuta|एट द रेट|ऐट द रेट|एट दी रेट|एट दि रेट|अट द रेट"
    "|एट|ऐट|ایٹ دی ریٹ|ایٹ دا ریٹ|ایٹ|অ্যাট দ্য রেট|অ্যাট|এট দা রেট|এট|آت|أت|ات|آتساين|a còng"
    "|a cong|a móc|a vòng|a keong|艾特|圈a|小老鼠|アットマーク|アット|あっとまーく|あっと|あと"
    "|골뱅이|앳|arrobita|arrobinha|arova|aroba|chioccioletta|sabaka|сабака|сабачка|собачко"
    "|собачкa|обезьянка|псина|псину|псинка|псиной|пёсик|песик|кльомба|маймунка|маймунско а"
    "|маймунче|majmun|majmunče|afna|ludo a|ludo á|zavinač|zavínač|zavináče|zavináčem|zavinacom"
    "|zavináčom|opička|παπάκι|παπακι|papaki|παπί|snabel-a|snabela|snabel a|krøllalfa|krollalfa"
    "|krøll-alfa|miukumauku|miuku|kissanhäntä|ät-merkki|kukaccal|csiga|eta|rožė|uzraugs|strudel"
    "|שטרודל|כרוכית|אט|ات ساین|اتساین|ادساین|ات‌ساین|ایت|แอท|แอ็ท|แอ็ด|แอด|เครื่องหมายแอท|ऍट|अॅट"
    "|એટ|ਐਟ|அட்|ఎట్|ಅಟ್|അറ്റ്|ඇට්|apetail|aapstert|klammeraff|güzel a|güzel a işareti|a-t"
    "|sign of email|sign of mail|email sign|mail sign|simbol email|丸にa|丸a|まるa|花a|shift+2"
    "|coada maimutei|małpiszon|małpeczka|małpiszonek|malpka|monyet|keong|a bulat|ekor monyet"
    "|et tanda|simbolo ng at|at po|apestaart|aapestaart|παπι|slingeraap|slingeraapje|apesturtsje"
    "|apesturt|alfakrøll|kanelbulle|kanelbolle|elefantöra|abildua|a bildua|manki et|arrova"
    "|a con rabito|a de correo|a in a circle|a in the circle|a inside a circle|a with a tail"
    "|a with a curl|curly a|kissanhanta|cynffon mwnci|dog sign|dog symbol|monkey sign|snail sign"
    "|mouse sign|worm sign|duck sign|bulet a|a bulet|goal a|gol a|gool a|a berekor"
    "|simbol a berekor|a iliyozungushwa|alama ya at|a-iliyozungushwa|kuchukcha|кучукча|айқұлақ"
    "|айкулак|ayqulaq|лудо а|мајмун|мајмунче|klyomba|kliomba|maimunka|maymunka|ravlyk|ravlik"
    "|shtrudel|golbaengi|golbengi|골벵이|엣|atto|attomaku|atto maaku|アトマーク|ぐるぐるa"
    "|ぐるぐる|単価記号|花a|爱特|艾特号|艾特符号|圈圈a|aite|quan a|xiao laoshu|a xoắn|เอท|แอต"
    "|แอ็ต|อัท|ஏட்|ஆட்|అట్|యాట్|అట్ ది రేట్|ఎట్ ది రేట్|ఎట్ ద రేట్|ॲट|ॲट द रेट|अॅट द रेट|याट|ઍટ"
    "|એટ ધ રેટ|ਏਟ|ਐਟ ਦ ਰੇਟ|এট দি রেট|এট দ্য রেট|এ্যাট|গোল এ|गोल ए|गोला वाला ए|إت|ايت|آروباز"
    "|اروباز|أروباز|اد ساین|ادساين|آت ساین|a.t|atsign|at sain|atsain|ایٹ دا ریٹ"
)
AT_IN_PASSING = (  # ordinary words as well, and what is drawn like one
    "at|et|ét|bij|bei|hos|presso|ат|эт|ет|chez|alias|عند|@t|(a)|ãt|æt|āt"
)
DOT = (
    "dòt|dôt|dõt|döt|døt|dōt|dot|d0t|dott|full stop|fullstop|period|point|punto|pto|pnto|ponto"
    "|punkt|pkt|punt|punct|точка|точку|точкой|тчк|tochka|крапка|крапку|krapka|kropka|kropką|nokta"
    "|نقطة|نقطه|دوت|ضوت|डॉट|डाट|डोट|बिंदु|ڈاٹ|ڈوٹ|نقطہ|ডট|titik|tuldok|chấm|cham|点|點|ドット|점"
    "|닷|쩜|nukta|doti|점 찍고|점찍고|dawt|doht|dod|d o t|pt|pnt|tečka|tecka|tečkou|tečku|bodka"
    "|bodkou|tocka|točka|točkom|tačka|tacka|pika|pikë|τελεία|τελεια|ντοτ|teleia|prik|prikk|punktum"
    "|piste|pont|taškas|punkts|stig|נקודה|דוט|نقطة واحدة|دات|ดอท|ดอต|จุด|どっと|てん|टिंब|ડોટ|ਡਾਟ"
    "|டாட்|டாட்|డాట్|ಡಾಟ್|ഡോട്ട്|d-o-t|d.o.t|圆点|圓點|小圆点|小圓點|kropeczka|punctișor|pikë"
    "|ponctuation point|putto|puntu|punctum|punctul|pungt|пункт|кропка|тачка|точкa|titig|noktaa"
    "|noktası|dotti|noktah|stip|stipje|bob de mac|dotz|ونقطة|ودوت|decimal|decimal point|ponc"
    "|punts|punktas|prick|pricken|kituo|nuqta|no2ta|noqta|noghte|noqte|bindi|bindu|बिन्दु|बिंदी"
    "|थोप्लो|thoplo|tapku|ટપકું|બિંદુ|ਬਿੰਦੀ|ਬਿੰਦੂ|বিন্দু|ফোঁটা|புள்ளி|pulli|చుక్క|చుక్కా|chukka"
    "|పాయింట్|ಚುಕ್ಕಿ|കുത്ത്|нүкте|нукте|чекит|цэг|нокта|nöqtə|წერტილი|կետ|ነጥብ|ຈຸດ|ចំណុច|jeom"
    "|jjeom|dian|小数点|句点|ピリオド|마침표|بوان|بوينت|بوانت|دوط|κουκκίδα|κουκίδα|koukida"
    "|koukkida|krapochka|крапочка|крапочку|nekuda|tačkica"
)
UNDERSCORE = (
    "underscore|under score|underline|underskor|tiret bas|tiret du bas|tiret en bas|barre du bas"
    "|tiret du 8|tiret du huit|souligné|guion bajo|guión bajo|guion abajo|barra baja|raya baja"
    "|sublinhado|traço baixo|trattino basso|unterstrich|laag streepje|liggend streepje"
    "|lage streep|подчеркивание|подчёркивание|нижнее подчеркивание|нижнее подчёркивание"
    "|podcherkivanie|підкреслення|подкреслення|нижнє підкреслення|podkreślenie|podkreślnik"
    "|podłoga|dolna kreska|alt çizgi|alt cizgi|alttan çizgi|alt tire|شرطة سفلية|اندرسكور"
    "|अंडरस्कोर|नीचे वाली डंडी|नीचे वाली लाइन|नीचे की लाइन|नीचे वाला डैश|અન્ડરસ્કોર|ਅੰਡਰਸਕੋਰ"
    "|అండర్‌స్కోర్|అండర్స్కోర్|அண்டர்ஸ்கோர்|അണ്ടർസ്കോർ|khate zir|khat e zir|neeche wali dandi"
    "|neeche wali line|انڈر اسکور|আন্ডারস্কোর|garis bawah|gạch dưới|gach duoi|下划线|下劃線"
    "|アンダーバー|アンダースコア|언더바|밑줄|liniuță jos|liniuta jos|linie jos|subliniere"
    "|underskore|under-score|podtržítko|podtrzitko|podčiarkovník|donja crta|podvlaka|долна черта"
    "|κάτω παύλα|κατω παυλα|katw pavla|kato pavla|underscor|understreg|understrek|understreck"
    "|alaviiva|aláhúzás|alulvonás|קו תחתון|اندراسکور|آندرلاین|آندراسکور|اندرلاین|زیرخط"
    "|อันเดอร์สกอร์|ขีดล่าง|あんだーばー|アンダーライン|底线|подчерк|подчёрк|gitling-sa-baba"
    "|gitling sa baba|salungguhit|garisbawah|شرطة تحت|شرطه تحت|انڈر سکور|انڈرسکور|লো ড্যাশ"
    "|нижний пробел|нижняя черта|підкреслювання|liniuță de jos|liniuta de jos|linie de jos"
    "|linia de jos|bawahgaris|donja crtica|crtica dolje|dolna crta|dolna čiarka|alsó vonal"
    "|gidoi baxua|guió baix|riscado baixo|onderstreping|streepje laag|streepje onder"
    "|streepje onderaan|strip bawah|setrip bawah|strip rendah|low-dash|low dash|low line"
    "|low hyphen|risquinho de baixo|risquinho embaixo|traço de baixo|tracinho de baixo"
    "|нижняя чёрточка|нижняя черточка|нижнюю чёрточку|нижнее тире|нижнє тире|нижній дефіс"
    "|нижня риска|нижня рисочка|gạch chân|dấu gạch dưới|cái gạch dưới|guioncito bajo"
)
HYPHEN = (
    "hyphen|dash|minus|bindestreg|streg|segno meno|il segno meno"
    "|lineetta|yhdysviiva|viiva|ενωτικό|dywiz|gitling|kistari"
    "|dấu gạch ngang|连字符|連字號|减号|ہائیفن|tiret|tiret du six|tiret du 6|trait d'union|guion"
    "|guión|guion medio|guión medio|guion alto|guión alto|guió|gidoia|marratxo|hífen|hifen|traço"
    "|traco|tracinho|trattino|bindestrich|streepje|koppelteken|дефис|тире|минус|дефіс|мінус|defis"
    "|myślnik|myslnik|łącznik|tire|kısa çizgi|شرطة|डैश|हाइफन|ہائفن|ড্যাশ|strip|setrip"
    "|tanda hubung|gạch ngang|gạch nối|gach ngang|横杠|横线|ハイフン|하이픈|cratimă|cratima"
    "|liniuță|liniuta|pomlčka|pomlcka|spojovník|crtica|цртица|тиренце|παύλα|παυλα|pavla"
    "|bindestreck|bindestrek|tavuviiva|väliviiva|kötőjel|מקף|خط تیره|خط فاصله|ขีดกลาง|ขีด"
    "|はいふん|ハイフォン|中划线|中横线|短横线|하이픈|kreska|minusik|guioncito|hifenzinho|tracito"
)
SIGN_OF = {
    word: sign
    for spellings, sign in ((DOT, "."), (UNDERSCORE, "_"), (HYPHEN, "-"))
    for word in spellings.split("|")
}
PLUS = "plus|más|mais|più|плюс|artı|زائد|प्लस|پلس"
SLASH = (
    "slash|forward slash|oblique|oblique stroke|fwd slash"
    "|barra|barre oblique|diagonal|barra diagonal|schrägstrich|schuine streep"
    "|слэш|слеш|слаш|slesh|косая черта|ukośnik|ukosnik|slaş|سلاش|स्लैश|سلیش|স্ল্যাশ|garis miring"
    "|gạch chéo|スラッシュ|슬래시|斜杠|斜线|mkwaju"
)

PROVIDERS = {  # the houses that people have their mail at, and how their names are said
    "gmail": "g mail|gee mail|gee male|geemail|jimail|jeemail|gimel|gmeil|gemail|gmial|gmal"
    "|джимейл|джимэйл|гмайл|гмейл|жмайл|джімейл|гмейлом|जीमेल|जी मेल|جيميل|جی میل|جي ميل|جیمیل"
    "|জিমেইল|জিমেল|ジーメール|지메일|谷歌邮箱|geemale|g-mail|gmaill|gmaail|gemmail|gimeyl"
    "|гмаил|гмэйл|gml|gmel|gmayl|gimail|gờ meo|gờ mêu|gmaile|gmale|gメール|ｇメール|g메일"
    "|jimel|jimeil|jimeyl|jimell"
    "|geemeil|gi meil|google's mail|googles mail|dji-meil|dji meil|djimeil|dji-mail|djimail"
    "|джимейле|гмейле|джимейла|гмейла|جی‌میل|جیمیل|جمیل|جي-ميل|จีเมล|จีเมล์|จีเมลล์"
    "|じーめーる|g-posta|g posta|gugl mail|гуглпочта|гугл почта|гуглмейл|гмыло|gemayl|g信箱"
    "|g郵件|ジメール|지멜"
    "|τζιμεηλ|τζιμέηλ|τζιμαιηλ|জি মেইল|જીમેઇલ|જી મેઇલ|જીમેલ|ਜੀ ਮੇਲ|ਜੀਮੇਲ|జీ మెయిల్|జిమెయిల్"
    "|ஜி மெயில்|ஜீமெயில்|جيمايل|جمايل|jee-mail|gee-mail|谷歌信箱|джи мейл|жимейл"
    "|גימייל|ג'ימייל|τζιμέιλ|τζιμειλ|谷歌|谷歌邮件|ጂሜይል|ஜிமெயில்|జీమెయిల్|ಜಿಮೇಲ್|ജിമെയിൽ|જીમેલ"
    "|ਜੀਮੇਲ",
    "googlemail": "google mail",
    "yahoo": "yahu|iahu|یاهو|yaho|yahoo!|yahooo|yahho|яху|яхуу|ยาฮู|やふー|יאהו|γιαχού|یاهوو|யாகூ"
    "|याहू"
    "|ياهو|یاہو|ইয়াহু|ヤフー|야후|雅虎|யாஹூ|யாஹு|యాహూ|యాహు|ಯಾಹೂ|യാഹൂ|યાહૂ|યાહુ|ਯਾਹੂ|γιαχου|jahu"
    "|јаху|jahoo|yahuu|ياهوو",
    "hotmail": "hot mail|hot male|jotmeil|jotmail|jotmel"
    "|rotmeil|rotmail|rotimeil|otmail|hotmeil|хотмейл|хотмэйл|hotmale|hotmeyl|hot-mail|ฮอตเมล"
    "|ฮอทเมล|ほっとめーる|הוטמייל|χοτμέιλ|هاتمیل|हॉटमेल|هوتميل|ہاٹ میل|হটমেইল|ホットメール"
    "|핫메일|هوتمايل|هوت ميل|هوت مايل|هات میل|χοτμειλ|χοτμεηλ|હોટમેલ|હોટમેઇલ|ਹੌਟਮੇਲ|హాట్ మెయిల్"
    "|హాట్మెయిల్"
    "|ஹாட்மெயில்|ஹாட் மெயில்|హాట్‌మెయిల్|हॉट मेल|хот мейл|хот мэйл|ฮอตเมล์|ฮ็อตเมล|ฮอทเมล์",
    "outlook": "out look|ao lúc|outluk|autluk|autlook|аутлук|аутлуке|เอาท์ลุค|あうとるっく|אאוטלוק"
    "|اوت‌لوک|اوتلوک|आउटलुक|اوتلوك|أوتلوك|آؤٹ لک|আউটলুক|アウトルック|아웃룩|అవుట్‌లుక్|అవుట్లుక్"
    "|அவுட்லுக்"
    "|આઉટલુક|ਆਊਟਲੁੱਕ|αουτλουκ|アウトルックメール|آوتلوک",
    "icloud": "i cloud|icloude|あいくらうど|aicloud|aiclaud|айклауд|айклауде|ไอคลาวด์|אייקלאוד"
    "|آیکلود"
    "|آی‌کلود|आईक्लाउड|آيكلاود|آئی کلاؤڈ|アイクラウド|아이클라우드|apple cloud|ai cloud"
    "|айклауд почта",
    "proton": "протон",
    "protonmail": "proton mail|протонмейл|протонмэйл|protonmeil|proton-mail",
    "yandex": "яндекс|яндексе|яндекса|yandeks|iandex",
    "rambler": "рамблер|рамблере",
    "rediffmail": "rediff mail|red iff mail|red if mail|redif mail"
    "|रेडिफमेल|रेडिफ मेल|रेडिफ़मेल|रेडिफ़ मेल|रैडिफमेल|ரெடிஃப்மெயில்|రెడిఫ్మెయిల్",
    "mail": "мейл|майл|мэйл|меил",
    "naver": "네이버|네이버닷컴|네이버컴|초록창|초록창메일|녹색창",
    "daum": "다음|다음넷",
    "hanmail": "한메일|한메일넷",
    "163": "幺六三|一六三|yi liu san|one six three|one-six-three|网易163",
    "126": "幺二六|一二六|one two six|one-two-six",
    "qq": "扣扣|q q|扣邮|扣扣邮箱|q邮|q邮箱|企鹅邮箱",
    "aol": "a o l|a-o-l",
    "gmx": "g m x|g-m-x",
    "live": "",
    "msn": "",
    "tutanota": "",
    "fastmail": "fast mail|fast-mail",
    "zoho": "",
    "zohomail": "",
    "ymail": "",
    "seznam": "",
    "libero": "",
    "orange": "",
    "wanadoo": "",
    "posteo": "",
    "telia": "",
    "uol": "",
    "terra": "",
    "ukr": "укр|юкр|укрнет",
    "walla": "וואלה|וולה",
    "nate": "네이트|네이트닷컴",
    "onet": "",
    "interia": "",
    "wp": "wupe|wu pe|wu-pe",
    "laposte": "",
    "abv": "абв",
    "sina": "新浪|新浪的",
    "sohu": "搜狐",
    "foxmail": "fox mail|狐狸邮箱",
    "azet": "азет",
    "zoznam": "",
    "citromail": "citrom mail",
    "indamail": "inda mail",
    "umail": "",
    "chmail": "",
    "rocketmail": "rocket mail",
    "virgilio": "",
    "tiscali": "",
    "ziggo": "",
    "centrum": "",
    "bluewin": "",
    "freenet": "",
    "sapo": "",
    "hey": "",
    "bk": "бк|бэ-ка|бэ ка|бэка",
    "inbox": "",
    "rediff": "",
    "telenet": "",
    "aon": "",
    "prodigy": "",
    **dict.fromkeys(
        [
            "clix",
            "netcabo",
            "arcor",
            "casema",
            "btinternet",
            "talktalk",
            "bigpond",
            "comcast",
            "sfr",
        ],
        "",
    ),
}
_ARABIC = re.compile("[\u0621-\u064a]+(?: [\u0621-\u064a]+)?")


def _with_article(spellings: str) -> str:
    """The spellings, those in Arabic letters with the article as well: "الهوتميل"."""
    arabic = [said for said in spellings.split("|") if _ARABIC.fullmatch(said)]
    return "|".join([spellings, *(f"ال{said}" for said in arabic)])


PROVIDERS = {name: _with_article(spellings) for name, spellings in PROVIDERS.items()}

# The houses with a blank somewhere in the name: "ya hoo", "out look".
HOUSES_APART = {
    house: "|".join(f"{house[:place]} {house[place:]}" for place in range(1, len(house)))
    for house in PROVIDERS
    if len(house) > 4
}
# Other houses, with the ending that makes them one: "joe.b at web de".
HOUSES_ENDED = (
    "web de|t-online de|arcor de|free fr|neuf fr|alice it|o2 pl|op pl|ya ru|list ru|inbox ru|i ua"
    "|meta ua|bol com br|ig com br|globo com|xtra co nz|iinet net au|att net|cox net|verizon net"
    "|sbcglobal net|bellsouth net|optonline net|earthlink net|mailbox org"
)
HARMLESS_ALONE = (
    "mail live orange terra proton libero wp 163 126 hey bk inbox centrum sapo aon prodigy sina"
)

ENDINGS = {  # top-level domains as they are said or written in another script
    "com": "ком|kom|c o m|calm|komm|cum|dotcom|คอม|קום|κομ|こむ|комм|كوم|कॉम|کام|কম|コム|컴|康"
    "|康姆|وcom|وكوم|comm|κόμ|కామ్|காம்|கோம்|કોમ|કૉમ|ਕੌਮ|ਕਾਮ|ਕੋਮ|ಕಾಂ|ಕಾಮ್|കോം|কোম|कोम|काॅम|کوم|کامه"
    "|닷컴|коме",
    "ru": "ру|эр у|эр-у",
    "net": "нет|نت|नेट|نیٹ|ネット|넷|నెట్|நெட்|નેટ|ਨੈੱਟ|নেট|νετ|нєт",
    "org": "орг|أورج|ऑर्ग",
    "ua": "юа|уа|ю а|ю-а",
    "kz": "кз",
    "by": "бай",
    "in": "इन|इंडिया|ఇన్|இன்|ઇન|ਇਨ",
    "co": "קו|シーオー|को|โค|ซีโอ|కో|કો",
    "me": "m e|ми",
    "de": "d e|d-e",
    "fr": "f r|effe erre|ef er|èf èr|إف إر|اف ار|إف آر|اف آر",
    "uk": "u k|you kay|yu kay|ju kay",
    "th": "ทีเอช|ที เอช",
    "gr": "γρ|γκρ|τζι αρ",
    "il": "איל",
    "ir": "آی آر|ای‌آر",
    "jp": "ジェイピー|ジェーピー|じぇいぴー|じぇーぴー|jay pee",
    "kr": "케이알",
    "pk": "پی کے",
    "bd": "বিডি",
    "sk": "es ká|es ka|eská|eska",
    "cz": "cé zet|ce zet|čé zet|cézet",
    "hu": "há ú",
    "bg": "бг|бе ге|бэ гэ",
    "rs": "рс|er es",
    "pl": "pe el|пл|pe-el",
    "br": "bê érre|be erre|bê erre|bê-érre|bê-erre|be-erre|bê erri",
    "pt": "pê tê|pê-tê",
    "it": "i-ti",
    "ch": "ce-ha",
    "uz": "уз",
    "cn": "中国|西恩",
}

# Short names that messengers and networks use before a dot and a slash: t.me, wa.me, fb.com.
SHORT_HOSTS = "t wa m fb vk x ig sc tg line viber linktr discord bit g u"
# Top-level domains that are words of everyday English.
_WORDS_TOO = (
    "build house world today life space company group team systems zone network center care fun"
    " top website tools academy ink graphics press farm garden kitchen cafe coffee bike film fit"
    " software engineer consulting law legal marketing education training health clinic dental dog"
    " pet wedding yoga salon supply support land earth green eco energy run rocks social video vip"
    " work foundation church band audio show tours travel rentals homes properties estate ltd inc"
)
# Top-level domains that addresses of people end in; all country codes are among them.
ENDINGS_KNOWN = (
    "com net org info biz io me co app dev ai tv cc gg ly xyz site online shop store club pro"
    " studio design tech live link page cloud email agency digital media art blog edu gov cat eu"
    " coop london berlin paris wales scot amsterdam works school gallery photos photo photography"
    " fm nu frl bzh eus nrw bayern swiss vlaanderen gmbh"
    f" {_WORDS_TOO}"
    " ac ad ae af ag al am ao ar as at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs"
    " bt bw by"
    " bz ca cd cf ch ci cl cm cn cr cu cv cw cy cz de dj dk dm do dz ec ee eg es et fi fj"
    " fm fo fr"
    " ga gb ge gh gi gl gm gn gr gt gy hk hn hr ht hu id ie il im in iq ir is it je jm jo"
    " jp ke kg"
    " kh ki kr kw ky kz la lb lc li lk lr ls lt lu lv ma mc md mg mk ml mm mn mo mq mr mt"
    " mu mv mw"
    " mx my mz na nc ne ng ni nl no np nu nz om pa pe pf pg ph pk pl pr ps pt pw py qa re"
    " ro rs ru"
    " rw sa sb sc sd se sg sh si sk sl sm sn so sr st su sv sy sz tc td tg th tj tl tm tn"
    " to tr tt"
    " tw tz ua ug uk us uy uz va vc ve vn vu ws ye za zm zw"
)
# Of these, what ordinary talk has after "dot", "point" or "punkt" too.
ENDINGS_IN_TALK = (
    "me co pro site online shop store club studio design tech live link page cloud email agency"
    " digital media art blog am as at au be by ca do de es et fi he id im in is it la le li lo ma"
    " me mi my na ne ni no on om or pa re sa se si so su te to tu un us va ve vu ya info app dev"
    " ai tv gov cat edu il al ad ac des per sc st nu sl"
    " coop london berlin paris wales amsterdam works school gallery photos photo photography fm"
    f" {_WORDS_TOO}"
)
# Words that stand before "at" or a spoken dot in ordinary talk and are no name of a mailbox.
NEVER_A_NAME = (
    "a an the this that these those me us him her them it you we i he she they is are was were be"
    " been am do did and or but if so as of in on to for from by with without not no yes up out"
    " off over look looking looked see seen available live online found find visit work working"
    " works worked hosted site website page link one ones another each every every any some all"
    " my your our their his its which what who when where here there now then just only also"
    " call meet start starting end ends at dot great good big last first next other small black"
    " red white polka use using used write type typed put add with le la les un une des du de et"
    " ou au el los las una y en del il lo gli i e o der die das ein eine und oder im am een het"
    " ve bir bu и в на с по не это как то a's with about than then have has had keep"
    " being get con sin avec sans mit ohne per does will would can could should may might"
    " must shall"
    " let lets make made send sent sending write wrote writing reach reaching drop dropping ping"
    " ask tell"
    " é haha hahaha hehe hihi lol jaja jajaja rsrs joh sambungannya"
    " via want need check open inside outside behind before front after into onto under between"
    " because while until whether still very too more most much many some same such own anyone"
    " someone anything something nothing account accounts address addresses emails word words"
    " schreib schreibt schreiben sende senden bin ist sind war mich mir uns euch meine mein unter"
    " escribe escribeme escríbeme escribir manda mandame mándame envia envía envíame soy estoy"
    " correo écris écrivez écrire envoie envoyez envoyer suis est sont mon adresse moi scrivi"
    " scrivimi mandami invia inviami sono sei mio indirizzo escreve escreva mande mandar"
    " envie sou"
    " meu minha pisz napisz wyślij jestem mój adres piš pošli jsem můj пиши пишите шли шлите мой"
    " моя моё мне меня почта почту почте есть адрес пишіть мій пошта yaz yazın gönder benim"
    " adresim thêm số rồi cái dấu"
    " पर मेरा मेरी मुझे mera meri mujhe likho bhejo aage peeche saya kirim ke alamat ako"
    " akin tôi mình gửi qua scrie trimite sunt adresa stuur schrijf ben mijn nè ए"
)
# Words that begin a phrase for a sign and are common in talk: there the last word tells.
FIRST_WORDS_IN_TALK = "a la under full guion guión barra alt linie forward diagonal raya traço"

# Of these, what people are called as well: "an dot nguyen", "will dot smith".
_NAMES_TOO = (
    "an le la de di du del el al do my may will can ben les des en so bin mio sei akin ping page"
)
# Not before the word for a point in whose language they are articles: "el punto", "de punt".
ARTICLES_OF = {
    said: frozenset(articles.split(" "))
    for said, articles in (
        ("point", "le les du des"),
        ("punto", "el del al"),
        ("ponto", "do"),
        ("punt", "de"),
        ("puntje", "de"),
        ("stip", "de"),
        ("punkt", "en"),
        ("punktum", "en"),
        ("prick", "en"),
        ("prik", "en"),
        ("prikk", "en"),
    )
}

# The same by themselves, for those who ask for one word.
KNOWN_ENDINGS = frozenset(ENDINGS_KNOWN.split(" "))
TALK_ENDINGS = frozenset(ENDINGS_IN_TALK.split(" "))
_JOINS = (  # the last word of a remark that a name is written as one
    "spaces gaps together espace espaces espacios spazi attaccato attaccati elkaar spaties"
    " leerzeichen spacji пробелов пробілів пробілу слитно junto collé mezer"
)
NAMES_TOO = frozenset(_NAMES_TOO.split(" "))
NO_NAMES = frozenset(f"{NEVER_A_NAME} {_JOINS}".split(" "))
