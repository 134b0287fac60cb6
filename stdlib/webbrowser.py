"""Shows pages in a web browser: the one that BROWSER names, the desktop's, or one that is installed.

    webbrowser.open("https://example.org")
"""

import os
import shlex
import shutil
import subprocess
import sys

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

# [class, object] by name in lower case, and the names in the order in which they are tried; None before the first use.
_browsers = {}
_tryorder = None
_preferred_by_desktop = None


class Error(Exception):
  """There is no browser, or it can't do that."""


def register(name, klass, instance=None, *, preferred=False):
  """Make a browser known: an object, or the class that makes it; a preferred one is tried first."""
  _prepare()
  _browsers[name.lower()] = [klass, instance]
  if preferred or (_preferred_by_desktop and name in _preferred_by_desktop):
    _tryorder.insert(0, name)
  else:
    _tryorder.append(name)


def get(using=None):
  """The object for a browser's name or a command with "%s", or for the first browser that there is."""
  _prepare()
  for name in _tryorder if using is None else [using]:
    if "%s" in name:
      command = shlex.split(name)
      return BackgroundBrowser(command[:-1]) if command[-1] == "&" else GenericBrowser(command)
    klass, instance = _browsers.get(name.lower()) or _synthesize(name)
    if instance is not None:
      return instance
    if klass is not None:
      return klass()
  raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
  """Show a page, in the same window (0), a new one (1) or a new tab (2); whether a browser did."""
  _prepare()
  return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
  """Show a page in a new window."""
  return open(url, 1)


def open_new_tab(url):
  """Show a page in a new tab."""
  return open(url, 2)


def _synthesize(name, *, preferred=False):
  """[class, object] of a command, after the browser that its program is called like; Nones if there is none."""
  command = name.split()[0]
  program = os.path.basename(command).lower()
  if not shutil.which(command) or program not in _browsers:
    return [None, None]
  controller = _browsers[program][1]
  if not controller or program != controller.basename:
    return [None, None]
  import copy
  controller = copy.copy(controller)
  controller.name = name
  controller.basename = os.path.basename(name)
  register(name, None, controller, preferred=preferred)
  return [None, controller]


class BaseBrowser:
  """Base of all browsers."""

  args = ["%s"]

  def __init__(self, name=""):
    self.name = name
    self.basename = name

  def open(self, url, new=0, autoraise=True):
    raise NotImplementedError

  def open_new(self, url):
    return self.open(url, 1)

  def open_new_tab(self, url):
    return self.open(url, 2)


class GenericBrowser(BaseBrowser):
  """A command that is run for each page, and waited for."""

  def __init__(self, name):
    if isinstance(name, str):
      self.name, self.args = name, ["%s"]
    else:
      self.name, *self.args = name
    self.basename = os.path.basename(self.name)

  def open(self, url, new=0, autoraise=True):
    sys.audit("webbrowser.open", url)
    try:
      return not self._start(url).wait()
    except OSError:
      return False

  def _start(self, url, **options):
    return subprocess.Popen([self.name, *[argument.replace("%s", url) for argument in self.args]], **options)


class BackgroundBrowser(GenericBrowser):
  """A command that is run for each page, and left running."""

  def open(self, url, new=0, autoraise=True):
    sys.audit("webbrowser.open", url)
    try:
      return self._start(url, start_new_session=True).poll() is None
    except OSError:
      return False


class UnixBrowser(BaseBrowser):
  """A browser whose command talks to the one that runs already."""

  background = False
  redirect_stdout = True
  remote_args = ["%action", "%s"]
  remote_action = None
  remote_action_newwin = None
  remote_action_newtab = None

  def open(self, url, new=0, autoraise=True):
    sys.audit("webbrowser.open", url)
    if new not in (0, 1, 2):
      raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
    action = (self.remote_action, self.remote_action_newwin, self.remote_action_newtab)[new]
    if new == 2 and action is None:
      action = self.remote_action_newwin
    arguments = [argument.replace("%s", url).replace("%action", action) for argument in self.remote_args]
    if self._run([argument for argument in arguments if argument], True):
      return True
    return self._run([argument.replace("%s", url) for argument in self.args], False)

  def _run(self, arguments, remote):
    quiet = subprocess.DEVNULL if remote or self.background else None
    process = subprocess.Popen([self.name, *arguments], stdin=quiet, stdout=quiet if self.redirect_stdout else None, stderr=quiet, start_new_session=True)
    if remote:
      try:
        return not process.wait(5)
      except subprocess.TimeoutExpired:
        return True
    return process.poll() is None if self.background else not process.wait()


class Mozilla(UnixBrowser):
  """Firefox and its kin."""

  remote_action = ""
  remote_action_newwin = "-new-window"
  remote_action_newtab = "-new-tab"
  background = True


class Chrome(UnixBrowser):
  """Chrome and Chromium."""

  remote_action = ""
  remote_action_newwin = "--new-window"
  remote_action_newtab = ""
  background = True


Chromium = Chrome


class Opera(UnixBrowser):
  """Opera."""

  remote_action = ""
  remote_action_newwin = "--new-window"
  remote_action_newtab = ""
  background = True


class Elinks(UnixBrowser):
  """Elinks, in the terminal."""

  remote_args = ["-remote", "openURL(%s%action)"]
  remote_action = ""
  remote_action_newwin = ",new-window"
  remote_action_newtab = ",new-tab"
  background = False
  redirect_stdout = False


def _register_installed(names, make):
  for name in names:
    if shutil.which(name):
      register(name, None, make(name))


def _register_graphical():
  global _preferred_by_desktop
  try:
    answer = subprocess.check_output(["xdg-settings", "get", "default-web-browser"], stderr=subprocess.DEVNULL)
    _preferred_by_desktop = answer.decode().strip()
  except (OSError, subprocess.CalledProcessError):
    pass
  _register_installed(["xdg-open"], BackgroundBrowser)
  _register_installed(["gio"], lambda name: BackgroundBrowser([name, "open", "--", "%s"]))
  _register_installed(["x-www-browser"], BackgroundBrowser)
  _register_installed(["firefox", "iceweasel", "seamonkey"], Mozilla)
  _register_installed(["google-chrome", "chrome", "chromium", "chromium-browser"], Chrome)
  _register_installed(["opera"], Opera)


def _prepare():
  """Find the browsers, at the first use."""
  global _tryorder
  if _tryorder is not None:
    return
  _tryorder = []
  if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
    _register_graphical()
  if os.environ.get("TERM"):
    _register_installed(["www-browser", "links"], GenericBrowser)
    _register_installed(["elinks"], Elinks)
    _register_installed(["lynx", "w3m"], GenericBrowser)
  # Those of the user come before all others.
  for command in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
    if command and not _synthesize(command, preferred=True)[1]:
      register(command, None, GenericBrowser(command), preferred=True)


if __name__ == "__main__":
  import _command_lines
  _command_lines.webbrowser()
