# Policies: values that are set once, copies with changes, sums; defects that are raised; how headers are stored, read and folded.
import email
from email import errors, message_from_string, policy
from email.message import EmailMessage, Message

print(policy.default, policy.SMTP, policy.HTTP, policy.SMTPUTF8, policy.strict, policy.compat32)
print(policy.SMTP + policy.strict, policy.default.clone(utf8=True, max_line_length=20), policy.SMTP.linesep.encode(), policy.compat32.mangle_from_)
for wrong in (lambda: setattr(policy.default, "utf8", True), lambda: setattr(policy.default, "other", True), lambda: policy.default.clone(other=1),
              lambda: policy.EmailPolicy(other=1), policy.Policy):
  try:
    wrong()
  except Exception as error:
    print(type(error).__name__, error)

SOURCE = """\
From: Ann <ann@example.org>
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= from a place
 far away, where lines are long, longer than seventy-eight characters altogether
X-Note: one
X-Note: two
Content-Type: multipart/mixed; boundary=B

--B

first
--B
Content-Type: application/pdf; name=x.pdf
Content-Disposition: attachment; filename="x.pdf"
Content-Transfer-Encoding: base64

aGVsbG8
"""
for rules in (policy.compat32, policy.default):
  mail = message_from_string(SOURCE, policy=rules)
  print(type(mail).__name__, repr(mail["subject"]), type(mail["subject"]).__name__, mail.get_all("x-note"), mail.policy is rules, mail.defects)
  print(mail.as_string())
  print(mail.as_bytes(policy=rules.clone(linesep="\r\n", max_line_length=30)))
  print(mail.get_payload(1).get_payload(decode=True), mail.get_payload(1).defects)
try:
  message_from_string(SOURCE, policy=policy.strict)
except errors.MessageDefect as defect:
  print("strict:", type(defect).__name__)
mail = message_from_string(SOURCE, policy=policy.default.clone(refold_source="all"))
print(mail.as_string().split("\n\n")[0])
mail = email.message_from_bytes("Subject: Grüße\nTo: jö@x\n\nGrüße\n".encode())
print(repr(str(mail["subject"])), type(mail["subject"]).__name__, mail.as_bytes(), repr(mail.as_string()), repr(mail.get_payload()))
mail = email.message_from_bytes("Subject: Grüße\nTo: jö@x\n\nGrüße\n".encode(), policy=policy.default)
print(ascii(mail["subject"]), mail["subject"].defects, mail.as_bytes(), ascii(mail.as_string()))
print(type(email.message_from_string("", _class=Message, policy=policy.default)).__name__, type(email.message_from_string("", EmailMessage)).__name__)


class OneName(policy.EmailPolicy):
  """Any header once."""

  def header_max_count(self, name):
    return 1

  def handle_defect(self, obj, defect):
    print("defect:", type(defect).__name__)


mail = message_from_string("Content-Type: multipart/mixed\n\nx", policy=OneName())
mail["X"] = "1"
try:
  mail["x"] = "2"
except ValueError as error:
  print(error)
