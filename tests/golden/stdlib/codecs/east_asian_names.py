# East Asian encodings by all their names, in files, in source text, in mail and in URLs.
import codecs
import io
import os
import tempfile
from email.header import Header, decode_header, make_header
from urllib.parse import quote, unquote

for name in "GBK cp936 936 GB2312 euc-cn chinese gb18030 HZ-GB-2312 big5 Big5-TW cp950 euc-kr ksc5601 UHC ms949 johab Shift_JIS sjis cp932 windows-31j ms_kanji EUC-JP ujis ISO-2022-JP csISO2022JP iso2022_jp_1 iso-2022-jp-ext iso-2022-kr".split():
    try:
        print(f"{name:14}", codecs.lookup(name).name)
    except LookupError as error:
        print(f"{name:14}", error)

TEXTS = {"gbk": "中文测试", "shift_jis": "日本語ﾃｽﾄ", "euc-kr": "한국어 뷁", "big5": "繁體中文", "iso-2022-jp": "日本語\nテスト", "gb18030": "中文😀", "euc_jp": "日本語", "hz": "中~文"}
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "text")
    for name, text in TEXTS.items():
        with open(path, "w", encoding=name) as file:
            file.write(text + "\nline 2\n")
        print(name, open(path, "rb").read())
        with open(path, encoding=name) as file:
            print(file.readlines())
        with open(path, encoding=name) as file:
            print(repr(file.read(1)), repr(file.read()))
        print(list(codecs.iterdecode((bytes([byte]) for byte in text.encode(name)), name)))
        print(b"".join(codecs.iterencode(text, name)) == text.encode(name))
        reader = codecs.getreader(name)(io.BytesIO((text + "\n").encode(name) * 2))
        print(reader.readline(), reader.read())
        writer = codecs.getwriter(name)(io.BytesIO())
        writer.writelines(text)
        print(writer.stream.getvalue())

exec("# -*- coding: gbk -*-\nprint('中文', len('中文'))".encode("gbk"))
header = Header("日本語の件名", "iso-2022-jp")
print(header.encode(), decode_header(header.encode()), make_header(decode_header("=?gb2312?B?1tDOxA==?=")))
print(quote("中文", encoding="gbk"), unquote("%D6%D0", encoding="gbk"))

info = codecs.lookup("gbk")
print(info.incrementaldecoder, info.incrementaldecoder.__mro__[1], info.streamreader.__name__, info.encode("中"), info.decode(b"\xd6\xd0"))
decoder = info.incrementaldecoder()
print(repr(decoder.decode(b"\xd6")), decoder.getstate(), decoder.decode(b"\xd0", True), decoder.getstate())
decoder.setstate((b"\xd6", 0))
print(decoder.decode(b"\xd0"), decoder.errors)
