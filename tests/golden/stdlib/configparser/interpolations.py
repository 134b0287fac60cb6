# Functions of configparser that the other tests do not use: interpolations.
import configparser as c

for kind, text in ((c.BasicInterpolation, "[s]\nhome = /h\na = %(home)s/x\nbad = %(none)s\nsyntax = 5%\n"), (c.ExtendedInterpolation, "[s]\nhome = /h\na = ${home}/x\nbad = ${none}\nsyntax = $5\n"), (c.Interpolation, "[s]\na = %(home)s\nbad = 1\nsyntax = 2\n"), (c.LegacyInterpolation, "[s]\nhome = /h\na = %(home)s/x\nbad = %(none)s\nsyntax = 5%%\n")):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        p = c.ConfigParser(interpolation=kind())
    p.read_string(text)
    i = kind.__new__(kind)
    for option in ("a", "bad", "syntax"):
        try: print(kind.__name__, option, p.get("s", option), i.before_get(p, "s", option, p.get("s", option, raw=True), dict(p.items("s", raw=True))))
        except c.InterpolationError as e: print(type(e).__name__, repr(str(e)), e.option, e.section)
    for value in ("plain", "100%", "$", "%(ok)s", "${ok}"):
        try: print(repr(i.before_set(p, "s", "o", value)), repr(i.before_read(p, "s", "o", value)), repr(i.before_write(p, "s", "o", value)))
        except ValueError as e: print(type(e).__name__, e)
try: p = c.ConfigParser(); p.read_string("[s]\n" + "".join(f"k{n} = %(k{n + 1})s\n" for n in range(11)) + "k11 = x\n"); p["s"]["k0"]
except c.InterpolationDepthError as e: print(repr(str(e)))
for text in ("[a]\n[a]\n", "[a]\nk=1\nk=2\n", "k=1\n", "[a]\nk\n"):
    try: c.ConfigParser().read_string(text, "where")
    except (c.DuplicateSectionError, c.DuplicateOptionError, c.MissingSectionHeaderError, c.ParsingError) as e: print(type(e).__name__, repr(str(e)), getattr(e, "lineno", None), e.source)
for look in (lambda: p.get("none", "k"), lambda: p.get("s", "none"), lambda: p.items("none")):
    try: look()
    except (c.NoSectionError, c.NoOptionError) as e: print(type(e).__name__, e, e.section)
try: c.RawConfigParser().get("a", "b")
except c.Error as e: print(e.message)
p = c.ConfigParser(converters={"list": str.split}); p.read_string("[s]\na = 1 2\n")
print(isinstance(p["s"], c.SectionProxy), isinstance(p.converters, c.ConverterMapping), sorted(p.converters), p["s"].getlist("a"), p.getlist("s", "a"), p["s"].getlist("b", ["d"])); p.converters["up"] = str.upper; print(p.getup("s", "a")); del p.converters["up"]; print(hasattr(p, "getup"), p["s"], p["s"].name, p["s"].get("zz"), p["s"].parser is p)
for wrong in (lambda: p.converters.__setitem__("x", None), lambda: p.converters.__delitem__("zz"), lambda: p.converters["zz"], lambda: p["s"].__setitem__("k", 5), lambda: p["s"].__delitem__("zz")):
    try: print(wrong())
    except Exception as e: print(type(e).__name__, e)
try: raise c.InterpolationMissingOptionError("opt", "sec", "raw", "ref")
except c.InterpolationError as e: print(repr(str(e)), e.reference)
