# Browsers that are commands: those in BROWSER, those of names and classes, what they are called with, which one is tried first.
import os
import sys
import tempfile
import time

folder = tempfile.TemporaryDirectory()
log = os.path.join(folder.name, "log")


def program(name, status=0):
  path = os.path.join(folder.name, name)
  with open(path, "w") as file:
    file.write(f'#!/bin/sh\necho {name} "$@" >> {log}\nexit {status}\n')
  os.chmod(path, 0o755)
  return path


def logged():
  with open(log) as file:
    return file.read().split("\n")[:-1]


for name, status in (("lynx", 0), ("w3m", 0), ("broken", 1), ("own", 0), ("firefox", 0), ("chrome", 1)):
  program(name, status)
os.environ.update(PATH=f"{folder.name}:/bin:/usr/bin", TERM="xterm", BROWSER=os.pathsep.join(["broken", f"{folder.name}/own -x %s"]))
for name in ("DISPLAY", "WAYLAND_DISPLAY"):
  os.environ.pop(name, None)
import webbrowser

print(webbrowser.open("http://a/"), logged())
print(webbrowser.open_new("http://b/"), webbrowser.open_new_tab("http://c/"), logged()[2:])
print(type(webbrowser.get()).__name__, webbrowser.get("lynx").name, webbrowser.get("LYNX").basename, webbrowser.get("own --new %s").args)
print(webbrowser.get("w3m").open("http://d/"), webbrowser.get("broken %s").open("http://e/"), webbrowser.get("nothing_there %s").open("http://f/"), logged()[6:])
print(type(webbrowser.get("own %s &")).__name__, webbrowser.get(f"{folder.name}/lynx").name.replace(folder.name, ""))
background = webbrowser.BackgroundBrowser("own")
background.open("http://g/")
for kind, name in ((webbrowser.Mozilla, "firefox"), (webbrowser.Chrome, "firefox"), (webbrowser.Elinks, "firefox")):
  browser = kind(name)
  print(kind.__name__, browser.open("http://h/"), browser.open_new("http://i/"), browser.open_new_tab("http://j/"))
deadline = time.monotonic() + 5
while len(logged()) < 18 and time.monotonic() < deadline:
  time.sleep(0.01)
print(*sorted(logged()[8:]), sep="\n")


class Mine(webbrowser.BaseBrowser):
  """Prints."""

  def open(self, url, new=0, autoraise=True):
    print("mine", url, new, autoraise)
    return True


webbrowser.register("Mine", Mine)
print(webbrowser.get("mine").open_new_tab("http://k/"))
webbrowser.register("first", None, Mine("first"), preferred=True)
print(webbrowser.open("http://l/", 1, False), webbrowser.get().name)
for wrong in (lambda: webbrowser.get("none"), lambda: webbrowser.Mozilla("firefox").open("u", 5), lambda: webbrowser.BaseBrowser().open("u"),
              lambda: webbrowser.Mozilla("nothing_there").open("u"), lambda: webbrowser.register()):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
