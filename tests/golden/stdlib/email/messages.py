# Messages: headers, bodies, parts; to text and back.
import email
from email import encoders, errors
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.audio import MIMEAudio
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

mail = MIMEMultipart("mixed", boundary="=BOUNDARY=")
mail["Subject"] = "A list"
mail["From"] = "ann@example.org"
mail["To"] = ", ".join(f"someone{number}@example.com" for number in range(6))
mail.preamble = "For programs without MIME."
mail.attach(MIMEText("Plain words.\nFrom here on.\n"))
mail.attach(MIMEText("<p>Grüße</p>", "html"))
mail.attach(MIMEText("Grüße", "plain", "iso-8859-1"))
attached = MIMEApplication(bytes(range(100)), Name="data.bin")
attached.add_header("Content-Disposition", "attachment", filename="dätä.bin")
mail.attach(attached)
mail.attach(MIMEImage(b"\x89PNG\r\n\x1a\n..."))
mail.attach(MIMEAudio(b"RIFF....WAVEfmt ...."))
quoted = MIMEBase("text", "x-quoted")
quoted.set_payload(b"a = b\xff \n")
encoders.encode_quopri(quoted)
mail.attach(quoted)
mail.attach(MIMEMessage(email.message_from_string("Subject: inner\n\ninside\n")))
text = mail.as_string()
print(text)

parsed = email.message_from_string(text)
print(parsed.as_string() == text, email.message_from_bytes(text.encode()).as_bytes() == text.encode(), parsed.preamble, parsed.get_charsets())
for part in parsed.walk():
  print(part.get_content_type(), part.get_content_maintype(), part.get_content_subtype(), part.get_filename(), part.get_content_charset(),
        part.get_content_disposition(), part.is_multipart(), part.get_payload(decode=True), part.defects)

message = email.message_from_string('A: 1\nB: two\n  lines\na: 3\nContent-Type: text/plain; charset="utf-8"; format=flowed\n\nbody')
print(message["a"], message.get_all("A"), message.get("c", "none"), "b" in message, len(message), message.keys(), message.values())
print(message.get_params(), message.get_param("format"), message.get_boundary(), list(message.raw_items())[1])
message.set_param("charset", "ascii")
message.del_param("format")
message.replace_header("b", "changed")
message.add_header("X-Note", "text", size="4", old_name=None)
del message["a"]
message.set_type("text/html")
print(message)
for broken in ("A: 1\nno colon\n\nbody", "Content-Type: multipart/mixed; boundary=x\n\nno parts", "Content-Type: multipart/mixed\n\nx",
               "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nunfinished", " first\nA: 1\n\n"):
  message = email.message_from_string(broken)
  print([type(defect).__name__ for defect in message.defects], message.items(), repr(message.get_payload()) if not message.is_multipart() else "parts")
for function in (lambda: MIMEText("x").attach(message), lambda: Message().replace_header("a", "b"), lambda: Message().get_payload(0), lambda: MIMEImage(b"?")):
  try:
    function()
  except Exception as error:
    print(type(error).__name__, error, isinstance(error, errors.MessageError))

header = Header("Käse und Wurst " * 6, "utf-8", header_name="Subject")
print(header.encode())
print(decode_header("=?iso-8859-1?q?Gr=FC=DFe?= from =?utf-8?b?8J+YgA==?="), make_header(decode_header("=?utf-8?q?=C3=A4?= =?utf-8?q?b?=")))

# A header is quoted-printable unless base64 is shorter.
from email.header import Header

for text in "old style é", "é", "ééééééééé":
  print(Header(text, "utf-8").encode())
