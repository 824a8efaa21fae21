"""Words by which the tongue of a text is told, and with it the countries where it is written."""

from __future__ import annotations

# Words that one language uses often, for those written in plain Latin letters.
# The rest of English is spoken everywhere and speaks for no region, but against other tongues.
ENGLISH = """
    am, hello, hi, we, me, from, any, need, work, time, free, available, anytime, get, as, but, if,
    ask, now, just, name, here, good, dear, zero, oh, one, two, three, four, five, six, seven,
    eight, nine, double, twenty, thirty,
    forty, fifty, sixty, seventy, eighty, ninety, ok, fine, your, the, and, for, you, with, are,
    my, to, of, i, i'm, it, that, this, have, can, will,
    on, at, is, in, so, but
"""
TONGUES: dict[str, str] = {
    "": ENGLISH,
    "GR CY": """
        miden, ena, dyo, tria, tessera, pente, exi, efta, okto, ennia, kai, mou, sas, sto, gia
    """,
    "HR RS BA SI": """
        nula, jedan, dva, tri, četiri, pet, šest, sedam, osam, devet, je, na, zovi, javi, sam, i,
        za, mi
    """,
    "HU": """
        nulla, egy, kettő, három, négy, öt, hat, hét, nyolc, kilenc, és, hogy, nem, hívjon, vagyok,
        az, van
    """,
    "CZ SK": """
        nula, jedna, dva, tři, čtyři, pět, šest, sedm, osm, devět, je, na, se, volejte, zavolejte,
        prosím, ale
    """,
    "FI": """
        nolla, yksi, kaksi, kolme, neljä, viisi, kuusi, seitsemän, kahdeksan, yhdeksän, ja, on,
        minulle, soita
    """,
    "NO DK": """
        null, nul, en, to, tre, fire, seks, syv, sju, åtte, otte, ni, jeg, ikke, på, og, det, er,
        med, du, ring
    """,
    "PH": """
        wala, isa, dalawa, tatlo, apat, lima, anim, pito, walo, siyam, ito, kuya, ate, nyo, nalang,
        muna,
        singko, siyete, otso, bente, kwatro, nuwebe, eto, dito, hehe, na, ko, yan, din, opo,
        po, ako, mo, naman, sa, lang, kayo, salamat, mam, yung, niyo, ang
    """,
    "MY": "lah, la, boss, can ah, leh, ringgit",
    "ID MY": """
        saya, yang, bisa, aja, kak, gan, mas, untuk, dengan, nggak, hubungi, kirim, ini, ada,
        nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, tidak, bisa, ya, nomor,
        di, ke
    """,
    "IN PK": """
        shunya, ek, do, sifar, tees, pachas, unka, hum, kuch, yeh, woh, toh, matlab, samajh, wale,
        likha,
        dunga, karunga, karke, wali, baat, kya, se, tak, aaj, kal, abhi, baaki, gaya, raha,
        rahi, nau, aath, saat, chaar, paanch, teen, bahut, accha, haan, lijiye, hai, kar,
        mera, aap, karo, kijiye, bhai, ji, pe, sir, mujhe, nahi, ka, ki, ke
    """,
    "PK IN": """
        abbu, ammi, janab, bhai jaan, masla, chahiye, kerna, hain, lein, krein,
        yar, likh, lo, krna, krta, kr, lein, jee, meri, krwa, krain, kr, lain, shukria, hun,
        wala, mein, rha, ap, assalam, sahab
    """,
    "BD IN": """
        ami, apni, kore, dan, bhaiya, amar, hobe, ache, taka, tk, korben, pathan,
        shunno, dui, tin, chhoy, noy, aat, paanch, diyen, bhai, apu, koto, kotha, ekta, shamne,
        raate, te,
        theke, er, na, ki, lagbe
    """,
    "NG": """
        dey, abeg, una, wetin, sef, oga, am, naira, na, don, make i, wey, dem, abi, no vex,
        wahala, go fit
    """,
    "KE TZ UG": """
        habari, kwa, nipo, simu, karibu, sana, yangu, ksh, nipigie, bob,
        tu, hapa, sasa, kesho, leo, haraka, ni, ya, na, za, niko, yako, ndio, hii, bila, tafadhali,
        pia,
        lakini, yuko, moja, sifuri, sufuri, saba, sita, nne, nane, tisa, mbili, tatu, tano, boss,
        kama, au
    """,
    "FR BE CH CA CI": """
        zéro, deux, trois, quatre, cinq, sept, huit, neuf, vingt, trente, quarante, cinquante,
        soixante,
        je, vous, le, les, pour, sur, est, moi, appelez, avec, du, de, la, des, tes, ton, ou,
        pr, appelle, dans, pas, merci, bonjour, nous, votre, une, et, mon, au, ça, c'est,
        j'ai, soir, demain
    """,
    "ES MX AR CO PE CL EC CR UY": """
        cero, uno, dos, cuatro, cinco, siete, ocho, nueve, veinte, treinta, cuarenta, cincuenta,
        sesenta,
        el, los, para, que, con, por, al, mi, una, lo, y, me, de, la, las, del, se, soy,
        puede, usted, como, pero, muy, hola, gracias, cualquier, hoy, le, es, su, ya, si, no,
        te, un
    """,
    "BR PT AO": """
        zero, dois, três, quatro, cinco, sete, oito, nove, meia, trinta, vinte,
        para, com, um, uma, no, na, pra, meu, seu, o, e, ou, de, do, da, que, mim, você, vc,
        teu, amanhã, hoje, obrigado, obrigada, pelo, tô, tá, em, se, eu, pode, mandar
    """,
    "DE AT CH": """
        null, eins, zwei, zwo, drei, vier, fünf, sechs, sieben, acht, neun, zwanzig, dreißig,
        ich, und, der, die, das, mit, ist, für, unter, bitte, mich, den, von, auf, nicht,
        wir, sie, zu, dann, noch, ein, eine, oder, im, am, aber
    """,
    "IT CH": """
        zero, uno, due, tre, quattro, cinque, sei, sette, otto, nove, venti, trenta, quaranta,
        che, per, il, con, sono, mi, una, chiami, della, le, e, di, non, gli, anche, se, un,
        ho, la, al, grazie, ciao, è
    """,
    "NL BE": """
        twee, drie, vier, vijf, acht, negen, tien, twintig, dertig,
        nul, zes, zeven, joh, dat, die, over, in, na, ik, het, een, voor, met, van, dat, mij,
        bel, en, niet, de, op, is, ff, als, dan, je, u, wel
    """,
    "PL": """
        na, jest, do, proszę, mam, lub, tel, się, dzwoń, zadzwoń, w, z, nie, i, to, po, od, dla,
        dwa, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, jeden, pan, pani, czy, jak, już
    """,
    "TR": """
        bir, ve, için, beni, bana, var, ara, yaz, abi, ile, bu, da, de, mi, olarak, sonra,
        sıfır, iki, üç, dört, beş, altı, yedi, sekiz, dokuz, elli, yirmi, otuz, kırk, numara, ben,
        size
    """,
    "RO": """
        pe, la, mine, suna, nu, sunt, si, ma, va, în, că, și, cu, din, sa, este,
        doi, trei, patru, cinci, sase, șase, sapte, șapte, opt, noua, nouă, mă, vă, dar, mai, pentru
    """,
    "VN": """
        em, anh, chị, nhé, cho, mình, ạ, không, là, và, có, gọi,
        một, hai, ba, bốn, năm, sáu, bảy, tám, chín, số, của, được, nha, mot, bon, sau, bay, chin,
        khong
    """,
    "MA DZ": """
        liya, wla, dyal, dyali, bghit, sifet, 3ayet, wach, khoya, chokran, n9der, hadi,
        kifach
    """,
    "SE": """
        och, jag, ring, mig, hej,
        noll, ett, två, fyra, fem, sju, åtta, nio, är, det, att, på, för, inte, du, kan, med
    """,
    "CZ": "jsem, prosím, mě, na mě",
}

# Words of the English of one country, which stand among those of all English.
DIALECTS: dict[str, str] = {
    "AU NZ": "mate, arvo, aussie, ute, gst, reckon, no worries, smoko, tradie, servo, brekkie",
    "US CA": "zip code, usd, est, pst, ymca, gotta, y'all, folks, mom, sidewalk, gas station",
    "GB IE": """
        cheers, quid, whilst, vat, ltd, colour, lovely, landline, mum, bloke, chap, fiver,
        fortnight, rubbish, cheque, chemist*, parish, pasty, pub, postcode, favourite, labelled,
        catalogue, nought, diocesan, archivist, give me a ring, wee, shan't, organise*
    """,
    "ZA": "howzit, bakkie, rand, lekker, braai, pls send, now now, eish, sharp sharp",
    "IN PK BD LK": """
        respected sir, respected madam, respected, kindly, do the needful, sir ji, dear sir,
        hello madam, hello sir, hi sir, madam i, sir i, mob, mob., watsap, revert back, tally,
        dear client, any client, call me dear, good self
    """,
    "AT": "oida, griaß, servus, ned, wennst, leiwand, heuer, jänner, ur, bissl, grauslich, halt",
    "CH": "grüezi, merci, natel, offerte, velo, septante, nonante, huitante, ade",
    "BE": "septante, nonante, allee, gij, amai, plezant, goesting, gsm",
    "US GB CA AU IE NZ": """
        i'd, i've, who's, isn't, doesn't, we've, they're, won't, i'll, didn't, wasn't, you'd,
        i’d, i’ve, who’s, isn’t, doesn’t, we’ve, they’re, won’t, i’ll, didn’t, wasn’t, you’d
    """,
    "LK": "hello madam, ayubowan, malli, nangi, rs/=",
    "PH": "mam, ma'am, sir po, po, manila time, viber, text ok, via text, cp no",
    "NG GH": "abeg, oga, well done sir, ma, i dey, my guy, shey, sha",
    "KE UG TZ": "inbox me, sawa, poa, bwana, mpesa, asante, now now",
}
