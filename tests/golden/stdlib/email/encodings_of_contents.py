# How set_content() encodes texts: by what they are, by the policy, or as asked.
from email import policy
from email.contentmanager import ContentManager, raw_data_manager
from email.message import EmailMessage, MIMEPart

TEXTS = {"short": "plain\n", "umlauts": "Grüße\n", "long line": "word " * 40 + "\n", "long umlauts": "Grüße " * 40, "kanji": "漢字" * 60, "empty": "",
         "blanks": "ends with blanks  \n\ttab\t\n", "many": "line = x\n" * 12 + "é" * 90}
for name, text in TEXTS.items():
  for rules in (policy.default, policy.SMTP, policy.default.clone(cte_type="7bit", max_line_length=40)):
    part = MIMEPart(rules)
    part.set_content(text)
    print(name, part["content-transfer-encoding"], ascii(part.as_bytes().decode("latin-1")), part.get_content().rstrip("\n") == text.rstrip("\n"))
for encoding in ("7bit", "8bit", "quoted-printable", "base64"):
  part = MIMEPart()
  part.set_content("a = b \n" * 3, cte=encoding, subtype="x-table", charset="latin-1", params={"format": "flowed"}, disposition="inline", cid="<c>",
                   headers=["X-One: 1", "X-Two: é"])
  print(part.as_string())
  part.set_content(bytes(range(0, 256, 5)), "application", "x", cte=encoding if encoding != "7bit" else "binary")
  print(part.as_bytes(), part.get_content() == bytes(range(0, 256, 5)))
print(EmailMessage(policy.SMTP).policy is policy.SMTP)

manager = ContentManager()
manager.add_set_handler(dict, lambda part, value: (part.set_payload(repr(value)), part.__setitem__("Content-Type", "x/dict")))
manager.add_get_handler("x", lambda part: eval(part.get_payload()))
mail = EmailMessage()
mail.set_content({"a": 1}, content_manager=manager)
print(mail.as_string(), mail.get_content(content_manager=manager))
for wrong in (lambda: mail.get_content(), lambda: mail.set_content({}), lambda: mail.set_content("x", headers=["Date: never"])):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
