# Ordinary use, mistakes and corners of locale: strxfrm, resetlocale, format_string.
import locale

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_NUMERIC, None), locale.setlocale(locale.LC_CTYPE, ('C', None)) if 0 else '')
print(locale.strxfrm('abc'), sorted(['b', 'A', 'a'], key=locale.strxfrm), locale.strcoll('a', 'b') < 0, locale.strcoll('a', 'a'), repr(locale.strxfrm('')))
print(locale.format_string('%d %s %.2f', (1234567, 'x', 3.14159)), locale.format_string('%d', 1234567, grouping=True), locale.format_string('%(a)d', {'a': 5}), locale.format_string('%5.1f|%-8d|%x', (1.25, 7, 255)), locale.format_string('%%'), locale.format_string('no'), locale.format_string('%*d', (5, 3)) , locale.format_string('%s', 'text', True)) if 0 else print(locale.format_string('%d %s %.2f', (1234567, 'x', 3.14159)), locale.format_string('%d', 1234567, grouping=True), locale.format_string('%(a)d', {'a': 5}), locale.format_string('%5.1f|%-8d|%x', (1.25, 7, 255)), locale.format_string('%*d', (5, 3)))
for a in (('%d', 'x'), ('%d',), ('%d', (1, 2)), ('%q', 1), (5, 1), ('%(a)d', {}), ('%s %s', ('a',)), ('%', 1), ()): err(locale.format_string, *a)
lc = locale.localeconv(); print(lc['decimal_point'], repr(lc['thousands_sep']), lc['grouping'], repr(lc['currency_symbol']), sorted(lc)[:4], len(lc))
err(locale.setlocale, 99, 'C'); err(locale.setlocale, locale.LC_ALL, 'xx_NOPE'); err(locale.setlocale, locale.LC_ALL, 5); err(locale.setlocale); err(locale.strxfrm, 5); err(locale.strxfrm, 'a\0b'); err(locale.strcoll, 'a'); err(locale.strcoll, 1, 2)
err(locale.currency, 5); print(locale.str(1.5), locale.atof('1.5'), locale.atoi('42'), locale.delocalize('1.5'), locale.localize('1234.5') if hasattr(locale, 'localize') else '', locale.normalize('en_us'), locale.normalize('de'), locale.normalize('C'), locale.normalize('nope_x'), locale.getlocale(), locale.getlocale(locale.LC_TIME), locale.getpreferredencoding()); err(locale.atof, 'x'); err(locale.atoi, '1.5'); err(locale.getlocale, locale.LC_ALL); err(locale.normalize, 5); err(locale.str, 'x'); err(locale.atof, 5)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); print(locale.getdefaultlocale().__class__); print([(x.category.__name__, str(x.message)) for x in w])
print(locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.D_FMT), issubclass(locale.Error, Exception), locale.CHAR_MAX, locale.LC_ALL, locale.LC_COLLATE); err(locale.nl_langinfo, -5)
