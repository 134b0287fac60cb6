"""The text that help() prints, about modules, classes, functions and values.

>>> print(render_doc(len, renderer=plaintext).splitlines()[0])
Python Library Documentation: built-in function len in module builtins
"""

import builtins
import inspect
import re
import reprlib
import sys

__all__ = ["help"]

_HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__file__", "__loader__", "__module__", "__name__",
           "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__version__"}
_RULE = "-" * 70
_LONGEST_VALUE = 70
_KINDS = (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
          ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"), ("Data and other attributes", "data"))
_GENERATED = """

The following documentation is automatically generated from the Python
source files.  It may be incomplete, incorrect or include features that
are considered implementation detail and may vary between Python
implementations.  When in doubt, consult the module reference at the
location listed above.
"""


# Texts of objects.

def getdoc(object):
  """Its docstring, else the comment above it. Methods have those of what they override, classes and values none of their bases or classes."""
  doc = _docstring(object) or inspect.getcomments(object)
  return re.sub("^ *\n", "", doc.rstrip()) if doc else ""


def _docstring(object):
  if inspect.isclass(object):
    doc = object.__dict__.get("__doc__")
  elif not _is_value(object):
    return inspect.getdoc(object)
  else:
    doc = getattr(object, "__doc__", None)
    if doc == type(object).__doc__:
      return None
  return inspect.cleandoc(doc) if isinstance(doc, str) else None


def splitdoc(doc):
  """The first line of a docstring, "" unless an empty one follows, and the rest."""
  lines = doc.strip().split("\n")
  if len(lines) == 1:
    return lines[0], ""
  if not lines[1].rstrip():
    return lines[0], "\n".join(lines[2:])
  return "", "\n".join(lines)


def classname(object, modname):
  """The name of a class, with its module if that is another one."""
  return object.__name__ if object.__module__ == modname else f"{object.__module__}.{object.__name__}"


def isdata(object):
  """Whether it is a plain value."""
  return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isframe(object)
              or inspect.istraceback(object) or inspect.iscode(object))


def replace(text, *pairs):
  """The text with the first of each pair replaced by the second."""
  for old, new in zip(pairs[::2], pairs[1::2]):
    text = text.replace(old, new)
  return text


def cram(text, maxlen):
  """The text, without its middle if it is too long."""
  if len(text) <= maxlen:
    return text
  before = max(0, (maxlen - 3) // 2)
  after = max(0, maxlen - 3 - before)
  return f"{text[:before]}...{text[len(text) - after:]}"


def stripid(text):
  """The repr of an object without its address."""
  return re.sub(" at 0x[0-9a-f]{6,16}(>+)$", r"\1", text, flags=re.IGNORECASE)


def allmethods(cl):
  """The methods of a class and its bases by name."""
  return {name: getattr(cl, name) for cls in inspect.getmro(cl) for name, _ in inspect.getmembers(cls, inspect.isroutine)}


def visiblename(name, all=None, obj=None):
  """Whether documentation shows a name; `all` are those that a module exports."""
  if name in _HIDDEN:
    return 0
  if name.startswith("__") and name.endswith("__"):
    return 1
  if name.startswith("_") and hasattr(obj, "_fields"):
    return True
  if type(getattr(obj, name, None)).__name__ == "_Feature":
    return False
  return not name.startswith("_") if all is None else name in all


def classify_class_attrs(object):
  """(name, kind, class, value) of a class's attributes."""
  attributes = []
  for name, kind, cls, value in inspect.classify_class_attrs(object):
    if inspect.isdatadescriptor(value):
      kind = "readonly property" if isinstance(value, property) and value.fset is None else "data descriptor"
    attributes.append((name, kind, cls, value))
  return attributes


def sort_attributes(attrs, object):
  """Sort (name, ...) by name, the fields of a named tuple first."""
  fields = getattr(object, "_fields", ())
  order = {name: place - len(fields) for place, name in enumerate(fields)} if isinstance(fields, (tuple, list)) else {}
  attrs.sort(key=lambda attribute: (order.get(attribute[0], 0), attribute[0]))


def _signature(object):
  try:
    return str(inspect.signature(object))
  except (ValueError, TypeError):
    return None


class TextRepr(reprlib.Repr):
  """The repr of values, with the middle of long ones left out."""

  def __init__(self):
    super().__init__()
    self.maxtuple, self.maxlist, self.maxdict, self.maxstring, self.maxother = 20, 20, 10, 100, 100

  def repr1(self, x, level):
    handler = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
    return handler(x, level) if handler else cram(stripid(repr(x)), self.maxother)

  def repr_string(self, x, level):
    short = cram(x, self.maxstring)
    shown = repr(short)
    if "\\" in short and "\\" not in shown.replace("\\\\", ""):
      return f"r{shown[0]}{short}{shown[0]}"
    return shown

  repr_str = repr_string

  def repr_instance(self, x, level):
    try:
      return cram(stripid(repr(x)), self.maxstring)
    except Exception:
      return f"<{x.__class__.__name__} instance>"


class Doc:
  """Base of what makes documentation: document() calls the method for a kind of object."""

  def document(self, object, name=None, *args):
    try:
      if inspect.ismodule(object):
        return self.docmodule(object, name, *args)
      if inspect.isclass(object):
        return self.docclass(object, name, *args)
      if inspect.isroutine(object):
        return self.docroutine(object, name, *args)
    except AttributeError:
      # It only looks like one.
      pass
    if inspect.isdatadescriptor(object):
      return self.docdata(object, name, *args)
    return self.docother(object, name, *args)

  def fail(self, object, name=None, *args):
    """Refuse an object."""
    raise TypeError(f"don't know how to document object{name and ' ' + repr(name)} of type {type(object).__name__}")

  docmodule = docclass = docroutine = docother = docproperty = docdata = fail


class TextDoc(Doc):
  """Documentation as text; bold characters are printed twice."""

  repr = TextRepr().repr

  def bold(self, text):
    return "".join([f"{character}\b{character}" for character in text])

  def indent(self, text, prefix="    "):
    """The text with the prefix before each line."""
    if not text:
      return ""
    *lines, last = [prefix + line for line in text.split("\n")]
    return "\n".join([*lines, last.rstrip()])

  def section(self, title, contents):
    """A part of the documentation of a module."""
    return f"{self.bold(title)}\n{self.indent(contents).rstrip()}\n\n"

  def formattree(self, tree, modname, parent=None, prefix=""):
    """What inspect.getclasstree() gives, a line for each class."""
    lines = []
    for entry in tree:
      if isinstance(entry, list):
        lines.append(self.formattree(entry, modname, cls, prefix + "    "))
        continue
      cls, bases = entry
      others = f"({', '.join([classname(base, modname) for base in bases])})" if bases and bases != (parent,) else ""
      lines.append(f"{prefix}{classname(cls, modname)}{others}\n")
    return "".join(lines)

  # Modules.

  def docmodule(self, object, name=None, mod=None):
    name = object.__name__
    synopsis, description = splitdoc(getdoc(object))
    sections = [("NAME", name + (synopsis and " - " + synopsis)), ("MODULE REFERENCE", _reference(object)), ("DESCRIPTION", description)]
    sections += self._contents_of_package(object)
    sections += self._members(object)
    for title in ("version", "date", "author", "credits"):
      if hasattr(object, f"__{title}__"):
        sections.append((title.upper(), str(getattr(object, f"__{title}__"))))
    try:
      file = inspect.getabsfile(object)
    except TypeError:
      file = "(built-in)"
    sections.append(("FILE", file))
    return "".join([self.section(title, text) for title, text in sections if text or title not in ("MODULE REFERENCE", "DESCRIPTION")])

  def _contents_of_package(self, module):
    sections, names = [], set()
    if hasattr(module, "__path__"):
      import pkgutil
      found = list(pkgutil.iter_modules(module.__path__))
      names.update([name for _, name, _ in found])
      sections.append(("PACKAGE CONTENTS", "\n".join(sorted([name + (" (package)" if is_package else "") for _, name, is_package in found]))))
    others = sorted([key for key, value in inspect.getmembers(module, inspect.ismodule)
                     if value.__name__.startswith(module.__name__ + ".") and key not in names])
    if others:
      sections.append(("SUBMODULES", "\n".join(others)))
    return sections

  def _members(self, module):
    """What a module exports; without __all__, its own classes and functions."""
    exported, name = getattr(module, "__all__", None), module.__name__

    def shown(predicate, is_own):
      return [(key, value) for key, value in inspect.getmembers(module, predicate)
              if (exported is not None or is_own(value)) and visiblename(key, exported, module)]
    classes = shown(inspect.isclass, lambda value: (inspect.getmodule(value) or module) is module)
    functions = shown(inspect.isroutine, lambda value: inspect.isbuiltin(value) or inspect.getmodule(value) is module)
    data = shown(isdata, lambda value: True)
    sections = []
    if classes:
      tree = self.formattree(inspect.getclasstree([value for _, value in classes], True), name)
      sections.append(("CLASSES", "\n".join([tree] + [self.document(value, key, name) for key, value in classes])))
    if functions:
      sections.append(("FUNCTIONS", "\n".join([self.document(value, key, name) for key, value in functions])))
    if data:
      sections.append(("DATA", "\n".join([self.docother(value, key, name, maxlen=_LONGEST_VALUE) for key, value in data])))
    return sections

  # Classes.

  def docclass(self, object, name=None, mod=None, *ignored):
    home, real = object.__module__, object.__name__
    name = name or real
    title = f"class {self.bold(real)}" if name == real else f"{self.bold(name)} = class {real}"
    if object.__bases__:
      title += f"({', '.join([classname(base, home) for base in object.__bases__])})"
    parts = []
    signature = _signature(object)
    if signature and signature != "()":
      parts.append(f"{name}{signature}\n")
    doc = getdoc(object)
    if doc:
      parts.append(doc + "\n")
    order = inspect.getmro(object)
    if len(order) > 2:
      parts.append("Method resolution order:\n" + "".join([f"    {classname(base, home)}\n" for base in order]))
    parts += self._built_in_subclasses(object)
    parts += self._attribute_parts(object, order, mod)
    text = "\n".join(parts)
    return f"{title}\n" + (self.indent(text.rstrip(), " |  ") + "\n" if text else "")

  def _built_in_subclasses(self, cls):
    names = sorted([sub.__name__ for sub in type.__subclasses__(cls) if sub.__module__ == "builtins" and not sub.__name__.startswith("_")],
                   key=str.lower)
    if not names:
      return []
    more = [f"    ... and {len(names) - 4} other subclasses"] if len(names) > 4 else []
    return ["Built-in subclasses:", *["    " + name for name in names[:4]], *more, ""]

  def _attribute_parts(self, cls, order, mod):
    """The groups of attributes, by the class that defines them and by what they are."""
    attributes = [attribute for attribute in classify_class_attrs(cls) if visiblename(attribute[0], obj=cls)]
    # Attributes of the metaclass come last.
    owners = [*order, *dict.fromkeys([owner for _, _, owner, _ in attributes if owner not in order])]
    parts, started = [], False
    for owner in owners:
      if owner is object and cls is not object:
        continue
      where = "defined here" if owner is cls else f"inherited from {classname(owner, cls.__module__)}"
      own = [attribute for attribute in attributes if attribute[2] is owner]
      sort_attributes(own, cls)
      for heading, kind in _KINDS:
        group = [attribute for attribute in own if attribute[1] == kind]
        if not group:
          continue
        if started:
          parts.append(_RULE)
        started = True
        parts.append(f"{heading} {where}:\n")
        parts += [self._attribute(cls, attribute, mod) for attribute in group]
    return parts

  def _attribute(self, cls, attribute, mod):
    name, kind, owner, value = attribute
    if kind in ("readonly property", "data descriptor"):
      return self.docdata(value, name, mod)
    try:
      found = getattr(cls, name)
    except Exception:
      if kind != "data":
        return self.docdata(value, name, mod)
      found = owner.__dict__[name]
    if kind == "data":
      return self.docother(found, name, mod, maxlen=_LONGEST_VALUE, doc=getdoc(value)) + "\n"
    return self.document(found, name, mod, cls)

  # Functions and values.

  def docroutine(self, object, name=None, mod=None, cl=None):
    real = object.__name__
    name = name or real
    title, skips_doc = self.bold(name), False
    if name != real:
      skips_doc = cl is not None and inspect.getattr_static(cl, real, None) is object
      title += f" = {real}"
    signature = _signature(object) or ""
    if real == "<lambda>":
      title, signature = f"{self.bold(name)} lambda ", signature[1:-1]
    signature = signature or "(...)"
    prefix = "async " if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object) else ""
    head = f"{prefix}{title}{signature}{self._note(object, mod, cl)}\n"
    doc = "" if skips_doc else getdoc(object)
    return head + (self.indent(doc).rstrip() + "\n" if doc else "")

  def _note(self, routine, mod, cls):
    """What a method is bound to."""
    holder = getattr(routine, "__self__", None)
    if not (inspect.ismethod(routine) or inspect.isbuiltin(routine) and holder is not None and not inspect.ismodule(holder)):
      return ""
    kind = holder.__class__
    if cls is None:
      return f" method of {classname(kind, mod)} instance"
    return f" from {classname(kind, mod)}" if kind is not cls else ""

  def docdata(self, object, name=None, mod=None, cl=None):
    doc = getdoc(object)
    return (self.bold(name) + "\n" if name else "") + (self.indent(doc) + "\n" if doc else "")

  docproperty = docdata

  def docother(self, object, name=None, mod=None, parent=None, maxlen=None, doc=None):
    shown = self.repr(object)
    if maxlen:
      excess = len(name + " = " if name else "") + len(shown) - maxlen
      if excess > 0:
        shown = shown[:-excess] + "..."
    doc = doc or getdoc(object)
    return (self.bold(name) + " = " if name else "") + shown + (f"\n{self.indent(doc)}\n" if doc else "")


class _PlainTextDoc(TextDoc):
  """Documentation as text without bold characters."""

  def bold(self, text):
    return text


def _reference(module):
  """Where a module of the library is documented."""
  name = module.__name__
  file = getattr(module, "__file__", None) or ""
  if not file.startswith("<stdlib>") and name not in sys.builtin_module_names or name in ("xml.etree", "test.pydoc_mod"):
    return ""
  import os
  base = os.environ.get("PYTHONDOCS", "https://docs.python.org/{}.{}/library".format(*sys.version_info[:2]))
  if not base.startswith(("http://", "https://")):
    return os.path.join(base, name.lower() + ".html") + _GENERATED
  return f"{base.rstrip('/')}/{name.lower()}.html{_GENERATED}"


text = TextDoc()
plaintext = _PlainTextDoc()


# Objects of names.

class ErrorDuringImport(Exception):
  """A module can't be imported."""

  def __init__(self, filename, exc_info):
    self.filename = filename
    self.exc, self.value, self.tb = exc_info

  def __str__(self):
    return f"problem in {self.filename} - {self.exc.__name__}: {self.value}"


def importfile(path):
  """The module in a file."""
  import importlib.util
  import os
  name = os.path.splitext(os.path.basename(path))[0]
  spec = importlib.util.spec_from_file_location(name, path)
  module = importlib.util.module_from_spec(spec)
  sys.modules[name] = module
  try:
    spec.loader.exec_module(module)
  except BaseException:
    raise ErrorDuringImport(path, sys.exc_info())
  return module


def safeimport(path, forceload=0):
  """The module of a dotted name, or None if there is none; ErrorDuringImport if it fails."""
  if forceload and path in sys.modules and path not in sys.builtin_module_names:
    for name in [name for name in sys.modules if name == path or name.startswith(path + ".")]:
      del sys.modules[name]
  try:
    module = __import__(path)
  except BaseException as error:
    info = sys.exc_info()
    if path in sys.modules:
      raise ErrorDuringImport(sys.modules[path].__file__, info)
    if type(error) is SyntaxError:
      raise ErrorDuringImport(error.filename, info)
    if isinstance(error, ImportError) and error.name == path:
      return None
    raise ErrorDuringImport(path, info)
  for part in path.split(".")[1:]:
    module = getattr(module, part, None)
  return module


def locate(path, forceload=0):
  """The object of a dotted name, imported as far as needed, or of the builtins; None if there is none."""
  parts = [part for part in path.split(".") if part]
  found, count = builtins, 0
  while count < len(parts):
    module = safeimport(".".join(parts[:count + 1]), forceload)
    if not module:
      break
    found, count = module, count + 1
  for part in parts[count:]:
    try:
      found = getattr(found, part)
    except AttributeError:
      return None
  return found


def resolve(thing, forceload=0):
  """An object and its name, of the object or its dotted name."""
  if not isinstance(thing, str):
    name = getattr(thing, "__name__", None)
    return thing, name if isinstance(name, str) else None
  found = locate(thing, forceload)
  if found is None:
    raise ImportError(f"No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n"
                      "Use help(str) for help on the str class.")
  return found, thing


def describe(thing):
  """A few words: its kind and name."""
  if inspect.ismodule(thing):
    if thing.__name__ in sys.builtin_module_names:
      return "built-in module " + thing.__name__
    return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
  if inspect.isgetsetdescriptor(thing) or inspect.ismemberdescriptor(thing):
    kind = "getset" if inspect.isgetsetdescriptor(thing) else "member"
    return f"{kind} descriptor {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{thing.__name__}"
  for holds, words in ((inspect.isbuiltin, "built-in function"), (inspect.isclass, "class"), (inspect.isfunction, "function"),
                       (inspect.ismethod, "method")):
    if holds(thing):
      return f"{words} {thing.__name__}"
  return type(thing).__name__


def _is_value(object):
  return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isdatadescriptor(object))


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
  """The documentation of an object or of what a dotted name leads to."""
  found, name = resolve(thing, forceload)
  words = describe(found)
  module = inspect.getmodule(found)
  if name and "." in name:
    words += " in " + name[:name.rfind(".")]
  elif module and module is not found:
    words += " in module " + module.__name__
  if _is_value(found) and not _docstring(found):
    if hasattr(found, "__origin__"):
      found = found.__origin__
    else:
      found = type(found)
      words += " object"
  return f"{title % words}\n\n{(renderer or text).document(found, name)}"


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
  """Show documentation, or write it to a file."""
  try:
    shown = render_doc(thing, title, forceload, None if output is None else plaintext)
  except ImportError as error:
    if is_cli:
      raise
    shown = str(error) if output is not None else f"{error}\n"
  if output is None:
    pager(shown)
  else:
    output.write(shown)


# Output.

def plain(text):
  """The text without what makes it bold."""
  return re.sub(".\b", "", text)


def plainpager(text):
  """Print a text as it is."""
  sys.stdout.write(plain(text))


def pager(text):
  """Show a text, in pages on a terminal."""
  import os
  if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in ("dumb", "emacs"):
    plainpager(text)
    return
  import shutil
  command = os.environ.get("MANPAGER") or os.environ.get("PAGER") or ("less" if shutil.which("less") else None)
  if command:
    pipepager(text, command)
  else:
    plainpager(text)


def pipepager(text, cmd):
  """Show a text with a program."""
  import subprocess
  process = subprocess.Popen(cmd, shell=True, stdin=subprocess.PIPE, errors="backslashreplace")
  try:
    process.communicate(text)
  except (OSError, KeyboardInterrupt):
    process.wait()


class Helper:
  """help: called with an object or a name it prints the documentation, without one it asks for names."""

  def __init__(self, input=None, output=None):
    self._input = input
    self._output = output

  @property
  def input(self):
    return self._input or sys.stdin

  @property
  def output(self):
    return self._output or sys.stdout

  def __repr__(self):
    return f"<{self.__class__.__module__}.{self.__class__.__qualname__} instance>"

  _NOTHING = object()

  def __call__(self, request=_NOTHING):
    if request is not self._NOTHING:
      self.help(request)
      return
    self.intro()
    self.interact()
    self.output.write('''
You are now leaving help and returning to the Python interpreter.
If you want to ask for help on a particular object directly from the
interpreter, you can type "help(object)".  Executing "help('string')"
has the same effect as typing a particular string at the help> prompt.
''')

  def interact(self):
    """Ask for names until there is none."""
    self.output.write("\n")
    while True:
      try:
        request = self.getline("help> ")
      except (KeyboardInterrupt, EOFError):
        break
      if not request:
        break
      request = request.strip()
      if len(request) > 2 and request[0] == request[-1] in ("'", '"') and request[0] not in request[1:-1]:
        request = request[1:-1]
      if request.lower() in ("q", "quit"):
        break
      if request == "help":
        self.intro()
      else:
        self.help(request)

  def getline(self, prompt):
    if self.input is sys.stdin:
      return input(prompt)
    self.output.write(prompt)
    self.output.flush()
    return self.input.readline()

  def help(self, request, is_cli=False):
    """Print the documentation of an object or a name."""
    if isinstance(request, Helper):
      self()
    elif not isinstance(request, str):
      doc(request, "Help on %s:", output=self._output, is_cli=is_cli)
    else:
      self._help_on_name(request.strip(), is_cli)
    self.output.write("\n")

  def _help_on_name(self, request, is_cli):
    import keyword
    if request in ("keywords", "modules"):
      self._list(request)
    elif request in ("True", "False", "None"):
      doc({"True": True, "False": False, "None": None}[request], "Help on %s:", output=self._output, is_cli=is_cli)
    elif keyword.iskeyword(request):
      self.output.write('\nSorry, topic and keyword documentation is not available because the\nmodule "pydoc_data.topics" could not be found.\n')
    else:
      doc(request or str, "Help on %s:", output=self._output, is_cli=is_cli)

  def _list(self, request):
    if request == "keywords":
      import keyword
      self.output.write("\nHere is a list of the Python keywords.  Enter any keyword to get more help.\n\n")
      self.list(keyword.kwlist)
      return
    import pkgutil
    self.output.write("\nPlease wait a moment while I gather a list of all available modules...\n\n")
    self.list({*sys.builtin_module_names, *[name for _, name, _ in pkgutil.iter_modules()]})
    self.output.write("\nEnter any module name to get more help.  Or, type \"modules spam\" to search\n"
                      "for modules whose name or summary contain the string \"spam\".\n")

  def list(self, items, columns=4, width=80):
    """Print texts in columns."""
    items = sorted(items)
    column_width = width // columns
    rows = (len(items) + columns - 1) // columns
    for row in range(rows):
      for column in range(columns):
        place = column * rows + row
        if place < len(items):
          self.output.write(items[place])
          if column < columns - 1:
            self.output.write(" " + " " * (column_width - 1 - len(items[place])))
      self.output.write("\n")

  def intro(self):
    """Print how to use it."""
    self.output.write('''\
Welcome to Python {0}.{1}'s help utility! If this is your first time using
Python, you should definitely check out the tutorial at
https://docs.python.org/{0}.{1}/tutorial/.

Enter the name of any module, keyword, or topic to get help on writing
Python programs and using Python modules.  To get a list of available
modules, keywords, symbols, or topics, enter "modules", "keywords",
"symbols", or "topics".

Each module also comes with a one-line summary of what it does; to list
the modules whose name or summary contain a given string such as "spam",
enter "modules spam".

To quit this help utility and return to the interpreter,
enter "q" or "quit".
'''.format(*sys.version_info[:2]))


help = Helper()


if __name__ == "__main__":
  import _command_lines
  _command_lines.pydoc()
