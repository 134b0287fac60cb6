# Character sets of bodies and headers, quoted-printable and base64 by hand, the iterators.
import io
from email import base64mime, charset, iterators, message_from_string, quoprimime
from email.charset import Charset
from email.generator import BytesGenerator, DecodedGenerator, Generator
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

for name in ("latin-1", "UTF-8", "us-ascii", "koi8-r", "euc-jp", "windows-1252", "x-unknown"):
  known = Charset(name)
  encoding = known.get_body_encoding()
  print(known, repr(known), known.input_charset, known.output_charset, known.get_output_charset(), known.header_encoding, known.body_encoding, known.input_codec,
        known.output_codec, encoding if isinstance(encoding, str) else encoding.__name__, known == name.lower())
print(Charset("utf-8").header_encode("Grüße"), Charset("latin-1").body_encode("Grüße = x\n"), Charset("us-ascii").header_encode("x"))
charset.add_charset("utf-8", charset.QP, charset.QP, "utf-8")
print(MIMEText("Grüße\n", "plain", "utf-8").as_string())
charset.add_charset("utf-8", charset.SHORTEST, None, "utf-8")
print(MIMEText("Grüße\n", "plain", "utf-8").as_bytes())
charset.add_charset("utf-8", charset.SHORTEST, charset.BASE64, "utf-8")
charset.add_alias("utf", "utf-8")
message = Message()
message.set_payload("Grüße\n", "utf")
print(message.as_string(), repr(message.get_charset()), message.get_content_charset())
for wrong in (lambda: charset.add_charset("x", body_enc=charset.SHORTEST), lambda: Charset("ü"), lambda: Header("ü", "latin-2").encode() and Header("漢", "latin-1"),
              lambda: Header("a\nb: c").encode(), lambda: quoprimime.body_encode("x", 3), lambda: decode_header("=?utf-8?b?a?=")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)

LONG = "A header, with commas; and semicolons, that is much longer than one line can be; it is folded where that is best, if possible"
header = Header(LONG, header_name="Subject")
print(header.encode(), header.encode(maxlinelen=40, linesep="\r\n").encode(), header.encode(splitchars=" ", maxlinelen=50), sep="\n")
mixed = Header("plain", continuation_ws="\t", maxlinelen=30)
mixed.append("Grüße " * 8, "utf-8")
mixed.append("more", "us-ascii")
mixed.append(b"\xe4", "latin-1")
print(mixed.encode(), mixed, mixed == str(mixed), decode_header(mixed), sep="\n")
for text in ("=?utf-8?q?a_b?= =?utf-8?q?c?=", "x =?latin-1?q?=E4?= y", " =?utf-8?b?w6k?=", "a\n =?utf-8?q?b?=", "=?utf-8?q?=E4?= (=?utf-8?q?b?=)", "none"):
  decoded = decode_header(text)
  print(decoded, ascii(str(make_header([pair for pair in decoded if pair[1] != "utf-8" or b"\xe4" not in pair[0]]))))

for text in ("a = b \n", "é" * 40, "ends with tab\t", "x" * 80 + " ", "two\r\nlines\n\n"):
  encoded = quoprimime.body_encode(text, 20)
  print(repr(encoded), quoprimime.decode(encoded) == text.replace("\r\n", "\n"), quoprimime.header_encode(text.encode()), quoprimime.body_length(text.encode("latin-1")))
print(quoprimime.quote("="), quoprimime.unquote("=41"), quoprimime.header_decode("a_=41"), quoprimime.body_check(61), quoprimime.header_check(32))
print(base64mime.body_encode(bytes(100), 40, "|"), base64mime.header_encode("é", "utf-8"), base64mime.decode("aGk="), base64mime.header_length(b"1234"))

mail = MIMEMultipart(boundary="=B=")
mail.attach(MIMEText("one\ntwo\n"))
mail.attach(MIMEText("<p>", "html"))
mail.attach(message_from_string("Content-Type: image/png; name=x.png\nContent-Description: a picture\n\nx"))
iterators._structure(mail)
print(list(iterators.body_line_iterator(mail)), [part.get_content_subtype() for part in iterators.typed_subpart_iterator(mail, "text", "html")])
file = io.StringIO()
DecodedGenerator(file, fmt="[%(type)s %(maintype)s %(subtype)s %(filename)s %(description)s %(encoding)s]").flatten(mail)
print(file.getvalue())
file = io.BytesIO()
BytesGenerator(file, mangle_from_=True, maxheaderlen=20).flatten(message_from_string("Subject: a long subject of a mail\n\nFrom me\n"), linesep="\r\n")
print(file.getvalue())
file = io.StringIO()
Generator(file).clone(file).flatten(message_from_string("A: b\n\nFrom me"), unixfrom=False)
print(file.getvalue())
