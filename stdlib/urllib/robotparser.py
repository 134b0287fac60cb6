"""What a site's robots.txt allows to programs that visit its pages.

>>> import urllib.robotparser
>>> parser = urllib.robotparser.RobotFileParser()
>>> parser.parse(["User-agent: *", "Disallow: /private"])
>>> parser.can_fetch("crawler", "https://example.org/private/page")
False
"""

import time
import urllib.error
import urllib.request
from collections import namedtuple
from urllib.parse import quote, unquote, urlparse, urlunparse

__all__ = ["RobotFileParser"]

RequestRate = namedtuple("RequestRate", "requests seconds")


class RobotFileParser:
  """The rules of one robots.txt."""

  def __init__(self, url=""):
    self.entries = []
    self.sitemaps = []
    self.default_entry = None
    self.disallow_all = False
    self.allow_all = False
    self.set_url(url)
    self.last_checked = 0

  def mtime(self):
    """When the rules were read; 0 before that."""
    return self.last_checked

  def modified(self):
    """Takes the present time as that of reading."""
    self.last_checked = time.time()

  def set_url(self, url):
    """Says where the file is."""
    self.url = url
    self.host, self.path = urlparse(url)[1:3]

  def read(self):
    """Fetches the file. A site that refuses it allows nothing, one that has none allows everything."""
    try:
      response = urllib.request.urlopen(self.url)
    except urllib.error.HTTPError as error:
      if error.code in (401, 403):
        self.disallow_all = True
      elif 400 <= error.code < 500:
        self.allow_all = True
    else:
      self.parse(response.read().decode("utf-8").splitlines())

  def _add_entry(self, entry):
    if "*" not in entry.useragents:
      self.entries.append(entry)
    elif self.default_entry is None:
      self.default_entry = entry

  def parse(self, lines):
    """Takes the rules from the lines of the file."""
    self.modified()
    entry, has_rules = Entry(), False
    for line in lines:
      if not line and (has_rules or entry.useragents):
        if has_rules:
          self._add_entry(entry)
        entry, has_rules = Entry(), False
      key, colon, value = line.partition("#")[0].strip().partition(":")
      if not colon:
        continue
      key, value = key.strip().lower(), unquote(value.strip())
      if key == "user-agent":
        if has_rules:
          self._add_entry(entry)
          entry, has_rules = Entry(), False
        entry.useragents.append(value)
      elif key == "sitemap":
        self.sitemaps.append(value)
      elif entry.useragents and entry.take(key, value):
        has_rules = True
    if has_rules:
      self._add_entry(entry)

  def _entry_for(self, useragent):
    for entry in self.entries:
      if entry.applies_to(useragent):
        return entry
    return self.default_entry

  def can_fetch(self, useragent, url):
    """Whether a program of this name may fetch a page. Before the rules are read it may fetch nothing."""
    if self.disallow_all:
      return False
    if self.allow_all:
      return True
    if not self.last_checked:
      return False
    parts = urlparse(unquote(url))
    path = quote(urlunparse(("", "", parts.path, parts.params, parts.query, parts.fragment))) or "/"
    entry = self._entry_for(useragent)
    return entry.allowance(path) if entry else True

  def crawl_delay(self, useragent):
    """The seconds to wait between requests, or None."""
    entry = self._entry_for(useragent) if self.mtime() else None
    return entry.delay if entry else None

  def request_rate(self, useragent):
    """How many requests are welcome in how many seconds, or None."""
    entry = self._entry_for(useragent) if self.mtime() else None
    return entry.req_rate if entry else None

  def site_maps(self):
    """The URLs of the site's maps, or None."""
    return self.sitemaps or None

  def __str__(self):
    entries = self.entries if self.default_entry is None else [*self.entries, self.default_entry]
    return "\n\n".join(map(str, entries))


class RuleLine:
  """Paths that are allowed or not."""

  def __init__(self, path, allowance):
    self.allowance = allowance or path == ""  # to disallow nothing is to allow everything
    self.path = quote(urlunparse(urlparse(path)))

  def applies_to(self, filename):
    return self.path == "*" or filename.startswith(self.path)

  def __str__(self):
    return f"{'Allow' if self.allowance else 'Disallow'}: {self.path}"


class Entry:
  """The rules for some programs."""

  def __init__(self):
    self.useragents = []
    self.rulelines = []
    self.delay = None
    self.req_rate = None

  def take(self, key, value):
    """Adds what a line says; whether it is a line of rules."""
    if key in ("allow", "disallow"):
      self.rulelines.append(RuleLine(value, key == "allow"))
    elif key == "crawl-delay":
      if value.isdigit():
        self.delay = int(value)
    elif key == "request-rate":
      numbers = value.split("/")
      if len(numbers) == 2 and all(number.strip().isdigit() for number in numbers):
        self.req_rate = RequestRate(*map(int, numbers))
    else:
      return False
    return True

  def applies_to(self, useragent):
    """Whether the rules are for a program of this name."""
    useragent = useragent.split("/")[0].lower()
    return any(agent == "*" or agent.lower() in useragent for agent in self.useragents)

  def allowance(self, filename):
    """What the first rule for a path says."""
    for line in self.rulelines:
      if line.applies_to(filename):
        return line.allowance
    return True

  def __str__(self):
    lines = [f"User-agent: {agent}" for agent in self.useragents]
    if self.delay is not None:
      lines.append(f"Crawl-delay: {self.delay}")
    if self.req_rate is not None:
      lines.append(f"Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}")
    lines.extend(map(str, self.rulelines))
    return "\n".join(lines)
