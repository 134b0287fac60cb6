# resetlocale() sets what getdefaultlocale() tells.
import locale
import os
import warnings

warnings.simplefilter("ignore")
for name in ("C", "xx_YY.UTF-8", "de_DE.ISO8859-1"):
  os.environ["LC_ALL"] = name
  try:
    print(name, locale.getdefaultlocale(), locale.resetlocale())
  except locale.Error as error:
    print(name, error)
