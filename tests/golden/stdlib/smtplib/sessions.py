# Sessions with a server that answers from a table: greetings, logins, mails, refusals, lost connections.
import base64
import smtplib
import socket
import threading
from email.message import EmailMessage

FEATURES = ["250-test.example", "250-SIZE 1000", "250-AUTH PLAIN LOGIN", "250-AUTH=CRAM-MD5", "250-8BITMIME", "250 SMTPUTF8"]


class Server(threading.Thread):
  """Serves one client and keeps what it says."""

  def __init__(self, greeting="220 hello", features=FEATURES, **answers):
    super().__init__(daemon=True)
    self.listener = socket.create_server(("127.0.0.1", 0))
    self.port = self.listener.getsockname()[1]
    self.greeting, self.features, self.answers = greeting, features, answers
    self.heard = []
    self.start()

  def run(self):
    client, _ = self.listener.accept()
    with client, client.makefile("rwb") as file:
      def say(line):
        file.write(line.encode() + b"\r\n")
        file.flush()
      say(self.greeting)
      for line in file:
        line = line.decode().rstrip("\r\n")
        self.heard.append(line)
        word = line.split()[0].lower()
        if word in self.answers:
          answer = self.answers[word]
          answer = answer.pop(0) if isinstance(answer, list) and len(answer) > 1 else answer[0] if isinstance(answer, list) else answer
          if answer is None:
            break
          say(answer)
        elif word == "ehlo":
          for feature in self.features:
            say(feature)
        elif word == "data":
          say("354 go on")
          while (line := file.readline()) != b".\r\n":
            self.heard.append(line)
          say("250 taken")
        elif word == "quit":
          say("221 bye")
          break
        else:
          say("250 fine")
    self.listener.close()


def session(use, **options):
  server = Server(**options)
  client = None
  try:
    client = smtplib.SMTP("127.0.0.1", server.port, local_hostname="me", timeout=10)
    print(use(client))
    client.quit()
  except Exception as error:
    print(type(error).__name__, error, error.args)
  finally:
    if client:
      client.close()
  server.join(10)
  print(*server.heard, sep="\n", end="\n\n")


mail = EmailMessage()
mail["From"] = "Ann <ann@x.org>"
mail["To"] = "bob@y.org, Cy <cy@z.org>"
mail["Bcc"] = "secret@z.org"
mail["Subject"] = "Grüße"
mail.set_content("One line\n.dots\n")
session(lambda client: client.send_message(mail))
session(lambda client: client.sendmail("ann@x.org", "bob@y.org", "Subject: x\n\n.dot\rend", ["8bitmime"], ["NOTIFY=NEVER"]))
session(lambda client: client.sendmail("ann@x.org", ["a@b", "c@d"], b"x"), rcpt=["550 unknown", "250 fine"])
session(lambda client: client.sendmail("ann@x.org", ["a@b", "c@d"], "x"), rcpt="550 unknown")
session(lambda client: client.sendmail("ann@x.org", ["a@b"], "x"), mail="501 never")
session(lambda client: client.sendmail("ann@x.org", ["a@b"], "x"), mail="421 closing")
session(lambda client: client.sendmail("ann@x.org", ["a@b"], "x"), data="452 full")
session(lambda client: client.sendmail("ann@x.org", ["a@b"], "ü"))
session(lambda client: (client.ehlo(), client.esmtp_features, client.has_extn("Size"), client.does_esmtp, client.helo_resp))
session(lambda client: (client.helo("other"), client.noop(), client.verify("Ann <a@b>"), client.expn("list"), client.help("me"), client.rset()))
session(lambda client: client.ehlo_or_helo_if_needed(), ehlo="502 no", helo="250 old style")
session(lambda client: client.ehlo_or_helo_if_needed(), ehlo="502 no", helo="503 no")
session(lambda client: client.login("ann", "pass"), auth=["334 " + base64.b64encode(b"<1@x>").decode(), "235 in"])
session(lambda client: client.login("ann", "pass"), features=["250-x", "250 AUTH PLAIN"], auth="535 wrong")
session(lambda client: client.login("ann", "pass", initial_response_ok=False), features=["250-x", "250 AUTH LOGIN"], auth="334 VXNlcjo=")
session(lambda client: client.login("ann", "pass"), features=["250 x"])
session(lambda client: client.login("ann", "pass"), features=["250-x", "250 AUTH OTHER"])
session(lambda client: client.starttls(), features=["250 x"])
session(lambda client: client.starttls(), features=["250-x", "250 STARTTLS"], starttls="454 not now")
session(lambda client: client.mail("ü@x", ["SMTPUTF8"]))
session(lambda client: client.docmd("NOOP", "a\nb"))
session(lambda client: client.noop(), noop=None)
session(lambda client: client.noop(), noop="what")
international = EmailMessage()
international["From"] = "jörg@x.org"
international["To"] = "a@b"
session(lambda client: client.send_message(international))
session(lambda client: client.send_message(international), features=["250 x"])
server = Server()
with smtplib.SMTP(f"127.0.0.1:{server.port}", local_hostname="me") as client:
  print(client.ehlo()[0], client.sock is not None)
print(client.sock)
server.join(10)
for wrong in (lambda: smtplib.SMTP().noop(), lambda: smtplib.SMTP("localhost:x"), lambda: smtplib.SMTP("localhost", timeout=0),
              lambda: smtplib.SMTP("127.0.0.1", server.port), lambda: smtplib.SMTP_SSL(context=1, keyfile=2), lambda: smtplib.LMTP("/no/such/socket")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
print(smtplib.quoteaddr("Ann <a@b>"), smtplib.quoteaddr("<>"), smtplib.quoteaddr("x"), repr(smtplib.quotedata(".a\nb\r.c\r\n")))
print([cls.__name__ for cls in smtplib.SMTPAuthenticationError.__mro__[:4]], repr(smtplib.SMTPSenderRefused(1, b"x", "s")), smtplib.SMTPConnectError(1, "x").smtp_code)
