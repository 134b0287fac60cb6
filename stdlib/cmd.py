"""Programs that read commands: a subclass of Cmd with a method do_NAME for each command.

>>> class Greeter(Cmd):
...   def do_hello(self, line):
...     print("Hello", line)
>>> Greeter().onecmd("hello you")
Hello you
"""

import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
  """Reads lines and calls the methods of the commands. Methods and attributes may be overridden."""

  prompt = PROMPT
  identchars = IDENTCHARS
  ruler = "="
  lastcmd = ""
  intro = None
  doc_leader = ""
  doc_header = "Documented commands (type help <topic>):"
  misc_header = "Miscellaneous help topics:"
  undoc_header = "Undocumented commands:"
  nohelp = "*** No help on %s"
  use_rawinput = 1

  def __init__(self, completekey="tab", stdin=None, stdout=None):
    self.stdin = sys.stdin if stdin is None else stdin
    self.stdout = sys.stdout if stdout is None else stdout
    self.cmdqueue = []
    self.completekey = completekey

  def cmdloop(self, intro=None):
    """Reads and carries out commands until one gives a true value."""
    self.preloop()
    if intro is not None:
      self.intro = intro
    if self.intro:
      self.stdout.write(str(self.intro) + "\n")
    stop = None
    while not stop:
      line = self.cmdqueue.pop(0) if self.cmdqueue else self._read_line()
      line = self.precmd(line)
      stop = self.onecmd(line)
      stop = self.postcmd(stop, line)
    self.postloop()

  def _read_line(self):
    if self.use_rawinput:
      try:
        return input(self.prompt)
      except EOFError:
        return "EOF"
    self.stdout.write(self.prompt)
    self.stdout.flush()
    line = self.stdin.readline()
    return line.rstrip("\r\n") if line else "EOF"

  def precmd(self, line):
    """Called before a command; gives the line to carry out."""
    return line

  def postcmd(self, stop, line):
    """Called after a command; gives whether to stop."""
    return stop

  def preloop(self):
    """Called before the first command."""

  def postloop(self):
    """Called after the last command."""

  def parseline(self, line):
    """(command, rest, line); "?" means help, "!" shell."""
    line = line.strip()
    if not line:
      return None, None, line
    if line[0] == "?":
      line = "help " + line[1:]
    elif line[0] == "!":
      if not hasattr(self, "do_shell"):
        return None, None, line
      line = "shell " + line[1:]
    end = 0
    while end < len(line) and line[end] in self.identchars:
      end += 1
    return line[:end], line[end:].strip(), line

  def onecmd(self, line):
    """Carries out one line."""
    command, rest, line = self.parseline(line)
    if not line:
      return self.emptyline()
    if command is None:
      return self.default(line)
    self.lastcmd = "" if line == "EOF" else line
    if command == "":
      return self.default(line)
    function = getattr(self, "do_" + command, None)
    if function is None:
      return self.default(line)
    return function(rest)

  def emptyline(self):
    """An empty line: the last command again."""
    if self.lastcmd:
      return self.onecmd(self.lastcmd)
    return None

  def default(self, line):
    """A line with an unknown command."""
    self.stdout.write(f"*** Unknown syntax: {line}\n")

  def completedefault(self, *ignored):
    """Completions of arguments, for commands without complete_NAME()."""
    return []

  def completenames(self, text, *ignored):
    """The commands that begin with the text."""
    return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

  def get_names(self):
    """The names in which commands are looked for."""
    return dir(self.__class__)

  def complete_help(self, *args):
    """Completions of help."""
    commands = set(self.completenames(*args))
    topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
    return list(commands | topics)

  def do_help(self, arg):
    'List available commands with "help" or detailed help with "help cmd".'
    if arg:
      self._help_on(arg)
      return
    names = self.get_names()
    topics = {name[5:] for name in names if name.startswith("help_")}
    documented, undocumented = [], []
    for name in sorted({name for name in names if name.startswith("do_")}):
      command = name[3:]
      if command in topics:
        documented.append(command)
        topics.remove(command)
      elif getattr(self, name).__doc__:
        documented.append(command)
      else:
        undocumented.append(command)
    self.stdout.write(f"{self.doc_leader}\n")
    self.print_topics(self.doc_header, documented, 15, 80)
    self.print_topics(self.misc_header, sorted(topics), 15, 80)
    self.print_topics(self.undoc_header, undocumented, 15, 80)

  def _help_on(self, topic):
    function = getattr(self, "help_" + topic, None)
    if function is not None:
      function()
      return
    command = getattr(self, "do_" + topic, None)
    doc = None if command is None else command.__doc__
    self.stdout.write(f"{doc or self.nohelp % (topic,)}\n")

  def print_topics(self, header, cmds, cmdlen, maxcol):
    """Writes a list of topics below a heading."""
    if cmds:
      self.stdout.write(f"{header}\n")
      if self.ruler:
        self.stdout.write(f"{self.ruler * len(header)}\n")
      self.columnize(cmds, maxcol - 1)
      self.stdout.write("\n")

  def columnize(self, list, displaywidth=80):
    """Writes texts in as few lines as possible, in columns."""
    if not list:
      self.stdout.write("<empty>\n")
      return
    wrong = [index for index, item in enumerate(list) if not isinstance(item, str)]
    if wrong:
      raise TypeError(f"list[i] not a string for i in {', '.join(map(str, wrong))}")
    if len(list) == 1:
      self.stdout.write(f"{list[0]}\n")
      return
    for rows in range(1, len(list) + 1):
      columns = [list[start:start + rows] for start in range(0, len(list), rows)]
      widths = [max(map(len, column)) for column in columns]
      if sum(widths) + 2 * (len(widths) - 1) <= displaywidth or rows == len(list):
        break
    for row in range(rows):
      texts = [column[row] if row < len(column) else "" for column in columns]
      while texts and not texts[-1]:
        texts.pop()
      self.stdout.write("  ".join([text.ljust(width) for text, width in zip(texts, widths)]) + "\n")
