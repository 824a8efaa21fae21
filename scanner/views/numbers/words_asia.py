"""How numbers are said in South Asia, and in Persian, Arabic and Nepali typed in Latin letters.

What is listed under a code adds to the language of that code; laid out as in ``words``.
"""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

ASIAN_SPELLINGS = {
    "ar-Latn": Spelling(
        units="sefr/sifr/zero wahed/wa7ed/wahid/wa7da/wahda/wahad/wa7ad"
        " tneen/etnen/etneen/itnen/itneen/tnen/jouj talata/talat/tlat/tlata/thalath/telata"
        " arba3a/arba3/arb3a/rb3a/arbe3a khamsa/5amsa/khams/5ams/khamse/5amse/khmsa"
        " setta/sitta/sett/sitt/sette/sitte sab3a/sab3/saba3/sab3e/seb3a"
        " tamanya/taman/tamania/tmanya/tmaniya/tmania/thmania tes3a/tes3/tis3/tes3e/tis3e/tis3a",
        teens="3ashara/ashra/3shra 7dashar/hdashar/7idashar etnashar/itnashar/tnashar"
        " talattashar/tlattashar/tlatashar arba3tashar/arbatashar khamastashar/5amastashar"
        " settashar/sittashar saba3tashar/sabatashar tamantashar/tmantashar tesa3tashar/tisatashar",
        tens="3eshreen/3ishreen/3shrin/eshreen/ishreen/ashrin/3ashrin talateen/tlatin/thalathin"
        "/talatin arb3een/arba3een/arbe3een/arb3in/rb3in/arbaeen khamseen/khamsin/5amseen/5amsin"
        " setteen/sitteen/settin/sittin sab3een/sab3in/sabeen/seb3in"
        " tamaneen/tmanin/thamanin/tamanin tes3een/tis3een/tis3in/tes3in",
        hundreds="meyya/miyya/meya meten/miten toltomeyya/telt_meyya rob3omeyya/rub3_meyya"
        " khomsomeyya/khams_meyya sottomeyya/sett_meyya sob3omeyya/sab3_meyya"
        " tomnomeyya/tamn_meyya tos3omeyya/tes3_meyya",
        joins=("{u} w {t}", "{u} we {t}", "{u} wa {t}", "{u} o {t}", "{u} ou {t}", "{u} u {t}"),
    ),
    "fa-Latn": Spelling(
        units="sefr/sifr yek/yeki do se chahar/char/chahaar panj shesh/shish/sheesh haft hasht"
        " noh/nuh",
        teens="dah yazdah davazdah sizdah chahardah punzdah/panzdah/poonzdah shunzdah/shanzdah"
        "/shoonzdah hefdah/hivdah/hifdah hejdah/hijdah/hezhdah nuzdah/noozdah",
        tens="bist/bisto si/sio chehel/chel/chehelo panjah/panjaho shast/shasto haftad/haftado"
        " hashtad/hashtado navad/navado",
        hundreds="sad/yeksad/sado divist/devist/divisto sisad/sisado"
        " charsad/chaharsad/charsado/chaharsado punsad/poonsad/pansad/punsado/pansado"
        " sheshsad/shishsad/sheshsado/shishsado haftsad/haftsado hashtsad/hashtsado nohsad/nohsado",
        joins=("{t} o {u}", "{t} va {u}", "{t} {u}"),
    ),
    "bn-Latn": Spelling(
        units="",
        others="10=dosh 11=egaro/agaro 12=baro 13=tero 14=choddo/chouddo 15=ponero 16=sholo"
        " 17=shotero/sotero 18=atharo 19=unish 20=bish/kuri 21=ekush 22=baish 23=teish 24=chobbish"
        " 25=pochish/ponchish 26=chabbish/chhabbish 27=satash 28=atash/athash 29=untrish/unotrish"
        " 30=trish/tirish 31=ektrish/ekotrish 32=botrish 33=tetrish 34=choutrish 35=poytrish"
        "/poitrish 36=chotrish/chhotrish 37=saitrish 38=attrish/attirish 39=unchollish/unochollish"
        " 40=chollish 41=ekchollish 42=biyallish/bealish 43=tetallish 44=chuallish/chuyallish"
        " 45=poytallish/poitallish 46=chechollish/chhechollish 47=satchollish 48=atchollish"
        "/aatchollish 49=unponchash/unoponchash 50=ponchash/panchash 51=ekanno 52=bayanno/bahanno"
        " 53=tippanno/teppanno 54=chuanno/chuyanno 55=ponchanno/panchanno 56=chappanno/chhappanno"
        " 57=satanno 58=atanno 59=unshat/unoshat 60=shait/sath 61=ekshotti 62=bashotti 63=teshotti"
        " 64=choushotti 65=poyshotti/poishotti 66=cheshotti/chheshotti 67=satshotti 68=atshotti"
        " 69=unoshottor/unshottor 70=shottor/sottor/shottur 71=ekattor 72=bahattor"
        " 73=tiattor/tiyattor 74=chuattor/chuyattor 75=pochattor/ponchattor 76=chiattor/chhiyattor"
        " 77=satattor 78=atattor 79=unoashi/unashi 80=ashi 81=ekashi 82=birashi 83=tirashi"
        " 84=churashi 85=pochashi/ponchashi 86=chiashi/chhiyashi 87=satashi 88=ashtashi"
        " 89=unonobboi 90=nobboi/nobbui 91=ekanobboi 92=biranobboi 93=tiranobboi 94=churanobboi"
        " 95=pochanobboi/ponchanobboi 96=chianobboi/chhiyanobboi 97=satanobboi 98=atanobboi"
        " 99=niranobboi",
        hundreds="eksho/ekso dusho/duisho tinsho charsho pachsho/panchsho choysho/chhoysho"
        " shatsho/satsho aatsho/atsho noysho",
    ),
    "mr": Spelling(
        units="शून्य/झिरो एक दोन तीन चार पाच सहा सात आठ नऊ",
        others="10=दहा 11=अकरा 12=बारा 13=तेरा 14=चौदा 15=पंधरा 16=सोळा 17=सतरा 18=अठरा"
        " 19=एकोणीस 20=वीस 21=एकवीस 22=बावीस 23=तेवीस 24=चोवीस 25=पंचवीस 26=सव्वीस 27=सत्तावीस"
        " 28=अठ्ठावीस/अट्ठावीस 29=एकोणतीस 30=तीस 31=एकतीस 32=बत्तीस 33=तेहतीस/तेहेतीस 34=चौतीस"
        " 35=पस्तीस 36=छत्तीस 37=सदतीस/सदोतीस 38=अडतीस/अडोतीस 39=एकोणचाळीस 40=चाळीस"
        " 41=एक्केचाळीस/एकेचाळीस 42=बेचाळीस 43=त्रेचाळीस 44=चव्वेचाळीस 45=पंचेचाळीस"
        " 46=सेहेचाळीस/शेहेचाळीस 47=सत्तेचाळीस 48=अठ्ठेचाळीस/अट्ठेचाळीस 49=एकोणपन्नास 50=पन्नास"
        " 51=एक्कावन्न/एकावन्न 52=बावन्न 53=त्रेपन्न 54=चोपन्न 55=पंचावन्न 56=छप्पन्न 57=सत्तावन्न"
        " 58=अठ्ठावन्न/अट्ठावन्न 59=एकोणसाठ 60=साठ 61=एकसष्ट 62=बासष्ट 63=त्रेसष्ट 64=चौसष्ट"
        " 65=पासष्ट 66=सहासष्ट 67=सदुसष्ट 68=अडुसष्ट 69=एकोणसत्तर 70=सत्तर 71=एक्काहत्तर/एकाहत्तर"
        " 72=बाहत्तर 73=त्र्याहत्तर 74=चौऱ्याहत्तर/चौर्याहत्तर 75=पंच्याहत्तर/पंचाहत्तर 76=शहात्तर"
        " 77=सत्त्याहत्तर/सत्याहत्तर 78=अठ्ठ्याहत्तर/अठ्याहत्तर 79=एकोणऐंशी 80=ऐंशी"
        " 81=एक्क्याऐंशी/एक्याऐंशी 82=ब्याऐंशी 83=त्र्याऐंशी 84=चौऱ्याऐंशी/चौर्याऐंशी"
        " 85=पंच्याऐंशी 86=शहाऐंशी 87=सत्त्याऐंशी/सत्याऐंशी 88=अठ्ठ्याऐंशी/अठ्याऐंशी 89=एकोणनव्वद"
        " 90=नव्वद 91=एक्क्याण्णव/एक्याण्णव 92=ब्याण्णव 93=त्र्याण्णव 94=चौऱ्याण्णव/चौर्याण्णव"
        " 95=पंच्याण्णव/पंचाण्णव 96=शहाण्णव 97=सत्त्याण्णव/सत्याण्णव"
        " 98=अठ्ठ्याण्णव/अठ्याण्णव/अट्ठ्याण्णव 99=नव्याण्णव",
        hundred="शे",
    ),
    "mr-Latn": Spelling(
        units="shunya/zero ek don tin/teen char/chaar pach/paach saha/sahaa sat/saat aath/ath"
        " nau/nav",
        others="10=daha 11=akra 12=bara 13=tera 14=chauda 15=pandhra 16=sola 17=satra 18=athra"
        " 19=ekonis 20=vis/vees 21=ekvis 22=bavis/bavees 23=tevis 24=chovis 25=panchvis"
        " 26=savvis/savvees 27=sattavis 28=atthavis 30=tis/tees 31=ektis 32=battis 33=tehtis"
        " 34=chautis 35=pastis 36=chhattis 37=sadtis 38=adtis 40=chalis 45=panchechalis"
        " 47=sattechalis 48=atthechalis 50=pannas/pannaas 55=panchavanna 60=sath/saath 70=sattar"
        " 72=bahattar 75=panchyahattar 80=ainshi/aishi 85=panchyainshi 90=navvad 91=ekyannav"
        " 92=byannav 93=tryannav 94=chauryannav 95=panchyannav 96=shahannav 97=satyannav"
        " 98=atthyannav/athyannav 99=navyannav",
    ),
    "ne": Spelling(
        units="शून्य/सुन्ना एक दुई/दुइ तीन/तिन चार पाँच/पाच/पांच छ/छः सात आठ नौ",
        others="10=दश/दस 11=एघार 12=बाह्र 13=तेह्र 14=चौध 15=पन्ध्र 16=सोह्र 17=सत्र 18=अठार"
        " 19=उन्नाइस 20=बीस 21=एक्काइस 22=बाइस 23=तेइस 24=चौबीस 25=पच्चीस 26=छब्बीस 27=सत्ताइस"
        " 28=अट्ठाइस/अठ्ठाइस 29=उनन्तीस 30=तीस 31=एकतीस 32=बत्तीस 33=तेत्तीस 34=चौंतीस 35=पैंतीस"
        " 36=छत्तीस 37=सैंतीस 38=अठतीस 39=उनन्चालीस 40=चालीस 41=एकचालीस 42=बयालीस 43=त्रिचालीस"
        " 44=चवालीस 45=पैंतालीस 46=छयालीस 47=सतचालीस 48=अठचालीस 49=उनन्चास 50=पचास 51=एकाउन्न"
        " 52=बाउन्न 53=त्रिपन्न 54=चउन्न 55=पचपन्न 56=छपन्न 57=सन्ताउन्न 58=अन्ठाउन्न 59=उनन्साठी"
        " 60=साठी/साठ्ठी 61=एकसट्ठी 62=बयसट्ठी 63=त्रिसट्ठी 64=चौंसट्ठी 65=पैंसट्ठी 66=छयसट्ठी"
        " 67=सतसट्ठी 68=अठसट्ठी 69=उनन्सत्तरी 70=सत्तरी 71=एकहत्तर 72=बहत्तर 73=त्रिहत्तर"
        " 74=चौहत्तर 75=पचहत्तर 76=छयहत्तर 77=सतहत्तर 78=अठहत्तर 79=उनासी 80=असी 81=एकासी"
        " 82=बयासी 83=त्रियासी 84=चौरासी 85=पचासी 86=छयासी 87=सतासी 88=अठासी 89=उनान्नब्बे"
        " 90=नब्बे 91=एकान्नब्बे 92=बयान्नब्बे 93=त्रियान्नब्बे 94=चौरान्नब्बे 95=पन्चान्नब्बे"
        " 96=छयान्नब्बे 97=सन्तान्नब्बे 98=अन्ठान्नब्बे 99=उनान्सय",
    ),
    "ne-Latn": Spelling(
        units="sunya/sunna/shunya ek dui tin/teen char/chaar panch/paanch/pach chha/cha/chh"
        " sat/saat aath/ath nau",
        others="10=das/dash 11=eghara/egara 12=bahra/barha 13=tehra/terha 14=chaudha 15=pandhra"
        " 16=sorha/sohra 17=satra 18=athara/atthara 19=unnais 20=bis 21=ekkais 22=bais 23=teis"
        " 24=chaubis 25=pachis/pachhis 26=chhabbis 27=sattais 28=atthais 30=tis 31=ektis"
        " 32=battis 33=tettis 34=chautis 35=paitis 36=chhattis 37=saitis 38=athtis 40=chalis"
        " 41=ekchalis 42=bayalis 43=trichalis 44=chawalis 45=paitalis 46=chhayalis 47=satchalis"
        " 48=athchalis 50=pachas 55=pachpanna 60=sathi 70=sattari 80=asi/assi 84=chaurasi"
        " 85=pachasi 90=nabbe 98=anthanabbe",
    ),
    "gu": Spelling(
        units="શૂન્ય/ઝીરો/મીંડું એક બે/બી ત્રણ/તૈણ ચાર પાંચ/પોંચ છ/છે સાત આઠ નવ",
        others="10=દસ/દશ 11=અગિયાર 12=બાર 13=તેર 14=ચૌદ 15=પંદર 16=સોળ 17=સત્તર 18=અઢાર 19=ઓગણીસ"
        " 20=વીસ 21=એકવીસ 22=બાવીસ 23=ત્રેવીસ/તેવીસ 24=ચોવીસ 25=પચીસ/પચ્ચીસ 26=છવ્વીસ 27=સત્તાવીસ"
        "/સત્યાવીસ 28=અઠ્ઠાવીસ/અઠ્યાવીસ 29=ઓગણત્રીસ 30=ત્રીસ 31=એકત્રીસ 32=બત્રીસ 33=તેત્રીસ 34=ચોત્રીસ"
        " 35=પાંત્રીસ 36=છત્રીસ 37=સાડત્રીસ 38=આડત્રીસ 39=ઓગણચાલીસ 40=ચાલીસ 41=એકતાલીસ 42=બેતાલીસ"
        " 43=તેતાલીસ 44=ચુંમાલીસ/ચુમ્માલીસ 45=પિસ્તાલીસ 46=છેતાલીસ 47=સુડતાલીસ 48=અડતાલીસ 49=ઓગણપચાસ"
        " 50=પચાસ 51=એકાવન 52=બાવન 53=ત્રેપન 54=ચોપન 55=પંચાવન 56=છપ્પન 57=સત્તાવન 58=અઠ્ઠાવન"
        " 59=ઓગણસાઠ 60=સાઠ/સાઈઠ 61=એકસઠ 62=બાસઠ 63=ત્રેસઠ 64=ચોસઠ 65=પાંસઠ 66=છાસઠ 67=સડસઠ 68=અડસઠ"
        " 69=અગણોસિત્તેર/ઓગણસિત્તેર 70=સિત્તેર/સીત્તેર 71=એકોતેર 72=બોતેર 73=તોંતેર/તોતેર 74=ચુંમોતેર"
        "/ચુમ્મોતેર 75=પંચોતેર 76=છોંતેર/છોતેર 77=સિત્યોતેર 78=ઇઠ્યોતેર/ઈઠ્યોતેર 79=ઓગણાએંસી 80=એંસી/એંશી"
        " 81=એક્યાસી 82=બ્યાસી 83=ત્યાસી 84=ચોર્યાસી 85=પંચાસી/પંચ્યાસી 86=છ્યાસી 87=સત્યાસી 88=અઠ્યાસી"
        "/અઠયાસી 89=નેવ્યાસી 90=નેવું 91=એકાણું 92=બાણું 93=ત્રાણું 94=ચોરાણું 95=પંચાણું 96=છન્નું"
        " 97=સત્તાણું 98=અઠ્ઠાણું 99=નવ્વાણું",
    ),
    "pa": Spelling(
        units="ਸਿਫ਼ਰ/ਸਿਫਰ/ਜ਼ੀਰੋ/ਜੀਰੋ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ/ਤਿਨ ਚਾਰ ਪੰਜ ਛੇ/ਛੀ ਸੱਤ/ਸਤ ਅੱਠ/ਅਠ ਨੌਂ/ਨੌ",
        others="10=ਦਸ/ਦੱਸ 11=ਗਿਆਰਾਂ 12=ਬਾਰਾਂ 13=ਤੇਰਾਂ 14=ਚੌਦਾਂ 15=ਪੰਦਰਾਂ 16=ਸੋਲਾਂ 17=ਸਤਾਰਾਂ 18=ਅਠਾਰਾਂ"
        " 19=ਉੱਨੀ 20=ਵੀਹ 21=ਇੱਕੀ 22=ਬਾਈ 23=ਤੇਈ 24=ਚੌਵੀ 25=ਪੱਚੀ 26=ਛੱਬੀ 27=ਸਤਾਈ 28=ਅਠਾਈ 29=ਉਨੱਤੀ"
        " 30=ਤੀਹ 31=ਇਕੱਤੀ 32=ਬੱਤੀ 33=ਤੇਤੀ 34=ਚੌਂਤੀ 35=ਪੈਂਤੀ 36=ਛੱਤੀ 37=ਸੈਂਤੀ 38=ਅਠੱਤੀ 40=ਚਾਲੀ 41=ਇਕਤਾਲੀ"
        " 42=ਬਿਆਲੀ 43=ਤਰਤਾਲੀ 44=ਚੁਤਾਲੀ 45=ਪੰਤਾਲੀ 46=ਛਿਆਲੀ 47=ਸੰਤਾਲੀ 48=ਅਠਤਾਲੀ 50=ਪੰਜਾਹ 51=ਇਕਵੰਜਾ"
        " 52=ਬਵੰਜਾ 53=ਤਰਵੰਜਾ 54=ਚੁਰੰਜਾ 55=ਪਚਵੰਜਾ 56=ਛਪੰਜਾ 57=ਸਤਵੰਜਾ 58=ਅਠਵੰਜਾ 60=ਸੱਠ 61=ਇਕਾਹਠ 62=ਬਾਹਠ"
        " 63=ਤਰੇਹਠ 64=ਚੌਂਹਠ 65=ਪੈਂਹਠ 66=ਛਿਆਹਠ 67=ਸਤਾਹਠ 68=ਅਠਾਹਠ 70=ਸੱਤਰ 71=ਇਕਹੱਤਰ 72=ਬਹੱਤਰ 73=ਤਿਹੱਤਰ"
        " 74=ਚੌਹੱਤਰ 75=ਪੰਝੱਤਰ 76=ਛਿਹੱਤਰ 77=ਸਤੱਤਰ 78=ਅਠੱਤਰ 80=ਅੱਸੀ 81=ਇਕਾਸੀ 82=ਬਿਆਸੀ 83=ਤਰਾਸੀ 84=ਚੁਰਾਸੀ"
        " 85=ਪਚਾਸੀ 86=ਛਿਆਸੀ 87=ਸਤਾਸੀ 88=ਅਠਾਸੀ 90=ਨੱਬੇ 91=ਇਕਾਨਵੇਂ 92=ਬਾਨਵੇਂ 93=ਤਰਾਨਵੇਂ 94=ਚੁਰਾਨਵੇਂ/ਚੌਰਾਨਵੇਂ"
        " 95=ਪਚਾਨਵੇਂ 96=ਛਿਆਨਵੇਂ 97=ਸਤਾਨਵੇਂ 98=ਅਠਾਨਵੇਂ 99=ਨੜਿੱਨਵੇਂ",
    ),
    "ta": Spelling(
        units="பூஜ்யம்/ஜீரோ/சுழியம் ஒன்று/ஒண்ணு/ஒன்னு/ஒன் இரண்டு/ரெண்டு மூன்று/மூணு நான்கு/நாலு"
        " ஐந்து/அஞ்சு ஆறு ஏழு/ஏளு எட்டு ஒன்பது/ஒம்பது",
        teens="பத்து பதினொன்று பன்னிரண்டு/பன்னெண்டு பதிமூன்று/பதிமூணு பதினான்கு/பதினாலு"
        " பதினைந்து/பதினஞ்சு பதினாறு பதினேழு பதினெட்டு பத்தொன்பது/பத்தொம்பது",
        tens="இருபது/இருபத்தி முப்பது/முப்பத்தி நாற்பது/நாற்பத்தி/நாப்பது/நாப்பத்தி"
        " ஐம்பது/ஐம்பத்தி/அம்பது/அம்பத்தி அறுபது/அறுபத்தி எழுபது/எழுபத்தி"
        " எண்பது/எண்பத்தி/எம்பது/எம்பத்தி தொண்ணூறு/தொண்ணூற்றி/தொண்ணூத்தி",
    ),
    "ta-Latn": Spelling(
        units="jeero/suzhiyam onnu/onru rendu/irandu moonu/moondru naalu/naangu anju/ainthu aaru"
        " ezhu/yezhu ettu/yettu ombathu/onbathu/ombodhu",
        teens="pathu",
        tens="irubathu/irubathi/irupathu/irupathi muppathu/muppathi narpathu/narpathi/nappathi"
        " aimbathu/aimbathi/ambathu/ambathi arubathu/arubathi/arupathi ezhubathu/ezhubathi"
        " enbathu/enbathi/embathi thonnooru/thonnutri/thonnuthi",
    ),
    "te": Spelling(
        units="సున్నా/సున్న/జీరో ఒకటి/ఒక్కటి రెండు మూడు నాలుగు ఐదు/అయిదు ఆరు ఏడు ఎనిమిది తొమ్మిది",
        teens="పది పదకొండు పన్నెండు పదమూడు పద్నాలుగు పదిహేను పదహారు పదిహేడు పద్దెనిమిది పంతొమ్మిది",
        tens="ఇరవై/ఇరవయి ముప్పై/ముప్పయి నలభై/నలబై/నలభయి యాభై/యాబై/యాభయి అరవై/అరవయి డెబ్బై/డెభ్భై ఎనభై/ఎనబై తొంభై/తొంబై",
        joins=("{t} {u}", "{t}{u}"),
    ),
    "te-Latn": Spelling(
        units="sunna/sunnaa okati/okkati rendu moodu/mudu naalugu/nalugu aidu/ayidu aaru yedu/edu"
        " enimidi/yenimidi tommidi/thommidi",
        teens="padi padakondu pannendu padamoodu padnalugu padihenu padaharu padihedu"
        " paddenimidi pantommidi",
        tens="iravai muppai nalabhai/nalabai yabhai/yabai aravai debbai/debbhai enabhai/enabai"
        " tombhai/tombai/thombai",
    ),
    "kn": Spelling(
        units="ಸೊನ್ನೆ/ಝೀರೋ/ಜೀರೋ ಒಂದು/ಒಂದ್ ಎರಡು/ಎರಡ್ ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು/ಒಂಭತ್ತು",
        teens="ಹತ್ತು ಹನ್ನೊಂದು ಹನ್ನೆರಡು ಹದಿಮೂರು ಹದಿನಾಲ್ಕು ಹದಿನೈದು ಹದಿನಾರು ಹದಿನೇಳು ಹದಿನೆಂಟು ಹತ್ತೊಂಬತ್ತು",
        tens="ಇಪ್ಪತ್ತು/ಇಪ್ಪತ್ತ ಮೂವತ್ತು/ಮೂವತ್ತ ನಲವತ್ತು/ನಲವತ್ತ ಐವತ್ತು/ಐವತ್ತ ಅರವತ್ತು/ಅರವತ್ತ ಎಪ್ಪತ್ತು/ಎಪ್ಪತ್ತ"
        " ಎಂಬತ್ತು/ಎಂಬತ್ತ ತೊಂಬತ್ತು/ತೊಂಬತ್ತ",
    ),
    "kn-Latn": Spelling(
        units="sonne ondu eradu mooru/muru naalku/nalku aidu aaru elu/yelu entu/yentu ombattu"
        "/ombhattu",
    ),
    "ml": Spelling(
        units="പൂജ്യം/സീറോ ഒന്ന് രണ്ട് മൂന്ന് നാല്/നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒൻപത്/ഒമ്പത്",
        teens="പത്ത് പതിനൊന്ന് പന്ത്രണ്ട് പതിമൂന്ന് പതിനാല് പതിനഞ്ച് പതിനാറ് പതിനേഴ് പതിനെട്ട് പത്തൊമ്പത്",
        tens="ഇരുപത്/ഇരുപത്തി മുപ്പത്/മുപ്പത്തി നാൽപ്പത്/നാല്പത്/നാൽപത്തി അമ്പത്/അമ്പത്തി അറുപത്/അറുപത്തി"
        " എഴുപത്/എഴുപത്തി എൺപത്/എൺപത്തി തൊണ്ണൂറ്/തൊണ്ണൂറ്റി",
        joins=("{t} {u}", "{t}{u}"),
    ),
}
