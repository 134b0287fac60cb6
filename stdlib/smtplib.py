"""Sends mails by SMTP.

    with smtplib.SMTP("localhost") as server:
      server.send_message(message)
"""

import re
import socket
import sys

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException", "SMTPSenderRefused", "SMTPRecipientsRefused",
           "SMTPDataError", "SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP", "SMTP_SSL"]

SMTP_PORT = 25
SMTP_SSL_PORT = 465
LMTP_PORT = 2003
CRLF = "\r\n"
_LONGEST_LINE = 8192
_MOST_CHALLENGES = 5


class SMTPException(OSError):
  """Base of the exceptions of this module."""


class SMTPNotSupportedError(SMTPException):
  """The server does not know the command or option."""


class SMTPServerDisconnected(SMTPException):
  """There is no connection, or the server closed it."""


class SMTPResponseException(SMTPException):
  """The server answered with an error: `smtp_code` and `smtp_error`."""

  def __init__(self, code, msg):
    self.smtp_code = code
    self.smtp_error = msg
    self.args = code, msg


class SMTPSenderRefused(SMTPResponseException):
  """The address `sender` is refused."""

  def __init__(self, code, msg, sender):
    self.smtp_code = code
    self.smtp_error = msg
    self.sender = sender
    self.args = code, msg, sender


class SMTPRecipientsRefused(SMTPException):
  """All addresses are refused: `recipients` has the answers."""

  def __init__(self, recipients):
    self.recipients = recipients
    self.args = recipients,


class SMTPDataError(SMTPResponseException):
  """The mail is refused."""


class SMTPConnectError(SMTPResponseException):
  """The connection is refused."""


class SMTPHeloError(SMTPResponseException):
  """The greeting is refused."""


class SMTPAuthenticationError(SMTPResponseException):
  """The name or password is refused."""


def _parsed(address):
  from email.utils import parseaddr
  return parseaddr(address)


def quoteaddr(addrstring):
  """The address in angle brackets."""
  name, address = _parsed(addrstring)
  if name or address:
    return f"<{address}>"
  return addrstring if addrstring.strip().startswith("<") else f"<{addrstring}>"


def _address_only(text):
  name, address = _parsed(text)
  return address if name or address else text


def _with_line_ends(text):
  return re.sub(r"\r\n|\n|\r(?!\n)", CRLF, text)


def quotedata(data):
  """The text with CRLF at the ends of lines and dots at their beginnings doubled."""
  return re.sub(r"(?m)^\.", "..", _with_line_ends(data))


def _check_context(context, keyfile, certfile):
  """The context for TLS, made of both files if it is not given."""
  import ssl
  for name, file in (("keyfile", keyfile), ("certfile", certfile)):
    if context is not None and file is not None:
      raise ValueError(f"context and {name} arguments are mutually exclusive")
  if keyfile is not None or certfile is not None:
    import warnings
    warnings.warn("keyfile and certfile are deprecated, use a custom context instead", DeprecationWarning, 3)
  return ssl._create_stdlib_context(certfile=certfile, keyfile=keyfile) if context is None else context


class SMTP:
  """A connection to a server; methods are named like the commands they send, sendmail() and send_message() send a whole mail."""

  debuglevel = 0
  sock = None
  file = None
  helo_resp = None
  ehlo_msg = "ehlo"
  ehlo_resp = None
  does_esmtp = False
  default_port = SMTP_PORT

  def __init__(self, host="", port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
    self._host = host
    self.timeout = timeout
    self.esmtp_features = {}
    self.command_encoding = "ascii"
    self.source_address = source_address
    self._auth_challenge_count = 0
    if host:
      code, message = self.connect(host, port)
      if code != 220:
        self.close()
        raise SMTPConnectError(code, message)
    self.local_hostname = _local_name() if local_hostname is None else local_hostname

  def __enter__(self):
    return self

  def __exit__(self, *args):
    try:
      code, message = self.docmd("QUIT")
      if code != 221:
        raise SMTPResponseException(code, message)
    except SMTPServerDisconnected:
      pass
    finally:
      self.close()

  def set_debuglevel(self, debuglevel):
    """Tell on stderr what is sent and received; from 2 on with the time."""
    self.debuglevel = debuglevel

  def _print_debug(self, *args):
    if self.debuglevel > 1:
      import datetime
      args = datetime.datetime.now().time(), *args
    print(*args, file=sys.stderr)

  def _debug(self, *args):
    if self.debuglevel > 0:
      self._print_debug(*args)

  def _get_socket(self, host, port, timeout):
    if timeout is not None and not timeout:
      raise ValueError("Non-blocking socket (timeout=0) is not supported")
    self._debug("connect: to", (host, port), self.source_address)
    return socket.create_connection((host, port), timeout, self.source_address)

  def connect(self, host="localhost", port=0, source_address=None):
    """Connect; without a port, the host may end in one behind a colon."""
    if source_address:
      self.source_address = source_address
    if not port and host.count(":") == 1:
      host, _, port = host.partition(":")
      try:
        port = int(port)
      except ValueError:
        raise OSError("nonnumeric port")
    port = port or self.default_port
    sys.audit("smtplib.connect", self, host, port)
    self.sock = self._get_socket(host, port, self.timeout)
    self.file = None
    return self._greeting()

  def _greeting(self):
    code, message = self.getreply()
    self._debug("connect:", repr(message))
    return code, message

  def send(self, s):
    """Send text or bytes."""
    self._debug("send:", repr(s))
    if not self.sock:
      raise SMTPServerDisconnected("please run connect() first")
    if isinstance(s, str):
      s = s.encode(self.command_encoding)
    sys.audit("smtplib.send", self, s)
    try:
      self.sock.sendall(s)
    except OSError:
      self.close()
      raise SMTPServerDisconnected("Server not connected")

  def putcmd(self, cmd, args=""):
    """Send a command."""
    line = cmd if args == "" else f"{cmd} {args}"
    if "\r" in line or "\n" in line:
      line = line.replace("\n", "\\n").replace("\r", "\\r")
      raise ValueError(f"command and arguments contain prohibited newline characters: {line}")
    self.send(line + CRLF)

  def getreply(self):
    """(code, message) of the server's answer; the code of what is none is -1."""
    if self.file is None:
      self.file = self.sock.makefile("rb")
    lines = []
    while True:
      line = self._read_line()
      lines.append(line[4:].strip(b" \t\r\n"))
      try:
        code = int(line[:3])
      except ValueError:
        code = -1
        break
      if line[3:4] != b"-":
        break
    message = b"\n".join(lines)
    self._debug(f"reply: retcode ({code}); Msg: {message!a}")
    return code, message

  def _read_line(self):
    try:
      line = self.file.readline(_LONGEST_LINE + 1)
    except OSError as error:
      self.close()
      raise SMTPServerDisconnected("Connection unexpectedly closed: " + str(error))
    if not line:
      self.close()
      raise SMTPServerDisconnected("Connection unexpectedly closed")
    self._debug("reply:", repr(line))
    if len(line) > _LONGEST_LINE:
      self.close()
      raise SMTPResponseException(500, "Line too long.")
    return line

  def docmd(self, cmd, args=""):
    """Send a command; the answer."""
    self.putcmd(cmd, args)
    return self.getreply()

  def helo(self, name=""):
    """The greeting of plain SMTP."""
    code, message = self.docmd("helo", name or self.local_hostname)
    self.helo_resp = message
    return code, message

  def ehlo(self, name=""):
    """The greeting that tells what the server can do, in `esmtp_features`."""
    self.esmtp_features = {}
    code, message = self.docmd(self.ehlo_msg, name or self.local_hostname)
    if code == -1 and not message:
      self.close()
      raise SMTPServerDisconnected("Server not connected")
    self.ehlo_resp = message
    if code != 250:
      return code, message
    self.does_esmtp = True
    for line in message.decode("latin-1").split("\n")[1:]:
      self._add_feature(line)
    return code, message

  def _add_feature(self, line):
    old_form = re.match("auth=(.*)", line, re.IGNORECASE)
    found = re.match(r"([A-Za-z0-9][A-Za-z0-9\-]*) ?", line)
    if old_form:
      name, parameters = "auth", old_form[1]
    elif found:
      name, parameters = found[1].lower(), line[found.end(1):].strip()
    else:
      return
    if name == "auth":
      parameters = f"{self.esmtp_features.get(name, '')} {parameters}"
    self.esmtp_features[name] = parameters

  def has_extn(self, opt):
    """Whether the server can do something."""
    return opt.lower() in self.esmtp_features

  def help(self, args=""):
    """The server's help."""
    return self.docmd("help", args)[1]

  def rset(self):
    """Forget the mail that was begun."""
    self.command_encoding = "ascii"
    return self.docmd("rset")

  def _rset(self):
    # That the connection is gone is told by the next command.
    try:
      self.rset()
    except SMTPServerDisconnected:
      pass

  def noop(self):
    """Do nothing."""
    return self.docmd("noop")

  def mail(self, sender, options=()):
    """Begin a mail."""
    listed = ""
    if options and self.does_esmtp:
      if any(option.lower() == "smtputf8" for option in options):
        if not self.has_extn("smtputf8"):
          raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
        self.command_encoding = "utf-8"
      listed = " " + " ".join(options)
    return self.docmd("mail", f"FROM:{quoteaddr(sender)}{listed}")

  def rcpt(self, recip, options=()):
    """Tell an address that the mail goes to."""
    listed = " " + " ".join(options) if options and self.does_esmtp else ""
    return self.docmd("rcpt", f"TO:{quoteaddr(recip)}{listed}")

  def data(self, msg):
    """Send the text of the mail."""
    code, reply = self.docmd("data")
    self._debug("data:", (code, reply))
    if code != 354:
      raise SMTPDataError(code, reply)
    if isinstance(msg, str):
      msg = _with_line_ends(msg).encode("ascii")
    text = re.sub(rb"(?m)^\.", b"..", msg)
    self.send(text + (b"" if text.endswith(b"\r\n") else b"\r\n") + b".\r\n")
    answer = self.getreply()
    self._debug("data:", answer)
    return answer

  def verify(self, address):
    """Ask whether there is such an address."""
    return self.docmd("vrfy", _address_only(address))

  vrfy = verify

  def expn(self, address):
    """Ask who is in a list."""
    return self.docmd("expn", _address_only(address))

  def ehlo_or_helo_if_needed(self):
    """Greet the server if that was not done."""
    if self.helo_resp is not None or self.ehlo_resp is not None or 200 <= self.ehlo()[0] <= 299:
      return
    code, message = self.helo()
    if not 200 <= code <= 299:
      raise SMTPHeloError(code, message)

  def auth(self, mechanism, authobject, *, initial_response_ok=True):
    """Log in: a function answers challenges; called without one it gives what is sent at once, or None."""
    import base64
    first = authobject() if initial_response_ok else None
    words = [mechanism.upper()]
    self._auth_challenge_count = 0
    if first is not None:
      words.append(_encoded(first))
      self._auth_challenge_count = 1
    code, reply = self.docmd("AUTH", " ".join(words))
    while code == 334:
      self._auth_challenge_count += 1
      code, reply = self.docmd(_encoded(authobject(base64.decodebytes(reply))))
      if self._auth_challenge_count > _MOST_CHALLENGES:
        raise SMTPException(f"Server AUTH mechanism infinite loop. Last response: {(code, reply)!r}")
    if code in (235, 503):
      return code, reply
    raise SMTPAuthenticationError(code, reply)

  def auth_cram_md5(self, challenge=None):
    """Answers challenges of CRAM-MD5."""
    if challenge is None:
      return None
    import hmac
    return f"{self.user} {hmac.HMAC(self.password.encode('ascii'), challenge, 'md5').hexdigest()}"

  def auth_plain(self, challenge=None):
    """Answers challenges of PLAIN."""
    return f"\0{self.user}\0{self.password}"

  def auth_login(self, challenge=None):
    """Answers challenges of LOGIN."""
    return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

  def login(self, user, password, *, initial_response_ok=True):
    """Log in by the best way that the server knows."""
    self.ehlo_or_helo_if_needed()
    if not self.has_extn("auth"):
      raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
    known = self.esmtp_features["auth"].split()
    ways = [way for way in ("CRAM-MD5", "PLAIN", "LOGIN") if way in known]
    if not ways:
      raise SMTPException("No suitable authentication method found.")
    self.user, self.password = user, password
    for way in ways:
      answer = getattr(self, "auth_" + way.lower().replace("-", "_"))
      try:
        return self.auth(way, answer, initial_response_ok=initial_response_ok)
      except SMTPAuthenticationError as error:
        last = error
    raise last

  def starttls(self, keyfile=None, certfile=None, context=None):
    """Go on with TLS."""
    self.ehlo_or_helo_if_needed()
    if not self.has_extn("starttls"):
      raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
    code, reply = self.docmd("STARTTLS")
    if code != 220:
      raise SMTPResponseException(code, reply)
    context = _check_context(context, keyfile, certfile)
    self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
    self.file = None
    self._forget_greeting()
    return code, reply

  def _forget_greeting(self):
    self.helo_resp = self.ehlo_resp = None
    self.esmtp_features = {}
    self.does_esmtp = False

  def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
    """Send a mail; the refused addresses with the answers, if not all are refused."""
    self.ehlo_or_helo_if_needed()
    if isinstance(msg, str):
      msg = _with_line_ends(msg).encode("ascii")
    options = []
    if self.does_esmtp:
      options = ([f"size={len(msg)}"] if self.has_extn("size") else []) + list(mail_options)
    code, reply = self.mail(from_addr, options)
    if code != 250:
      self._give_up(code)
      raise SMTPSenderRefused(code, reply, from_addr)
    refused = {}
    to_addrs = [to_addrs] if isinstance(to_addrs, str) else to_addrs
    for address in to_addrs:
      code, reply = self.rcpt(address, rcpt_options)
      if code not in (250, 251):
        refused[address] = code, reply
      if code == 421:
        self.close()
        raise SMTPRecipientsRefused(refused)
    if len(refused) == len(to_addrs):
      self._rset()
      raise SMTPRecipientsRefused(refused)
    code, reply = self.data(msg)
    if code != 250:
      self._give_up(code)
      raise SMTPDataError(code, reply)
    return refused

  def _give_up(self, code):
    """Forget the mail; 421 means that the server closes the connection."""
    if code == 421:
      self.close()
    else:
      self._rset()

  def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
    """Send a Message, to the addresses in its headers unless others are given."""
    import copy
    import io
    from email.generator import BytesGenerator
    self.ehlo_or_helo_if_needed()
    resent = msg.get_all("Resent-Date")
    if resent is not None and len(resent) > 1:
      raise ValueError("message has more than one 'Resent-' header block")
    sender, receivers = _addresses(msg, "Resent-" if resent else "")
    from_addr = sender() if from_addr is None else from_addr
    to_addrs = receivers() if to_addrs is None else to_addrs
    sent = copy.copy(msg)
    del sent["Bcc"]
    del sent["Resent-Bcc"]
    policy = None
    if not "".join([from_addr, *to_addrs]).isascii():
      if not self.has_extn("smtputf8"):
        raise SMTPNotSupportedError("One or more source or delivery addresses require internationalized email support, but the server does not "
                                    "advertise the required SMTPUTF8 capability")
      policy = msg.policy.clone(utf8=True)
      mail_options = *mail_options, "SMTPUTF8", "BODY=8BITMIME"
    file = io.BytesIO()
    BytesGenerator(file, policy=policy).flatten(sent, linesep=CRLF)
    return self.sendmail(from_addr, to_addrs, file.getvalue(), mail_options, rcpt_options)

  def close(self):
    """Close the connection."""
    file, self.file = self.file, None
    sock, self.sock = self.sock, None
    try:
      if file:
        file.close()
    finally:
      if sock:
        sock.close()

  def quit(self):
    """End the session and close the connection."""
    answer = self.docmd("quit")
    self._forget_greeting()
    self.close()
    return answer


def _local_name():
  name = socket.getfqdn()
  if "." in name:
    return name
  try:
    address = socket.gethostbyname(socket.gethostname())
  except socket.gaierror:
    address = "127.0.0.1"
  return f"[{address}]"


def _encoded(text):
  from email.base64mime import body_encode
  return body_encode(text.encode("ascii"), eol="")


def _addresses(message, prefix):
  """Functions that read the sender's and the receivers' addresses in the headers."""
  from email.utils import getaddresses

  def sender():
    name = prefix + ("Sender" if prefix + "Sender" in message else "From")
    return getaddresses([message[name]])[0][1]

  def receivers():
    fields = [message[prefix + name] for name in ("To", "Bcc", "Cc")]
    return [address for _, address in getaddresses([field for field in fields if field is not None])]
  return sender, receivers


class SMTP_SSL(SMTP):
  """A connection that uses TLS from the start."""

  default_port = SMTP_SSL_PORT

  def __init__(self, host="", port=0, local_hostname=None, keyfile=None, certfile=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None,
               context=None):
    self.context = _check_context(context, keyfile, certfile)
    self.keyfile = keyfile
    self.certfile = certfile
    super().__init__(host, port, local_hostname, timeout, source_address)

  def _get_socket(self, host, port, timeout):
    self._debug("connect:", (host, port))
    return self.context.wrap_socket(super()._get_socket(host, port, timeout), server_hostname=self._host)


class LMTP(SMTP):
  """A connection by LMTP; a host that begins with "/" is the name of a Unix socket."""

  ehlo_msg = "lhlo"

  def __init__(self, host="", port=LMTP_PORT, local_hostname=None, source_address=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
    super().__init__(host, port, local_hostname=local_hostname, source_address=source_address, timeout=timeout)

  def connect(self, host="localhost", port=0, source_address=None):
    if host[0] != "/":
      return super().connect(host, port, source_address=source_address)
    if self.timeout is not None and not self.timeout:
      raise ValueError("Non-blocking socket (timeout=0) is not supported")
    self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if self.timeout is not socket._GLOBAL_DEFAULT_TIMEOUT:
      self.sock.settimeout(self.timeout)
    self.file = None
    try:
      self.sock.connect(host)
    except OSError:
      self._debug("connect fail:", host)
      self.close()
      raise
    return self._greeting()
