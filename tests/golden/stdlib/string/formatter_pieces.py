# string.Formatter takes format strings apart as str.format does.
import string

formatter = string.Formatter()
for text in ("", "plain", "{", "}", "{0", "{}{1}", "{0.a[b]}", "{a[0]}", "{0:{1}}", "{!x}", "{0!r:>5}", "{{}}", "a{0[x}", "{0.}", "{0[]}", 
             "{a}", "{0:{1:{2}}}", "{0!}", "{0!rs}", "{0:%H:%M}", "x{{y}}z{a!s}"):
    try:
        print(repr(text), list(formatter.parse(text)))
    except ValueError as error:
        print(repr(text), error)
    try:
        print("   ", repr(formatter.format(text, {"x": 1}, 7, 2, a=[5])))
    except Exception as error:
        print("   ", type(error).__name__, error)
for wrong in (lambda: formatter.parse(3), lambda: formatter.format(), lambda: formatter.format("{}")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
