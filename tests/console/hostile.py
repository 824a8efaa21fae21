"""Texts that attackers would send, and what must not come of them."""

from __future__ import annotations

SCRIPT = (
    "<script>alert('script')</script><img src=x onerror=alert('img')>"
    "<svg onload=alert('svg')></svg>\"'><iframe srcdoc='<script>alert(1)</script>'></iframe>"
    "{{ 7 * 7 }}{% raw %}</textarea></mark></main><style>body{display:none}</style>"
    "<a href='javascript:alert(2)'>click</a> javascript:alert(3) https://evil.test/login"
)
BENT = (
    "pay \u202ede.oetsop@ecnal.knarf\u202c \u2066\u2067isolated and never closed \u202e\u202b\u200f"
)
HIDDEN = "f\u200br\u200ba\u200bn\u200bk\ufeff@\u00adposteo\u2060.de \U000e0041\U000e0042 \u3164"
BROKEN = "nul \0 lone \ud83d and \udc00 escape \x1b[31m bell \x07 delete \x7f next \x85 \u2028 end"
ZALGO = "h" + "\u0301\u0489\u0336" * 400 + "elp " + "e\u0301\u0316" * 200
ENDLESS = "m" * 20_000
MARKS = "\u0301" * 20_000
RIGHT_TO_LEFT = "שלום, כתוב לי ל frank.lance@posteo.de או 054-1234567 תודה"

TEXTS = {
    "script": SCRIPT,
    "bent": BENT,
    "hidden": HIDDEN,
    "broken": BROKEN,
    "zalgo": ZALGO,
    "endless": ENDLESS,
    "marks": MARKS,
    "right_to_left": RIGHT_TO_LEFT,
}
