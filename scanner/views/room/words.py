"""Words around the parts of a detail that is given over several messages, in many languages.

Lower case; ``*`` stands for any ending. Words of scripts without blanks match anywhere.
"""

from __future__ import annotations

import re

from scanner.views.glance import UNSPACED, WORD

ANY_ENDING = "*"
_WORDS = re.compile(rf"{WORD}+")
_UNSPACED = re.compile(f"[{UNSPACED}]")


class Vocabulary:
    """Words to listen for in a short text. Stems have at least ``STEM_LENGTH`` letters."""

    STEM_LENGTH = 3

    def __init__(self, words: str) -> None:
        every = words.split()
        self._unspaced = tuple(word for word in every if _UNSPACED.search(word))
        spaced = [word for word in every if not _UNSPACED.search(word)]
        self._words = frozenset(word for word in spaced if not word.endswith(ANY_ENDING))
        stems = [word.removesuffix(ANY_ENDING) for word in spaced if word.endswith(ANY_ENDING)]
        self._stems = frozenset(stems)
        self._lengths = sorted({len(stem) for stem in stems})

    def has(self, word: str) -> bool:
        """Whether the word, in lower case, is one of these."""
        return word in self._words or any(
            word[:length] in self._stems for length in self._lengths if length <= len(word)
        )

    def any_in(self, text: str) -> bool:
        """Whether any of these stands in the text, which is in lower case."""
        return any(self.has(word) for word in _WORDS.findall(text)) or any(
            word in text for word in self._unspaced
        )


# What one says of a part: that it is the beginning, the end or the rest of something.
PARTS = Vocabulary(
    """
    last final finally ends end ending rest then next first begin* start* middle half remaining
    followed follows after before continue* plus prefix finish* complete missing tail bit piece
    pieces part parts area together lastly afterwards front behind glue join combine append
    fin finit dernier* dernière* ensuite puis suite reste début commence* après enfin voilà devant
    derrière manque manquait bout moitié
    final* último* última* ultimo* ultima* luego después despues resto sigue empieza* termina* lada
    faltaba* completo principio mitad adelante falta
    depois segue começa* comeca* ddd pronto metade junta junte restante
    fine finisce ultimi ultime poi dopo seguito inizia* prima metà davanti
    ende letzte* zuletzt dann danach hinten dahinter davor anfang vorwahl schluss weiter vorne dran
    laatste daarna dan eind einde begin* vervolgens erachter ervoor helft
    końc* konc* ostatni* potem dalej reszta zaczyna* początek przed całość
    konec poslední pak zbytek začátek potom
    apoi ultimele ultimul restul începe* după dupa sfârșit
    последн* конец концовка дальше далее потом остальн* начало начин* хвост затем после остаток ну
    заканчива* вперед* целиком вместе
    останн* кінець далі потім решта початок після кінцівка наприкінці
    son sonu sonra sonuna devam* kalan* başı ilk öncesi gerisi
    آخر اخر الأخير الاخير آخرها بعدين وبعدين بعد وبعد الباقي باقي ثم النهاية كمل كمله أول بداية
    نهاية
    آخری پھر آگے شروع باقی
    आखिरी आख़िरी फिर बाकी बाक़ी आगे बाद अंत शुरू लास्ट
    aakhri akhri aakhir phir fir baki baaki aage baad shuru lst
    শেষ শেষে তারপর বাকি পরে শুরু শুরুতে লাস্ট shesh sheshe tarpor pore
    terakhir akhir akhirnya lalu kemudian terus sisanya ujung* belakang* depan* sambung* lanjut*
    lengkap awal awalnya setelah
    huli hulihan dulo tapos tas kasunod karugtong una buo unahan dugtong
    cuối đuôi tiếp rồi đầu nửa còn
    สุดท้าย ต่อ ท้าย ตามด้วย ขึ้นต้น
    最后 最後 末尾 尾号 尾號 后面 後面 然后 然後 接着 接著 剩下 后缀 前面
    后四位 结尾 開頭 开头 连起来
    続き つづき 次は 残り 後ろ 頭は 以上 ラスト 繋げ
    뒷자리 끝자리 마지막 그다음 다음 나머지 앞자리 이어서 뒤에
    mwisho halafu kisha mwanzo
    סוף אחרון אחרונות המשך אחרי התחלה τέλος μετά υπόλοιπ* τελευταί*
    sista sen slut* resten början sidste siste derefter vége aztán utolsó loput sitten lopuksi
    többi maradék vége eleje utána körzetszám* előhívó* következő* останал* следващ* края началото
    накрая loppu alku alkuun perään seuraav* suuntanumero* slutten slutningen starten foran bagefter
    etterpå efteråt riktnummer retningsnummer ostatak ostalo kraj početak pozivni zatim zadnje
    остатак остало крај почетак позивни затим υπόλοιπ* τελευταί* αρχή
    """
)

# Of these, what says that a part goes before or after all others.
BEGINNINGS = Vocabulary(
    """
    begin* start* area prefix front indicatif commence* début empieza* comienza* lada área prefijo
    ddd começa* comeca* prefixo prefisso inizia* vorwahl anfang netnummer kengetal zaczyna*
    kierunkowy
    předvolba prefix începe* код начина* початок alan مفتاح بداية शुरू shuru কোড depan* awal*
    una unahan đầu 区号 開頭 开头 頭は 市外局番 앞자리 지역번호 mwanzo
    """
)
ENDINGS = Vocabulary(
    """
    last ends end ending final* fin finit dernier* dernière* termina* último* última* ultimo*
    ultima*
    fine finisce ultimi ultime ende letzte* laatste końc* ostatni* konec poslední ultimele последн*
    конец останн* кінець son sonu آخر آخری आखिरी लास्ट aakhri শেষ শেষে terakhir akhir* belakang*
    huli hulihan dulo cuối đuôi สุดท้าย 最后 最後 末尾 尾号 뒷자리 끝자리 마지막 mwisho
    """
)

# Asked by the other side: the figures that follow count something.
HOW_MANY = Vocabulary(
    """
    many much long often big wide tall far combien cuánt* cuant* quant* wieviel* viele hoeveel ile
    kolik cât* câte câți сколько скільки kaç كم كام چند कितन* kitn* کتن* কত* koto koyta berapa ilan
    magkano nhiêu mấy กี่ เท่าไ 多少 几个 几张 いくつ 何枚 何個 몇 얼마 ngapi כמה πόσ* hány
    count counts
    score scores size sizes width height total per pieces maße masse breite* misura misure tamaño
    medida* taille размер* розмір* quantity qty numbers codes
    какие яких welche* quels quelles quais cuáles cuales quali które jakie
    哪些
    """
)

# Says that figures were added up, or what else they are.
TOTALS = Vocabulary(
    """
    total* sum altogether overall average totals subtotal guests insgesamt summe gesamt* zusammen
    somma totale* toplam razem suma łącznie lacznie итог* итого сумма сумме всего разом усього
    jumlah kabuuan tổng 合计 合計 总共 一共 합계 총 कुल kul মোট mot کل إجمالي المجموع minus isbn
    """
)

# Speaks of telephones, or of being reached by one.
CALLS = Vocabulary(
    """
    call calls calling ring phone* mobile cell dial text whatsapp* viber telegram imo signal sms
    voice number reach* contact* sim téléphone* telefon* telef* móvil movil celular llam* llám*
    ligar
    ligue zap* whats numero número numéro num appel* sonne* portable tel anruf* ruf ruft handy
    nummer
    bel bellen numer zadzwo* dzwo* tel. номер* звон* набер* тел телефон* созвон* дзвон* моб ara
    numara* cep رقم* رقمي اتصل* جوال* موبايل* هاتف* فون نمبر फोन फ़ोन नंबर कॉल ফোন নম্বর নাম্বার কল
    hubungi nomor hp wa telp tawag* gọi số 电话 电話 電話 手机 手機 番号 번호 전화 เบอร์ โทร simu
    piga nambari טלפון τηλέφων* κινητό numărul număr* sună
    hívj* hívd hívás* szám* csörg* csörög* обади* обажд* звънн* звъни* soita soitt* soitel* numero*
    puhelin* ring ringe ringa tlf nummeret zovi zovite nazov* broj* зови* назов* број* τηλ* κάλεσ*
    τηλεφων*
    """
)

# What stands before a name that is given: "my name there is", "write", "es", "это".
IS = frozenset(
    [
        "is",
        "are",
        "am",
        "i'm",
        "im",
        "as",
        "write",
        "type",
        "note",
        "called",
        "name",
        "named",
        "me",
        "user",
        "nick",
        "login",
        "before",
        "est",
        "suis",
        "es",
        "soy",
        "sou",
        "é",
        "è",
        "sono",
        "ist",
        "bin",
        "heiße",
        "je",
        "jestem",
        "to",
        "это",
        "я",
        "є",
        "це",
        "me",
        "ben",
        "adım",
        "saya",
        "hai",
        "hoon",
        "là",
        "是",
        "は",
        "だ",
    ]
)

# Messengers and networks, as the last message of several may name them.
APPS = Vocabulary(
    """
    telegram* tg телеграм* телег* тг whatsapp* skype* скайп* insta instagram* ig инст* discord* dc
    disc дискорд* signal сигнал* wechat weixin wx 微信 威信 qq 扣扣 kakao* 카톡 카카오톡 ライン 라인
    line viber* вайбер* zalo facebook* fb messenger snapchat snap linkedin tiktok threema session
    wickr matrix icq slack twitter тикток вк vk واتساب تيليجرام تلجرام انستا إنستا सिग्नल टेलीग्राम
    इंस्टा টেলিগ্রাম ইনস্টা ٹیلیگرام teams
    """
)

# Ends of file names, which make a name of anything with a point in it.
FILE_ENDINGS = frozenset(
    re.findall(
        r"\w+",
        """
    html htm css scss js jsx ts tsx vue json yaml yml xml md txt pdf doc docx xls xlsx ppt pptx csv
    png jpg jpeg gif svg webp psd ai fig mp3 mp4 mov wav zip rar gz tar exe dll apk ipa jar php java
    kt go rb py sh sql env log ini toml dwg dxf stl step obj blend srt indd idml eps tif tiff aep
    sketch heic epub
    """,
    )
)
