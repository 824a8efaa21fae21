"""How numbers are said in languages that few of our messages are written in; as in ``words``."""

from __future__ import annotations

from scanner.views.numbers.words import Spelling

_GEORGIAN = "ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი"
_GEORGIAN += " თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი"
# Counted in scores: ninety-eight is "four scores and eighteen".
_SCORES = {20: "ოც", 40: "ორმოც", 60: "სამოც", 80: "ოთხმოც"}

RARER_SPELLINGS = {
    "ka": Spelling(
        units="ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა",
        teens=" ".join(_GEORGIAN.split()[9:]),
        hundreds="ასი/ას ორასი/ორას სამასი/სამას ოთხასი/ოთხას ხუთასი/ხუთას ექვსასი/ექვსას"
        " შვიდასი/შვიდას რვაასი/რვაას ცხრაასი/ცხრაას",
        others=" ".join(
            f"{score + below}={name}და{word}" if below else f"{score}={name}ი"
            for score, name in _SCORES.items()
            for below, word in enumerate(("", *_GEORGIAN.split()))
        ),
    ),
    "mk": Spelling(
        units="нула еден/една/едно два/две три четири пет шест седум осум девет",
        teens="десет единаесет дванаесет тринаесет четиринаесет петнаесет шеснаесет седумнаесет"
        " осумнаесет деветнаесет",
        tens="дваесет триесет четириесет педесет шеесет седумдесет осумдесет деведесет",
        hundreds="сто двесте триста четиристотини петстотини шестотини седумстотини"
        " осумстотини деветстотини",
        joins=("{t} и {u}", "{t} {u}"),
    ),
    "be": Spelling(
        units="нуль/нулявы адзін/адна два/дзве тры чатыры пяць шэсць сем восем дзевяць",
        teens="дзесяць адзінаццаць дванаццаць трынаццаць чатырнаццаць пятнаццаць шаснаццаць"
        " семнаццаць васемнаццаць дзевятнаццаць",
        tens="дваццаць трыццаць сорак пяцьдзясят/пяцдзесят шэсцьдзясят/шэсцьдзесят семдзесят/семсят"
        " восемдзесят/васемдзесят дзевяноста",
        hundreds="сто дзвесце трыста чатырыста пяцьсот шэсцьсот семсот восемсот дзевяцьсот",
    ),
    "ky": Spelling(
        units="нөл/ноль бир эки үч төрт беш алты жети сегиз тогуз",
        teens="он он_бир он_эки он_үч он_төрт он_беш он_алты он_жети он_сегиз он_тогуз",
        tens="жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон",
        hundred="жүз",
    ),
    "is": Spelling(
        units="núll einn/ein/eitt tveir/tvær/tvö þrír/þrjár/þrjú fjórir/fjórar/fjögur fimm sex"
        " sjö átta níu",
        teens="tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján átján nítján",
        tens="tuttugu þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu",
        joins=("{t} og {u}", "{t} {u}"),
    ),
    "eu": Spelling(
        units="zero/huts bat bi/bik/biga hiru/hirur lau/laur bost/bortz sei zazpi zortzi bederatzi",
        teens="hamar hamaika hamabi hamahiru hamalau hamabost hamasei hamazazpi"
        " hemezortzi/hamazortzi hemeretzi",
        others="20=hogei 40=berrogei 60=hirurogei 80=laurogei",
    ),
    "ga": Spelling(
        units="náid/nialas aon dó trí ceathair cúig sé seacht ocht naoi",
        tens="fiche tríocha daichead caoga seasca seachtó ochtó nócha",
    ),
    "gl": Spelling(
        units="cero un/unha dous/dúas tres catro cinco seis sete oito nove",
        teens="dez once doce trece catorce quince dezaseis dezasete dezaoito dezanove",
        tens="vinte trinta corenta cincuenta sesenta setenta oitenta noventa",
        joins=("{t} e {u}", "{t} {u}"),
    ),
    "mn": Spelling(
        units="тэг нэг хоёр гурав/гурван дөрөв/дөрвөн тав/таван зургаа/зургаан долоо/долоон"
        " найм/найман ес/есөн",
        tens="хорь/хорин гуч/гучин дөч/дөчин тавь/тавин жар/жаран дал/далан ная/наян ер/ерэн",
        joins=("{t} {u}",),
    ),
    "tg": Spelling(
        units="сифр як ду се чор/чаҳор панҷ шаш ҳафт ҳашт нӯҳ",
        tens="бист сӣ чил панҷоҳ шаст ҳафтод ҳаштод навад",
        joins=("{t}у {u}", "{t}ю {u}", "{t} {u}"),
    ),
    "tk": Spelling(
        units="nol bir iki üç dört bäş alty ýedi sekiz dokuz",
        tens="ýigrimi otuz kyrk elli altmyş ýetmiş segsen togsan",
        hundred="ýüz",
    ),
    "mt": Spelling(
        units="żero/xejn wieħed/waħda tnejn tlieta erbgħa ħamsa sitta sebgħa tmienja disgħa",
        tens="għoxrin tletin erbgħin ħamsin sittin sebgħin tmenin disgħin",
        joins=("{u} u {t}",),
    ),
    "lb": Spelling(
        units="null eent/een zwee/zwou dräi véier fënnef sechs siwen aacht néng",
        tens="zwanzeg drësseg véierzeg fofzeg sechzeg siwwenzeg uechtzeg nonzeg",
        joins=("{u}an{t}", "{u}a{t}"),
    ),
}
