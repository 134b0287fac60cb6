# Functions of decimal that the other tests do not use: rare.
import bisect, decimal, gzip, hmac, io, ipaddress, urllib.parse
from decimal import *

c = Context(); print(c.copy_decimal(Decimal("1.50")), c.copy_decimal(3), decimal.DecimalTuple(0, (1, 2), -1), Decimal(-5).as_tuple() == DecimalTuple(1, (5,), 0), Decimal(DecimalTuple(0, (7,), 2)))
try: Decimal("x")
except decimal.InvalidOperation as e: print(e, issubclass(decimal.ConversionSyntax, InvalidOperation), issubclass(decimal.DivisionImpossible, InvalidOperation))
try: Decimal(10) ** 40 // 1
except InvalidOperation as e: print(e)
a = [1, 2, 2, 3]; bisect.insort_left(a, 2); print(a)
print(isinstance(hmac.new(b"k", digestmod="md5"), hmac.HMAC), hmac.HMAC(b"k", b"m", "sha1").hexdigest()[:8], urllib.parse.DefragResult("u", "f").geturl(), ipaddress.IPv4Interface("10.0.0.1/8").network)
packed = gzip.compress(b"line1\nline2\n"); f = gzip.GzipFile(fileobj=io.BytesIO(packed)); print(f.readline(), f.rewind(), f.readline(), f.seek(0), f.read())
try: gzip.decompress(b"not gzip")
except gzip.BadGzipFile as e: print(e, isinstance(e, OSError))
