# The string module.
import string
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace))
print(string.capwords("hello  big world"), string.Template("$a and ${b} $$").substitute(a=1, b=2), string.Template("$a $z").safe_substitute(a=1))
try: string.Template("$q").substitute()
except KeyError as e: print(repr(e))
