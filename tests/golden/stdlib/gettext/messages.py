# Translations of a catalog in memory, plural rules, and what happens without a catalog.
import gettext
import io
import struct


def catalog(messages):
  keys = sorted(messages)
  rows, data = [], b""
  base = 28 + 16 * len(keys)
  for texts in (keys, [messages[key] for key in keys]):
    for text in texts:
      rows.append(struct.pack("<2I", len(text), base + len(data)))
      data += text + b"\0"
  return struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0) + b"".join(rows) + data


german = gettext.GNUTranslations(io.BytesIO(catalog({
  b"": b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
  b"hello": "gr\u00fc\u00df dich".encode(),
  b"file\0files": b"Datei\0Dateien",
  b"menu\x04open": b"auf",
})))
print(german.gettext("hello"), german.gettext("other"), german.ngettext("file", "files", 1), german.ngettext("file", "files", 3),
      german.pgettext("menu", "open"), german.charset(), german.info())
print(gettext.gettext("a"), gettext.ngettext("f", "fs", 1), gettext.ngettext("f", "fs", 2), gettext.textdomain(), gettext.find("none"),
      gettext.bindtextdomain("x", "/tmp"), gettext.NullTranslations().pgettext("c", "m"))
for rule in ["n != 1", "n>1", "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", "0", "!n"]:
  function = gettext.c2py(rule)
  print(rule, [function(n) for n in (0, 1, 2, 3, 5, 11, 21, 22, 25, 101)])
for fail in (lambda: gettext.translation("none"), lambda: gettext.GNUTranslations(io.BytesIO(b"\0" * 30))):
  try:
    fail()
  except OSError as error:
    print(type(error).__name__, error)
