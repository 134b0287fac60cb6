# Lines of code that is in no file, but known to a loader in its globals: templates, generated modules.
import linecache
import traceback

source = "def fail():\n  return 1 / 0  # here\n\ndef call(f):\n  f()\n"


class Loader:
  def get_source(self, name):
    print("asked for", name)
    return source


def made(filename, **names):
  namespace = {"__name__": "made.up", **names}
  exec(compile(source, filename, "exec"), namespace)
  return namespace


def show(function, *arguments):
  try:
    function(*arguments)
  except Exception as e:
    print(*traceback.format_exc().replace(__file__, "FILE").splitlines()[3:], sep="\n")
    return e


namespace = made("made_up.py", __loader__=Loader())
show(namespace["fail"])
show(namespace["call"], namespace["fail"])
error = show(made("other.py", __loader__=Loader())["call"], lambda: namespace["fail"]())
print(traceback.extract_tb(error.__traceback__)[-1].line, traceback.format_tb(error.__traceback__)[1].replace(__file__, "FILE"))
linecache.clearcache()
show(made("<angles>", __loader__=Loader())["fail"])
show(made("none.py", __loader__=None)["fail"])
show(made("nameless.py", __loader__=Loader(), __name__="")["fail"])


class Failing:
  def get_source(self, name):
    raise ImportError("no such source")


class Unknowing:
  def get_source(self, name):
    return None


show(made("failing.py", __loader__=Failing())["fail"])
show(made("unknowing.py", __loader__=Unknowing())["fail"])
linecache.cache["kept.py"] = (len(source), None, source.splitlines(True), "kept.py")
show(made("kept.py")["fail"])
try:
  try:
    namespace["fail"]()
  except ZeroDivisionError:
    made("context.py", __loader__=Loader())["call"](namespace["fail"])
except ZeroDivisionError as e:
  print(*[line for line in traceback.format_exception(e) if "lines_of_loaders" not in line])
