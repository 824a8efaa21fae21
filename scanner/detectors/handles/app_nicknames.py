"""Apps that are not named but described: "the green one", "blue bird", "the app with the ghost".

A colour and a picture close to each other, in any order and language, may be an app; what is found
only counts with a name beside it that looks like nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scanner.detectors.words import Word, Words

REACH = 14  # characters between a colour and a picture: "the blue little bird"
PICTURES_MAX = 60  # looked at in one view

_COLOURS = Words.of(
    """
    green, blue, yellow, purple, violet, black, white, pink, red, orange, letter, verde, verdes,
    azul, azules, azuis, amarillo, amarilla, amarelo, amarela, morado, morada, lila, roxo, roxa,
    rosa, celeste, negro, preto, naranja, vert, verte, bleu, bleue, jaune, violette, rose, grün*,
    gruen*, blau*, gelb*, lila*, giallo, gialla, viola, azzurr*, blu, groen*, blauw*, geel, gele,
    paars*, zielon*, niebiesk*, żółt*, fioletow*, zelen*, modr*, žlut*, žlt*, fialov*, зелен*,
    зелён*, син*, голуб*, жёлт*, желт*, фиолет*, розов*, блакитн*, жовт*, фіолет*, рожев*, yeşil,
    mavi, sarı, mor, albastr*, galben*, mov, kék, zöld, sárga, أخضر, الأخضر, الاخضر, اخضر, أزرق,
    الأزرق, الازرق, ازرق, أصفر, الأصفر, بنفسجي, البنفسجي, سبز, نیلا, نیلی, نیلے, نيلى, آبی, زرد,
    پیلا, پیلی, پیلے, ירוק*, כחול*, צהוב*, סגול*, हरा, हरे, हरी, नीला, नीले, नीली, पीला, पीले,
    पीली, बैंगनी, সবুজ*, নীল*, হলুদ*, বেগুনি*, hara, hare, hari, neela, neele, neeli, nila, nile,
    peela, peele, peeli, sobuj, holud, berde, asul, dilaw, hijau, biru, kuning, ungu, xanh, tím,
    vàng, kijani, buluu, njano, 绿, 綠, 蓝, 藍, 黄, 黃, 紫, 緑, 青, 초록, 파란, 파랑, 노란, 노랑,
    보라, 초록색, เขียว, ฟ้า, น้ำเงิน, ม่วง, เหลือง, ชมพู,
    πράσιν*, μπλε, μωβ, κίτριν*, ροζ, лилав*, зелено, зелена, синьо, vihreä*, sininen, sinise*,
    keltai*, violet*, grön*, blå, blåa, gul, gula, lilla, grøn*, grøn, plav*, ljubičast*, žut*,
    mėlyn*, žali*, roheli*, lapas, آبی, بنفش, زرد, կանաչ, կապույտ, მწვანე, ლურჯი
    """
)
# What some apps show or do; with a word for app, sign or thing beside it, it stands for them.
_MARKS = Words.of(
    """
    camera, cámara, câmera, caméra, kamera, aparat, aparatem, камер*, фотоаппарат*, كاميرا, कैमरा,
    ক্যামেরা, کیمرا, máy ảnh, 相机, 相機, カメラ, 카메라, กล้อง, disappearing, vanishing,
    self-destruct*, streaks, éphémères, efímer*, desaparec*, verschwind*, znikając*, исчезающ*,
    зникаюч*, kaybolan, phone, handset, receiver, bubble, speech, cloud, planes, plane, bird,
    birdie, ghost, penguin, gamepad, joystick, controller, music note, note, reels, stories,
    thumbs up, lightning bolt, lightning, dance videos, dancing videos, short videos, playstation,
    gamer*, gaming, professional network, suits, cv network, job network, dinosaur, elephant
    """
)
_SORTS = Words.of(
    """
    app, apps, application, messenger, icon, logo, thing, thingy, network, place, pics, photos,
    pictures, messages, aplicación, appli, applicazione, aplicativo, aplikacj*, appje, icono,
    ícone, icône, ikon*, symbol, zeichen, logosu, приложени*, иконк*, значок, значк*, логотип*,
    застосун*, додат*, التطبيق, تطبيق, شعار, ऐप, लोगो, अप्प, অ্যাপ*, লোগো, ایپ, لوگو, aplikasi,
    ứng dụng, 软件, 軟體, アプリ, アイコン, 앱, 아이콘, แอป, uygulama*, אפליקצי*, site, chat
    """
)
# What an app is for, where nothing but "the one" names it.
_FOR = Words.of(
    """
    photo app, photos app, picture app, pics app, photo one, photo wale app, photo wala app,
    photo wali app, photo wale, fotolu olan*, fotoğraflı olan*, kuşlu olan*, uçaklı olan*,
    telgraf olan*, red de las fotitos, red de las fotos, la de las fotos, rede das fotos,
    réseau des photos, appli photo, das mit den fotos, foto-app, na fotkach, apka ze zdjęciami,
    там где фото, де фотки, yang ada fotonya, yang foto, yang pesawat, app foto, sa litratuhan,
    litratuhan, ছবির অ্যাপ*, ছবিওয়ালা, फोटो वाला, फ़ोटो वाला, फोटो वाले, الكاميرا, app chụp ảnh,
    historias que desaparecen, app de las historias, messages qui disparaissent,
    kagaz ke jahaz*, kagaz ka jahaz, petit avion, avion en papier, komunikatorze z samolotem,
    z samolotem, asul na eroplano, eroplano, الطيارة الورقية, الطيّارة الورقية, 相机软件, 照片软件
    """
)
# Pictures that stand for an app without a colour as well.
_TELLING = Words.of(
    """
    ghost, fantasmita, fantasma, fantôme, geist, gespenst, spook, spookje, duch, duszek,
    призрак*, привид*, примар*, hayalet, الشبح, شبح, भूत वाला, ভূতের, hantu, 幽灵, 幽靈, おばけ,
    オバケ, 유령, little bird, birdie, bird app, pajarito, passarinho, uccellino, vögelchen,
    vogeltje, ptaszek, птичк*, пташк*, العصفور, عصفور, चिड़िया, পাখি*, 小鸟, 小鳥, 파랑새,
    青い鳥, paper plane, avioncito, aviãozinho, paper airplane, paper planes, samolocik,
    самолётик*, самолетик*, літачок, uçak, الطيارة, طائرة, طيارة, जहाज वाल*, প্লেনওয়ালা,
    প্লেনের, 飞机, 飛機, 紙飛行機, penguin, pinguino, pingüino, pinguin*, пингвин*, 企鹅, 企鵝,
    gamepad, joystick, game controller, speech bubble, bubbles, bubble, burbuja*, bulles,
    sprechblase*, 泡泡, 말풍선, 吹き出し
    """
)
_PICTURES = Words.of(
    """
    app, apps, application, one, réseau, rede, netzwerk,
    messenger, chat, chats, talk, icon, logo, thing, network, place,
    site, aplicación, aplicacion, appli, applicazione, aplicativo, aplikacj*, appje, apli,
    iconito, приложени*, прилож*, мессенджер*, месенджер*, застосун*, додат*, иконк*, значок,
    значк*, التطبيق, تطبيق, البرنامج, برنامج, ایپ, ऐप, ऐप्प, अप्प, অ্যাপ*, aplikasi, ứng dụng,
    programu, 软件, 軟體, アプリ, 앱, 어플, แอป, แอพ, uygulama*, אפליקצי*, bird, bird's, pájaro,
    oiseau, vogel*, kuş, طائر, burung, chim, 鸟, 鳥, 새, นก, ndege, ibon, plane, airplane, avion,
    avión, avião, aereo, flugzeug*, vliegtuig*, samolot*, самолёт*, самолет*, літак*, जहाज,
    প্লেন*, pesawat, máy bay, 비행기, เครื่องบิน, camera, cámara, câmera, phone, handset,
    spielerchat,
    telefono, teléfono, telefone, telefon*, трубк*, f, p2p, 톡, トーク, bulle, blase, square,
    circle, cloud, flame, note, εφαρμογή, εικονίδιο, икона, иконата, sovellus,
    sovellukse*, appen, ikonen, applikation*, programėl*, aplikacij*, rakendus*, alkalmazás*,
    برنامه, հավելված*, აპ*, აპლიკაცია*
    """
)


def nicknames(low: str) -> Iterator[Word]:
    """Every picture that tells by itself or has a colour beside it, in order of the text.

    A mark beside a word for app or sign is no more than a hint: "the camera logo".
    """
    found = {Word(word.start, word.end, "nickname") for word in _in(low, _TELLING)}
    found |= {Word(word.start, word.end, "hint") for word in _in(low, _FOR)}
    for mark in _in(low, _MARKS):
        after = _SORTS.find(low, mark.end, mark.end + REACH)
        before = [] if after else _SORTS.find(low, mark.start - REACH, mark.start)
        if after or before:
            start = before[-1].start if before else mark.start
            found.add(Word(start, after[0].end if after else mark.end, "hint"))
    for picture in _in(low, _PICTURES):
        before = _COLOURS.find(low, picture.start - REACH, picture.start)
        if before:
            found.add(Word(before[-1].start, picture.end, "nickname"))
            continue
        after = _COLOURS.find(low, picture.end, picture.end + REACH)
        if after:
            found.add(Word(picture.start, after[0].end, "nickname"))
    yield from sorted(found)


def _in(low: str, words: Words) -> Iterator[Word]:
    return islice(words.find(low), PICTURES_MAX)
