# String literals: escapes, raw, bytes, joining, continuation.
print("a\tb\\n\x41\u00e9\U0001F600\u2603\101\0end".replace("\0", "<NUL>"), r"\n\t", 'it''s', "it's", '"q"', "a" "b" 'c')
print(b"\x00\xff\n\t'\"a", rb"\x", b'a' b"b", "line\
continued", """one
two""", len("é"), len("😀"), ascii("é😀\x80"), repr("it's \"q\" \\ \n \x00 \x7f é \u200b"))
print("\
", end="")
print(repr('\a\b\f\v\r'), "tab\there".expandtabs(4), u"unicode", """a"b""c""", repr("'"), repr('"'), repr("'\""))
