# Nested, debug, conversions, quotes, escapes, multi-line and joined.
name, n, d = "Ann", 5, {"k": [1, 2]}
print(f"{name!r} {name!s} {name!a} {'é'!a} {n=} {n = } {n+1=} {name=!s} {n=:>4} {d['k'][1]=}")
print(f"{{}} {{{n}}} {n}}}" f" joined {name}" " plain")
print(f"{f'{n}{name}'} {', '.join(f'{i}:{i*i}' for i in range(3))} {(lambda x: x * 2)(n)}")
print(f"""multi
{n}
{
  name
}""", rf"\n{n}", f"\t|\x41|\u2022|{'a' if n else 'b'}|{n if n > 3 else 0:03d}")
print(f"{'nested ' + f'{n:{n}}'}", f"{n!r:>3}", f"{[x for x in 'ab']}", f"{ {'a': 1}['a'] }", f"{n, 1}")
print(f'{"double" + """triple"""}', f"{None} {True} {...} {1_000} {0x10}")
