"""Mail houses, and the ending that each has when none is said."""

from __future__ import annotations

# "" where there are several endings, or where the name alone is a word of talk.
HOUSE_ENDINGS = {
    "126": "com", "163": "com", "abv": "bg", "aol": "com", "aon": "at", "att": "net",
    "bigpond": "com", "bk": "ru", "bluewin": "ch", "btinternet": "com", "centrum": "cz",
    "comcast": "net", "daum": "net", "duck": "com", "fastmail": "com", "freenet": "de",
    "gmail": "com", "gmx": "de", "googlemail": "com", "hanmail": "net", "hey": "com",
    "hotmail": "com", "hushmail": "com", "i": "", "icloud": "com", "inbox": "", "interia": "pl",
    "laposte": "net", "libero": "it", "list": "", "live": "com", "lyse": "net", "mail": "com",
    "mailbox": "org", "me": "", "meta": "ua", "msn": "com", "mynet": "com", "naver": "com",
    "o2": "pl", "onet": "pl", "op": "", "orange": "fr", "outlook": "com", "pm": "me",
    "posteo": "de", "proton": "me", "protonmail": "com", "qq": "com", "rambler": "ru",
    "rediff": "com", "rediffmail": "com", "rocketmail": "com", "sapo": "pt", "sbcglobal": "net",
    "seznam": "cz", "sfr": "fr", "sina": "com", "skynet": "be", "t-online": "de",
    "telenet": "be", "telia": "com", "terra": "com.br", "tiscali": "it", "tlen": "pl",
    "tuta": "", "tutanota": "com", "ukr": "net", "uol": "com.br", "verizon": "net",
    "virgilio": "it", "wanadoo": "fr", "web": "de", "wp": "pl", "xtra": "co.nz",
    "yahoo": "com", "yandex": "ru", "ymail": "com", "ziggo": "nl", "zoho": "com",
    "zohomail": "com", "бк": "ru",
}  # fmt: skip
