"""Writes link-tokens.json: link tokens made apart from the TypeScript, from design.md alone."""

import base64
import hashlib
import hmac
import json
import pathlib
import unicodedata
import uuid

SECRET = {
    "current": "2",
    "1": "vector key one, 32 characters or more",
    "2": "vector key two, 32 characters or more",
    "200": "schlüssel zweihundert mit ümlauten ✓",
}
RETIRED = "vector key three, retired and unknown"
B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

INTERVIEWS = [str(uuid.uuid5(uuid.NAMESPACE_URL, f"talaro:{n}")) for n in range(8)]
LINKS = [hashlib.sha256(f"link {n}".encode()).hexdigest()[:32] for n in range(8)]


def digest(secret, context, data):
    return hmac.new(secret.encode(), context + data, hashlib.sha256).digest()


def tag(secret, email):
    normal = unicodedata.normalize("NFC", email.strip()).lower()
    return digest(secret, b"talaro/email/v1", normal.encode())[:16]


def signed(secret, key_id, interview, link, email, version=1):
    return (
        bytes([version, key_id])
        + uuid.UUID(interview).bytes
        + bytes.fromhex(link)
        + tag(secret, email)
    )


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def token(key_id="2", interview=INTERVIEWS[0], link=LINKS[0], email="ada@example.com",
          secret=None, version=1, context=b"talaro/link/v1", number=None):
    secret = secret or SECRET[key_id]
    body = signed(secret, int(key_id) if number is None else number, interview, link, email, version)
    return encode(body + digest(secret, context, body))


accepting = []


def accept(name, key_id, interview, link, email, sent_as=None):
    accepting.append({
        "name": name, "key_id": int(key_id), "interview_id": interview, "link_id": link,
        "email": email, "email_later": sent_as or email,
        "token": token(key_id, interview, link, email),
    })


accept("the current key", "2", INTERVIEWS[0], LINKS[0], "ada@example.com")
accept("an older key", "1", INTERVIEWS[0], LINKS[0], "ada@example.com")
accept("a key id over 127 and a key that is not ASCII", "200", INTERVIEWS[1], LINKS[1], "ada@example.com")
accept("another link of the same interview", "2", INTERVIEWS[0], LINKS[2], "ada@example.com")
accept("another interview", "2", INTERVIEWS[3], LINKS[0], "ada@example.com")
accept("an address spelled in other case later", "2", INTERVIEWS[4], LINKS[3], "Ada@Example.com", "aDA@example.COM")
accept("an address with white space around it", "2", INTERVIEWS[4], LINKS[4], "ada@example.com", " ada@example.com\t")
accept("an address in another normal form", "2", INTERVIEWS[5], LINKS[4],
       "ad\u00e9l\u00e9@example.com", "ade\u0301le\u0301@example.com")
accept("an address in Arabic letters", "2", INTERVIEWS[5], LINKS[5], "\u0645\u062b\u0627\u0644@example.com")
accept("an address of 254 characters", "1", INTERVIEWS[6], LINKS[6], "a" * 242 + "@example.com")
accept("an id of all zeros", "2", "00000000-0000-0000-0000-000000000000", "0" * 32, "a@b.co")
accept("an id of all ones", "2", "ffffffff-ffff-ffff-ffff-ffffffffffff", "f" * 32, "a@b.co")

good = token()
other = token(interview=INTERVIEWS[3], link=LINKS[3], email="eve@example.com")
raw = decode(good)
raw_other = decode(other)
body = raw[:50]
key = SECRET["2"]
refusing = []


def refuse(name, value):
    assert value != good, name
    refusing.append({"name": name, "token": value})


def refuse_bytes(name, data):
    refuse(name, encode(data))


refuse("an empty string", "")
refuse("one character", "A")
refuse("10 KB of one letter", "A" * 10240)
refuse("10 KB of a token repeated", (good * 94)[:10240])
refuse("the token twice", good + good)
refuse("the word null", "null")
refuse("the word undefined", "undefined")
refuse("a JWT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.")
refuse("a UUID", INTERVIEWS[0])
refuse("110 letters", "A" * 110)
refuse("110 emoji", "\U0001f642" * 110)
refuse("55 emoji, 110 UTF-16 units", "\U0001f642" * 55)
refuse("full-width letters", "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in good))
refuse("a Cyrillic letter that looks the same", good[:10] + "\u0430" + good[11:])
refuse("a combining mark after it", good + "\u0301")
refuse("a zero-width space in it", good[:50] + "\u200b" + good[50:])
refuse("a right-to-left mark before it", "\u200f" + good)
refuse("a byte order mark before it", "\ufeff" + good)
refuse("NUL after it", good + "\u0000")
refuse("NUL in place of a letter", good[:40] + "\u0000" + good[41:])
refuse("a lone surrogate in it", good[:40] + "\ud800" + good[41:])
refuse("right-to-left text", "\u0645\u0631\u062d\u0628\u0627" * 22)
refuse("a space before it", " " + good)
refuse("a space after it", good + " ")
refuse("a newline after it", good + "\n")
refuse("CRLF in it", good[:76] + "\r\n" + good[76:])
refuse("a tab in it", good[:5] + "\t" + good[5:])
refuse("a newline in place of its last character", good[:-1] + "\n")
refuse("padding with two =", good + "==")
refuse("padding with one =", good + "=")
refuse("padding inside its length", good[:-2] + "==")
refuse("a stray character that decoders skip", good[:20] + "!" + good[20:])
refuse("percent-encoded", "".join(f"%{ord(c):02x}" for c in good))
refuse("a slash after it", good + "/")
refuse("a query after it", good + "?a=1")
refuse("the standard alphabet", base64.b64encode(raw).decode())
dashed = next(
    t for t in (token(link=hashlib.sha256(f"dash {n}".encode()).hexdigest()[:32]) for n in range(99))
    if "-" in t and "_" in t
)
refuse("the standard alphabet without padding", dashed.replace("-", "+").replace("_", "/"))
refuse("hexadecimal", raw.hex())
refuse("lower case", good.lower())
refuse("upper case", good.upper())
refuse("reversed", good[::-1])
refuse("cut by one character", good[:-1])
refuse("cut by two characters", good[:-2])
refuse("cut to half", good[:55])
refuse("without its first character", good[1:])
refuse("longer by one character", good + "A")
refuse("longer by four characters", good + "AAAA")
refuse_bytes("without its last byte", raw[:-1])
refuse_bytes("with one more byte", raw + b"\0")
refuse_bytes("without its MAC", body)
refuse_bytes("with half of its MAC", raw[:66])
refuse_bytes("with half of its MAC and zeros", raw[:66] + bytes(16))
refuse("the front half of one token and the back half of another", good[:55] + other[55:])
refuse("the back half of one token and the front half of another", other[:55] + good[55:])
refuse_bytes("the body of one token and the MAC of another", raw[:50] + raw_other[50:])
refuse_bytes("the interview of another token", raw[:2] + raw_other[2:18] + raw[18:])
refuse_bytes("the link of another token", raw[:18] + raw_other[18:34] + raw[34:])
refuse_bytes("the email tag of another token", raw[:34] + raw_other[34:50] + raw[50:])
refuse_bytes("interview and link exchanged", raw[:2] + raw[18:34] + raw[2:18] + raw[34:])
refuse_bytes("a MAC of zeros", body + bytes(32))
refuse_bytes("a MAC of ones", body + b"\xff" * 32)
refuse_bytes("all zeros", bytes(82))
refuse_bytes("a MAC without purpose", body + hmac.new(key.encode(), body, hashlib.sha256).digest())
refuse("a MAC for the purpose of email tags", token(context=b"talaro/email/v1"))
refuse("a MAC for the next version's purpose", token(context=b"talaro/link/v2"))
refuse("a MAC for the purpose in capitals", token(context=b"TALARO/LINK/V1"))
mail = digest(key, b"talaro/email/v1", b"ada@example.com")
refuse_bytes("an email tag, whole, in place of the MAC", body + mail)
refuse_bytes("a hash without key in place of the MAC", body + hashlib.sha256(b"talaro/link/v1" + body).digest())
refuse_bytes("a MAC over the body without its header",
             body + digest(key, b"talaro/link/v1", body[2:]))
refuse_bytes("a MAC over purpose and body the other way round",
             body + hmac.new(key.encode(), body + b"talaro/link/v1", hashlib.sha256).digest())
refuse_bytes("a MAC by SHA-512, cut",
             body + hmac.new(key.encode(), b"talaro/link/v1" + body, hashlib.sha512).digest()[:32])
refuse("another deployment's key under the same id", token(secret=RETIRED))
refuse("the older key under the current id", token(secret=SECRET["1"], number=2))
refuse("the current key under the older id", token(secret=SECRET["2"], number=1))
refuse("an unknown key id", token(secret=RETIRED, number=3))
refuse("an unknown key id with a known key", token(number=3))
refuse("key id 0", token(number=0))
refuse("key id 255", token(number=255))
refuse("an empty key", encode(body + hmac.new(b"", b"talaro/link/v1" + body, hashlib.sha256).digest()))
for version in (0, 2, 49, 255):
    refuse(f"version {version}, rightly signed", token(version=version))
for n in range(1, 16):
    last = B64[(B64.index(good[-1]) & 0b110000) | ((B64.index(good[-1]) + n) & 0b1111)]
    spelled = good[:-1] + last
    assert base64.urlsafe_b64decode(spelled + "==") == raw
    refuse(f"spelling {n} of the last character", spelled)
for n, character in enumerate(good):
    changed = B64[(B64.index(character) + 16 + n % 31) % 64]
    refuse(f"character {n} changed", good[:n] + changed + good[n + 1:])

not_strings = [None, True, False, 0, 1, -1, 1.5, [], [good], {}, {"token": good}, {"length": 110}]

path = pathlib.Path(__file__).with_name("link-tokens.json")
path.write_text(json.dumps({
    "secret": SECRET,
    "accepting": accepting,
    "refusing": refusing,
    "not_strings": not_strings,
}, indent=1) + "\n")
print(len(accepting), len(refusing))
