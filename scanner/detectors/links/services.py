"""Services that links lead to: which are ways to a person, to a meeting or to an account.

Only public facts about addresses stand here. A host stands for its subdomains as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from scanner.detectors.words import listed

LinkKind = Literal["channel", "profile", "form", "note", "meeting", "payment", "shortened"]


@dataclass(frozen=True, slots=True)
class Service:
    """A host, what its links are, and under which first path segments; empty is any.

    ``never`` are first segments that lead to no person: help pages, adverts, share buttons.
    """

    host: str
    kind: LinkKind
    under: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    handle_at: int = 0  # which path segment is the account's name; for profiles
    begins: bool = False  # the first segment only begins so, and may be the last
    alone: bool = False  # what follows the name is a work that is shown there
    is_path: bool = False  # ``under`` belongs to the host, and is nobody's without what follows it


_NOBODY = frozenset(
    listed(
        """
        about ads advertise api apps auth blog business careers company creators dev developer
        developers directory docs download events explore features hashtag help home i intent
        ideas jobs learning legal login marketplace p pages people photo photos pin plugins policies
        policy pricing privacy products reel reels search security settings share sharer shop signup
        stories support terms today tos tv watch web what
        """
    )
)


def _of(kind: LinkKind, hosts: str, *under: str) -> list[Service]:
    # "p" is a post on networks, and a person on the cards of others.
    never = _NOBODY if kind == "profile" else _NOBODY - {"p"}
    return [Service(host, kind, under, never) for host in hosts.split()]


def _shown(hosts: str, under: str = "") -> list[Service]:
    """Accounts by their name alone; "@" begins the name, any other word stands before it."""
    return [
        Service(
            host,
            "profile",
            (under,) if under else (),
            _NOBODY,
            handle_at=int(under.isalpha()),
            begins=under == "@",
            alone=True,
        )
        for host in hosts.split()
    ]


SERVICES: tuple[Service, ...] = (
    *_of(
        "channel",
        """wa.me api.whatsapp.com web.whatsapp.com/send whatsapp.com/channel whatsapp.com/catalog
        wa.link walink.co wati.io/link t.me telegram.me telegram.dog m.me line.me lin.ee signal.me
        ig.me msng.link
        viber.me vk.me zalo.me pf.kakao.com u.wechat.com threema.id matrix.to snapchat.com
        join.skype.com linktr.ee beacons.ai bio.link lnk.bio taplink.cc allmylinks.com
        campsite.bio solo.to hoo.be keybase.io steamcommunity.com/id
        steamcommunity.com/profiles
        s.team/p linkin.bio msha.ke lnk.to bento.me stan.store komi.io flow.page contactin.bio
        linkfly.to linkr.bio lynx.id lynk.id heylink.me pixie.st koji.to withkoji.com
        milkshake.app biolinky.co tap.bio many.link many.bio linkpop.com about.me hihello.me
        hihello.com popl.co blinq.me dot.cards v1ce.co ovou.me mtap.io linq.app tap.link
        znap.link sn.link sgnl.link signal.group signal.link simplex.chat kik.me icq.im
        icq.com/people ok.me max.ru imo.im s.imoim.net weixin.qq.com/r qm.qq.com jq.qq.com
        wpa.qq.com qun.qq.com work.weixin.qq.com line.naver.jp kakao.com/talk
        band.us zaloapp.com
        rubika.ir ble.ir bale.ai eitaa.com splus.ir gap.im igap.net viber.click
        chats.viber.com
        getchat.link m.vk.com tx.me tgclick.com fb.me/msg guilded.gg guilded.com revolt.chat
        rvlt.gg dsc.gg disboard.org/server teamspeak.com/invite mumble.com/join qrco.de qr.io
        me-qr.com qrfy.io qrfy.com qrcodes.pro qr1.be scnv.io l.ead.me wa.chat wa.page
        shor.by mssg.me whtsapp.link chatwith.io hy.page liinks.co
        carrd.link bio.site linkinbio.com carrd.co taplink.ws hotglue.me magic.ly
        bio.fm campsite.to shorby.com""",
    ),
    *_of(
        "channel",
        "zulipchat.com zulip.com mattermost.com cloud.mattermost.com",
        "join",
        "signup_user_complete",
    ),
    *_of("channel", "discord.com discordapp.com", "users", "invite", "channels"),
    *_of("channel", "discord.gg chat.whatsapp.com open.kakao.com"),
    *_of("channel", "invite.viber.com groups.google.com groups.io"),
    *_of("channel", "join.slack.com"),
    *_of(
        "channel",
        """telegram.im telega.one tlgg.ru discord.me discord.io invite.gg groupme.com/join_group
        messenger.com/t facebook.com/msg facebook.com/messages chat.zalo.me
        ngl.link tellonym.me
        app.wire.com account.wire.com kiwiirc.com web.libera.chat app.element.io
        liff.line.me talk.naver.com ask.fm curiouscat.live
        i.delta.chat keet.io/room wickr.com/invite chat.google.com
        call.whatsapp.com
       """,
    ),
    # Groups, and people who are known by a number rather than by a name.
    Service("facebook.com", "channel", ("groups", "profile.php")),
    Service("facebook.com", "channel", ("people",), handle_at=2),
    Service("linkedin.com", "profile", ("in", "pub"), handle_at=1),
    *_of("profile", "facebook.com fb.com fb.me instagram.com instagr.am twitter.com x.com"),
    *_shown("tiktok.com threads.net threads.com mastodon.social mas.to fosstodon.org", "@"),
    *_shown("bsky.app", "profile"),
    *_of("channel", "vk.com ok.ru weibo.com"),
    *_of(
        "form",
        """forms.gle typeform.com jotform.com tally.so forms.office.com surveymonkey.com
        forms.yandex.ru forms.yandex.com paperform.co fillout.com cognitoforms.com wufoo.com
        formstack.com wj.qq.com wjx.cn jinshuju.net naver.me form.run
        forms.zohopublic.com zfrmz.com getform.io formspree.io hsforms.com""",
    ),
    # Notes that anybody can leave anywhere: code and drafts as often as a number.
    *_of(
        "note",
        """pastebin.com rentry.co rentry.org justpaste.it privnote.com telegra.ph cryptpad.fr
        dontpad.com notes.io onetimesecret.com pad.riseup.net padlet.com
        controlc.com hackmd.io
        paste.ee dpaste.com ghostbin.com bin.disroot.org pad.disroot.org etherpad.org
        yopad.eu framapad.org board.net pastelink.net anotepad.com cl1p.net""",
    ),
    *_of(
        "form",
        "smartsheet.com/b app.smartsheet.com/b monday.com/forms forms.monday.com forms.clickup.com",
    ),
    *_of("form", "form.asana.com forms.app zoho.com/forms forms.zoho.com survey.zohopublic.com"),
    *_of(
        "form", "form.typeform.com form.jotform.com nocodb.com/form baserow.io/form notionforms.io"
    ),
    *_of("form", "ee.kobotoolbox.org enketo.ona.io framaforms.org webropolsurveys.com youform.com"),
    # Of a base only what is shared and what is a form begins so: "airtable.com/shrQ81x".
    Service("airtable.com", "form", ("shr", "app", "invite"), begins=True),
    Service("docs.google.com", "form", ("forms", "document", "spreadsheets")),
    *_of(
        "meeting",
        """meet.google.com meet.jit.si jit.si calendly.com cal.com whereby.com
        tidycal.com savvycal.com doodle.com youcanbook.me acuityscheduling.com koalendar.com
        zcal.co meetings.hubspot.com gotomeet.me meet.goto.com bluejeans.com
        webex.com calendar.app.google zeeg.me setmore.com simplybook.me picktime.com
        gather.town teams.live.com facetime.apple.com telemost.yandex.ru telemost.360.yandex.ru
        as.me ringcentral.com meet.zoho.com meeting.zoho.com meet.zoho.eu
        zoho.com/meeting bookings.zoho.com zbooking.us zohobookings.com join.me 8x8.vc daily.co
        vc.feishu.cn meetings.feishu.cn meetings.larksuite.com vc.larksuite.com
        meeting.tencent.com voovmeeting.com meeting.dingtalk.com whereby.com
        around.co butter.us app.butter.us livestorm.co demio.com bigmarker.com streamyard.com
        jitsi.net meet.jitsi.org brave.com/talk talk.brave.com meet.wire.com
        freeconferencecall.com join.freeconferencecall.com uberconference.com dialpad.com
        meetings.dialpad.com gotomeeting.com global.gotomeeting.com meetings.ringcentral.com
        chime.aws vsee.com starleaf.com pexip.me bluejeans.com
        sberjazz.ru jazz.sber.ru salutejazz.ru dion.vc trueconf.com ktalk.ru mts-link.ru
        pruffme.com myownconference.com
        skyroom.online alocom.co eseminar.tv riverside.fm remo.co
        usemotion.com reclaim.ai chilipiper.com oncehub.com meetme.so
        calendso.com appointlet.com appoint.ly vcita.com book.squareup.com squareup.com/appointments
        bookwhen.com harmonizely.com vyte.in meetfox.com sprintful.com trafft.com simplymeet.me
        calendarhero.com 10to8.com timify.com terminland.de appointy.com bookafy.com
        timetap.com genbook.com lemcal.com hubspot.com/meetings
        calendar.notion.so fantastical.app book.ms bookings.cloud.microsoft
        freebusy.io when2meet.com rallly.co lettucemeet.com xoyondo.com
        pencil.li superpeer.com topmate.io clarity.fm cozycal.com
        yclients.com dikidi.net dikidi.ru timerex.net spirinc.com jicoo.com eeasy.work
        booking.naver.com whattime.co.kr""",
    ),
    *_of(
        "meeting",
        """vdo.ninja talky.io framatalk.org kmeet.infomaniak.com senfcall.de palava.tv
        fairmeeting.net meet.element.io call.element.io p2p.mirotalk.com
        huddle01.com ovice.com tuple.app drovio.com sessions.us
        kumospace.com spatial.chat tandem.chat wonder.me airmeet.com clickmeeting.com
        proficonf.com livewebinar.com calls.mail.ru zencal.io neetocal.com cal.link
        calendbook.com
        book.vimcal.com lu.ma luma.com partiful.com booksy.com fresha.com
        planity.com reservio.com
        supersaas.com schedulista.com bookeo.com go.teamviewer.com
        get.teamviewer.com sked.link
        meetergo.com cituro.com
        meet.proton.me calendar.proton.me visio.numerique.gouv.fr webconf.numerique.gouv.fr
        agendapro.com yclients.com
        eyeson.team bokadirekt.se ezsalon.ro""",
    ),
    Service("zoom.us", "meeting", ("j", "my", "s", "w", "wc", "launch", "meeting")),
    Service("zoom.com", "meeting", ("j", "my", "s", "w", "wc", "launch")),
    Service("zoom.com.cn", "meeting", ("j", "my", "s")),
    Service("teams.microsoft.com", "meeting", ("l", "meet")),
    Service("calendar.google.com", "meeting", ("calendar",)),
    Service("outlook.office365.com", "meeting", ("owa", "book")),
    Service("outlook.office.com", "meeting", ("bookwithme", "book")),
    *_of(
        "payment",
        """paypal.me venmo.com cash.app cash.me buymeacoffee.com ko-fi.com revolut.me monzo.me
        buy.stripe.com send.monobank.ua tinkoff.ru/cf tbank.ru/cf yoomoney.ru/to qiwi.com/n
        donatello.to donationalerts.com boosty.to mpago.la mpago.li razorpay.me rzp.io/l
        picpay.me link.mercadopago.com.br payhip.com/b strike.me tikkie.me qr.kakaopay.com
        link.kakaopay.com toss.me toss.im/transfer qr.alipay.com wxp.qq.com payme.hsbc
        link.mercadopago.com link.mercadopago.com.ar link.mercadopago.com.mx donate.stripe.com
        checkout.stripe.com square.link checkout.square.site wise.com/share pay.wise.com
        payoneer.com/pay link.payoneer.com rapidtransfer.com pay.skrill.com neteller.com/pay
        paysera.com/pay bunq.me pots.lydia.me leetchi.com lepotcommun.fr satispay.com
        mobilepay.dk qr.mobilepay.dk swish.nu liberapay.com opencollective.com/donate
        streamlabs.com/tip tipeee.com gofundme.com fundrazr.com buy.paddle.com paystack.com/pay
        flutterwave.com/pay pesapal.com/pay chipper.cash selar.co ipn.eg stcpay.com.sa/pay
        payhere.lk/pay khalti.com/pay nayapay.com/pay commerce.coinbase.com pay.coinbase.com
        pay.binance.com app.binance.com/qr app.binance.com/uni-qr nowpayments.io/payment
        cryptomus.com/pay plisio.net/pay coingate.com/pay zbd.gg getalby.com/p pay.cloudtips.ru
        cloudtips.ru donate.stream monobank.ua/jar next.privat24.ua/send wayforpay.com/pay
        diaka.ua destream.net cwallet.com/t picpay.com/pay nubank.com.br/pagar
        nubank.com.br/cobrar pag.ae pagseguro.uol.com.br/pay apoia.se vaquinha.com.br
        cafecito.app tecito.app khipu.com/pay wompi.co/l checkout.wompi.co saweria.co trakteer.id
        sociabuzz.com/tribe link.dana.id""",
    ),
    *_of(
        "payment",
        """tinkoff.ru/rm tbank.ru/rm yoomoney.ru/fundraise sberbank.com/sms qr.nspk.ru
        privat24.ua/send kaspi.kz/pay pay.kaspi.kz/pay betaalverzoek.rabobank.nl
        betaalverzoek.ing.nl qr.vipps.no lydia-app.com/collect upi.link p.paytm.me rzp.io/rzp
        paystack.shop/pay pm.link checkout.xendit.co/web me.momo.vn nhantien.momo.vn""",
    ),
    Service("cash.app", "payment", ("$",), begins=True),
    Service("paypal.com", "payment", ("paypalme", "donate", "qrcodes")),
    Service("wise.com", "payment", ("pay",)),
    Service("patreon.com", "payment", (), _NOBODY),
    *_of(
        "shortened",
        """bit.ly tinyurl.com cutt.ly rebrand.ly is.gd t.ly shorturl.at s.id rb.gy clck.ru bit.do
        ow.ly buff.ly goo.gl tiny.cc tiny.one shorturl.gg dub.sh v.gd da.gd urlz.fr
        vo.la soo.gd
        u.to surl.li goo.su vk.cc kutt.it han.gl me2.do url.kr suo.im dwz.cn t.cn n9.cl x.gd
        acortar.link encurtador.com.br abre.ai bityli.com tny.im shor.tn short.gy l.linklyhq.com
        bitly.ws linktw.in kisa.link onelink.to qr.link url.ie""",
    ),
)

# First labels of servers that people run for themselves, and what begins the path of a room there.
MEETING_LABELS: dict[str, tuple[str, ...]] = {
    "bbb": ("b", "rooms", "playback"),
    "bigbluebutton": ("b", "rooms"),
    "greenlight": ("b", "rooms"),
    "jitsi": (),
    "meet": (),
    "meeting": (),
    "meetings": (),
    "konferenz": (),
    "talk": ("call",),
    "video": ("b", "room", "rooms", "join"),
    "cal": (),
    "book": (),
    "booking": (),
    "calendar": (),
    "termin": (),
    "termine": (),
}
# Link schemes that open a talk with somebody; what follows the colon is the account.
CHANNEL_SCHEMES = (
    "skype",
    "viber",
    "line",
    "tg",
    "whatsapp",
    "weixin",
    "sgnl",
    "msteams",
    "kakaoopen",
)
# The same of payments: "upi://pay?pa=jo@okbank".
PAYMENT_SCHEMES = ("upi", "paypal", "cashme")

# First or last path segments of a site's own contact page, in the languages served.
CONTACT_PAGES = frozenset(
    listed(
        """
        contact contacts contact-us contactus contact-me contactme get-in-touch hire-me hireme
        kontakt kontakte kontakty kontakti contacto contactanos contactenos contato contatos
        contatti contattaci contactez-nous contactez-moi nous-contacter iletisim bize-ulasin
        toiawase otoiawase o-toiawase renraku munui sangdam lianxi lianxi-women lianxiwomen
        epikoinonia kapcsolatok kontaktai sazinies
        hubungi hubungi-kami hubungi-saya lien-he lienhe yhteystiedot kapcsolat impressum
        kontakta-oss otayhteytta book-a-call bookacall schedule-a-call reach-me
        reach-us reachme
        reach-out write-me write-us write-to-me message-me message-us text-me call-me call-us
        talk-to-me talk-to-us say-hello say-hi sayhello find-me find-us
        work-with-me connect-with-me
        get-in-contact drop-a-line book-me book-now enquiries enquire inquiry inquiries
        escribeme escribenos hablemos contactame contactanos ponte-en-contacto fale-conosco
        faleconosco fale-comigo entre-em-contato me-contacter contactez-moi ecrivez-moi
        ecrivez-nous scrivimi scrivici schreib-mir schreiben-sie-mir
        kontaktformular neem-contact-op
        contact-opnemen napisz-do-mnie napisz skontaktuj-sie napiste-nam
        kapcsolatfelvetel svyaz
        svyazatsya napisat bana-ulasin bizimle-iletisime-gecin
        """
    )
)

# What follows such a word after a hyphen, so that it is still that page: "kontakt-os".
CONTACT_WHOM = frozenset(
    listed(
        """
        us me os mig meg oss mij ons nous moi uns mir mich noi form formular formulaire formulario
        formulier formulär lomake skjema skema page info now nos nosotros mi mnie nas nami nam mne
        bana bize data details here direct
        """
    )
)

# Hosts of which each subdomain is somebody's card or chat.
BY_SUBDOMAIN = frozenset({"carrd.co", "bio.site", "zulipchat.com", "taplink.ws", "hotglue.me"})

# Hosts that say behind a "#" to whom they lead.
BY_FRAGMENT = frozenset({"signal.me", "signal.group", "matrix.to", "app.element.io"})

BY_HOST: dict[str, list[Service]] = {}
for _service in SERVICES:
    _host, _, _path = _service.host.partition("/")
    _under = (_path,) if _path else _service.under
    _own = replace(_service, host=_host, under=_under, is_path=bool(_path))
    BY_HOST.setdefault(_host, []).append(_own)


def services_of(host: str) -> list[Service]:
    """The services of the host or of the nearest domain above it."""
    labels = host.split(".")
    for index in range(max(0, len(labels) - 4), len(labels) - 1):
        if found := BY_HOST.get(".".join(labels[index:])):
            return found
    return []
