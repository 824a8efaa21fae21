"""Given names and turns of speech of those who write English in many countries.

They speak less for the region of a number than places do, and only between regions: where nothing
else is known, Kojo's number is one of Ghana and Declan's one of Ireland. Names that several of
these countries share are left out.
"""

from __future__ import annotations

MANNERS: dict[str, str] = {
    # Messengers that are few people's elsewhere.
    "UA": "viber, вайбер*",
    "TH": "line id, line app, line /, / line",
    "CL": "santiago, weón, al tiro",
    "VE": "epale, épale, chamo, chama, chamos, arepera, arepas, cachapas, tequeños, hallacas",
    "PY": "guaraní, guarani, tereré, terere, chipa, kp, mba'e, mitaí",
    "GH": """
        kojo, kwame, kofi, kwesi, kweku, kwabena, kwasi, yaw, akua, akosua, abena, ama, esi, efua,
        afia, adwoa, nana yaw, mensah, boateng, owusu, asante, appiah, chale, charley, medaase, twi
    """,
    "NG": """
        chinedu, chidi, emeka, ngozi, chioma, ifeanyi, obinna, uche, nkechi, amaka, adaeze, tunde,
        femi, segun, kunle, bola, sade, yetunde, folake, oluwa*, babatunde, ayodele, oga,
        abeg, una, wetin, dey, wahala, nomba, naija, danfo, okada, gtb, opay, palmpay,
        9ja, biko, jare, sef, ebuka, chukwu*, okonkwo, okafor, adebayo, adeyemi
    """,
    "KE": """
        wanjiku, wanjiru, njeri, nyambura, wambui, wangari, wairimu, kamau, mwangi, njoroge,
        karanga,
        kariuki, otieno, odhiambo, ochieng, akinyi, atieno, achieng, adhiambo, kiprop, kipchoge,
        chebet, cheptoo, jepkosgei, mutua, musyoka, mwende, boda boda, matatu, mzee, sasa,
        fundi, duka
    """,
    "UG": """
        mukasa, ssemakula, kato, wasswa, nakato, babirye, namutebi, nabukeera, okello, opio, apio,
        akello, nansubuga, ssali, kizza, byaruhanga, tumusiime, ssebo, nnyabo
    """,
    "ZA": """
        thabo, sipho, lerato, naledi, thandi, nomsa, nomvula, zanele, sibusiso, bongani, tumelo,
        kagiso, refilwe, palesa, mpho, themba, pieter, annelie, oom, tannie, loadshedding,
        load shedding, eskom, sewe, agt, nege, nul agt, bel my, asseblief, baie, dankie, jou,
        stokvel, bakkie, braai, lekker, howzit, tshwane, gauteng, limpopo,
        kzn, k53, ja nee, van der merwe, botha, dlamini, mbatha, nkosi, mokoena, sandton
    """,
    "IE": """
        declan, siobhán, siobhan, aoife, ciara, ciarán, ciaran, niamh, saoirse, maeve, oisín, oisin,
        cillian, padraig, pádraig, eoin, eamon, éamon, sinéad, sinead, gráinne, grainne, róisín,
        roisin, caoimhe, fionn, donal, diarmuid, grand so, yer man, gaa, craic, gael*,
        cavan, wexford, waterford, tipperary, leitrim, roscommon,
        mallow, youghal, eircode
    """,
    "PH": """
        ate, kuya, dodoy, inday, manang, mang, aling, nanay, tatay, sir boyet, boyet, jhun, maricel,
        rowena, analyn, po, opo, sa, nalang, lang, yung, naman, salamat, barangay, brgy,
        imelda, dela cruz, sto, bulacan, pampanga, batangas, lipa
    """,
    "SG": """
        lah, lor, sia, handphone, hdb, mrt, ah boon, ah seng, ah huat, toh, joo chiat,
        tampines, toa payoh, bedok, jurong, ang mo kio, woodlands, yishun, kopi, laksa, can or not,
        orchard road
    """,
    "MY": "nurul, siti, mohd, encik, puan, kampung, ringgits, duitnow, pasar",
    "AU": """
        arvo, servo, brekkie, tradie, tradies, sparky, bloke, smoko, paddock, longreach,
        cattle property, bottle shop, woolies, centrelink, abn, single touch payroll, mate's rates,
        toowoomba, cairns, townsville, ballarat, bendigo, dubbo, wagga, ballina, byron bay,
        outback, esky, shazza, bazza, strewth, fair dinkum
    """,
    "NZ": """
        kia ora, marae, whanau, whānau, jandals, chur, sweet as, māori, maori,
        tauranga, rotorua, napier, wānaka, wanaka, queenstown, aroha, hemi, wiremu, ngaire
    """,
    "PK": """
        munshi, engr, farooq, asad, usman, bilal, imran, hamza, zeeshan, adeel, faisal, nadeem,
        ayesha, hira, saima, chaudhry, bhai jan, inshallah, shalwar, khussa*,
        rickshaw, sahab, sahib
    """,
    "IN": """
        rs, mam, bhai, rahul, amit, sunil, rajesh, suresh, ramesh, priya, pooja, neha, deepak,
        sanjay,
        vijay, anil,
        sharma, patel, reddy, nair, iyer, gupta, kindly revert, do the needful,
        bhaiya, tailor master, chettan, akka, didi, respected sir, thanking you, jee, neet,
        kind reference, sir ji,
        ji, nau, aath, chaar, paanch, lakhs, crores, ssc, cbse, shimla, madurai, alappuzha, tamil
    """,
    "BD": """
        hossain, rahman, hasan, akter, begum, miah, uddin, bhaiya, jamdani, apni, amar, ami, dio,
        dien, koren, hobe, korben, kotha, taka, shunno, chollish, ponchash, nobboi, egaro, unish
    """,
    "LK": "perera, nuwan, chaminda, dilshan, ishara, tharindu, kasun, aiya, malli",
    "NP": "kamala didi, bahadur, tamang, gurung, shrestha, magar, khukuri",
    "BR": """
        pra, pras, vc, vcs, valeu, a gente, torcedor, brasileirão, beleza, moça,
        lauda, lotérica, boleto
    """,
    "GB": """
        cuppa, bell us, postie, brass band,
        round our way, wellies, allotment, bungalow, sort code, faster payments,
        hmrc, penhaligon, mum
    """,
    "US": """
        y'all, gas station, realtor, thanksgiving, super bowl,
        y’all, quilting, hoa,
        tamale
    """,
    "AT": """
        servus, pfiat*, ned, i hob, grüß gott, jause, sackerl, obfrau, pfarrhof, fragts, schickens,
        ruaf, oida, jänner, marillen, zimmerer, hofrat, anschrift gibts ned, fesch
    """,
    "CH": """
        zvieri, znüni, nachem, isch, grüezi, merci vilmal, velo, chuchichäschtli, chli, gäll,
        böögg, sechseläute, vreni, ueli, reto, käserei*, septante, huitante, natel
    """,
    "BE": """
        septante, nonante, frituur, goesting, ge moet, gij, allez, amai, pintje, brouwer*, brasseur,
        sjiek, telenet, wielerploeg, wallonia, wallonie, vlaanderen, ardenne*
    """,
}
