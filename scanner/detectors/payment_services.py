"""Words around accounts: wallets, banks and cards, in the names that people use for them."""

from __future__ import annotations

from typing import Literal

from scanner.detectors.words import Words, listed

# What kind of account a word announces.
# email: paid to an email address · name: to a tag or alias · number: to a phone or wallet number
# bank: to an account or card number · pix: to any of Brazil's keys · cashtag: to a $name
AccountKind = Literal["email", "name", "number", "bank", "pix", "cashtag", "crypto"]

_CUES: dict[AccountKind, str] = {
    "email": """
        paypal*, pay pal, paypa, pp, zelle, skrill, payoneer, neteller, interac, e-transfer,
        etransfer, wise, revolut, transferwise, пейпал*, пэйпал*, payeer, بايبال, باي بال,
        ペイパル, 페이팔, पेपैल, пайонир*, payhere, moncash
    """,
    "name": """
        venmo, wise, revolut, revtag, wisetag, maya, mercado pago, mercadopago, alias, cvu,
        strike, bunq, lydia, tikkie, paymaya, payid, beem, cash app, cashapp, monzo, chime,
        getcoins, payconiq
    """,
    "number": """
        mpesa, m-pesa, m pesa, momo, mobile money, momopay, gcash, g cash, bkash, b-kash,
        nagad, rocket, upay, easypaisa, easy paisa, jazzcash, jazz cash, sadapay, nayapay,
        paytm, phonepe, phone pe, gpay, g pay, google pay, bhim, upi, nequi, daviplata,
        bizum, mb way, mbway, blik*, twint*, swish, vipps, mobilepay, papara, opay, palmpay,
        kuda, moniepoint, vodafone cash, vodafonecash, orange money, wave, mtn momo,
        airtel money, stc pay, stcpay, dana, ovo, gopay, shopeepay, linkaja, alipay,
        zhifubao, yape, plin, tigo money, sinpe, pago movil, pago móvil, pagomovil, zelle,
        payid, paynow, promptpay, duitnow, truemoney, zalopay, viettelpay, wechat pay, lydia,
        satispay, transfermóvil, instapay, fawry, ecocash, сбп, sbp, юмани, yoomoney, qiwi,
        киви, бикаш, বিকাশ, নগদ, রকেট, ফোনপে, फोनपे, फ़ोनपे, पेटीएम, गूगल पे, जीपे, यूपीआई,
        ایزی پیسہ, جاز کیش, فودافون كاش, انستا باي, زين كاش, 支付宝, 支付寶, 街口, พร้อมเพย์,
        토스, 카카오페이, airtm, сбером, maya
    """,
    "bank": """
        iban, account, account no, account number, acct, acc no, a/c, ac no, routing,
        sort code, swift, bic, ifsc, clabe, cbu, nib, bsb, iban*, konto, kontonummer, kto,
        rekening, rek, norek, no rek, no. rek, rekeningnummer, compte, rib, cuenta, conta,
        conto, rachunek, nr konta, numer konta, cont, счет, счёт, счета, р/с, карта, карту,
        карты, картой, картку, карта моно, рахунок, реквізити, реквизиты, hesap, kart, stk,
        số tài khoản, tài khoản, ngân hàng, खाता, अकाउंट, account me, হিসাব, حساب, الحساب,
        حسابي, اکاؤنٹ, 계좌, 계좌번호, 口座, 口座番号, 账户, 账号, 帳號, 银行卡, 銀行, 卡号,
        บัญชี, เลขบัญชี, p2p, card no, card number, to card, my card, neft, imps, rtgs, bca,
        bri, bni, mandiri, bsi, cimb, jago, vietcombank, techcombank, mbbank, vcb, bidv,
        agribank, acb, сбер*, тинькофф*, т-банк*, альфа*, втб, моно*, монобанк*, приват*,
        mono, privat24, kaspi, uzcard, humo, hdfc, icici, sbi, axis, meezan, hbl, ubl,
        alfalah, dutch-bangla, dbbl, gtbank, zenith, access bank, uba, kcb, equity, bpi, bdo,
        unionbank, landbank, 카카오뱅크, 국민은행, 국민, 신한, 신한은행, 우리은행, 하나은행,
        농협, 기업은행, 토스뱅크, 工商银行, 建设银行, 招商银行, 农业银行, 中国银行
    """,
    "pix": "pix, chave, chave pix, chave aleatória",
    "cashtag": "cashapp, cash app, cash-app, cash tag, cashtag, $cashtag",
    "crypto": """
        wallet*, address, btc, bitcoin*, eth, ethereum, erc20, erc-20, trc20, trc-20, usdt,
        usdc, tether, sol, solana, phantom, crypto*, ltc, litecoin, doge, trx, tron, bnb,
        bep20, кошел*, крипт*, биткоин*, эфир, адрес, cüzdan, billetera, carteira, 钱包,
        地址, ◎, tip jar, mainnet, polygon, metamask, محفظة, ví
    """,
}
CUES_OF: dict[AccountKind, Words] = {kind: Words.of(words) for kind, words in _CUES.items()}

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
        yesbankltd yespay zoicici instapay
        """
    )
)
