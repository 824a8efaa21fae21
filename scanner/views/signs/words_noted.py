"""What is said of how a name is written, in many tongues."""

from __future__ import annotations

# What says that a name has no blanks or capitals, and that parts are to be joined.
ONE_WORD = """
    no spaces, no space, without spaces, one word, all together, stuck together, in one go,
    run together, no gaps, sans espace, sans espaces, tout attaché, tout collé, en un mot, collés,
    attaché, sin espacios, todo junto, todo pegado, pegado, junto, sem espaço, sem espaços,
    tudo junto, tutto attaccato, attaccato, senza spazi, zusammengeschrieben, zusammen,
    ohne leerzeichen, aan elkaar, zonder spaties, bez spacji, razem, łącznie, bez mezer,
    dohromady, слитно, вместе, без пробелов, разом, без пробілів, bitişik, boşluksuz, viết liền,
    không cách, gabung, disambung, tanpa spasi, walang space, dikit, jod ke, jodkar, milake,
    bina space, जोड़कर, बिना स्पेस, متصل, بدون مسافات, سوا, ملا کر, জোড়া, একসাথে, fără spații, legat,
    împreună, χωρίς κενά, μαζί, ενωμένα, egybe, ihop, yhteen, 连着, 続けて, 붙여
"""
