"""Addresses of crypto currencies, told from other strings by the checksums inside them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from stdnum import bitcoin

ADDRESS_SHORTEST = 14  # characters; of Bitcoin with the shortest witness program (BIP 350)
BASE58_SHORTEST = 26  # characters; of the older kind (BIP 13)
ADDRESS_LONGEST = 110  # characters; those of Cardano have 103
ADDRESSES_MAX = 20  # checked in one view: Keccak takes a millisecond in Python

_CANDIDATE = re.compile(  # a witness program of two bytes is short, and has its checksum (BIP 350)
    r"(?<![A-Za-z0-9])(?:[A-Za-z0-9]{26,100}|(?:bc1|BC1)[A-Za-z0-9]{11,22})(?![A-Za-z0-9])"
)
# An address in bites, "so that it is not cut": words of letters and figures, a sign between them.
_BITES = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z0-9]{4,60}(?:\s{0,3}[/|+,;~…-]{0,3}\s{0,3}[A-Za-z0-9]{3,60}){1,11}"
)
_BITTEN = re.compile(r"(?:0[xX]|T|bc1|ltc1|[13LMD])[A-Za-z0-9]")
BITES_MAX = 6  # rows of bites that are put together in one view
_ETHEREUM = re.compile(r"0[xX][0-9a-fA-F]{40}")
_NOBODYS = re.compile(r"0[xX]0{20}")  # "0x000000000000000000000000000000000000dEaD"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE58_VALUE = {character: value for value, character in enumerate(_BASE58)}

# First byte of what a base58check address decodes to; from each chain's parameters.
_TRON, _LITECOIN, _DOGECOIN = {0x41}, {0x30, 0x32}, {0x1E, 0x16}
_BECH32_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # BIP 173
_BECH32_CONSTANTS = (1, 0x2BC830A3)  # BIP 173, BIP 350
_BECH32_PREFIXES = ("ltc", "addr", "cosmos", "osmo")
_MISTYPED_BASE58 = re.compile(r"T[A-Za-z0-9]{33}|[13LM][A-Za-z0-9]{32,33}")
_MONERO = re.compile(r"[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}")  # its checksum takes ed25519's Keccak
_MISTYPED_BECH32 = re.compile(r"(?:bc1|ltc1)[a-z0-9]{36,60}")
CRYPTO_BEGINS = re.compile(  # the first part of an address that is given in several
    r"0x[0-9A-Fa-f]{4,}|T[A-Za-z0-9]{5,}|bc1[a-z0-9]{4,}|[13LM][A-Za-z0-9]{9,}"
)
SOLANA_KEY_LENGTH = 32  # bytes of an Ed25519 public key


class Address(NamedTuple):
    """A half-open range, and how sure its checksum makes us. ``needs_cue``: it has none.

    ``value`` is the address without what was put between its parts.
    """

    start: int
    end: int
    confidence: float
    needs_cue: bool
    value: str


def addresses(text: str) -> Iterator[Address]:
    """Every address in the text, up to a bound."""
    for count, match in enumerate(_CANDIDATE.finditer(text)):
        if count >= ADDRESSES_MAX:
            return
        if judged := _judge(match.group()):
            yield Address(match.start(), match.end(), *judged, _canonical(match.group()))


def bitten_addresses(text: str) -> Iterator[Address]:
    """Addresses whose parts stand in a row, put together; only those with a right checksum."""
    count = 0
    for match in _BITES.finditer(text):
        if not _BITTEN.match(match.group()) or not any(map(str.isdigit, match.group())):
            continue
        count += 1
        if count > BITES_MAX:
            return
        whole, end = "", match.start()
        for bite in re.finditer("[A-Za-z0-9]+", match.group()):
            whole, end = whole + bite.group(), match.start() + bite.end()
            if len(whole) > ADDRESS_LONGEST:
                break
            judged = judge_whole(whole) if len(whole) > len(bite.group()) else None
            if judged:
                yield Address(match.start(), end, judged, needs_cue=False, value=whole)
                break


def judge_whole(word: str) -> float | None:
    """How sure the word is an address by its checksum; None where it has none or a wrong one."""
    if len(word) < ADDRESS_SHORTEST:
        return None
    judged = _judge(word)
    return judged[0] if judged and not judged[1] and judged[0] > 0.5 else None


def _canonical(word: str) -> str:
    """As it is compared: capitals of bech32 mean nothing (BIP 173), all others do."""
    return word.lower() if word.startswith(("BC1", "LTC1")) else word


def _judge(word: str) -> tuple[float, bool] | None:
    if word[:2] in ("0x", "0X"):
        is_address = _ETHEREUM.fullmatch(word) and not _NOBODYS.match(word)
        return _ethereum(word) if is_address else None
    if word[:3].lower() == "bc1" or word[0] in "13":
        if bitcoin.is_valid(word):
            return 0.97, False
    elif _is_bech32(word):
        return 0.97, False
    payload = _base58_payload(word)
    if payload and payload[0] in _TRON | _LITECOIN | _DOGECOIN:
        return 0.97, False
    return _unproven(word)


def _unproven(word: str) -> tuple[float, bool] | None:
    """The same of what has no checksum, or a wrong one, or one that is too dear to reckon."""
    if is_key(word):
        return 0.8, True
    if _MONERO.fullmatch(word) and word.lower() != word:
        return 0.85, False  # nothing else is so long and of these signs
    return (0.65, True) if _is_mistyped(word) else None


def _ethereum(word: str) -> tuple[float, bool]:
    """Mixed case is a checksum (EIP-55); one case alone says nothing and is allowed."""
    digits = word[2:]
    if digits.lower() == digits or digits.upper() == digits:
        return 0.85, False
    nibbles = keccak_256(digits.lower().encode()).hex()
    is_right = all(
        character.isupper() == (int(nibble, 16) >= 8)
        for character, nibble in zip(digits, nibbles, strict=False)
        if character.isalpha()
    )
    return (0.97, False) if is_right else (0.5, False)


def _base58_number(word: str) -> bytes | None:
    number = 0
    for character in word:
        value = _BASE58_VALUE.get(character)
        if value is None:
            return None
        number = number * 58 + value
    zeros = len(word) - len(word.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def _base58_payload(word: str) -> bytes | None:
    """What a base58check word holds, or None when its checksum is wrong."""
    if not BASE58_SHORTEST <= len(word) <= 35:
        return None
    data = _base58_number(word)
    if data is None or len(data) != 25:  # version, 20 bytes of hash, 4 of checksum
        return None
    digest = hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()
    return data[:-4] if digest.startswith(data[-4:]) else None


def is_key(word: str) -> bool:
    """Whether the word is 32 bytes in base58, as an account of Solana is; there is no checksum."""
    if not 40 <= len(word) <= 44 or word.isalpha() or word.lower() == word or word.upper() == word:
        return False
    data = _base58_number(word)
    return data is not None and len(data) == SOLANA_KEY_LENGTH


def _is_mistyped(word: str) -> bool:
    """Whether the word looks like an address although its checksum is wrong."""
    digits = sum(map(str.isdigit, word))
    if _MISTYPED_BECH32.fullmatch(word):
        return digits > 4
    is_mixed = word.lower() != word and word.upper() != word
    if not is_mixed or digits <= 2:
        return False
    return _MISTYPED_BASE58.fullmatch(word) is not None


def _is_bech32(word: str) -> bool:
    """Whether the word is a bech32 address of a known chain (BIP 173, BIP 350)."""
    if word.lower() != word and word.upper() != word:
        return False
    prefix, _, data = word.lower().rpartition("1")
    if prefix not in _BECH32_PREFIXES or len(data) < 6:
        return False
    if any(character not in _BECH32_CHARSET for character in data):
        return False
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    values += [_BECH32_CHARSET.index(c) for c in data]
    return _polymod(values) in _BECH32_CONSTANTS


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)  # BIP 173
        ):
            checksum ^= generator if top >> bit & 1 else 0
    return checksum


# Keccak-f[1600], from the reference; hashlib's sha3_256 pads otherwise and so differs.
_KECCAK_RATE = 136  # bytes taken in at a time for 256 bits of output
_MASK = (1 << 64) - 1


def _round_constants() -> list[int]:
    constants, register = [], 1
    for _ in range(24):
        constant = 0
        for power in range(7):
            if register & 1:
                constant |= 1 << ((1 << power) - 1)
            register = register << 1 ^ (0x171 if register >> 7 else 0)
        constants.append(constant)
    return constants


_ROUND_CONSTANTS = _round_constants()


def _rotated(lane: int, by: int) -> int:
    by %= 64
    return (lane << by | lane >> (64 - by)) & _MASK


def _permuted(lanes: list[list[int]]) -> list[list[int]]:
    """The state after 24 rounds of theta, rho, pi, chi and iota; ``lanes[x][y]`` are 64 bits."""
    for constant in _ROUND_CONSTANTS:
        columns = [lane[0] ^ lane[1] ^ lane[2] ^ lane[3] ^ lane[4] for lane in lanes]
        for x in range(5):
            mixed = columns[x - 1] ^ _rotated(columns[(x + 1) % 5], 1)
            lanes[x] = [lane ^ mixed for lane in lanes[x]]
        x, y, current = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], _rotated(current, (step + 1) * (step + 2) // 2)
        for y in range(5):
            row = [lanes[x][y] for x in range(5)]
            for x in range(5):
                lanes[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & _MASK)
        lanes[0][0] ^= constant
    return lanes


def keccak_256(data: bytes) -> bytes:
    """The 32 bytes that Ethereum calls Keccak-256, of data shorter than one block.

    Raises ValueError for longer data: nothing here needs it.
    """
    if len(data) >= _KECCAK_RATE:
        raise ValueError(f"{len(data)} bytes of data; at most {_KECCAK_RATE - 1} fit one block")
    block = bytearray(data.ljust(_KECCAK_RATE, b"\0"))
    block[len(data)] ^= 0x01
    block[-1] ^= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for index in range(_KECCAK_RATE // 8):
        word = int.from_bytes(block[index * 8 : index * 8 + 8], "little")
        lanes[index % 5][index // 5] ^= word
    lanes = _permuted(lanes)
    return b"".join(lanes[x][0].to_bytes(8, "little") for x in range(4))
