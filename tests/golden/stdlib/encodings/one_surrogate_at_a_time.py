"""UTF-16 and UTF-32 report each character that they can't encode alone, byte encodings a run of them."""
import codecs


def attempt(text, encoding, errors="strict"):
    try:
        print(encoding, errors, text.encode(encoding, errors))
    except Exception as error:
        print(encoding, errors, type(error).__name__, error)


seen = []
codecs.register_error("note", lambda error: (seen.append((error.start, error.end)) or "?", error.end))
codecs.register_error("lost", lambda error: ("?", "end"))
for encoding in ("utf-16-le", "utf-32-be", "utf-8", "ascii", "latin-1", "cp1252"):
    for errors in ("strict", "replace", "backslashreplace", "surrogateescape", "note", "lost"):
        attempt("a\udc80\udc81b\ud800", encoding, errors)
    print(seen)
    seen.clear()
