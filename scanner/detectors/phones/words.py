"""Words that say of digits beside them that they are a phone number, or that they are not."""

from __future__ import annotations

import re

from scanner.detectors.words import Word, Words, split

_PHONES = """
    phone*, telephone*, ph0ne*, guasap, tel, tele, tel., mobile, mob, cell, cellphone, cellular,
    call, calls,
    calling, ring, dial, text me, txt, txt me, sms, whatsapp*, whats app, wa, w.a., wsp, wpp,
    zap, viber, signal, telegram*, imo, zalo, my line, reach me, contact no, contact me,
    contact number, hotline, landline, gsm, hp, flash, ph, ph., fone, vibrate*, reach,
    my cel, cel, msg me, message me, on my, missed call, sim, voicemail, urgent, emergency,
    emergencies, téléphone*, portable, appel*, appele*, joindre, joignable, sonner, sonnes,
    textos, texto, contacter, contactez, mon num, tél, fixe, urgence, teléfono*, telefono*,
    móvil, movil, celular, celu, llam*, llám*, marque, márqueme, marqueme, timbr*, timbrar,
    mensajito, msj, mensaje, escríbame, escribeme, guasap, tírame, contáctame, comunicarse,
    telefone*, telemóvel, telemovel, ligar, liga, ligue, chama, chame, whats, meu mensagem,
    contato, contacto, chamada, ligação, zapzap, recado, telefon*, handy, handynummer, mobil,
    anruf*, ruf an,
    rufen sie, ruf, ruft, erreich*, klingel*, natel, festnetz, notfälle, durchrufen,
    squillo, squilli, rispondo io, componga, cellulare, chiam*, chiami, telefonare, mio recapito,
    fisso, bel, bellen, telefoon*,
    mobiel, 06-nummer, app me, appen, bereik*, zadzwo*, dzwo*, komórk*, nr tel, kontakt, kom,
    sună, suna, sunați, număr*, numar*, телефон*, тел, тел., звон*, позвон*, звоните, набер*,
    набирай*, моб, мобильн*, ватсап*, вайбер*, смс, связь, связи, созвон*, сотов*, дзвон*,
    подзвон*, телефонуйте, наберіть, набирайте, ara, arayın, arayabilir*, cep, hattım, ulaş*,
    mesaj, फोन, फ़ोन, कॉल, मोबाइल, व्हाट्सएप, व्हाट्सऐप, सम्पर्क, संपर्क, वाट्सएप,
    phone kar*, call kar*, msg kar*, mobile no, contact kar*, rabta, fon, phon, no hai,
    par call, pe call, ফোন, কল, মোবাইল, যোগাযোগ, হোয়াটসঅ্যাপ, phone dan, call dan,
    call diben, jogajog, phone korun, فون, کال, موبائل, رابطہ, واٹس ایپ, اتصل, اتصال, جوال,
    جوالي, هاتف, موبايل, واتساب, واتس, كلمني, تلفون, للتواصل, تواصل, numero ko, tawag,
    tumawag, text, itext, cp, cp#, cp no, kontak, tawagan, no hp, no wa, nope, telp*,
    telepon, hubungi, hape, ponsel, japri, sđt, sdt, điện thoại, gọi, nhắn, liên hệ, đt,
    số em, 电话, 電話, 手机, 手機, 联系, 聯絡, 打给, 致电, 来电, 微信, 加我, 打我, 携帯,
    ケータイ, 連絡先, でんわ, お電話, ☎, 📞, 📱, ☎️, 전화, 연락, 핸드폰, 휴대폰, 문자, 폰,
    연락처, โทร, มือถือ, ติดต่อ, simu, nipigie, piga, line na, line is, buzz me, טלפון, נייד,
    תתקשר*, וואטסאפ, τηλέφωνο, κινητό, καλέστε
"""
# The same in further tongues of Asia, Africa and the north and east of Europe.
_FURTHER = """
    ફોન*, કોલ કર*, મોબાઇલ*, ડાયલ*, રિંગ કર*, ਫੋਨ*, ਫ਼ੋਨ*, ਕਾਲ ਕਰ*, ਮੋਬਾਈਲ*, ਡਾਇਲ*, ఫోన్*, కాల్ చే*,
    మొబైల్*, నొక్కితే, నొక్కండి, போன்*, ஃபோன்*, அழைக்க*, அழையுங்*, கூப்பிடு*, மொபைல்*, டயல்*, ಫೋನ್*, ಕರೆ ಮಾಡ*,
    ಮೊಬೈಲ್*, ಡಯಲ್*, ഫോൺ*, വിളിക്ക*, മൊബൈൽ*, ඇමතුම්, දුරකථන*, අමතන්න, ෆෝන්, डायल*, फोन गर्नु*, घन्टी,
    फोन कर*, कॉल कर*, қоңырау*, хабарлас*, теріңіз, qo'ng'iroq*, zəng*, დარეკ*, ტელეფონ*, զանգ*,
    հեռախոս*, ደውል*, ስልክ*, bonyeza, ring mig, ring meg, ringa mig, ringe, telefonnr, mobilnr, soita,
    soittele, hívj*, hívjon, csörögj*, tárcsáz*, zavolej*, zavolaj*, volaj, volejte, volajte,
    pozovi*, nazovi*, позови*, обади*, обаждай*, звънн*, pokliči*, skambink*, zvaniet, helista*,
    hringdu, hringið, hringja, sími, síma, símanúmer*, јавете се, јави се, јавете ми, ѕвони,
    патэлефан*, тэлефан*, тэлефон*, званіце, звані, deitu, telefonoa, glaoigh, glaoch, ċempel,
    ċempilli, чал, чалыңыз, чалып, утас*, залга*, занг зан*, jaň ed*, ruff mech, uruff*,
    zovi, zovite, zvoni, truca'm, truqueu, truca, telèfon, mòbil, chámame, chama ao, kira ni,
    ku kira, pe mi, kpọọ m, shayela, ngishayele, ndishayele, ring us, ring me,
    πάρε με, πάρτε με, κάλεσε, τηλ, תצלצל*, לחייג, תחייג*, חייג*
"""
# These may speak of any number, and give way to a word that says which.
_NUMBERS = """
    contact, my number, number is, no is, my no, number, num, numero, prefix, numéro, n°, número,
    nummer,
    mobilnummer, numer, nmbr, nambar, number ta, номер*, numara*, numaram, नंबर, नम्बर,
    নাম্বার, নম্বর, نمبر, رقم, رقمي, nomor*, số, 号码, 號碼, 番号, 번호, เบอร์, namba,
    nambari, מספר, number plate
"""
PHONE, NUMBER = "phone", "number"
PHONES = Words(
    (word, meaning)
    for words, meaning in ((_PHONES, PHONE), (_FURTHER, PHONE), (_NUMBERS, NUMBER))
    for word in split(words)
)

NOT_PHONES = Words.of(
    """
    trk, trkg,
    orders, invoices, tickets, refs, parcels, serials, policy, claim, member, credit card,
    card number, customer number, employee, student,
    order, order no, order id, order number, tracking, tracking number, parcel, shipment,
    invoice, invoice no,
    invoice number, ref, ref., reference, ticket, case no, id, ids, uuid, isbn, issn, ean,
    gtin, upc, barcode, sku, serial, s/n, sn, part no, pin, code, codes, zip, postcode,
    postal, version, ver, build, commit, hash, rev, timestamp, epoch, unix, ip, imei, vin,
    patent, model, batch, lot, licence, license, registration, vat, tax, ein, ssn, nhs, npi,
    booking, pnr, flight, dhl, ups, fedex, usps, container, mrn, dns, row, rows, line number,
    lines, page, pages, chapter, seed, coordinates, lat, lng, lon, pixels, resolution, score,
    sensor, msisdn, shortcode, account, a/c, iban, routing, sort code, card, konto, rekening,
    cuenta, compte, gstin, pan, aadhaar, size, mm, cm, copies, revenue, views, followers,
    population, count, total, amount, price, budget, cost, salary, pantone, ral, article,
    pacco, gls, dpd, hermes, brt, sda, correos, seur, mrw, inpost, paczkomat, correios, jadlog,
    delhivery, bluedart, jne, sicepat, anteraja, pos laju, poslaju, lbc, ghn, ghtk, viettel post,
    順豐, 顺丰, ヤマト, 佐川, 統編, 统编, 發票字軌, courier, consignment, nova poshta, нова пошта,
    item, commande, facture, siret, siren, réf, référence, colis, suivi, devis, lot, feuille,
    dossier, pedido, guía, guia, factura, rastreo, nif, cif, expediente, matrícula,
    referencia, código, encomenda, processo, cpf, cnpj, nota fiscal, rastreio, nfe, cep,
    offerte, art.nr, art.nr., artikelnummer, offertenummer, angebotsnummer,
    boleto, protocolo, bestellung, bestellnummer, rechnung, sendung, artikel, auftrag,
    kundennummer, aktenzeichen, rechnungsnummer, ordine, fattura, spedizione,
    partita iva, p.iva, codice, bestelling, factuur, btw, kvk, zending, tekening, pakket,
    zamówienie, faktura, nip, regon, pesel, przesyłka, numer zamówienia, comandă, comanda,
    factură, awb, cui, заказ*, заявк*, трек*, накладн*, инн, огрн, кпп, артикул*, счёт, счет,
    договор*, посылк*, сдэк, код, верси*, чек, ттн, замовлен*, накладн*, єдрпоу, іпн,
    рахунок, артикул, код, посилк*, sipariş, kargo, takip, fatura, vergi, tc, barkod, ürün,
    ऑर्डर, इनवॉइस, आईडी, कोड, रसीद, बिल, चालान, চালান, অর্ডার, কোড, রসিদ, الطلب, طلب, فاتورة, السجل,
    سجل تجاري,
    الفاتورة, شحنة, كود, تتبع, resi, no resi, pesanan, faktur, npwp, invoice, nik, đơn hàng,
    mã, vận đơn, mã vận đơn, hóa đơn, mã số thuế, 订单, 订单号, 單號, 单号, 快递, 运单, 编号,
    發票, 发票, 货号, 注文, 注文番号, 商品, 伝票, 追跡, 請求書, 型番, 송장, 송장번호, 주문,
    주문번호, 계좌, 사업자, 운송장, คำสั่งซื้อ, พัสดุ, ใบแจ้งหนี้, ออเดอร์, ใบสั่งซื้อ,
    เลขพัสดุ, รหัส,
    ordinen*, ordern*, ordren*, ordrer*, artikeln*, art.-nr., art nr, bestelln*, auftragsn*,
    rechnungsn*, kundenn*, klantn*, factuurn*, bestelbon*, bestelnu*, bestelnr, referenz*,
    referentie*, product number, product no, productn*, seriennr, serienn*, modelln*, lieferschein*,
    vorgangsn*, vertragsn*, zamówieni*, zamowieni*, faktur*, zlecen*, przesyłk*, paczk*, commandes,
    factures, pedidos, facturas, objednávk*, faktúr*, tilausn*, laskun*, tuoten*, varenr,
    varenummer*, rendelés*, számlasz*, cikkszám*, παραγγελ*, τιμολόγι*, narudžb*, računa,
    поръчк*, фактур*, нарачк*, 제품 번호, 제품번호, 상품 번호, 상품번호, 모델 번호, 모델번호,
    주문 번호, 접수번호, 접수 번호, 예약번호, 예약 번호, 회원번호, 产品编号, 產品編號, 型号, 型號,
    製品番号, 製造番号, 品番, お問い合わせ番号, 問い合わせ番号, 受付番号, 管理番号, 会員番号,
    予約番号, 整理番号, 工单, 工單, 受理编号, 流水号, paketnummer*, paketnr, no paket, sendungsn*,
    mã sản phẩm, no pesanan, kode, no seri, หมายเลขสินค้า
""",
)

# Said of a number that stands for any: of fields and forms, tests and examples.
SAMPLES = Words.of(
    """
    placeholder*, example*, sample*, dummy, fake, test, tests, testing, tester*, field*, form,
    forms, format*, input*, mask, regex*, valid*, mock*, seed*, demo, default, template*, e.g.,
    const, var, assert*, json, payload, lorem, fixture*, column*, string*, parse*, database,
    fictional, made-up, random,
    ejemplo*, prueba*, campo*, formulario*, formato*, exemplo*, teste*, formulário*, exemple*,
    champ, formulaire*, essai*, beispiel*, platzhalter*, testnummer*, feld, formular*, esempio,
    prova, modulo, voorbeeld*, testnummer, veld, formulier*, przykład*, testow*, pole, formularz*,
    exemplu, пример*, тест*, поле, форм*, образец, заглушк*, приклад*, örnek*, deneme, alan*,
    उदाहरण, টেস্ট, مثال, اختبار, تجريبي, نموذج, contoh*, uji coba, formulir, kolom, ví dụ, mẫu,
    例如, 示例, 测试, 測試, 表单, 表單, 占位, 字段, 範例, 例え, サンプル, テスト, 入力, フォーム,
    예시, 예제,
    테스트, 입력, 양식, ตัวอย่าง, ทดสอบ, ช่องกรอก
    """
)

# Said by the other side: the next digits are the answer.
ASKS_NUMBER = Words.of(
    """
    your number, ur number, phone number, your phone, your whatsapp, whatsapp number,
    contact number, number?, your no, your mobile, your cell, call you, phone?, whatsapp?,
    your digits, ton numéro, votre numéro, ton num, un numéro, su número, tu número,
    su celular, tu celular, tu whatsapp, seu número, teu número, seu whatsapp, seu zap,
    deine nummer, ihre nummer, telefonnummer, suo numero, tuo numero, je nummer, uw nummer,
    twój numer, numer telefonu, numărul, твой номер, ваш номер, номер телефона, номер?,
    твій номер, numaran*, numaranız, numara, आपका नंबर, नंबर, apka number, aapka number,
    number bhej*, number do, number dijiye, নাম্বার, নম্বর, رقمك, رقم جوالك, رقم الواتس,
    نمبر, nomor*, no wa, no hp, number mo, numero mo, số điện thoại, sđt, 电话, 手机号,
    電話番号, 번호, เบอร์, a phone number, a phone for, a number i can, un teléfono,
    algún teléfono, un telefono, um telefone, un téléphone, ein telefon,
    eine telefonnummer, een telefoonnummer,
    telefon?, telefono?, teléfono?,
    номер есть, телефон?, телефончик, puhelinnumero*, puhelinnumerosi, telefonszám*,
    a számod, telefonní číslo, tvůj telefon, broj telefona, vaš broj, tvoj broj, број телефона,
    телефонен номер, телефонът ти, τηλέφωνό σου, אפשר מספר
""",
)

MOBILE, LANDLINE = "mobile", "landline"
# What kind of line a number beside it has.
_LINES = {
    MOBILE: """
        mob, mobile, mobiles, mobile no, cell, cellphone, cellular, handphone, whatsapp*, whats app,
        viber, sms, text me, txt, itext, app me, appen, handy, natel, portable, móvil, movil,
        celular, celu, telemóvel, telemovel, gsm, komórk*, моб, мобильн*, мобільн*, сотов*, cep,
        zap, wsp, wasap, wpp, guasap, gcash, telebirr, bkash, nagad, hp, no hp, no wa, mpesa,
        06-nummer,
        cellulare, mobil, mobiel, mobilnummer, matkapuhelin, جوال, موبايل, واتساب, واتس, मोबाइल,
        手机, 携帯
    """,
    LANDLINE: """
        landline, landlines, land line, house phone, home phone, office phone, desk, desk phone,
        fixe,
        fijo, fixo, festnetz, festnetznummer, vaste lijn, fisso, stacjonarn*, городской,
        стационарн*,
        стаціонарн*, reception, switchboard, sabit hat, fastnet*, telefone fixo, teléfono fijo,
        kantor, telepon rumah, opisina, máy bàn, số bàn, 固定電話, 固話, 固话, 座机, 市話, 유선전화,
        أرضي, ارضي, تلفن ثابت, σταθερό, σταθερο, vezetékes*, lankapuhelin, офіс, pevná linka
    """,
}
LINES = Words((word, kind) for kind, words in _LINES.items() for word in split(words))

# A word for phones with a number at its end; one of two letters begins serials: "HP4154193862".
GLUED_MAX = 12  # letters
_GLUED = re.compile(rf"(?<![^\W_])(?P<word>[^\W\d_]{{3,{GLUED_MAX}}})=?\Z")


def glued_word(low: str, end: int) -> Word | None:
    """The word for phones that a number is written to: "call415…", "tel=415…"."""
    if not (low[end - 1 : end].isalpha() or low[end - 1 : end] == "="):
        return None
    glued = _GLUED.search(low, max(0, end - GLUED_MAX - 2), end)
    if glued is None:
        return None
    first, last = glued.span("word")
    words = PHONES.find(glued["word"])
    is_one = any(word.end == last - first and word.meaning == PHONE for word in words)
    return Word(first, last, PHONE) if is_one else None
