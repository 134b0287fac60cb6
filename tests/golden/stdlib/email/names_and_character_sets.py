# The names that `from email.utils import *` gives, and character sets of names of addresses by their usual name.
import email.utils

print(sorted(email.utils.__all__))
for charset in ("latin-1", "latin_1", "utf-8", "iso-8859-15"):
  print(email.utils.formataddr(("Käse", "k@example.org"), charset))
