"""Accounts and passwords of hosts, as ~/.netrc keeps them for FTP and HTTP clients."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
  """A file that cannot be understood, or that others may read."""

  def __init__(self, msg, filename=None, lineno=None):
    self.filename = filename
    self.lineno = lineno
    self.msg = msg
    super().__init__(msg)

  def __str__(self):
    return f"{self.msg} ({self.filename}, line {self.lineno})"


class _Words:
  """The words of a file: quotes keep blanks inside, a backslash keeps any character. Lines that are skipped or belong to a macro
  do not count in `line`, as in CPython."""

  def __init__(self, text):
    self.text = text
    self.pos = 0
    self.line = 1

  def char(self):
    char = self.text[self.pos:self.pos + 1]
    self.pos += len(char)
    self.line += char == "\n"
    return char

  def next(self):
    """The next word, or an empty one at the end."""
    char = self.char()
    while char and char in "\n\t\r ":
      char = self.char()
    word = []
    ends = "\n\t\r "
    if char == '"':
      ends = '"'
      char = self.char()
    while char and char not in ends:
      word.append(self.char() if char == "\\" else char)
      char = self.char()
    return "".join(word)

  def rest_of_line(self):
    """Everything up to the line's end, which is included."""
    end = self.text.find("\n", self.pos) + 1 or len(self.text)
    line, self.pos = self.text[self.pos:end], end
    return line


class netrc:
  """The entries of a file, by default ~/.netrc: `hosts` maps names to (login, account, password), `macros` to lists of lines."""

  def __init__(self, file=None):
    default_netrc = file is None
    if default_netrc:
      file = os.path.join(os.path.expanduser("~"), ".netrc")
    self.hosts = {}
    self.macros = {}
    try:
      self._read(file, "utf-8", default_netrc)
    except UnicodeDecodeError:
      self._read(file, "locale", default_netrc)

  def _read(self, file, encoding, default_netrc):
    with open(file, encoding=encoding) as fp:
      self._parse(file, fp, default_netrc)

  def _parse(self, file, fp, default_netrc):
    words = _Words(fp.read())
    word = None
    while True:
      line = words.line
      keyword, word = words.next() if word is None else word, None
      if not keyword:
        return
      if keyword[0] == "#":
        if words.line == line and keyword == "#":
          words.rest_of_line()
      elif keyword == "macdef":
        self._macro(words, file)
      elif keyword in ("machine", "default"):
        word = self._entry(words, keyword, file, fp, default_netrc)
      else:
        raise NetrcParseError("bad toplevel token %r" % keyword, file, words.line)

  def _macro(self, words, file):
    lines = self.macros[words.next()] = []
    while (line := words.rest_of_line()) != "\n":
      if not line:
        raise NetrcParseError("Macro definition missing null line terminator.", file, words.line)
      lines.append(line)

  def _entry(self, words, keyword, file, fp, default_netrc):
    """Read what follows the name of a host; the word that ends it."""
    name = words.next() if keyword == "machine" else keyword
    if not name:
      raise NetrcParseError("missing %r name" % keyword, file, words.line)
    fields = {"login": "", "account": "", "password": ""}
    self.hosts[name] = {}
    while True:
      line = words.line
      word = words.next()
      if word.startswith("#"):
        if words.line == line:
          words.rest_of_line()
      elif word in ("", "machine", "default", "macdef"):
        self.hosts[name] = tuple(fields.values())
        self._security_check(fp, default_netrc, fields["login"])
        return word
      elif word == "user" or word in fields:
        fields["login" if word == "user" else word] = words.next()
      else:
        raise NetrcParseError("bad follower token %r" % word, file, words.line)

  def _security_check(self, fp, default_netrc, login):
    """Passwords in ~/.netrc must belong to the user alone."""
    if not default_netrc or login == "anonymous":
      return
    status = os.fstat(fp.fileno())
    if status.st_uid != os.getuid():
      raise NetrcParseError(f"~/.netrc file owner ({_user_name(status.st_uid)}, {_user_name(os.getuid())}) does not match current user")
    if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
      raise NetrcParseError("~/.netrc access too permissive: access permissions must restrict access to only the owner")

  def authenticators(self, host):
    """(login, account, password) of a host or of the default entry, or None."""
    return self.hosts.get(host) or self.hosts.get("default")

  def __repr__(self):
    text = ""
    for host, (login, account, password) in self.hosts.items():
      text += f"machine {host}\n\tlogin {login}\n"
      if account:
        text += f"\taccount {account}\n"
      text += f"\tpassword {password}\n"
    for macro, lines in self.macros.items():
      text += f"macdef {macro}\n{''.join(lines)}\n"
    return text


def _user_name(number):
  import pwd
  try:
    return pwd.getpwuid(number)[0]
  except KeyError:
    return "uid %s" % number


if __name__ == "__main__":
  print(netrc())
