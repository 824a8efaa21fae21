"""Countries, peoples, cities and moneys: what speaks for the region of a number beside it.

The commonest in marketplaces; names that are everyday words of some tongue are left out, and so
are cities of which several countries have one.
"""

from __future__ import annotations

PLACES: dict[str, str] = {
    "US": """
        usa, united states, america*, new york, nyc, chicago, los angeles, texas, florida,
        seattle, boston, brooklyn, california, philly, denver, atlanta, georgia, ohio, miami,
        houston, dallas, portland, part 107, austin, san francisco, san diego, las vegas,
        phoenix, detroit, minneapolis, nashville, tampa, orlando, philadelphia, baltimore,
        brooklyn, bronx, manhattan, new jersey, oregon, colorado, arizona, kansas,
        michigan, bay area, louisiana, tennessee, utah, hawaii, pittsburgh
    """,
    "CA": """
        canad*, toronto, vancouver, montreal, montréal, québec*, ontario, calgary, alberta,
        ottawa, winnipeg, edmonton, halifax, manitoba, saskatoon, gatineau, laval
    """,
    "GB": """
        uk, britain, british, england, london*, scotland, scottish, wales,
        manchester, leeds, glasgow, bristol, yorkshire, liverpool, birmingham, edinburgh, gmt,
        bst, welsh, cardiff, belfast, cornwall, cornish, devon, norfolk, suffolk, sheffield,
        nottingham, brighton, newcastle, leicester, oxford, norwich, dorset, cumbria, essex
    """,
    "IE": "ireland, irish, dublin, galway, limerick, donegal, kilkenny, sligo",
    "AU": """
        australia*, aussie*, sydney, melbourne, brisbane, perth, adelaide, queensland, aud,
        aest, hobart, darwin, canberra, geelong, tasmania*, nsw, gold coast
    """,
    "NZ": "new zealand, kiwi, auckland, wellington, nz, christchurch, dunedin",
    "IN": """
        india*, mumbai, delhi, bangalore, bengaluru, chennai, kolkata, hyderabad, pune,
        ahmedabad, jaipur, rupees, inr, ₹, kerala, gujarat*, punjab, lakh, crore, gst, surat,
        lucknow, kanpur, nagpur, indore, bhopal, patna, kochi, rajkot, varanasi, noida,
        gurgaon, coimbatore, mysore, भारत, मुंबई, दिल्ली, जयपुर, इंदौर, राजकोट, लखनऊ, पुणे, कानपुर,
        কলকাতা*, tamil nadu, bharat
    """,
    "PK": """
        pakistan*, karachi, lahore, islamabad, rawalpindi, pindi, faisalabad, multan, pkr, peshawar,
        sialkot, gujranwala, quetta, پاکستان, لاہور, کراچی, daraz, easypaisa, jazzcash
    """,
    "BD": """
        bangladesh*, dhaka, chittagong, sylhet, bdt, taka, ৳, khulna, rajshahi, ঢাকা*,
        চট্টগ্রাম, সিলেট, bkash, nagad, বিকাশ, barisal, comilla, টাকা
    """,
    "PH": """
        philippin*, filipin*, manila, cebu, davao, makati, pesos, quezon, pinoy, pinay, ₱,
        gcash, tagalog, taguig, iloilo, baguio, bacolod, pasig, laguna, cavite
    """,
    "NG": """
        nigeria*, lagos, abuja, naira, ₦, ibadan, port harcourt, kano, enugu, benin city,
        owerri, kaduna, lekki, yoruba, igbo, hausa
    """,
    "KE": """
        kenya*, nairobi, mombasa, kisumu, kes, ksh, nakuru, swahili, eldoret, thika, safaricom,
        mpesa, m-pesa
    """,
    "TZ": """
        tanzania*, dar es salaam, arusha, tzs, dodoma, mwanza, zanzibar, mbeya,
        morogoro, tigopesa
    """,
    "UG": "uganda*, kampala, ugx, luganda, entebbe, jinja, gulu, mbarara",
    "RW": "rwanda*, kigali, kinyarwanda",
    "ET": "ethiopia*, addis ababa, addis, amharic, ኢትዮጵያ, አዲስ, telebirr, birr, bahir dar, hawassa",
    "ZM": "zambia*, lusaka, kwacha",
    "ZW": "zimbabwe*, harare, bulawayo",
    "GH": "ghana*, accra, kumasi, cedi*, ghs",
    "CM": "cameroon*, cameroun*, douala, yaoundé, yaounde",
    "CI": "côte d'ivoire, cote d'ivoire, abidjan, ivoirien*",
    "SN": "sénégal*, senegal*, dakar",
    "ZA": """
        south africa*, cape town, johannesburg, durban, joburg, pretoria, zar, soweto, sa cell,
        port elizabeth, gqeberha, tshwane, sandton, limpopo,
        stellenbosch, bloemfontein, mzansi, afrikaans, zulu
    """,
    "EG": "egypt*, cairo, alexandria, giza, مصر, القاهرة, جنيه, اسكندرية, الإسكندرية",
    "MA": """
        maroc*, morocc*, casablanca, rabat, marrakech, dirham*, المغرب, الدار البيضاء, كازا,
        tanger, agadir, طنجة, درهم
    """,
    "ML": "mali, malien*, bamako",
    "BF": "burkina*, ouagadougou, ouaga",
    "BJ": "bénin, benin, cotonou, béninois*",
    "TG": "togo, togolais*, lomé, lome",
    "GN": "guinée, guinea conakry, conakry",
    "GA": "gabon*, libreville",
    "CD": "kinshasa, rdc, lubumbashi, congolais*, goma",
    "MG": "madagascar, antananarivo, ariary, tana mada",
    "MU": "mauritius, maurice, port louis",
    "BW": "botswana, gaborone, pula",
    "NA": "namibia*, windhoek",
    "MW": "malawi*, lilongwe, blantyre",
    "SO": "somali*, muqdisho, mogadishu, hargeysa, hargeisa",
    "SD": "sudan*, khartoum, السودان, الخرطوم, سوداني*",
    "LY": "libya*, tripoli, benghazi, ليبيا, طرابلس, بنغازي",
    "YE": "yemen*, sanaa, aden, اليمن, صنعاء, عدن",
    "PS": "palestin*, ramallah, gaza, nablus, hebron, فلسطين, غزة, رام الله, نابلس",
    "AF": "afghan*, kabul, herat, افغانستان, کابل, هرات, کابلی",
    "DZ": "algeria*, algérie*, alger, oran, الجزائر, دينار جزائري",
    "TN": "tunisi*, tunis, sfax, تونس",
    "SA": "saudi, riyadh, jeddah, السعودية, الرياض, جدة, ريال, الدمام, makkah, مكة",
    "AE": "uae, dubai, abu dhabi, sharjah, emirates, aed, الإمارات, دبي, أبوظبي, الشارقة",
    "QA": "qatar*, doha, قطر, الدوحة",
    "KW": "kuwait*, الكويت",
    "OM": "oman, muscat, omani, مسقط",
    "BH": "bahrain*, manama, البحرين",
    "JO": "jordan, amman, الأردن, عمان, دينار, أردني, اربد, إربد",
    "LB": "leban*, beirut, لبنان, بيروت, لبناني, طرابلس لبنان",
    "SY": "syria*, damascus, سوريا, سورية, السورية, دمشق, حلب, اللاذقية, حماة, طرطوس",
    "IQ": "iraq*, baghdad, بغداد, العراق, العراقي, عراقي, البصرة, الموصل, erbil",
    "IR": "iran*, tehran, shiraz, isfahan, ایران, تهران, تومان, تومن, شیراز, مشهد, اصفهان",
    "UA": """
        ukrain*, kyiv, kiev, lviv, odesa, odessa, kharkiv, київ*, києв*, львів*, львов*, харків*,
        одес*, грн, дніпр*, вінниц*, полтав*
    """,
    "RU": """
        russia*, moscow, мск, москв*, питер*, спб, россия, россии, руб, ₽, самар*, казан*,
        екатеринбург*, новосиб*, краснодар*, ростов*
    """,
    "KZ": """
        kazakhstan*, almaty, astana, алматы, астана, казахстан*, тенге, ₸, kaspi, шымкент*,
        қазақ*, саламатсыз*, караганд*
    """,
    "BY": "belarus*, minsk, минск*, беларус*, гомел*, брест*, гродн*",
    "UZ": "uzbek*, tashkent, ташкент*, узбек*, toshkent, samarkand",
    "KG": "kyrgyz*, bishkek, бишкек*, ош шаары, кыргыз*, киргиз*",
    "TJ": "tajik*, dushanbe, душанбе, худжанд, тоҷик*, таджик*",
    "TM": "turkmen*, ashgabat, aşgabat, ашхабад",
    "GE": "tbilisi, batumi, თბილისი, საქართველო, тбилиси, батуми",
    "AM": "armenia*, yerevan, հայաստան, երևան, ереван*",
    "AZ": "azerbaijan*, baku, bakı, azərbaycan*, manat",
    "PL": """
        poland, polish, polska, warsaw, warszaw*, kraków*, krakow*, zł, pln, wrocław*, łódź,
        poznań*, gdańsk*, katowic*, lublin*, szczecin*, gdyni*
    """,
    "DE": """
        german*, berlin*, hamburg*, munich, münchen, köln, cologne, frankfurt, bielefeld,
        deutschland, stuttgart, leipzig, dresden, bremen, hannover, nürnberg, düsseldorf,
        dortmund, bayern, d1 netz, d1 net, freiburg, mannheim, karlsruhe, augsburg, potsdam,
        rostock, kassel, mainz, telekom
    """,
    "AT": "austria*, vienna, wien, österreich, graz, linz, salzburg, innsbruck, tirol",
    "CH": """
        swiss, switzerland, zürich, zurich, bern, basel, genève, geneva, chf, franken,
        lausanne, natel, luzern, suisse, schweiz, ticino, lugano, yverdon, fribourg, neuchâtel,
        montreux, vevey, nyon, winterthur, st. gallen, st gallen, bellinzona, locarno, swisscom
    """,
    "FR": """
        france, french, paris, lyon, marseille, bordeaux, toulouse, lille, nantes, français*,
        mérignac, rennes, strasbourg, montpellier, bretagne, occitanie
    """,
    "BE": """
        belgi*, brussel*, bruxelles, antwerp*, gent, liège, gsm, leuven, allee, goesting,
        namur, brugge, charleroi, ge verstaat, mechelen, hasselt, kortrijk, oostende, aalst, wavre,
        ostende, louvain, proximus, verviers, seraing
    """,
    "NL": """
        netherlands, dutch, amsterdam, rotterdam, utrecht, holland, nederland, den haag,
        eindhoven, groningen, tilburg, nijmegen
    """,
    "LU": "luxembourg*, luxemburg*",
    "ES": """
        spain, spanish, madrid, barcelona, valencia, sevilla, españa, malaga, málaga, bilbao,
        zaragoza, granada, catalunya
    """,
    "PT": "portugal, portuguese, lisbo*, porto, braga, coimbra, algarve, telemóvel, mb way",
    "BR": """
        brazil*, brasil*, são paulo, sao paulo, rio de janeiro, belo horizonte, ddd, reais,
        recife, curitiba, zap, florianópolis, floripa, fortaleza, porto alegre, tchê,
        goiânia, brasília, manaus, r$
    """,
    "AO": "angola*, luanda, kwanza*, huambo, benguela",
    "MZ": "moçambi*, mozambi*, maputo, meticais",
    "MX": """
        mexic*, méxic*, cdmx, guadalajara, monterrey, mxn, puebla, güey,
        tijuana, querétaro, oaxaca, mérida, jalisco,
    """,
    "AR": """
        argentin*, buenos aires, caba, rosario, mendoza, palermo, pesos argentinos,
        laburo, wsp, tucumán    """,
    "CO": """
        colombia*, bogotá, bogota, medellín, medellin, cop, nequi, parce, barranquilla,
        bucaramanga, daviplata, timbr*, manizales, pereira, ibagué, declaración de renta, quibo
    """,
    "PE": "perú, peru, lima, soles, arequipa, yape, cusco, trujillo",
    "CL": "chile*, santiago de chile, valparaíso, clp, po weón, cachai, concepción, viña",
    "EC": "ecuador, quito, guayaquil, ambato, cuenca, ñañ*",
    "BO": "bolivia*, la paz, cochabamba, bolivianos",
    "PY": "paraguay*, asunción, guaraníes",
    "UY": "uruguay*, montevideo, rocha, punta del este",
    "NI": "nicaragua*, managua, córdobas",
    "CU": "cuba, cubano, cubana, habana, cup",
    "JM": "jamaica*, kingston",
    "TT": "trinidad, tobago, port of spain",
    "HT": "haiti*, ayiti, haïti, pòtoprens, port-au-prince, goud",
    "CR": "costa rica, tico, ticos, colones, monteverde, pura vida, alajuela",
    "PA": "panamá, panama, balboas",
    "GT": "guatemala*, quetzales, chapín",
    "HN": "honduras, tegucigalpa, lempiras",
    "SV": "el san salvador",
    "DO": "dominican*, santo domingo, tíguere, tiguere, dime a ver",
    "PR": "puerto rico, boricua",
    "VE": "venezuela*, caracas, maracaibo, bolívares, cestaticket, chamo, seniat, bono vacacional",
    "IT": """
        italy, italian*, rome, roma, milan*, milano, napoli, torino, italia, venezia, bologna,
        firenze, genova, veneto, sicilia, sardegna
    """,
    "GR": "greece, greek, athens, thessaloniki, αθήνα, ελλάδα, θεσσαλονίκη, crete",
    "CY": "cyprus, nicosia, limassol, κύπρος",
    "RO": """
        romania*, bucharest, bucurești, bucuresti, cluj, iași, timișoara, brașov,
        românia, constanța, sibiu
    """,
    "MD": "moldova, chișinău, chisinau, кишин*",
    "TR": "turkey, türkiye, turkish, istanbul, ankara, izmir, lira, ₺, bursa, antalya, adana",
    "SE": "sweden, swedish, stockholm, göteborg, sek, malmö, uppsala, sverige",
    "NO": "norway, norwegian, oslo, bergen, nok, trondheim, norge, stavanger",
    "DK": "denmark, danish, copenhagen, dkk, københavn, aarhus, odense, danmark",
    "FI": "finland, finnish, helsinki, suomi, tampere, espoo, turku, oulu",
    "IS": "iceland*, ísland*, reykjav*, akureyri, kópavog*",
    "EE": "estonia*, tallinn, eesti",
    "LV": "latvia*, latvija, rīga",
    "LT": "lithuania*, vilnius, kaunas, lietuva",
    "CZ": "czech*, prague, praha, praze, brno, brně, kč, czk, ostrava, plzeň",
    "SK": "slovak*, slovensk*, bratislav*, košic*, žilin*, nitra, prešov*, trnav*",
    "HU": "hungar*, budapest, forint, magyar*, debrecen, huf",
    "HR": "croatia*, zagreb*, hrvatsk*, rijeka, rijeci, zadar, osijek, dubrovnik",
    "RS": "serbia*, belgrade, beograd, srbij*, novi sad, београд*, динара, rsd",
    "BA": "bosnia*, bosni, sarajev*, mostar, tuzla, banja luka, banjaluka, zenica",
    "MK": "macedonia*, makedonij*, македониј*, скопје, скопје, skopje, битола, охрид, денари",
    "ME": "montenegro, crna gora, crnoj gori, podgorica, podgorici, nikšić, kotor, budva",
    "XK": "kosovo, kosovë, prishtin*, priština, prizren",
    "SI": "slovenia*, ljubljana",
    "BG": "bulgaria*, sofia, лв, софия, пловдив, варна, българ*",
    "AL": "albania*, tiran*, shqipëri*, durrës, vlorë, shkodër, lek",
    "MT": "malta, maltese, valletta, sliema, gozo",
    "ID": """
        indonesia*, jakarta, bandung, surabaya, jogja, yogyakarta, rupiah, idr, bali, medan,
        semarang, malang, makassar, bekasi
    """,
    "MY": """
        malaysia*, kuala lumpur, penang, johor, myr, ringgit, selangor, melaka, ipoh, sabah,
        sarawak
    """,
    "SG": "singapore*, sgd, 新加坡, tampines, joo chiat, toa payoh, jurong, bedok",
    "TH": "thai*, bangkok, chiang mai, baht, ฿, phuket, กรุงเทพ, kha, krub, khrap, เชียงใหม่",
    "VN": """
        zalo, vietnam*, viet nam, hanoi, hà nội,
        saigon, sài gòn, ho chi minh, vnd, đà nẵng, da nang
    """,
    "KH": "cambodia*, phnom penh, khmer, siem reap, ភ្នំពេញ",
    "LA": "laos, vientiane, ວຽງຈັນ, luang prabang",
    "MM": "myanmar, yangon, burmese, mandalay, ရန်ကုန်",
    "MN": "mongolia*, ulaanbaatar, улаанбаатар, төгрөг",
    "MV": "maldives, malé atoll, rufiyaa",
    "BT": "bhutan*, thimphu, ngultrum",
    "CN": "china, chinese, beijing, shanghai, shenzhen, guangzhou, rmb, yuan, 北京, 上海, 深圳",
    "HK": "hong kong, 香港, hkd, kowloon",
    "TW": """
        taiwan*, taipei, 台灣, 臺灣, 台北, 臺北, 台中, 臺中, 台南, 臺南, 高雄, 台語, 國語, 桃園
    """,
    "JP": "japan*, tokyo, osaka, yen, kyoto, nagoya, sapporo, fukuoka, 東京, 大阪, 日本, 名古屋",
    "KR": "korea*, seoul, krw, busan, incheon, daegu, 서울, 부산, 한국*, 인천, 대구, 대전, 광주",
    "IL": "israel*, tel aviv, haifa, jerusalem, nis, ₪, תל אביב, ירושלים, חיפה",
    "LK": """
        sri lanka*, colombo, lkr, jaffna, negombo, kandy, galle, sinhala,
        kurunegala, matara
    """,
    "NP": "nepal*, kathmandu, npr, pokhara, काठमाडौं, काठमाण्डौ, पोखरा, नेपाल*, ललितपुर",
}
