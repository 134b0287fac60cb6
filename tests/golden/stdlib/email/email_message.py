# EmailMessage: contents as objects, alternatives, related parts, attachments.
import datetime
import re
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage


def shown(text):
  """The text with numbered boundaries."""
  names = {}
  return re.sub(r"={15}\d+==", lambda found: names.setdefault(found[0], f"BOUNDARY{len(names)}"), text)


mail = EmailMessage()
mail["Subject"] = "Grüße aus Köln: eine lange Zeile mit vielen Wörtern, damit sie über mehrere Zeilen geht"
mail["From"] = Address("Ann Exämple", "ann", "example.org")
mail["To"] = [Address(f"Person Number {i}", f"person{i}", "example.com") for i in range(4)]
mail["Cc"] = 'Joe <joe@x.org>, "Smith, Bob" <bob@y.org>, Team: a@b.c, d@e.f;'
mail["Date"] = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone.utc)
mail["Message-ID"] = "<abc.123@example.org>"
mail.set_content("Hello,\nthis is text.\nFrom me\n")
print(mail)
mail.add_alternative("<p>Hällo</p>" * 20, subtype="html")
mail.get_payload()[1].add_related(b"\x89PNG....", "image", "png", cid="<pic1>")
mail.add_attachment(b"data" * 50, maintype="application", subtype="octet-stream", filename="data.bin")
mail.add_attachment("text file\n", filename="notes with a very long file name which has to be broken into sections.txt")
mail.add_attachment("ä text file\n", filename="grüße.txt")
print(shown(mail.as_string()))
print(mail.get_body().get_content_type(), repr(mail.get_body(("plain",)).get_content()))
for part in mail.iter_attachments():
  print(part.get_filename(), part.get_content_type(), part.is_attachment(), part.get_content())

read = message_from_bytes(mail.as_bytes(), policy=policy.default)
print([part.get_content_type() for part in read.walk()], read["subject"] == mail["subject"])
print(read["to"].addresses[3], read["cc"].groups, read["date"].datetime, repr(read["From"].addresses[0].display_name))
inner = EmailMessage()
inner["Subject"] = "forwarded"
inner.set_content(read)
print(inner.get_content_type(), inner["content-transfer-encoding"], inner.get_content()["message-id"])

for wrong in (lambda: mail.__setitem__("To", "x@y.z"), lambda: mail.set_content("x"), lambda: EmailMessage().__setitem__("Subject", "a\nb"),
              mail.make_alternative, lambda: EmailMessage().set_content(3), lambda: EmailMessage().set_content("ä", cte="7bit"),
              lambda: EmailMessage().set_content("ä", cte="x"), lambda: EmailMessage().set_content(b"x"), lambda: Address("a\n"),
              lambda: Address(addr_spec="a b@c"), lambda: Address(addr_spec="a@b c"), lambda: Address(username="a", addr_spec="b@c"),
              lambda: EmailMessage().get_content(), lambda: mail.get_content(), lambda: EmailMessage().set_content(inner, cte="base64")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
