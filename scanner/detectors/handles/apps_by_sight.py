"""Apps by what they show, as people say it to a filter's face: "paper plane", "face book" in other
languages, "where the gamers talk".

Each is put as the languages say it; ``*`` stands for the endings of a noun. ``SEEN`` are hardly
said of anything else; ``GLIMPSED`` are no more than a hint.
"""

from __future__ import annotations

SEEN: dict[str, str] = {
    "telegram": """
        телеґ*, телеґрам*, тележен*, papierflugzeug, pappersflygplan*, pappersplan*, papirfly*,
        papirflyger*, papirsfly*, paperilennok*, papírrepülő*, papírrepcsi*, papierové lietadlo,
        papírová vlaštovka, papírové vlaštovce, papírovou vlaštovku, papírové letadlo,
        papírovém letadle, papírovým letadlem, papirnati avion*, papirni avion*,
        avion od papira, авион од папира, хартиен самолет*, хартиения самолет,
        хартиено самолетче, хартиеното самолетче, avion de hârtie, avionul de hârtie, avionașul,
        avión de papel, avioncito de papel, avião de papel, aviãozinho de papel,
        avion de papier, petit avion en papier, aereo di carta, aeroplanino di carta,
        papieren vliegtuig*, papierowy samolocik, papierowego samolotu, papierowym samolotem,
        бумажный самолёт*, бумажного самолёт*, бумажном самолёт*, бумажным самолёт*,
        бумажный самолет*, бумажном самолет*, паперовий літа*, паперовому літа*,
        паперовим літа*, qogʻoz samolyot*, qog'oz samolyot*, qogoz samolyot*, қоғаз ұшақ*,
        kağıttan uçak*, kağıt uçak*, kâğıt uçak*, mavi uçak*, mavi uçağ*, mavi uçaktan,
        kağız təyyarə*, काग़ज़ का जहाज़, काग़ज़ के जहाज़, काग़ज़ी जहाज़, कागज का जहाज,
        कागज के जहाज, कागज़ के जहाज़, कागजी जहाज, कागज़ का हवाई जहाज़, कागदी विमान*,
        कागजको जहाज, কাগজের বিমান*, কাগজের প্লেন*, কাগজের উড়োজাহাজ*, کاغذ کا جہاز,
        کاغذ کے جہاز, کاغذی جہاز, هواپیمای کاغذی, هواپیما کاغذی, موشک کاغذی, طيارة ورق,
        طيارة الورق, طائرة ورقية, الطائرة الورقية, מטוס נייר, מטוס הנייר, காகித ராக்கெட்*,
        காகித விமான*, காகித ஏரோப்ளேன்*, పేపర్ ప్లేన్*, కాగితం విమానం*, కాగితపు విమానం*,
        ಕಾಗದದ ವಿಮಾನ*, പേപ്പർ പ്ലെയിൻ*, കടലാസ് വിമാന*, કાગળનું વિમાન*, ਕਾਗਜ਼ ਦਾ ਜਹਾਜ਼,
        ਕਾਗਜ਼ ਦੇ ਜਹਾਜ਼, ndege ya karatasi, kindege cha karatasi, pesawat kertas,
        kapal terbang kertas, kapal kertas, máy bay giấy, เครื่องบินกระดาษ, จรวดกระดาษ,
        ยนต์กระดาษ, eroplanong papel, papel na eroplano, χάρτινο αεροπλάνο, χάρτινο αεροπλανάκι,
        თვითმფრინავი ქაღალდის
    """,
    "facebook": """
        feesboek, feestboek, smoelboek, smoelenboek, gesichtsbuch, gesichterbuch, fratzenbuch,
        caralibro, caralivro, livro das caras, livro de caras, libro de caras,
        libro de las caras, faccialibro, libro delle facce, livre des visages, bouc des visages,
        fesse bouc, fessebouc, face de bouc, facedebouc, twarzoksiążka*, twarzoksiążce,
        ryjbook*, fejsiku, fejsbuczk*, мордокниг*, лицекниг*, лицокниг*, пикокниг*, мордобук*,
        книга лиц, книге лиц, книзі облич, книга облич, fejszbúk*, arckönyv*, naamakirja*,
        naamakirjassa, fjeset, fjesbok*, fjesboka, ansiktsbok*, ansiktsboken, nunboken, nunan,
        trýnokniha, ksichtokniha, ksichtknih*, xichtknih*, xichtbook*, ksichtbook*, fejsbuk*,
        fejzbuk*, yüz kitabı, yüzkitabı, surat kitabı, mặt sách, sách mặt, quyển mặt, phây búc,
        fây búc, phê bốc, 非死不可, 臉譜, 脸谱网, 面书, 面書, 菲斯布克, 얼굴책, 페부크, 顔本,
        เฟซบุค, หนังสือหน้า, efbi, ef bi, epbi, pesbuk*, fesbuk*, buku muka, mukabuku,
        muka buku, libro ng mukha, كتاب الوجه, الفيس بوك, كتاب الوجوه, کتاب چهره, چہروں کی کتاب,
        चेहरे की किताब, चेहरा किताब, মুখবই, মুখবই*, মুখের বই, చేహరా పుస్తకం, ముఖపుస్తకం*,
        ముఖ పుస్తకం*, முகப்புத்தகம்*, முகநூலில், ספר הפנים, ספר פנים, kitabu cha sura,
        facebukas, feisbukas, veidaknyg*, sejasgrāmat*, näoraamat*, zuckerberg's,
        bei zuckerberg, bij zuckerberg, chez zuckerberg, da zuckerberg, u zuckerberga,
        у цукерберга, в цукерберга, zuckerberg'in, צוקרברג, אצל צוקרברג, زوكربيرج, زوکربرگ,
        mark zuckerberg'in
    """,
    "instagram": """
        quadradinho de fotos, quadradinho das fotos, quadradinho cor de rosa, app da fotinho,
        app das fotinhas, cuadradito de las fotos, cuadradito rosa, la del cuadradito,
        mreži s kvadratićima, mreža s kvadratićima, mreži sa kvadratićima, s kvadratićima,
        instáč*, instičk*, инстик*, инстаґрам*, инстагра, iнст*, ای‌جی, اینستام, ไอจีเรา, aiji,
        ai ji, ige, igehku, ig-ku, igku, instaku, ignya, igé, 📸-app*, 📷-app*, 📸 app*,
        📷 app*, insta-gram, インスタ垢, 인스타에, 小红相机, 照相机软件
    """,
    "tiktok": """
        app da dancinha, app das dancinhas, rede das dancinhas, rede da dancinha, app de bailes,
        app de los bailes, app de los bailecitos, la de los bailes, red de los bailes,
        appli des danses, appli de danse, tänzchen-app, app dei balletti, dansjes-app,
        apka z tańcami, приложение с танцами, тик-ток*, тіктоц*, тікток*, тік ток*, tóp tóp,
        tóp-tóp, tik tóp, tích tóc, 音符软件, tiktokku, nachne wali app, नाचने वाली ऐप,
        dans uygulaması
    """,
    "discord": """
        blurple, where gamers talk, where gamers chat, where the gamers talk,
        where the gamers chat, where the gamers yak, where gamers yak, where gamers hang out,
        where the gamers are, where gamers are, gamers' chat, gamers chat app,
        chat of the gamers, onde os gamers falam, onde os gamers ficam,
        onde os jogadores conversam, app dos gamers, app de gamers, la app de los gamers,
        la de los gamers, donde hablan los gamers, donde los gamers, là où les gamers,
        appli des gamers, wo die gamer, wo die zocker, zocker-app, dove parlano i gamer,
        app dei gamer, waar gamers, gamers-app, gdzie gadają gracze, komunikator dla graczy,
        где геймеры, у геймеров, геймерский мессенджер, геймерском мессенджере, де геймери,
        oyuncuların konuştuğu, oyuncuların uygulaması, gamer log jaha, gamer log jahan,
        gamers wali app, gamers wale app, गेमर्स वाली ऐप, गेमर वाली ऐप, گیمرها, گیمرهاست, گیمرا,
        گیمرز والی ایپ, تطبيق القيمرز, تطبيق الجيمرز, حق القيمرز, yang buat gamer, chỗ game thủ,
        app game thủ, 打游戏的语音软件, 游戏语音软件, 게이머들 쓰는, 게이머 메신저,
        ゲーマーのチャット, แอปเกมเมอร์
    """,
    "line": """
        idline, id line, line-id, lineid, green l app, green line app, แอดลาย, ไอดีลาย, ลายไอดี,
        ทางลาย, app verde con l'orsetto, app con l'orsetto, app dell'orsetto, 綠色line,
        緑のアプリ, 緑の吹き出し, 賴id, 赖id, 加賴, 라인id
    """,
    "zalo": """
        da lô, da lo em, za-lo, zép lô, zét a lô, app xanh chữ z, app chữ z, xanh chữ z,
        chữ z xanh, già lô
    """,
    "wechat": """
        绿色的那个, 绿色软件, 绿色那个, 绿的那个, 绿软件, 绿app, 两个小气泡, 两个气泡, 俩泡泡,
        小绿, 小綠, 绿色聊天软件, 綠色的那個
    """,
    "kakao": "노란 앱, 노란색 앱, 노랑톡, 노란톡방, 노란 데로, 노란 데서, 노란 거로",
    "bluesky": """
        céu azulinho, ceu azulinho, cielito azul, petit ciel bleu, blauer himmel app,
        blue butterfly app, blauer schmetterling, app da borboleta, borboletinha azul,
        mariposa azul, papillon bleu
    """,
    "snapchat": """
        ghost app, app del fantasma, app del fantasmita, app do fantasma, app do fantasminha,
        appli fantôme, appli du fantôme, geister-app, gespenst-app, app del fantasmino,
        spookjes-app, spookjesapp, apka z duszkiem, приложение с привидением, snäppi, snapissa,
        snapchatissa
    """,
    "skype": """
        obláčku s písmenem s, obláček s písmenem s, obláček s s, mrak s písmenem s,
        cloud with the s, cloud with an s, blue cloud with s, wolke mit dem s, wolke mit s,
        nuage avec un s, nuvem com s, nuvem com o s, nube con la s, nube con una s,
        nuvola con la s, chmurka z s, chmurce z literą s, облачко с буквой s,
        хмаринка з літерою s
    """,
    "signal": """
        blue speech bubble, blue speech bubbles, blaue sprechblase, bulle bleue de snowden
    """,
    "threema": """
        swiss messenger, swiss messaging app, schweizer messenger, messenger aus der schweiz,
        messagerie suisse, mensajero suizo, app suizo, app suiza, messenger svizzero,
        app svizzera, zwitserse messenger, szwajcarski komunikator, швейцарский мессенджер,
        швейцарском мессенджере, швейцарський месенджер
    """,
    "qq": "penguin chat, penguin app, the penguin, 企鹅号, 企鹅软件",
    "psn": """
        green console's network, green console network, blue console's network,
        blue console network, xbox-live, psn id, red de la consola verde,
        netz der grünen konsole
    """,
    "bip": "bip'te, bip'ten, bip'e, bipte, bip uygulaması, bip app, turkcell bip",
    "teamspeak": "teamspeak*, team speak",
    "mastodon": """
        fediverse, fediverso, fédivers, fediversum, fediversu*, федиверс*, fediverssi*,
        mastodon*, mastodont*, мастодон*
    """,
}
GLIMPSED: dict[str, str] = {
    "linkedin": """
        blue "in", blue “in”, blue 'in', „in”, «in», "in" site, red profesional,
        red de profesionales, réseau pro, réseau professionnel, rede profissional,
        rede de profissionais, professional network, professional site, professionals network,
        network for suits, berufsnetzwerk, business-netzwerk, karrierenetzwerk,
        berufliches netzwerk, rete professionale, rete dei professionisti, zakelijk netwerk,
        zakelijke netwerk, sieć zawodowa, sieci zawodowej, portalu zawodowym, деловая сеть,
        деловой сети, профессиональной сети, професійній мережі, شبكة المهنيين, الشبكة المهنية,
        شبکه حرفه‌ای, profesyonel ağ, iş ağı, jaringan profesional, mạng nghề nghiệp, 职场平台,
        職場平台, ビジネスsns, 비즈니스 sns, yrkesnätverk*, ammattilaisverkosto*
    """,
    "instagram": """
        جایی که همه استوری می‌ذارن, جایی که همه استوری میذارن, where everybody posts stories,
        where everyone posts stories, donde todos suben historias, onde todo mundo posta story,
        the camera one, camera app, kamera app, app gambar, aplikasi gambar, app foto-foto,
        na fotkovej,
        fotkovém, fotečkov*
    """,
    "telegram": "koʻk ilova*, ko'k ilova*, plavi avion*, modrá vlaštovka",
    "tiktok": "clock app, dancing app, dance app, tanz-app, dans-app",
    "discord": "app gamer, aplikasi gamer, gamer-app",
    "bluesky": "sky app, butterfly app, céu azul app",
    "kakao": "노란 데, 노란데, 노란 거, 노란 친구",
}
