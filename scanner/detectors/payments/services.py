"""Words around accounts: wallets, banks and cards, in the names that people use for them."""

from __future__ import annotations

import re
from typing import Literal

from scanner.detectors.words import Word, Words, listed, split

# What kind of account a word announces.
# email: paid to an email address · name: to a tag or alias · bank: to an account or card number
# pix: to any of Brazil's keys · cashtag: to a $name · crypto: to a wallet's address
AccountKind = Literal["email", "name", "bank", "pix", "cashtag", "crypto"]

CUES: dict[AccountKind, str] = {
    "email": """
        paypal*, pay pal, paypa, pp, zelle, zell, skrill, payoneer, neteller, interac, e-transfer,
        e transfer, autodeposit,
        etransfer, wise, revolut, transferwise, пейпал*, пэйпал*, payeer, بايبال, باي بال,
        ペイパル, 페이팔, पेपैल, পেপ্যাল, пайонир*, payhere, moncash, paysera, volet, advcash,
        perfect money, airtm, wallapay, paysend, worldremit, remitly, بيبال, پے پال, пайпал*,
        payid, pay id, alipay, zhifubao, 支付宝, 支付寶, wero, lydia, zinli, wally, mercado pago,
        mercadopago, astropay, paxum
    """,
    "name": """
        venmo, wise, revolut, revtag, wisetag, maya, mercado pago, mercadopago, alias, cvu,
        strike, bunq, lydia, tikkie, paymaya, payid, beem, cash app, cashapp, monzo, chime,
        revtag*, getcoins, payconiq, chipper cash, chippercash, wisetag*, револют*, picpay
    """,
    "bank": """
        iban, kartaga, kartamga, kartam, account, account no, account number, acct, acc no, acc,
        a/c, ac no, routing,
        sort code, swift, bic, ifsc, clabe, cbu, nib, bsb, iban*, konto, kontonummer, kto,
        rekening, rek, norek, no rek, no. rek, rekeningnummer, compte, rib, cuenta, conta,
        conto, rachunek, nr konta, numer konta, cont, счет, счёт, счета, р/с, карта, карту,
        карты, картой, картку, карта моно, рахунок, реквізити, реквизиты, hesap, kart, stk,
        số tài khoản, tài khoản, ngân hàng, खाता, अकाउंट, account me, হিসাব, حساب, الحساب,
        حسابي, اکاؤنٹ, 계좌, 계좌번호, 口座, 口座番号, 普通, 当座, 账户, 账号, 帳號, 帳戶, 银行卡,
        銀行, 卡号, 卡號, บัญชี, เลขบัญชี, p2p, card no, card number, to card, my card, neft,
        imps, rtgs, bca, bri, bni, mandiri, bsi, cimb, jago, vietcombank, techcombank, mbbank,
        vcb, bidv, agribank, acb, сбер*, тинькофф*, т-банк*, альфа*, втб, моно*, монобанк*,
        приват*, mono, privat24, kaspi, каспи, uzcard, humo, hdfc, icici, sbi, axis, meezan,
        hbl, ubl, alfalah, dutch-bangla, dbbl, gtbank, zenith, access bank, uba, kcb, equity,
        bpi, bdo, unionbank, landbank, starling, monzo, barclays, lloyds, hsbc, natwest,
        카카오뱅크, 카뱅, 국민은행, 국민, 신한, 신한은행, 우리은행, 하나은행, 농협, 기업은행,
        토스뱅크, 토뱅, 새마을금고, 우체국, 工商银行, 建设银行, 招商银行, 农业银行, 中国银行,
        ゆうちょ, 支店, กสิกร, ไทยพาณิชย์, กรุงไทย, חשבון, מספר חשבון, کارت, شماره کارت, شبا,
        till no, till number, till num, mpesa till, goods till, my till, till is, paybill,
        buy goods, faster payments, faster payment, bacs,
        chaps, bank giro, bankgiro, plusgiro, postgiro, kontonr, konto nr, kontonumret, clearing,
        clearingnummer, reg nr, reg.nr, tilinumero, tilille, účet, účtu, na účet, číslo účtu,
        számlaszám, számla, bankszámla, contul, λογαριασμός, λογαριασμό, λογαριασμού, сметка,
        сметката, račun, žiro račun, tekući, akaun, no akaun, akaunti, akaunti no, เลขที่บัญชี,
        ธนาคาร, scb, kbank, ktb, شماره حساب, فالحساب, حسابك, حساب بنكي, ሂሳብ
    """,
    "pix": "pix, chave, chave pix, chave aleatória",
    "cashtag": "cashapp, cash app, cash-app, cash tag, cashtag, $cashtag, cash-thing, cash thing",
    "crypto": """
        wallet*, address, btc, bitcoin*, eth, ethereum, erc20, erc-20, trc20, trc-20, usdt,
        usdc, tether, sol, solana, phantom, crypto*, ltc, litecoin, doge, trx, tron, bnb,
        bep20, кошел*, крипт*, биткоин*, эфир, адрес, адресу, гаман*, тезер*, юсдт, cüzdan,
        billetera, carteira, portefeuille, portafoglio, portfel, 钱包, 錢包, 地址, ◎, tip jar,
        mainnet, polygon, metamask, محفظة, ví, वॉलेट, ウォレット, 지갑, กระเป๋า, dompet,
        trust wallet, ledger, xmr, monero, xrp, ton, ada, تتر, تتری, ترون, ولت, کیف پول, بیت کوین,
        بیتکوین, بيتكوين, تيثر, عنوان المحفظة, محفظتي, 泰达币, 比特币, 以太坊, 收款地址,
        ビットコイン, 비트코인, บิทคอยน์, กระเป๋าเงิน, πορτοφόλι, ארנק, plånbok, lommebok, peněženka*,
        portofel*, портфейл*, novčanik*, tárca, lompakko, pochi, बिटकॉइन, বিটকয়েন, ওয়ালেট,
        یو ایس ڈی ٹی
    """,
}
# Banks that are named without a word for accounts, before a number or after it.
BANKS = """
    gtb, gtbank, first bank, fidelity bank, sterling bank, wema, ecobank, stanbic, absa, fnb,
    capitec, be ce a, be-ce-a, bé cé a, be er i, be-er-i, be en i, be-en-i,
    nedbank, standard bank, kcb, equity bank, co-op bank, techcombank, vietcombank, vietinbank,
    mbbank,
    mb bank, bidv, agribank, sacombank, vpbank, tpbank, bpi, bdo, unionbank, landbank, metrobank,
    rcbc, security bank, maybank, cimb, bca, bni, mandiri, bsi, hdfc, icici, kotak, meezan, hbl,
    ubl,
    alfalah, mcb, dutch-bangla, dbbl, brac bank, ডাচ-বাংলা, ডাচ বাংলা, ইসলামী ব্যাংক,
    ব্র্যাক ব্যাংক,
    সোনালী ব্যাংক, জনতা ব্যাংক, সিটি ব্যাংক, পূবালী ব্যাংক, अकाउंट नंबर, एसबीआई, एचडीएफसी, पीएनबी,
    میزان,
    حبیب بینک, ゆうちょ銀行, 三菱ufj, 三井住友, みずほ銀行, 楽天銀行, paypay銀行,
    建行, 工行, 农行, 招行,
    邮储, 玉山, 국민은행, 신한은행, 우리은행, 하나은행,
    농협은행, 카카오뱅크, 케이뱅크,
    ไทยพาณิชย์, กสิกรไทย, กรุงเทพ, banco nación, galicia, bancolombia, bbva, santander, banorte,
    itaú, bradesco, nubank, interbank, bcp, приватбанк*, сбербанк*, тинькофф*, ziraat, garanti,
    akbank, swedbank, nordea, handelsbanken, danske bank, länsförsäkringar, sparbanken, dnb,
    sparebank, sparebanken, jyske bank, osuuspankki, op pankki, پاسارگاد, بانک ملی, بانک ملت,
    بانک صادرات, بانک سامان, بانک پارسیان, بلوبانک, بلو بانک, πειραιώς, eurobank, εθνική τράπεζα,
    banca transilvania, bancpost, raiffeisen, otp, česká spořitelna, fio banka, mbank, pko,
    kasikorn, bangkok bank, krungthai, maybank2u, cimb bank, bank islam,
    zenith, zenith bank, zenithbank, uba, gt bank, access bank, polaris bank, union bank, fcmb,
    keystone bank, providus, wema bank, stanbic ibtc, jaiz, moniepoint, opay, palmpay,
    kuda, kuda bank, gcb, calbank, kcb bank, ncba, dtb, crdb, nmb
"""
CUES["bank"] += "," + BANKS
BANK_NAMES = Words.of(BANKS)
CUES_OF: dict[AccountKind, Words] = {kind: Words.of(words) for kind, words in CUES.items()}

# Whose accounts one logs in to, and keeps no money on: "AWS account 123456789012".
_LOGINS = Words.of(
    """
    aws, amazon, azure, gcp, google, google ads, ads, ad, adwords, meta, facebook, fb, instagram,
    tiktok, twitter, linkedin, snapchat, pinterest, bing, stripe, shopify, github, gitlab, twilio,
    developer, dev, admin, test, tester, demo, dummy, fake, sandbox,
    analytics, hubspot, mailchimp, salesforce, zendesk, telegram, discord, steam, game, gaming,
    apple, icloud, microsoft, login, support, cloudflare, digitalocean, klaviyo,
    de prueba, de teste, de test, 测试, 測試, テスト, 테스트, тестов*,
    игров*, клиентск*, рекламн*, testowe
    """
)
_LOGIN_AFTER = re.compile(
    r"[\s-](?:ids?|manager|executive|settings|page|login|password|de prueba|de teste|de test|"
    r"d[oae] (?:jogo|google|meta|facebook|free|instagram))\b"
)


def is_of_service(low: str, word: Word) -> bool:
    """Whether the word for an account names one to log in to rather than one to be paid on."""
    if _LOGIN_AFTER.match(low, word.end):
        return True
    owner = _LOGINS.last(low, word.start - 20, word.start)
    return owner is not None and not low[owner.end : word.start].strip(" -'’s")


# Wallets that are known by a telephone number, by the countries whose numbers they take;
# none where a wallet has numbers of its own, or is used in many countries.
_WALLETS: dict[str, str] = {
    "KE TZ MZ GH EG LS CD": "mpesa, m-pesa, m pesa, mpesa*, эмпеса, pesa",
    "GH UG RW CM CI BJ ZM GN LR CG SZ VN": """
        momo, mobile money, momopay, mtn momo, ví momo, vi momo, mo mo, by mtn, via mtn,
        mtn money, mtn cash
    """,
    "KE UG TZ RW ZM MW GH NE TD CD": "airtel money",
    "TZ GH": "tigo pesa, tigopesa, mixx",
    "CI SN ML CM BF GN MG CD EG JO": "orange money",
    "SN CI ML BF GM UG": "wave",
    "PH": "gcash, g cash, g-cash, maya, paymaya, coins.ph, palawan, palawanpay, shopeepay",
    "BD": """
        bkash, b-kash, b kash, nagad, nogod, rocket, upay, бикаш, বিকাশ*, বিকাশে, নগদ*, রকেট*,
        উপায়, bikash
    """,
    "PK": """
        easypaisa, easy paisa, jazzcash, jazz cash, sadapay, nayapay, ایزی پیسہ, جاز کیش,
        ایزی پیسا, جیز کیش, نیا پے, سادہ پے
    """,
    "IN": """
        paytm, phonepe, phone pe, phonpe, gpay, g pay, google pay, bhim, upi, फोनपे, फ़ोनपे,
        पेटीएम, गूगल पे, जीपे, यूपीआई, फोन पे, फ़ोन पे, गूगलपे, ফোনপে, জিপে
    """,
    "NP": "esewa*, e-sewa*, e sewa, khalti*, ईसेवा*, इसेवा*, ई-सेवा*, ई सेवा*, खल्ती*, खल्टी*, ime pay",
    "LK": "ez cash, ezcash, frimi, mcash",
    "CO": "nequi, daviplata, bre-b",
    "PE": "yape*, yapé*, plin, plinea*, plinéa*",
    "ES": "bizum*, bízum*",
    "PT": "mb way, mbway, mb-way",
    "PL": "blik*",
    "CH": "twint*",
    "SE": "swish*",
    "NO": "vipps*",
    "DK FI": "mobilepay*, mobile pay",
    "NG": "opay, o-pay, palmpay, palm pay, kuda, moniepoint",
    "EG GH": "vodafone cash, vodafonecash, فودافون كاش, انستا باي, instapay, fawry, etisalat cash",
    "IQ": "زين كاش, zain cash, zaincash",
    "JO": "cliq, كليك",
    "SA": "stc pay, stcpay, urpay, اس تي سي باي",
    "ID": "dana, ovo, gopay, go-pay, linkaja, link aja",
    "CN": "alipay, zhifubao, 支付宝, 支付寶, wechat pay, 微信支付, 微信转账",
    "HK": "轉數快, 转数快, 轉数快, payme hk, fps id, fps to",
    "TN": "d17, دي 17, دي ١٧, دي17, دي١٧, flouci, sobflous",
    "DZ": "baridimob, بريدي موب, بريديموب",
    "UA": "монобанк за номером, на моно за номером",
    "TW": "街口, jkopay, line pay",
    "JP": "paypay",
    "KR": "토스, 카카오페이, kakaopay, toss",
    "TH": "พร้อมเพย์, promptpay, prompt pay, truemoney, true money, ทรูมันนี่",
    "SG": "paynow, pay now",
    "MY": "duitnow, duit now, touch n go, tng, boost",
    "VN": "zalopay, zalo pay, viettelpay, viettel money, vnpay, shopeepay",
    "CR": "sinpe, sinpe movil, sinpe móvil",
    "VE": "pago movil, pago móvil, pagomovil, pagomóvil",
    "BO PY SV HN GT": "tigo money",
    "US": "zelle*, zell, zele, zellle, venmo, cash app, cashapp",
    "AU": "payid, pay id, osko",
    "CA": "interac, e-transfer, etransfer",
    "ZW": "ecocash, eco cash, innbucks",
    "RU": "сбп, sbp, сбером, сбер*, тинькофф*, т-банк*, тинькоф*, по номеру телефона",
    "FR": "lydia, paylib, wero, sumeria",
    "IT": "satispay",
    "BE": "payconiq",
    "IR": "همراه کارت",
    "ET": "telebirr, tele birr, cbe birr, ቴሌብር",
    "BR": "pix, chave, chave pix, picpay",
    "": """
        papara*, mor kart, mor karta, mor kartlı*, mor kartım*, para para diye, ininal,
        юмани, yoomoney, юмоней, qiwi, киви, airtm, transfermóvil, tpaga, webmoney,
        binance pay id, binance payid, bybit pay id, okx pay id,
    """,
    "KZ": "kaspi*, каспи*",
    "MM": "kbzpay, kbz pay, wavepay, wave pay, wave money, wavemoney, aya pay, ayapay, cb pay",
    "SO": "evc plus, evcplus, zaad, sahal, e-dahab, edahab",
    "MG": "mvola, m-vola",
    "MW": "mpamba, tnm mpamba",
    "MZ": "e-mola, emola, mkesh, m-kesh",
    "AO": "multicaixa express, unitel money, afrimoney",
    "TG BJ CI": "flooz, t-money, tmoney, moov money",
    "LB": "whish money, omt pay",
    "SY": "syriatel cash, sham cash, شام كاش, سيريتل كاش",
    "SD": "bankak, bankk, بنكك",
    "YE": "floosak, فلوسك, جوالي كاش",
    "KG": "o!деньги, о деньги, элсом, elsom, balance.kg",
    "TR": "kolay adres",
    "SI": "flik pay",
    "HR": "keks pay, kekspay, aircash",
    "GR": "iris pay, iris payment*, iris πληρωμ*",
    "PA": "yappy",
    "EC": "deuna",
    "ZA": "payshap, fnb ewallet, cash send, cashsend",
    "NA": "pay2cell, bluewallet, blue wallet",
    "IL": "ביט, בביט, לביט, פייבוקס, בפייבוקס, paybox, bit app",
}
# Of which the name is a word of talk as well: a number of no telephone there is no account.
IN_TALK = frozenset(
    split(
        "pesa, wave, rocket, boost, toss, maya, dana, ovo, swish, lydia, cliq, upay, momo, flooz,"
        " sahal, zaad, bluewallet, blue wallet, wave money, yappy, deuna, aircash, emola"
    )
)
WALLETS = Words((word, region) for region, words in _WALLETS.items() for word in split(words))

# Services that know their customers by an id or a name, which a word for it announces.
_BY_ID = """
    binance, binance pay, bybit, okx, kucoin, huobi, mexc, bitget, gate.io, coinbase, payoneer,
    paypay, papara, airtm, skrill, neteller, wise, revolut, venmo, cash app, cashapp, alipay,
    line pay, webmoney, wmid, payeer, perfect money, nayapay, zinli, wally, ugly cash, lemon,
    belo, prex, mercado pago, mercadopago, uala, ualá, monzo, chime, strike, lydia, esewa, khalti,
    бинанс*, байбит, 币安, バイナンス, باينانس, بايننس, بینانس, ペイペイ, ko-fi, kofi, boosty
"""
ID_SERVICES = Words.of(_BY_ID)
# Where money finds people by a name as well, in whatever words.
NAME_SERVICES = Words.of(
    f"{CUES['name'].strip()}, {_BY_ID.strip()}, paypal*, satispay, bizum, blik, zelle,"
    " swish, vipps, mobilepay, twint, gcash, wechat pay, tinkoff, тинькофф, truemoney, gopay"
)

# What follows "@" in addresses of UPI, India's payment network, and in Egypt's InstaPay.
UPI_HANDLES = frozenset(
    listed(
        """
        okhdfcbank okicici oksbi okaxis okbizaxis ybl ibl axl yapl paytm ptyes ptaxis pthdfc
        ptsbi apl upi fbl hdfcbank icici sbi axisbank kotak yesbank airtel jio freecharge
        ikwik naviaxis superyes waicici wahdfcbank wasbi waaxis idfcbank idfcfirst indus
        federal barodampay pnb cnrb unionbank rbl dbs citi hsbc kbl aubank postbank
        jupiteraxis slice goaxb tapicici amazonpay pingpay mbk timecosmos pz axb centralbank
        cboi cmsidfc dcb dlb equitas ezeepay finobank hdfcbankjd idbi imobile indianbank iob
        jkb jsb kvb lvb mahb myicici nsdl obc okicicibank payzapp pockets rajgovhdfcbank
        razorpay rmhdfcbank s2b sc scb sib srcb synd tjsb trans uboi uco united utbi vijb
        yesbankltd yespay zoicici instapay pthdfcbank rapl yescred axisb kotak811 kmbl icicipay
        hdfcbankpay sbipay boi ubi bandhan freoicici shriramhdfcbank yespop fam famapp fampay
        """
    )
)
# Of these, what is also said "at" in ordinary talk, or is a host of its own.
UPI_IN_TALK = frozenset(
    listed(
        """
        slice sc trans united federal indus fam jio airtel citi dbs hsbc apl pz obc boi ubi mbk
        """
    )
)
