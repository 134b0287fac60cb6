"""A prompt that a program offers: lines become commands that run in a namespace of its own."""

import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
  """Runs source in a namespace and writes what goes wrong. Where lines come from is not its business."""

  def __init__(self, locals=None):
    self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
    self.compile = CommandCompiler()

  def runsource(self, source, filename="<input>", symbol="single"):
    """Run the source. True: it is not complete; nothing has happened."""
    try:
      code = self.compile(source, filename, symbol)
    except (OverflowError, SyntaxError, ValueError):
      self.showsyntaxerror(filename)
      return False
    if code is None:
      return True
    self.runcode(code)
    return False

  def runcode(self, code):
    """Run a code object. SystemExit goes on; other exceptions are shown."""
    try:
      exec(code, self.locals)
    except SystemExit:
      raise
    except:
      self.showtraceback()

  def showsyntaxerror(self, filename=None):
    """Write the syntax error that is being handled. It has no traceback."""
    kind, error, stack = sys.exc_info()
    if filename and kind is SyntaxError:
      try:
        message, (_, lineno, offset, line) = error.args
      except ValueError:
        pass  # not made by the compiler
      else:
        error = SyntaxError(message, (filename, lineno, offset, line))
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, stack
    if sys.excepthook is sys.__excepthook__:
      self.write("".join(traceback.format_exception_only(kind, error)))
    else:
      sys.excepthook(kind, error, stack)

  def showtraceback(self):
    """Write the exception that is being handled, without the frame of this class."""
    kind, error, stack = sys.exc_info()
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, stack
    try:
      if sys.excepthook is sys.__excepthook__:
        self.write("".join(traceback.format_exception(kind, error, stack.tb_next)))
      else:
        sys.excepthook(kind, error, stack)
    finally:
      error = stack = None

  def write(self, data):
    """Write a text to sys.stderr."""
    sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
  """Reads lines with prompts, as the interpreter itself does."""

  def __init__(self, locals=None, filename="<console>"):
    super().__init__(locals)
    self.filename = filename
    self.resetbuffer()

  def resetbuffer(self):
    """Forget the lines of an unfinished command."""
    self.buffer = []

  def interact(self, banner=None, exitmsg=None):
    """Read and run commands until the input ends."""
    for name, default in (("ps1", ">>> "), ("ps2", "... ")):
      if not hasattr(sys, name):
        setattr(sys, name, default)
    if banner is None:
      hint = 'Type "help", "copyright", "credits" or "license" for more information.'
      self.write(f"Python {sys.version} on {sys.platform}\n{hint}\n({type(self).__name__})\n")
    elif banner:
      self.write(f"{banner}\n")
    more = False
    while True:
      try:
        try:
          line = self.raw_input(sys.ps2 if more else sys.ps1)
        except EOFError:
          self.write("\n")
          break
        more = self.push(line)
      except KeyboardInterrupt:
        self.write("\nKeyboardInterrupt\n")
        self.resetbuffer()
        more = False
    if exitmsg is None:
      self.write(f"now exiting {type(self).__name__}...\n")
    elif exitmsg:
      self.write(f"{exitmsg}\n")

  def push(self, line):
    """Add a line without its end. True: the command is not complete yet."""
    self.buffer.append(line)
    more = self.runsource("\n".join(self.buffer), self.filename)
    if not more:
      self.resetbuffer()
    return more

  def raw_input(self, prompt=""):
    """A line from sys.stdin, without its end; EOFError at the end of the input."""
    return input(prompt)


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
  """Run an InteractiveConsole; `readfunc` replaces its raw_input()."""
  console = InteractiveConsole(local)
  if readfunc is not None:
    console.raw_input = readfunc
  console.interact(banner, exitmsg)


if __name__ == "__main__":
  import _command_lines
  _command_lines.code()
