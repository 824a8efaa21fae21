"""What people say when they describe "@" rather than name it, and what comes between the pieces.

Stems in lower case, parted by blanks or ``|``; ``scanner.views.signs.described`` puts them
together.
"""

from __future__ import annotations

# What the letter a is put in, or has: "a in a circle", "la a con rabito", "a с хвостиком".
AROUND = (
    "circle circled encircled ring ear ears twirl whorl loop tail curl swirl whirl spiral halo hat"
    " bubble orbit round"
    " entouré entourée entortillé entortillée encerclé encerclée rond cercle cerclé queue boucle"
    " spirale tourbillon"
    " rabo rabito rabillo rosca rosquita círculo circulo circulito vuelta vueltita colita cola"
    " redondo redonda enroscada enrollada encerrada espiral rulito voltinha volta enrolado"
    " enrolada"
    " rabinho rabisco caracol redondinho bolinha ricciolo riccio ricciolino coda codina cerchio"
    " cerchiata kringel kringerl kreis kreisel schwanz schwänzchen schwänzle ohr ohren schnörkel"
    " rüssel affenschwanz staart staartje krul krulletje slinger cirkel cirkeltje kółko kółku"
    " kółkiem kółeczku ogonek ogonkiem zawijas zawijasem kroužek kroužku ocásek ocáskem krúžku"
    " chvostíkom kruhu кружок кружочек кружке кружочке кружком круге круг хвост хвостик хвостиком"
    " хвостом обводкой обведенная обведённая завитком завитушкой закорючкой колі колечку кільці"
    " хвостиком закрутка опашка опашчица кръгче кръг kuyruk kuyruklu yuvarlak daire vòng tròn"
    " bulat melingkar lingkaran ekor bunder bilog buntot bilugan gol गोल गोले घेरे चक्कर पूँछ गोला"
    " গোল গোলাকার دائرة دايرة ذيل مدورة دم گول دائرے دُم کان گرد دایره rotund codiță codita cerc"
    " încercuit incercuit coadă κύκλο ουρά ουρίτσα karikában kör farok cirkel ring svans ringen"
    " sirkel hale krøll ympyrä ympyrässä häntä עיגול זנב วงกลม หาง 圈 圈圈 尾巴 丸 まる 円"
    " 동그라미"
    " iliyozungushwa mduara mkia berekor bulatan வட்டம் வட்ட வட்டமான சுழி வால் గుండ్రని చుట్టిన"
    " తోక ગોળ"
    " ગોળવાળો પૂંછડી ਗੋਲ गोलो वर्तुळ वर्तुळातला वर्तुळात शेपटी มีวงกลม מסולסל ملفوفة ملتفة"
    " مربوطة حلقه دایره‌ای"
    " дөңгелек құйрық құйрықты dumaloq dumli завиткой завитушка закарлючка закарлючкою закарлючки"
    " krug krugu repom repić kvačica kvačicom"
)
# What the sign is, before a word for sign, key or letter: "the whirly sign", "le signe escargot".
CURLY = (
    "curly curled curl whirly whirlpool whirl swirly swirl twirly twisty spiral spirally round"
    " roundy circled encircled snail snaily monkey mail email e-mail usual special typical"
    " strange"
    " funny weird fancy squiggly squiggle wiggly coiled loopy pigtail ampersat strudel cinnamon"
    " elephant rose cyclone hurricane vortex arond entouré escargot habituel bizarre caracol"
    " caracolito caracolzinho remolino raro rarito enroscado redondo espiral correo chiocciola"
    " solito strano kringel kringeligen geringelte runde runden übliche üblichen komische ringel"
    " krullende rare gekke gebruikelijke zakręcony zakręcona dziwny okrągły zavinutý kulatý"
    " закруч"
    " собачий круглый круглая обычный завитой kıvrık yuvarlak kuyruklu meşhur malum गोल"
    " गोला घुमावदार"
    " gol ghumavdar golu গোল گول دائری bulat melingkar keong siput bilog paikot xoáy tròn"
)
SIGNS = (
    "sign symbol thing thingy thingie thingamajig whatsit character char key letter doodad doodah"
    " glyph mark signe symbole touche machin truc bidule caractère signo símbolo simbolo tecla"
    " cosa cosito bichito letra sinal símbolo coisa coisinha segno carattere tasto coso zeichen"
    " zeichens symbol ding dings taste teken tekentje letter toets znak znaczek znaku znakiem"
    " klawisz symbol znáček знак значок знаком закорючка штука штучка символ буква символът"
    " işaret işareti işaretini işaretinden harf harfi sembolü निशान चिन्ह चिह्न सिंबल वाला nishan"
    " wala चिन्न সাইন চিহ্ন علامة رمز العلامة حرف نشان علامت والا tanda simbol huruf simbolo dấu"
    " ký_hiệu semn semnul semnului simbolul σύμβολο σημάδι jel jelet jele tecken tecknet"
    " tegn merkki"
    " alama ishara nembo lambang ચિહ્ન નિશાની గుర్తు குறி சின்னம் குறியீடு ਨਿਸ਼ਾਨ सङ्केत simbol"
    " belgi belgisi белгі белгісі märk ნიშანი 3alama el3alama tandanya letrang simbolong"
    " סימן สัญลักษณ์ เครื่องหมาย 符号 符號 记号 標誌 マーク 記号 기호"
)
# Creatures and cakes that "@" is called after: read so only between a name and a mail house.
CREATURES = (
    "monkey snail strudel whirlpool whirly-thing curly-a curlya roundel escargot singe caracol"
    " caracolito caracolzinho caracolinho remolino remolinito chiocciolona lumaca lumachina affe"
    " äffchen ringel kringel kringerl schnecke rollmops slak slakje małpeczka ślimak ślimaczek"
    " opice šnek slimák собаченька собачонка пёсик песик пес улитка обезьяна песик равличок"
    " слимак salyangoz kulak ucho majmunček bekicot siput kuhol suso unggoy ốc con_ốc"
    " बंदर घोंघा бадем melc maimuță μαϊμού σαλιγκάρι csiga sobachk sobachka wężyk gol-a"
    " القوقعة قوقعة الحلزون حلزون الحلزونة حلزونة"
    " שבלול παπί παπάκι slingeraap kanelbulle kanelbolle जलेबी jalebi"
    " 蜗牛 蝸牛 小老鼠 かたつむり 달팽이 நத்தை నత్త ગોકળગાય kuchukcha айқұлақ konokono"
)
# Words of NEXT that are names of people elsewhere: "dan at lumber dot com".
PERSONS = frozenset({"dan", "theo"})
# What is said from one piece to the next.
NEXT = (
    "then the word|the word"
    "|then|and then|followed by|next|after that|after it|afterwards|plus then|and after|and"
    " next|next comes"
    "|then comes|and finally|finally|puis|et puis|ensuite|et ensuite|et après|suivi de|suivie de"
    "|luego|y luego|y después|después|despues|entonces|seguido de|seguida de|y de ahí|le sigue"
    "|y detrás|detrás|y atrás"
    "|depois|e depois|aí|aí vem|daí|e daí|seguido por|logo depois|em seguida|poi|e poi|quindi"
    "|seguito da|seguita da|dopo|dann|und dann|danach|darauf|gefolgt von|anschließend|dann kommt"
    "|daarna|en dan|en daarna|dan|gevolgd door|potem|a potem|następnie|później|dalej|pak|a pak"
    "|potom|a potom|následuje|потом|а потом|затем|дальше|далее|следом|и дальше|после|потім"
    "|а потім|далі|після|после това|след това|sonra|ve sonra|ardından|peşine|ondan sonra|फिर"
    "|그다음|그 다음|그리고|이어서"
    "|और फिर|उसके बाद|इसके बाद|बाद में|phir|fir|aur phir|uske baad|তারপর|এরপর|پھر|اور پھر"
    "|اس کے بعد|ثم|وبعدها|بعدها|بعدين|وبعدين|و بعدين|بعد|سپس|بعدش|lalu|terus|trus|kemudian"
    "|habis itu"
    "|abis itu|setelah itu|tapos|saka|sunod|rồi|rồi đến|tiếp theo|sau đó|xong đến|apoi|și apoi"
    "|pe urmă|după aceea|μετά|και μετά|ύστερα|aztán|majd|utána|sedan|sen|därefter|och sen"
    "|derefter"
    "|så|sitten|seuraavaksi|ואז|אחר כך"
    "|और आख़िर में|और आखिर में|आखिर में|aakhir mein|પછી|અને પછી|ત્યારબાદ|తర్వాత|తరువాత|ఆ తర్వాత"
    "|பிறகு|அப்புறம்|பின்|பின்னர்|apram|appuram"
    "|ਫਿਰ|ਉਸ ਤੋਂ ਬਾਅਦ|मग|नंतर|त्यानंतर|अनि|त्यसपछि|halafu|kisha|baadaye|baada ya hapo|تليه|يليه"
    "|تليها|ba3deha|ba3daha|ba3den|onda|a onda|zatim|posle toga|онда|затим|накрая|keyin"
    "|undan keyin"
    "|содан кейін|кейін|έπειτα|siis|seejärel|tada|pēc tam|tarpor|erpor|baad me|pastu|lepas tu"
    "|แล้ว|แล้วก็|ต่อด้วย|ตามด้วย|然后|然後|接着|再|后面接|後面接"
    "|それから|つぎに|そのあと|그다음|그 다음|그리고|그 뒤에|뒤에"
)
LITTLE = (
    "the that this those an a one your my one usual good old little small tiny petit petite"
    " pequeña"
    " pequeño pequena pequeno piccola piccolo kleine kleinen le la les l el un una une uno ce cet"
    " cette ese esa este esta aquel aquella aquele aquela o um uma il lo das des den der die dem"
    " ein eine einen nem so het een ten ta to taki taka wo वो वह ek एक وہ şu bir itu yung ang cái"
    " ένα το az egy ett et en in inside within with dans avec con dentro com em num numa cu"
    " în mit"
    " im met w z ze v s se в с со у з із во със dalam dengan na may trong có με σε med i"
    " ile içinde"
    " da di de d à mic mică and or und e y et comes come viene vient vem kommt идет идёт"
    " идут by of"
    " now press hit hold key used it its is then's we you them for like as known called said"
    " ukaweka weka ya na hình parang المعروفة المعروف el al لي oru"
    " ke का की के को ka ki ko ले व जो किया वाला वाली wala wali والا من على فيه اللي"
    " ну ту ця та те це тот та эта этот такая такой та ją ten jest się dat zo'n zo n ook da"
)
KEYS = "shift maj mayús mayus umschalt altgr alt majuscule gedrückt zwei deux dos due 2"
