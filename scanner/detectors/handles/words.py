"""Words around names on apps: that hand one over, ask for one, or say how it is to be read."""

from __future__ import annotations

import re

from scanner.detectors.words import Words

# "On", "the" and "is my", between a name and an app after it.
ON = (
    "on|in|at|over on|over|through|via|en|no|na|sur|par|auf|bei|im|su|sul|nel|nella|op|w|в|на|у|во"
    "|på|pa|i|inne på|inde på|ovre på|pe|la|ke|di|sa|trên|kwenye|ber|में|ع|على"
)
THE = "the|el|la|le|les|lo|il|l'|o|a|de|het|der|den|dem|mi|mon|meu|mein|min|mitt"
IS_MINE = (
    "is my|is our|es mi|es mío en|ist mein|est mon|è il mio|é o meu|é meu|is mijn|to mój|это мой"
    "|это моя|це мій|är min|er min|er mit|er mitt|adalah|ay ang|là"
)
# What may follow a name that stands apart from the sentence.
APART = re.compile(
    r"\s?(?:\Z|[,;!?)=»”\"'—–\n]|\.(?:\s|\Z)|[^\w\s.,:/@#(\[{-])"
    r"|\s(?:ka|kub|krub|kap|po|ha|na|nha|ạ|ya|kak|bro|sis|pls|thx|x|xx)\b[\s.!]*\Z"
)
ON_IT = re.compile(rf"[\s,(»\"'”]{{1,3}}(?:{ON})\s(?:(?:{THE})\s)?")

# Words that put a name into someone's hands, between an app and a name or before both.
HANDOVER = Words.of(
    """
    add, added, find, me, my, mine, i'm, im, i am, dm, dms, pm, msg, message, write, contact,
    reach, ping, hmu, hit, text, search, look for, lookup, as, under, id, ids, user, username,
    user name, nick, nickname, name, handle, called, named, codename, knows, friend, request,
    here, there, tag, account, acc, follow, inbox, chat, join, drop, knock, my skype, talk,
    available, reads, invite, is, ajoute*, ajoutez, cherche*, trouve*, pseudo, suis, c'est, cest,
    écris*, ecris*, contacte*, mon, ma, moi, perso, viens, compte, appelle, sous, búscame,
    buscame, agrégame, agregame, soy, estoy, como, escríbeme, escribeme, escribime, háblame,
    hablame, mi, usuario, agrega*, meterme, allí, mandame, mándame, encuéntrame, cuenta, llamo,
    sou, adiciona*, add lá, procura*, procure*,
    pesquis*, chama, me chama, meu, minha, fala, usuário,
    utilizador, manda, segue, estou, füg*, fueg*, such*, schreib*, schrib*, bin, heiß*, heiss*,
    mein*, benutzername, name ist, unter, adde, finde*, isch, sono, aggiung*, cerca*, mandami,
    scriv*, mio, nome utente, trova*, contatta*, rispondo, contatto, voeg, zoek*, stuur, mijn,
    ben, vind, heet, naam, gebruikersnaam, app me, napisz, pisz, jestem, znajd*, dodaj, mój, moj,
    moje, szukaj, mnie, jako, scrie, scrie-mi, adaug*, caut*, sunt, găsești, пиши*, напиши*,
    пишите, я, ник, nik, моя, мой, меня, мне, добавь*, найди*, найдёте, найдете, стукни*, кидай*,
    кидайте, логин, юзер*, аккаунт, акк, айди, го, goto, davai*, davaite, pishi*, moy, moya,
    пиши, знайди*, знайдеш, додай*, мій, мене, нік, тут я, ekle*, yaz*, ara, adım, benim, hesab*,
    kullanıcı*, bul, bana, ismim, tamamı, hepsi, ضيف*, ضيفني, المعرف, معرف, حسابي, يوزر, يوزري,
    راسل*, كلمني, تواصل, اسمي, تابعني, मिलो, जोड़*, आईडी, मेरा, मेरी, नाम, खोज*, लिख*, मैसेज, पर,
    पे, mera, meri, mere, hai, karo, kr, kar, lo, lain, len, krain, krna, bhej*, aa jao, aao, pe,
    par, dhoond*, milo, milein, bhai, par hun, hun, আইডি, আমার, নক, খুঁজ*, অ্যাড, লিখ*, দেন,
    amar, khuj*, nok, dan, id ta, hanapin, hanap, search mo, ako, akin, pm mo, chat mo, mo,
    add mo, i-add, niyo, nyo, po, tambah*, cari, aku, saya, lanjut, hubungi, akunku, akun,
    username aku, namaku, gue, gw, kontak, kết bạn, tìm, của, mình, em, nhắn, là, id là, tên, 加,
    我, 号, 號, 账号, 帳號, 搜, 联系, 聯繫, 备注, ➕, 找, 用户名, です, 追加, 検索, アカウント,
    ユーザー名, アイディー, ＩＤ, どうぞ, 連絡, 아이디, 추가, 친추, 연락, 검색, 주세요, 주시면,
    보내, แอด, ไอดี, ทัก, เพิ่ม, ชื่อ, ค่ะ, ครับ, ongeza, nitafute, mimi, jina, andika, kama,
    niko, njoo, nipate, zit, zit ik, heet ik, gooi, تلاش, سرچ, کر کے, بھیج, پیدام, پیام,
    بدید, بدین, آیدی, آی دی, میں ہوں, खोलो, सर्च, डालो, भेजो, karunga, dikhata, connect, dakhun,
    pathan, paben, খুঁজুন, সার্চ, দিন, পাবেন, בוא*, תכתבו, מצאו, חפשו, אני, ๆ, หา, ค้น, ติดต่อ,
    ส่ง, 私我, 私信, 관심, 찾, 오세요, 주세용, ください, って, やつ, 送って,
    adda, lägg till, lägg, heter,
    hedder, tilføj*, skriv til, skriv, legg til, legg meg til, legg meg, sök, søg, søk, följ, følg,
    följer, brugernavn*, brukernavn*, användarnamn*, mit, mitt, min, lisää, laita, nimi, nimeni,
    nimimerkki*, nimellä, mun, minut, mut, löydyt, löytyy, vegyél fel, írj, írj rám, keress*,
    nevem, néven, vagyok, megtalálsz, felhasználó*, добави, търси*, потърс*, казвам, съм, пишете,
    намери*, zovem, nađi*, tražite, traži, javite se, javi se, korisničko*, пронађ*, тражи*,
    нађи*, зовем, hledej, najdi, přidej, napiš, segui, seguimi, sigue, sígueme, segue, salgo
""",
)

# Asked by the other side: the next answer may be nothing but a name.
ASKS = Words.of(
    """
    got, you got, u got, gotta, any,
    your, you, u, ur, yours, how, what's, whats, have, use, on, add, name, nick, id, handle,
    username, user, dein*, ihr*, hast, bist, du, sie, ton, votre, vous, tu, t'es, t'as, t’as,
    tienes, tiene, su, cuál, cual, usas, seu, sua, teu, tua, você, vc, tem, tuo, sei, hai, usi,
    qual, твой, ваш, есть, ник, вы, ты, твій, є, ви, ти, masz, masz*, twój, pani, pan, jesteś, doe,
    je, jij, gebruik, heb, sende, var, sizin, senin, mısın, kya, aap, apka, aapka, ho, tum, tera,
    ap, apna, meron, ka, mo, ba, po, punya, ada, kamu, mas, mbak,
    kak, bạn, anh, chị, em, có, không,
    une, ai, aveți, aveti, ești, una, unatumia, 你, 您, 吗, 嗎, 有没有, あなた, ます, 아이디, 있,
    하세, عندك, عندكم, حسابك, يوزرك, انت, أنت, داری, دارید, आप, है, तुम, আপনি, আছে, আছেন, তোমার,
    آپ, ہے, คุณ, มี, ไหม, יש, לך, אתה, את
"""
)

# Short questions that ask for nothing but the name, after an app was named by either side.
ASKS_NAME = Words.of(
    """
    name, nick, nickname, handle, username, user name, user, called, search, type, id, tag,
    alias, under what, and there, which one, link, @, wie heißt, heißt, nom, pseudo, nombre,
    usuario, nome, cerco, naam, heet, nazwa, ник, нік, логин, ищу, искать, как вас найти,
    как найти, имя, isim, adın, adı, kullanıcı adı, नाम, आईडी, নাম, আইডি, اسم, اسمك, يوزر, معرف,
    نام, آیدی, tên, nama, pangalan, jina, 名字, 叫什么, 号, 帳號, 名前, アカウント, 이름, 아이디,
    ชื่อ, ไอดี, שם
"""
)

# Questions for any way to somebody, whatever the app: the answer may be a name on one.
ASKS_WAY = Words.of(
    """
    find you, reach you, contact you, contact, text you, write you, write to you, message you,
    add you, follow you, elsewhere, somewhere else, other app, another app, which app, social,
    socials, social media, outside, where are you, where else, off here, te trouver, te joindre,
    vous joindre, contacter, réseaux, ailleurs, encontrarte, contactarte, te encuentro,
    te escribo, redes, otro lado, te acho, te encontro, te chamo, redes sociais, outro lugar,
    dich finde*, dich erreichen, sie erreichen, woanders, erreich*, trovarti, contattarti,
    altrove, ti trovo, ti scrivo, je vinden, je bereiken, ergens anders, znaleźć, gdzie indziej,
    kontakt*, sosyal, nereden, ulaş*, найти, связаться, связь, куда писать, соцсет*, где ещё,
    знайти, зв'язатися, куди писати, أجدك, التواصل, اتواصل, وين, القاك, کجا, پیدات, kahan, kaha,
    kidhar, contact karu, संपर्क, कहाँ, যোগাযোগ, কোথায়, رابطہ, کہاں, saan, hubungi, medsos,
    dimana, di mana, liên hệ, ở đâu, wapi, 怎么联系, 联系方式, 哪里找, 怎么找, 連絡先, 連絡,
    どこ, 연락, 어디, ติดต่อ, ที่ไหน, איפה, ליצור קשר
    """
)

# Writing to somebody there, whatever the app: beside a marked name it is an address.
PRIVATE = Words.of(
    """
    dm, dms, dm'd, pm, slide into, inbox, direct, follow me, follow, add me, message me,
    private message, mp, en privé, privado, privada, por privado, al dm, no direct, chama no,
    segue, direktnachricht, schreib mir, in privato, privaat, priv, na priv, личк*, лс, в лс,
    директ*, пишите в, особист*, приват*, özelden, dm'den, dmden, الخاص, خاص, دايركت, دایرکت,
    پیام, इनबॉक्स, डीएम, ইনবক্স*, ان باکس, inbox lang, japri, nhắn, ib, 私信, 私我, 私聊, 디엠,
    디엠주, 쪽지, ทัก, อินบ็อกซ์
"""
)

# Told with a name that is to be read from its end.
BACKWARDS = Words.of(
    """
    backwards, backward, reversed, reverse, in reverse, mirrored, right to left, from the end,
    al revés, al reves, à l'envers, a l'envers, rückwärts, rueckwaerts, verkehrt herum,
    al contrario, achterstevoren, andersom, od tyłu, wspak, задом наперёд, задом наперед,
    наоборот, навпаки, ters, tersten, tersi, ao contrário, de trás pra frente, ulta, ulti, उल्टा,
    उलटा, উল্টা, উল্টো, الٹا, بالمقلوب, معكوس, بالعكس, terbalik, dibalik, baligtad, ngược,
    from behind, from the back, backward-read, read from its end, von hinten, à rebours, de atrás,
    desde el final, van achter, van achteren, bakfra, bagfra, bakifrån, baklänges, bagvendt,
    takaperin, lopusta alkuun, visszafelé, hátulról, отзад напред, наопаки, unatrag, pozpátku,
    odzadu, ανάποδα, הפוך, مقلوب,
    flip it, flip them, flipped, turn it around, turn it round, spiegelverkehrt, gespiegelt,
    gespiegeld, spiegelbeeld, umdrehen, draai het om, gira la, gíralo, al rovescio, retourne-le,
    przekręć, переверни, перевернуть, переверніть, çevir, balikkan, balik aja,
    من اليمين لليسار, من اليمين إلى اليسار, من الآخر, справа налево, справа наліво, sağdan sola,
    de derecha a izquierda, de droite à gauche, da destra a sinistra, da direita para a esquerda,
    von rechts nach links, van rechts naar links, od prawej do lewej, 从右往左, 右から左,
    오른쪽에서 왼쪽, 反过来, 倒过来, 倒着, 倒序, 逆さ, 逆から, 거꾸로, 反向, invers, de la coadă
"""
)

# Said right before a name, and of hardly anything else: what one is called, or is to be found as.
_NAMED = """
    my name there is, my nick is, my nick, my handle is, my handle, my username is, my username,
    my user is, my id is, my tag is, my gamertag is, gamertag, my alias is, i go by, go by,
    i'm called, im called, i am called, people call me, they call me, everyone calls me,
    friends call me, find me as, find me under, look for me as,
    search for me as, listed as, known as, mon pseudo, mon pseudo est, mon pseudo c'est, pseudo,
    je m'appelle, sous le nom de, sous le pseudo, mi usuario, mi usuario es, me llamo, salgo como,
    aparezco como, figuro como, estoy como, búscame como, buscame como, me encuentras como,
    meu user, meu user é, meu usuário é, meu nick é, me acha como, estou como, tô como,
    heiße ich, heiss ich, heiße, heisse ich, mein nick ist, mein name ist, finde mich unter,
    findest mich unter, benutzername, nutzername, mi chiamo, il mio nick è, mi trovi come,
    nome utente, gebruikersnaam, heet ik, ik heet, mijn naam is, onder de naam, nazwa użytkownika,
    mój nick to, mój nick, nazywam się, pod nickiem, pod nazwą, мой ник, мой логин, меня зовут,
    под ником, под именем, зовусь, мій нік, під ніком, мене звати, kullanıcı adım, kullanıcı adı,
    adım, jag heter, heter jag, användarnamn, användarnamnet, mitt namn är, under namnet,
    jeg hedder, hedder jeg, jeg heter, heter jeg, brugernavn, brugernavnet, brukernavn,
    brukernavnet, brukernavnet mitt, brugernavnet er, under navnet, under navn, mit navn er,
    navnet mitt er, nimimerkki, nimimerkkini, nickini, nikkini, nimi on, nimi, nimeni, tunnukseni,
    nimeni on, mun nimi, mun nimi on, käyttäjänimi, käyttäjätunnus, tunnus on, tunnukseni on,
    a nevem, nevem, felhasználónév, felhasználónevem, a becenevem, a nickem, keress rá, казвам се,
    името ми е, името ми там е, потребителско име, потребител, ника ми е, търсете ме като,
    потърсете ме като, търси ме като, намери ме като, zovem se, korisničko, korisničko ime,
    nadimak, pod imenom, tražite me kao, nađi me kao, зовем се, корисничко име, под именом,
    пронађите ме као, тражи ме као, jmenuju se, jmenuji se, přezdívka, pod jménem,
    uživatelské jméno,
    volám sa, prezývka, pod menom, numele meu e, numele e, mă găsești ca, username-ul meu, με λένε,
    θα με βρεις ως, username mou, tên mình là, tên tôi là, namaku, nama akunku, username aku,
    jina langu, natumia jina, mera naam, mera username, mera id, मेरा नाम, मेरा यूज़रनेम, আমার নাম,
    আমার ইউজারনেম, اسمي, يوزري, معرفي, حسابي باسم, اسمم, آیدیم, میرا نام, 我叫, 名字是, 用户名是,
    名前は, ユーザー名は, 아이디는, 제 아이디는, ชื่อ, שמי, קוראים לי, שם המשתמש שלי,
    il mio id è, il mio id, mio id, mi id es, mi id, meu id é, meu id, mein id ist, meine id ist,
    meine id, mon id est, mon id c'est, mon id, mon identifiant est, mon identifiant, mijn id is,
    mijn id, mój id to, mój identyfikator to, мой айди, мой id,
    моё имя там, мій айді, мій айдішник,
    id'm, mă cheamă, mă numesc, mă găsiți ca, mă găsești sub numele, numele de utilizator,
    natumia jina la, jina langu ni, username saya, id saya, id aku, nama akaun, nama saya di situ,
    tên em là, nick em là, id em là, id mình là, tên zalo, ชื่อไอดี, ไอดีคือ, pangalan ko,
    username ko, name ko, id ko, ko is, name ko is, ko ay, mera id hai,
    naam hai mera, मेरी आईडी, मेरी आईडी है, नाम है,
    माझं नाव, आईडी है, আমার আইডি, আইডি হলো, میری آئی ڈی, اسم کاربریم, آیدی من, ایدیم, معرفي,
    حسابي, اسمي هناك, اسم المستخدم, ismim, nickim, kullanıcı ismim,
    adımız, ismimiz, foydalanuvchi nomi,
    nomim, лақап атым, атым, ჩემი სახელი, իմ անունը, a felhasználónevem, a tagem, som heter jag,
    the end of my address there is, the end of my profile is, the end of my link is,
    my address there ends in, my link ends in, my profile ends in, end of the link is,
    der letzte teil ist, am ende des links, am ende steht, das ende meines profils ist,
    la fin de mon lien, la fin du lien, mon lien finit par, el final de mi perfil es,
    el final del enlace es, mi perfil termina en, o final do meu perfil é, o final do link é,
    la fine del mio profilo è, la fine del link è, het einde van mijn profiel is,
    końcówka profilu to, końcówka linku to, końcówka to, profil kończy się na, конец ссылки,
    в конце ссылки, окончание профиля, кінець посилання, profilimin sonu, linkin sonu,
    آخر الرابط, اكتب في آخر الرابط, آخر لینک, लिंक के आख़िर में, link ke end me, end me, last me
"""
NAMED = Words.of(_NAMED)

# The same, and what also leads to much else.
SELF = Words.of(
    """
    i'm, i’m, im, i am, i'm still, i am still, find me at, me as, my id, my name there, it's, its,
    it’s, it is, named, called, under, by the name, just type, type, je suis, c'est, cherche,
    cherchez, moi c'est, sous le nom, tapez, tape, soy, estoy, busca, es, sou, sou a, sou o,
    meu usuário, estou lá como, lá como, procura por, pesquisa, ich bin, bin, heiß ich, heisse,
    unter, dort als, als, suche nach, sono, il mio nick, cerca, come, ben, ik ben, heet, zoek op,
    onder, als naam, jestem, jako, wpisz, szukaj, я, ник, я там, просто, ищи, ищите, вбей, нік,
    шукай, шукайте, diye arat, saya, aku, ku, gw, ko, ko po, nama, cari, main, mere naam, mera,
    naam hai, ko search, ami, amar naam, amar id, ako si, ako po si, hanapin mo, tên là, tên, tìm,
    là, mình là, natafutwa, mimi ni, tafuta, sunt, numele, caută, اسمي فيهم, esmi, esmi fihom,
    أنا, انا, با آیدی, آیدی, من, नाम, मैं, نام, 我是, 用户名, 搜, 搜索, 私は, 検索で, ผมชื่อ, ค้นหา,
    제 아이디, 이름은, my tag, jag är, jeg er, nickini on, olen, oon, vagyok, съм, като, sam, сам
    """
    + ","
    + _NAMED
)

# The same where the verb comes after the name.
NAMED_AFTER = Words.of(
    """
    heter jag, hedder jeg, heter jeg, heiße ich, heiss ich, heisse ich, heet ik, kallas jag,
    heter jag där, is my handle, is my nick, is my tag, is the tag, is the nick, is my username,
    c'est moi, c'est mon pseudo, es mi usuario, es mi nick, é meu user, sono io, nimellä,
    nimellä löydyt, on nimeni, on nimimerkkini, a nevem, néven, néven vagyok, néven futok,
    néven megtalálsz, vagyok, се казвам, ми е ника, ми е името, се зовем, se zovem, adıyla,
    ismiyle, kullanıcı adım, adım, bendenizim, diye arat, diye ara, diye bul, naam hai, naam se,
    naam hai mera, नाम है, नाम से, নামে, নাম আমার, کے نام سے, نام ہے, با اسم, という名前, って名前,
    で検索, です私, 이라는, 로 검색, 라고 검색, 라고 치면, 로 찾으면, 으로 찾으면,
    deb qidiring, deb qidirsangiz, deb yozing, deb toping, nomi bilan, деп ізде*, деп табасыз,
    diye yaz, diye yazın, diye aratın, diye bulursun, olarak bul, खोजिए,
    खोजना, खोज लो, ढूँढो, ढूंढो,
    ढूँढिए, सर्च करो, सर्च कीजिए, सर्च करना, टाइप करो, डालो, के नाम से, नाम से खोजो, नावाने, नामले,
    search karo, search kar lo, search karna, search kijiye, type karo, type karke, type kar ke,
    likh ke dhundo, dhoondo, dhundho, ke naam se, naam dalo, নামে খুঁজুন, নামে সার্চ, লিখে খুঁজুন,
    লিখে সার্চ, سرچ کریں, سرچ کر لیں, لکھ کر, هستم, هست اسمم, رو سرچ کن, سرچ کن, جستجو کن,
    هذا يوزري, هذا حسابي, هذا اسمي, என்று தேடு*, னு தேடு*, என தேடு*, அப்படினு தேடு*, అని వెతక*,
    అని సెర్చ్, పేరుతో, ಎಂದು ಹುಡುಕಿ, ಅಂತ ಹುಡುಕಿ, എന്ന് തിരയ*, എന്ന് സെർച്ച്, ਲੱਭੋ, ਨਾਂ ਨਾਲ,
    નામથી, જોઈ લો, po si ako, ang pangalan ko, ang username ko, ang id ko, yung name ko,
    itu aku, itu akunku, itu saya, nama akaun saya, là mình, là em,
    là tên em, là nick em, là ra em,
    ni mimi, ndilo jina langu, se numește contul, e numele meu, is mijn naam, ben ik, is mijn nick,
    to ja, to mój nick, to moja nazwa, это я, мой ник, это мой ник,
    так меня зовут, це я, це мій нік,
    das bin ich, so heiße ich da, so heiß ich da, moi c'est ça, soy yo,
    ese soy yo, sou eu, é meu user
    """
)

# Said right before a name that is to be added, followed or written to.
ADDS = Words.of(
    """
    add, add me, adder, adder meg, adder mig, adda mig, ping, dm, pm, msg, message,
    hit up, follow, look for, look up, find, search,
    search for, find me, reach, text, whisper to, ask for, ajoute,
    ajoutez, cherche, cherchez, suis,
    suivez, agrega, agrégame, añade, añádeme, sigue, sígueme,
    busca, búscame, escríbele a, adiciona,
    segue, me segue, siga, procura, procure, chama, füge, adde, folge, such, suche, suchen sie,
    such nach, aggiungi, aggiungimi, segui, seguimi, cerca, cercami, voeg, volg, zoek, zoek op,
    dodaj,
    znajdź, szukaj, obserwuj, добавь, добавьте, ищи, ищите, найди, найдите, пиши, додай, шукай,
    знайди, ekle, takip et, ara, adda, lägg till, sök, sök på, följ, tilføj, find mig som, søg,
    søg på, følg, legg til, legg meg til, søk, søk på, finn, lisää, etsi, hae, seuraa,
    laita viestiä,
    vegyél fel, keresd, keress, kövesd, írj rám, добави, потърси, потърсете, търси, последвай,
    dodajte,
    potraži, potražite, traži, zaprati, додај, потражи, přidej, hledej, najdi, pridaj, hľadaj,
    adaugă,
    caută, urmărește, πρόσθεσε, ψάξε, tambah, tambahkan, cari, kết bạn, tìm, ongeza, tafuta,
    hanapin, i-add, jodo, add karo, dhundo, खोजो, जोड़ो, খুঁজুন, ضيف, ضيفني, دور على, تلاش کریں,
    加, 搜, 追加, 検索, 추가, 검색, แอด, ค้นหา, תוסיף, חפש
    """
)
