# Property lists in both formats: plistlib writes and reads every kind of value, and says what it can't.
import collections
import datetime
import io
import pickle
import plistlib
from plistlib import FMT_BINARY, FMT_XML, UID

settings = {
  "name": "Tea & <milk>", "cups": 3, "strong": True, "sweet": False, "temperature": 93.5, "brewed": datetime.datetime(2024, 5, 17, 16, 30, 5),
  "leaf": b"\x00\x01" * 40, "empty": {}, "none": [], "steps": ["boil", ("pour", "wait"), {"minutes": 4}], "größe": "groß", "big": 2**63, "small": -5,
}
xml = plistlib.dumps(settings)
print(xml.decode())
print(plistlib.loads(xml) == {**settings, "steps": ["boil", ["pour", "wait"], {"minutes": 4}]})
binary = plistlib.dumps(settings, fmt=FMT_BINARY)
print(binary)
print(plistlib.loads(binary))
print(list(plistlib.loads(plistlib.dumps({"b": 1, "a": 2}, sort_keys=False))), type(plistlib.loads(xml, dict_type=collections.OrderedDict)).__name__)

file = io.BytesIO()
plistlib.dump([UID(1), UID(70000), 300, 2**40, 2**64 - 1, "x" * 300, list(range(20))], file, fmt=FMT_BINARY)
file.seek(0)
print(file.getvalue().hex())
print(plistlib.load(file))
print(plistlib.loads(plistlib.dumps({1: "skipped", "kept": bytearray(b"ab")}, skipkeys=True, sort_keys=False)))
print(repr(UID(7)), UID(7) == UID(7), UID(7) == 7, hash(UID(7)), pickle.loads(pickle.dumps(UID(9))), hex(UID(15)))
print(FMT_XML, plistlib.PlistFormat(2), issubclass(plistlib.InvalidFileException, ValueError))
shared = [1]
print(plistlib.loads(plistlib.dumps([shared, shared, [1], "a", "a"], fmt=FMT_BINARY)))

HEAD = b'<?xml version="1.0"?><plist version="1.0">'
for text in (b"<dict><key>a</key></dict>", b"<dict><string>a</string></dict>", b"<array><key>a</key></array>", b"<integer>0x1F</integer>", b"<integer>zz</integer>",
             b"<date>2024-05Z</date>", b"<real>1e3</real>", b"<true/>", b"<unknown>3</unknown>", b"<data>YWJj</data>", b"<string/>"):
  try:
    print(text.decode(), "->", repr(plistlib.loads(HEAD + text + b"</plist>")))
  except Exception as error:
    print(text.decode(), "->", type(error).__name__, error)

for call in (lambda: plistlib.loads(b"nothing"), lambda: plistlib.loads(b"bplist00"), lambda: plistlib.loads(b"bplist00" + b"\x01" * 40), lambda: plistlib.dumps({1: 2}),
             lambda: plistlib.dumps(2**64), lambda: plistlib.dumps(-2**63 - 1, fmt=FMT_BINARY), lambda: plistlib.dumps(2**64, fmt=FMT_BINARY),
             lambda: plistlib.dumps({1, 2}), lambda: plistlib.dumps(None), lambda: plistlib.dumps({1}, fmt=FMT_BINARY), lambda: plistlib.dumps("\x01"),
             lambda: plistlib.dumps(1, fmt="json"), lambda: UID(-1), lambda: UID(2**64), lambda: UID("1"), lambda: plistlib.loads(HEAD + b"<dict>"),
             lambda: plistlib.loads(b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY e "x">]><plist><string>&e;</string></plist>')):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
