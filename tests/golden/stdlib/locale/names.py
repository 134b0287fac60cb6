# nl_langinfo(), names of locales and what is refused, in the C locale.
import locale
import warnings

print(locale.setlocale(locale.LC_ALL, "C"), locale.getlocale(), locale.getlocale(locale.LC_TIME), locale.setlocale(locale.LC_TIME, ("C", None)))
print(locale.setlocale(locale.LC_CTYPE, "C.UTF-8"), locale.getlocale(), locale.setlocale(locale.LC_ALL))
print([locale.nl_langinfo(getattr(locale, name)) for name in ("CODESET", "DAY_1", "ABDAY_7", "MON_12", "ABMON_1", "D_T_FMT", "RADIXCHAR", "YESEXPR")])
for refused in (lambda: locale.setlocale(locale.LC_ALL, "xx"), lambda: locale.setlocale(locale.LC_ALL, 5), lambda: locale.setlocale(99, "C"),
                lambda: locale.nl_langinfo(99999999), lambda: locale.strcoll(1, "a"), lambda: locale.strxfrm(None), lambda: locale.atof(3),
                lambda: locale.getlocale(locale.LC_ALL)):
    try:
        refused()
    except (locale.Error, TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print([locale.normalize(name) for name in ("c", "de_DE", "en_US.utf8", "POSIX", "C.UTF-8", "de_DE@euro", "zz")])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(locale.format("%.2f", 3.5), caught[0].message)
