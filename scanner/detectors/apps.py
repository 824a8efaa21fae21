"""Messengers and networks by the names people give them, and the words that hand over a name."""

from __future__ import annotations

from scanner.detectors.words import Words, split

# App: its names, abbreviations and nicknames. "*" marks stems that take endings.
_APPS: dict[str, str] = {
    "whatsapp": """
        whatsapp*, whatsap, whats app, watsapp*, watsap, wattsapp, wazzup, wassap, wapp, wsp,
        wpp, wasap, guasap*, zap, zapzap, ватсап*, вотсап*, вацап*, уотсап*, вайтсап*,
        व्हाट्सएप, व्हाट्सऐप, वाट्सऐप, হোয়াটসঅ্যাপ, হোয়াটসঅ্যাপ, واتساب, واتس, واٹس ایپ,
        واتس اب, ワッツアップ, 왓츠앱
    """,
    "telegram": """
        telegram*, telegarm, telegrm, telgram, telegr, telega, teleg, teleega, teleege,
        telegá, tele, tgram, tg, t.g., telegramm*, телеграм*, телегр*, телег*, тележк*,
        тгшк*, тг, телик, टेलीग्राम, টেলিগ্রাম, تيليجرام, تلجرام, تليجرام, تلغرام, تيلجرام,
        التلي, التليجرام, ٹیلیگرام, テレグラム, 텔레그램, 텔레, 电报, 電報, 纸飞机, 紙飛機,
        paper plane, paper airplane, ✈️, ✈, avioncito, avion en papier, aviãozinho
    """,
    "skype": "skype*, scype, skyp, skaip*, скайп*, स्काइप, سكايب, スカイプ, 스카이프",
    "discord": """
        discord*, disc0rd*, diskord*, discrod, disc, dc, dscrd, дискорд*, дискрд, дис, дисе,
        диск, ds, ディスコード, ディスコ, 디스코드, 디코, purple gamepad
    """,
    "wechat": """
        wechat*, we chat, weixin, wecaht, vx, wx, vxin, 微信, 薇信, 威信, 微 信, 薇, 卫星号,
        加微, 加v, v信, вичат*, ウィーチャット, 위챗
    """,
    "line": "line id, line, ไลน์, 라인, ライン, 賴",
    "viber": "viber*, вайбер*, вибер*",
    "signal": "signal, signál, сигнал*, сігнал*",
    "zalo": "zalo",
    "kakao": "kakao*, kakaotalk, katalk, 카카오톡, 카톡, カカオ",
    "instagram": """
        instagram*, insta, instas, insta'da, instada, instagr, ig, i.g., инстаграм*, инст*,
        इंस्टाग्राम, इंस्टा, انستقرام, انستا, انستجرام, インスタ, インスタグラム, 인스타,
        인스타그램, the gram
    """,
    "facebook": """
        facebook*, fb, face, feis, feisbuk, fcbk, messenger, mesku, mess, мессенджер*,
        фейсбук*, фб, फेसबुक, ফেসবুক, فيسبوك, فیس بک, 페이스북, 페북, book of faces, inbox
    """,
    "linkedin": "linkedin*, linked in, linkdin, линкедин*, लिंक्डइन",
    "twitter": "🐦, twitter*, твиттер*, x.com, ツイッター, 트위터",
    "snapchat": "👻, snapchat, snap, sc, snapp, снапчат, スナチャ",
    "tiktok": "tiktok, tik tok, тикток*, 抖音",
    "qq": "qq, q q, 扣扣, 企鹅, 企鵝, кюкю",
    "threema": "threema*, трима",
    "matrix": "matrix, element",
    "session": "session id",
    "wire": "wickr",
    "imo": "imo",
    "vk": "vk, вк, вконтакте, вконтакт",
    "steam": "steam, стим*",
    "mastodon": "mastodon, toot, toots, fosstodon",
    "irc": "irc, libera",
    "xmpp": "xmpp, jabber",
    "slack": "slack",
    "icq": "icq",
    "bluesky": "bluesky, bsky",
    "weibo": "weibo, 微博",
    "xiaohongshu": "xiaohongshu, 小红书",
    "keybase": "keybase",
    "reddit": "reddit",
    "teams": "ms teams",
}

APPS = Words((word, app) for app, words in _APPS.items() for word in split(words))

# Names that are ordinary words or abbreviations of much else: they need more around them.
COMMON_WORDS = frozenset(
    split(
        """
    line, signal, face, zap, dc, ds, disc, wire, matrix, element, steam, snap, imo, slack,
    inbox, mess, sc, tele, messenger, дис, диск, дисе, вк, фб, wx, session, сигнал, сігнал,
    toot, reddit, 薇, ライン, 라인
"""
    )
)

# Words that put a name into someone's hands, between an app and a name or before both.
HANDOVER = Words.of(
    """
    add, added, find, me, my, mine, i'm, im, i am, dm, dms, pm, msg, message, write, contact,
    reach, ping, hmu, hit, text, search, look for, lookup, as, under, id, ids, user,
    username, user name, nick, nickname, name, handle, called, named, codename, knows,
    friend, request, here, there, tag, account, acc, follow, inbox, chat, join, drop, knock,
    my skype, talk, available, reads, invite, is,
    ajoute*, ajoutez, cherche*, trouve*, pseudo, suis, c'est, cest, écris*, ecris*,
    contacte*, mon, ma, moi, perso, viens, compte, appelle, sous,
    búscame, buscame, agrégame, agregame, soy, estoy, como, escríbeme, escribeme, escribime,
    háblame, hablame, mi, usuario, agrega*, meterme, allí, mandame, mándame, encuéntrame,
    cuenta, llamo,
    sou, adiciona*, add lá, procura*, procure*, chama, me chama, meu, minha, fala, usuário,
    utilizador, manda, segue, estou,
    füg*, fueg*, such*, schreib*, schrib*, bin, heiß*, heiss*, mein*, benutzername, name ist,
    unter, adde, finde*, isch,
    sono, aggiung*, cerca*, mandami, scriv*, mio, nome utente, trova*, contatta*, rispondo,
    contatto,
    voeg, zoek*, stuur, mijn, ben, vind, heet, naam, gebruikersnaam, app me,
    napisz, pisz, jestem, znajd*, dodaj, mój, moj, moje, szukaj, mnie, jako,
    scrie, scrie-mi, adaug*, caut*, sunt, găsești,
    пиши*, напиши*, пишите, я, ник, nik, моя, мой, меня, мне, добавь*, найди*, найдёте,
    найдете, стукни*, кидай*, кидайте, логин, юзер*, аккаунт, акк, айди, го, goto, davai*,
    davaite, pishi*, moi, moy, moya, nickname,
    пиши, напиши*, знайди*, знайдеш, додай*, мій, мене, я, нік, тут я,
    ekle*, yaz*, ara, adım, benim, hesab*, kullanıcı*, bul, bana, ismim, tamamı, hepsi,
    ضيف*, ضيفني, المعرف, معرف, حسابي, يوزر, يوزري, راسل*, كلمني, تواصل, اسمي, تابعني,
    मिलो, जोड़*, आईडी, मेरा, मेरी, नाम, खोज*, लिख*, मैसेज, पर, पे,
    mera, meri, mere, hai, karo, kr, kar, lo, lain, len, krain, krna, bhej*, aa jao, aao, pe,
    par, dhoond*, naam, milo, milein, bhai, inbox, par hun, hun,
    আইডি, আমার, নক, খুঁজ*, অ্যাড, লিখ*, দেন,
    amar, khuj*, nok, dan, id ta,
    hanapin, hanap, search mo, ako, akin, pm mo, chat mo, mo, add mo, i-add, niyo, nyo, po,
    tambah*, cari, aku, saya, lanjut, chat, hubungi, akunku, akun, username aku, namaku, gue,
    gw, kontak, add,
    kết bạn, tìm, của, mình, em, nhắn, nick, là, id là, tên, add,
    加, 我, 号, 號, 账号, 帳號, 搜, 联系, 聯繫, 备注, ➕, 找, 用户名,
    です, 追加, 検索, アカウント, ユーザー名, アイディー, ＩＤ, どうぞ, 連絡,
    아이디, 추가, 친추, 연락, 검색, 주세요, 주시면, 보내,
    แอด, ไอดี, ทัก, เพิ่ม, ชื่อ, ค่ะ, ครับ,
    ongeza, nitafute, mimi, jina, andika
""",
)

# Said right before a name of one's own.
SELF = Words.of(
    """
    i'm, i’m, im, i am, i'm still, i am still, find me as, find me at, find me under, me as,
    my nick, my nick is, my handle, my handle is, my username, my username is, my id,
    my id is, my name there, it's, je suis, c'est, cherche, cherchez, moi c'est, soy,
    estoy como, búscame como, sou, sou a, sou o, ich bin, bin, sono, mi trovi come, ben,
    jestem, jako, я, мій нік, мой ник, ник, я там, ben, adım, saya, aku, mera, main,
    mi usuario, my tag
""",
)

# Asked by the other side: the next answer may be nothing but a name.
ASKS = Words.of(
    """
    your, you, u, ur, yours, how, what's, whats, have, use, on, add, name, nick, id, handle,
    username, user, dein*, ihr*, hast, ton, votre, vous, tu, tienes, tiene, tu, su, cuál,
    seu, sua, você, tem, tuo, sei, hai, твой, ваш, есть, ник, вы, ты, твій, є, masz, twój,
    pani, sende, var, sizin, kya, aap, apka, aapka, ho, hai, 你, 您, 吗, あなた, id, 아이디,
    있
"""
)
