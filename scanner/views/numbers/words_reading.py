"""What people say of figures that are one number: in what order, how joined, that it rings."""

from __future__ import annotations

# How scattered figures are to be read; phrases, for texts in lower case.
IN_A_ROW = """
in a row, in order, in that order, in this order, in that sequence, in sequence, left to right,
from the left, top to bottom, top down, downwards, column, one after another, one after the other,
join, joined, together, combine, stitch, string them, no gaps, without gaps, only the figures,
only the digits, only the numbers, just the digits, just the numbers, just the figures, read only,
only read, read the, digits only, drop the, lose the, ignore the, strike the, remove them,
remove the, skip the, letters are, ignore letters, without letters, take out the, minus the,
side by side, add them up in, sequence, put the, put them, with a plus, a + first, plus first,
start with a plus, de corrido, en orden, en fila, seguidos, juntos, júntalos, une los, de seguido,
sin puntos, sin letras, solo los números, sólo los números, à la suite, bout à bout, dans l'ordre,
mis ensemble, collez, colle les, que les chiffres, sans les lettres, hintereinander,
der reihe nach, aneinander, ohne punkt, ohne buchstaben, nur die zahlen, nur die ziffern,
zusammengesetzt, von oben nach unten, di fila, di seguito, in ordine, tutto attaccato, uniti,
in sequenza, uno dopo l'altro, una dopo l'altra, l'un l'autre, l'une après l'autre, de seguida,
um atrás do outro, uno tras otro, una tras otra, eins nach dem anderen, één voor één,
run it together, run them together, as one number, as a single number, one long number,
without the alphabet, sans l'alphabet, sans alphabet, sin el alfabeto, sem o alfabeto,
senza alfabeto, ohne alphabet, ohne das alphabet, zonder alfabet,
figures in front, numbers in front, first figure of each line, start of each line,
solo i numeri, senza lettere, achter elkaar, op volgorde, aan elkaar, alleen de cijfers,
na ordem, em ordem, tudo junto, seguido, seguidinho, só os números, sem as letras, junta,
po kolei, razem, same cyfry, jednym ciągiem, w kolejności, bez liter, подряд, по порядку, слитно,
только цифры, без букв, без точек, соедин*, поспіль, по порядку, разом, лише цифри, тільки цифри,
без літер, sırayla, sırasıyla, art arda, arka arkaya, yan yana, birleştir*, sadece rakam*,
în ordine, la rând, cap la cap, doar cifrele, legate, क्रम से, जोड़*, एक साथ, सिर्फ अंक,
jod lo, jodo, jod kar, mila ke, mila lo, milake, ek saath, sirf number, lagake, laga ke,
সাজিয়ে, পরপর, জুড়ে, মিলিয়ে, একসাথে, পাশাপাশি, ملا کر, جوڑ*, ترتیب, پشت سر هم, کنار هم,
بالترتيب, ورا بعض, مع بعض, جمع الأرقام, اجمع, urut, berurutan, gabung*, sambung*, disambung,
theo thứ tự, liền nhau, ghép, nối, viết liền, pagsama*, dugtong*, sunod-sunod, mfululizo, unganisha,
続けて, つなげ*, 並べ*, 順番に, 連続で, 连起来, 連起來, 拼起来, 按顺序, 按順序, 从上往下,
從上往下, 从左到右, 合在一起, 순서대로, 이어서, 붙여서, 합치면, 이으면, เรียงกัน, ต่อกัน, รวมกัน,
in folge, in fila, op een rij*, op een rijtje, only the counts, just the counts,
only the quantities, just the quantities, only the amounts,
the quantities and, count only, only count, only the jersey, solo cuenta, sólo cuenta, cuenta solo,
cuenta sólo, solo las cantidades, solo los dorsales, sólo los dorsales, los dorsales eh,
seulement les,
nur die mengen, nur die zahlen, alleen de aantallen, alleen de rugnummers, solo le quantità,
apenas os números, só as quantidades, tylko liczby, tylko ilości, только количеств*,
тільки кількіст*, urutkan,
dari atas, hanya angka*, if you see what i mean, if you know what i mean, you catch my drift,
take the letters, letters out, letters away, leave the letters, quita las letras,
quita letras, quite las letras, sin las letras, enlève les lettres, enlevez les lettres,
retire les lettres, lettres en moins, tira as letras, tire as letras, togli le lettere,
tolte le lettere, buchstaben weg*, buchstaben raus, buchstaben streichen, haal de letters,
letters weg, usuń litery, wyrzuć litery, pomiń litery, скасуй букв*, прибери букв*,
приберіть букв*, убери букв*, уберите букв*, выкинь букв*, выкиньте букв*, harfleri at*,
harfleri çıkar*, harfleri sil*, harfsiz, scoate literele, شيل الحروف, احذف الحروف, بدون حروف,
من غير حروف, الأرقام فقط, الارقام فقط, الأرقام بس, الارقام بس, فقط عددها, فقط اعداد,
حروف را بردار*, حروفو بردار*, صرف ہندسے, حروف ہٹا*, حروف نکال*, अक्षर हटा*, केवल अंक,
akshar hata*, letters hata*, sirf digit*, sirf ank, অক্ষর বাদ, অক্ষরগুলা, অক্ষরগুলো,
শুধু সংখ্যা, শুধু ডিজিট, bỏ chữ, bỏ mấy chữ, bỏ các chữ, chỉ lấy số, hapus huruf*,
buang huruf*, ambil angka*, angkanya aja, angkanya saja, numero lang, letra lang,
tanggalin ang letra*, toa herufi, ondoa herufi, namba tu, tarakimu tu, 拿掉, 去掉, 删掉, 刪掉, 剔除,
只看数字, 只看數字, 只留数字, 数字だけ, 数字のみ, 文字を抜*, 숫자만, 글자 빼, 글자는 빼,
เอาแต่ตัวเลข, เฉพาะตัวเลข, ตัดตัวอักษร, i rækkefølge,
i ordning, i rad, peräkkäin, za sebou, dohromady, egymás után, στη σειρά, μαζί, ברצף,
в один рядок, в одну строку, в один ряд, підряд, одне за одним, друг за другом, متتالية,
كما وردت, على التوالي, جنب بعض, ورا بعضها, صفها, اربطها, به ترتیب, بچسبون*, بچسبان*, পর পর,
একসঙ্গে, পাশে পাশে, একের পর এক, क्रम में, इसी क्रम, एक लाइन में, एक के बाद एक, मिलाकर, लगातार,
ek line me, ek line mein, line me likho, ek ke baad ek, isi tarteeb, tarteeb se, silsile se,
एका ओळीत, सलग, ओळीने, जोडून, क्रमाने, ekatra, jodun, ઉપરથી નીચે, ક્રમમાં, ક્રમસર, સળંગ,
એક પછી એક, જોડી દો, એકસાથે, એક લાઇનમાં, ਲੜੀਵਾਰ, ਜੋੜ ਕੇ, ਜੋੜ ਲਓ, ਇੱਕੋ ਕਤਾਰ, ਨੰਬਰ ਪੂਰਾ,
ਉੱਪਰੋਂ ਹੇਠਾਂ, வரிசையாக*, வரிசையில், சேர்த்து, இவற்றைச் சேர்த்து, இணைத்து, அடுத்தடுத்து, வரிசையா,
వరసలో, వరుసగా, వరుసలో, వరసగా, కలిపి, పక్కపక్కన, ಸಾಲಾಗಿ, ಜೋಡಿಸಿ, ಕ್ರಮವಾಗಿ, ಅನುಕ್ರಮ*, ക്രമത്തിൽ,
ചേർത്ത്, വരിയായി, පිළිවෙලට, එක පෙළට, लहरै, क्रमैसँग, जोडेर, एकपछि अर्को, ретімен,
қатарымен, тізіп, ketma-ket, tartib bilan, ardıcıl, yan-yana, ზედიზედ, მიყოლებით, իրար հետևից,
հերթով, በቅደም ተከተል, kwa mpangilio, kwa kufuatana, a jere, isku xig*, etter hverandre,
efter hinanden, på rad, på rekke, efter varandra, i följd, peräjälkeen, yhteen pötköön, egybe,
sorban, sorrendben, összeolvas*, egymás mellé, με τη σειρά, ενωμένα, κολλητά, δίπλα δίπλα,
לפי הסדר, אחד אחרי השני, תחבר*, наред, един след друг, слей*, redom, spoji*, jedno za drugim,
po sebe, spojte, iš eilės, pēc kārtas, järjest, po vrsti, me radhë, idikit*, pagtabi*,
ikut turutan, ikut urutan, turutan dari, đọc liền, xếp liền, 차례대로, 연달아, 串起來,
串起来
"""
# That what stands there is none of what it seems: an address, a bill, hours of a shop. Said of
# figures as IN_A_ROW is.
DENIALS = """
does not exist, doesn't exist, doesnt exist, no such address, no such street, is not a real,
isn't a real, not a real, is not bill, is not a bill, not the bill, isn't a price, is not a price,
aren't prices, are not prices, not my address, is not an address, not opening hours, isn't a code,
not a code, these are no prices, n'existe pas, n'existent pas, pas des horaires, pas une adresse,
pas un prix, pas des prix, pas une facture, c'est pas un code, no existe, no existen,
no es una dirección, no son precios, no es un precio, no son horas, não existe, nao existe,
não existem,
não são preços, não é preço, não é morada, gibt's gar nicht, gibts gar nicht, gibt es nicht,
gibt es gar nicht, gibts nicht, gibt's nicht, gibts ned, keine adresse, keine preise,
keine öffnungszeiten, bestaat niet, bestaan niet, geen adres, geen prijzen, non esiste,
non esistono,
non tornano, non sono prezzi, non è un prezzo, nie istnieje, nie istnieją, to nie cena,
to nie ceny, не существует, не существуют, это не цен*, це не цін*, не існує, не існують,
böyle bir adres yok, fiyat değil, nu există, nu e preț, tidak ada alamat, bukan harga,
không có thật, không phải giá,
walang ganyan, hindi presyo, 不是价格, 不是價格, 并不存在, 存在しない, 値段ではない, 가격이 아니,
દામ નથી, ભાવ નથી, યાર્ડના નથી, दाम नहीं, भाव नहीं, keemat nahi, rate nahi, দাম নয়, দাম না,
விலை இல்லை, విలువ కాదు, ధర కాదు, సరుకు కాదు, ભાવના નથી, किंमत नाही, bhaav nahi, मूल्य होइन,
ikke priser, ingen priser, inga priser, eivät ole hintoja, nem ár, nem árak, δεν είναι τιμ*,
לא מחירים, לא שעות, nisu cene, nisu cijene, nie sú ceny, nejsou ceny, не са цени, قیمت نیست*,
ليست أسعار, مش أسعار, مو أسعار, ليست عبث*, haipo lakini, si bei, hindi iyan presyo,
bukan itu harga, itu bukan harga, bukan nombor rumah
"""
# Words from one part to the next; two of them between figures say the same.
THEN = """
then, puis, ensuite, luego, después, depois, dann, danach, poi, dan, daarna, vervolgens, potem,
następnie, потом, затем, дальше, потім, далі, sonra, ardından, apoi, phir, fir, uske baad, फिर,
उसके बाद, তারপর, এরপর, پھر, ثم, بعدين, وبعدها, سپس, بعدش, lalu, terus, kemudian, rồi, tapos,
halafu, kisha, 然后, 再来, 接着, 그다음, 다음, そして, 次に, แล้วก็, pak, potom, sedan, sitten,
aztán, μετά
"""
# That something rings, is dialled or answers.
RINGS = """
dial, dial*, ring, rings, ringing, ring me, call, call me, calls, phone, phone*, telephone, mobile,
cell, buzz*, whatsapp, viber, text me, pick up, picks up, answers, voicemail, calling,
text that number, area code, reach me,
speed dial, tap it, it vibrates, my contacts, appel*, sonne, sonnez, décroch*, compose*, tél,
portable, vibre, llama*, llám*, suena, timbra*, marca, marcas, marque, marquem, márc*, cel,
celular, móvil, contesto, liga,
ligue, ligar, teclado, teclas, tecle, toestel, toestelletje, componga, comporre, squillo,
squilli, tastiera, clavier, tastatur, apparecchio, ligue, ligar,
toca, chama, disca*, disque, zap, celu, ruf, anruf*, ruft, klingel*, wähl*, handy,
läutet, melden sie sich, meld dich, chiama*, chiami*, squilla, suona, cell, digita, componi, bel,
belt, bellen, gebeld, toets*, draai, draai ze, dryndn*, zadzwo*, dzwo*, odbier*, wybier*, wykr*,
звон*, позвон*,
набер*, набир*, трубк*, дзвон*, подзвон*, ara, arayın, ara beni, tuşla*, çevir*, çalar, sună, suna,
suni, apel*, formezi, फोन, फ़ोन, कॉल, मिला*, लगा*, phone kar*, call kar*, lagao, laga lo, ghuma*,
ghanti, ফোন, কল, ডায়াল, রিং, فون, کال, ملاؤ, اتصل*, كلم*, رن, زنگ*, تماس, telp*, telepon, hubungi,
pencet, gọi, bấm, nghe máy, alo, tawag*, pindutin, piga, nipigie, simu, 電話, でんわ, 押す, かけ,
繋がり, 打给, 拨, 撥, 电话, 電話, 手机, 打过来, 接听, 전화, 걸어, 눌러, 누르, โทร, กด, ring mig,
soita, zavol*, zvoní, hívj*, τηλ*, καλέστε, תתקשר*, חייג*,
నొక్క*, ఫోన్, కాల్ చెయ్య*, కాల్ చేయ*, మోగ*, ડાયલ*, ફોન*, કોલ કર*, રિંગ, ਘੁਮਾ*, ਫੋਨ*, ਫ਼ੋਨ*,
ਕਾਲ ਕਰ*, ਡਾਇਲ, அழுத்*, அழைக்க*, அழையுங்*, போன், ஃபோன், கூப்பிடு*, டயல், ಕರೆ ಮಾಡ*, ಫೋನ್, ಒತ್ತಿ*,
ಡಯಲ್, വിളിക്ക*, ഫോൺ, ഡയൽ, അമർത്ത*, අමතන්න, ඩයල්, ඔබන්න, थिच*, घन्टी, डायल*, dialer, терсең*,
теріңіз, теріп, қоңырау*, хабарлас*, qo'ng'iroq, tering, zəng*, yığ*, מקשים, לחייג, טלפון,
תצלצל*, צלצל*, תקיש*, bonyeza, nipigie*, ደውል*, i soo wac, kira ni, اضغط*, دق علي*, السماعة,
سماعة, عيط*, بگیرید, گوشی, tárcsáz*, csörög*, csörges*, πάρε με, πάρτε με, κλήση, slå dem,
slå på tråden, slår du, knappa in, på mobilen, på telefonen, näppäile, pirauta, soitt*, pozovi*,
nazovi*, okreni*, vytoč*, звънн*, обад*, набери*, დარეკ*, զանգ*, skambin*, zvan*, helista*,
pokliči*, telefono*
"""
# Colours in the order in which the bands of a resistor count, 0 to 9 (IEC 60062).
COLOURS = """
black brown red orange yellow green blue violet/purple grey/gray white
schwarz braun rot orange gelb grün blau violett/lila grau weiß/weiss
noir marron/brun rouge orange jaune vert bleu violet gris blanc
negro marrón/marron/café rojo naranja amarillo verde azul violeta/morado gris blanco
preto marrom/castanho vermelho laranja amarelo verde azul violeta/roxo cinza/cinzento branco
nero marrone rosso arancione/arancio giallo verde blu viola grigio bianco
zwart bruin rood oranje geel groen blauw violet/paars grijs wit
czarny brązowy czerwony pomarańczowy żółty zielony niebieski fioletowy szary biały
чёрный коричневый красный оранжевый жёлтый/желтый зелёный/зеленый синий фиолетовый серый белый
чорний коричневий червоний помаранчевий жовтий зелений синій фіолетовий сірий білий
siyah kahverengi kırmızı turuncu sarı yeşil mavi mor gri beyaz
hitam coklat/cokelat merah oranye/jingga kuning hijau biru ungu abu putih
أسود بني أحمر برتقالي أصفر أخضر أزرق بنفسجي رمادي أبيض
اسود بنى احمر برتقالى اصفر اخضر ازرق بنفسجى رمادى ابيض
سیاه/مشکی قهوه‌ای/قهوه‌ای قرمز نارنجی زرد سبز آبی بنفش خاکستری/طوسی سفید
काला भूरा लाल नारंगी पीला हरा नीला बैंगनी स्लेटी/ग्रे सफेद/सफ़ेद
svart brun röd orange gul grön blå lila/violett grå vit
sort brun rød orange gul grøn/grønn blå lilla/violet grå hvid/hvit
musta ruskea punainen oranssi keltainen vihreä sininen violetti harmaa valkoinen
fekete barna piros narancs sárga zöld kék lila szürke fehér
černá hnědá červená oranžová žlutá zelená modrá fialová šedá bílá
čierna hnedá červená oranžová žltá zelená modrá fialová sivá biela
negru maro roșu portocaliu galben verde albastru violet/mov gri alb
μαύρο καφέ κόκκινο πορτοκαλί κίτρινο πράσινο μπλε μωβ γκρι άσπρο/λευκό
черно кафяво червено оранжево жълто зелено синьо лилаво сиво бяло
crna smeđa/braon crvena narandžasta/narančasta žuta zelena plava ljubičasta siva bela/bijela
שחור חום אדום כתום צהוב ירוק כחול סגול אפור לבן
đen nâu đỏ cam vàng lục lam tím xám trắng
itim kayumanggi/brown pula kahel dilaw berde asul lila/ube abo puti
"""
