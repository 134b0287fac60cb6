# Modules and packages that lie in an archive: imports, loaders, data, and what pkgutil tells of them.
import importlib.util
import os
import pkgutil
import sys
import tempfile
import zipfile
import zipimport

with tempfile.TemporaryDirectory() as folder:
  archive = os.path.join(folder, "lib.zip")
  with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("alone.py", "'''Docs'''\nvalue = 42\ndef fail():\n  raise ValueError('from an archive')\n")
    file.writestr("pack/__init__.py", "from . import inner\nname = __name__\n")
    file.writestr("pack/inner.py", "from alone import value\n")
    file.writestr("pack/data/words.txt", "some words")
    file.writestr("broken.py", "def f(:\n")
    file.writestr("deep/below/found.py", "where = __file__\n")
  sys.path.insert(0, archive)

  def short(text):
    return str(text).replace(folder, "DIR")

  import alone
  import pack
  print(alone.value, alone.__doc__, short(alone.__file__), alone.__spec__.name, type(alone.__loader__).__name__)
  print(pack.inner.value, [short(path) for path in pack.__path__], pack.__package__, short(pack.inner.__file__))
  try:
    alone.fail()
  except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno, short(error.__traceback__.tb_next.tb_frame.f_code.co_filename))
  try:
    import broken
  except SyntaxError as error:
    print(type(error).__name__, error.msg, error.lineno, "broken" in sys.modules)
  try:
    import absent
  except ModuleNotFoundError as error:
    print(error)
  print(pkgutil.get_data("pack", "data/words.txt"), [tuple(info)[1:] for info in pkgutil.iter_modules([archive])])
  print([info.name for info in pkgutil.walk_packages(pack.__path__, "pack.")], type(pkgutil.get_importer(archive)).__name__)
  print(importlib.util.find_spec("alone").loader is not None, importlib.util.find_spec("absent"))

  importer = zipimport.zipimporter(archive)
  print(short(importer), short(importer.archive), repr(importer.prefix))
  print(importer.is_package("pack"), importer.is_package("alone"), importer.get_source("pack"), short(importer.get_filename("pack")))
  print(importer.get_data("pack/data/words.txt"), importer.get_data(os.path.join(archive, "pack/data/words.txt")))
  print(importer.find_spec("nothing"), importer.find_spec("alone").name, importer.get_code("alone").co_name)
  inside = zipimport.zipimporter(os.path.join(archive, "deep", "below"))
  print(short(inside), inside.prefix, short(inside.load_module("found").where))
  for call in (lambda: zipimport.zipimporter(""), lambda: zipimport.zipimporter(folder), lambda: zipimport.zipimporter(__file__ + "/x"),
               lambda: importer.is_package("nothing"), lambda: importer.get_source("nothing"), lambda: importer.get_data("nothing")):
    try:
      print(call())
    except OSError as error:
      print(type(error).__name__, error.errno, error.filename)
    except ImportError as error:
      print(type(error).__name__, short(error).replace(__file__, "FILE"))
  print(zipimport.ZipImportError.__mro__)
