# chr, ord, bin, hex, oct, abs, round, pow, divmod, hash, repr, ascii, format, int of str.
print(chr(97), chr(128512), ord("a"), ord("😀"), ord(b"a"), bin(-5), hex(-255), oct(8), abs(-2.5), abs(3 - 4j), round(2.567, 2), round(5), pow(2, -2), divmod(9, 4), repr("a'b"), ascii("ñ"), format(3.14159, ".2f"), format("x", ">4"), hash("") == 0, hash(None) == hash(None), callable(len), callable(5))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord("ab"), lambda: ord(5), lambda: ord(""), lambda: bin(1.5), lambda: hex("a"), lambda: abs("a"), lambda: round("a"), lambda: pow("a", 2), lambda: divmod("a", 1), lambda: pow(2.0, 2, 3), lambda: hash([]), lambda: len(5), lambda: len(), lambda: len(1, 2), lambda: abs()):
  try: f()
  except Exception as e: print(type(e).__name__, e)
