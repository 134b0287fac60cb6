# What handlers of errors get and make in East Asian encodings.
import codecs


def attempt(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


BAD = {"gbk": b"a\xffb\x81", "shift_jis": b"\x82\xa0\xeb\x82", "euc_jp": b"\xa4\xa2\x8f\xa1", "cp949": b"\xb0\xa1\xff\xff", "big5": b"\xa4\xa4\x80a", "gb18030": b"\x81\x30\x81", "euc_kr": b"\xa4\xd4\xa4\xa1\xa4",
       "hz": b"a~{VP~!VP", "iso2022_jp": b"\x1b$B$\"\x1b(Xa\xff", "iso2022_kr": b"a\x1b$)C\x0e0!\x0fb\x1b(X", "iso2022_jp_ext": b"\x1b(I1\x1b$BZZ\x7f\x7f"}
for name, data in BAD.items():
    print(name)
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        attempt(lambda: data.decode(name, errors))
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "namereplace"):
        attempt(lambda: "aé☃\ud800中".encode(name, errors))

try:
    "a\ud800".encode("gbk")
except UnicodeEncodeError as error:
    print(error.args)
try:
    b"ab\xff".decode("cp949")
except UnicodeDecodeError as error:
    print(error.args)

codecs.register_error("marks", lambda error: ("<?>", error.end))
print(b"a\xffb\x81".decode("gbk", "marks"), "a☃é中".encode("gbk", "marks"))
for answer in (5, ("x",), ("x", 99), ("x", -99), (5, 1), ("☃", 3)):
    codecs.register_error("answers", lambda error: answer)
    attempt(lambda: b"a\xff\xff".decode("gbk", "answers"))
    attempt(lambda: "a☃".encode("big5", "answers"))
attempt(lambda: b"\xff\xff".decode("gbk", "no such handler"))
attempt(lambda: "a".encode("gbkk"))
encoder = codecs.getincrementalencoder("gbk")()
attempt(lambda: setattr(encoder, "errors", None))
attempt(lambda: codecs.getincrementaldecoder("gbk")().decode("text"))
attempt(lambda: codecs.getincrementaldecoder("gbk")().decode(b"\xd6", True))
attempt(lambda: codecs.getincrementaldecoder("gbk")().setstate((b"123456789", 0)))
