# What is wrong with fields of f-strings, in the words of 3.11. The places differ and are not shown
for source in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{a!}'", "f'{a!x}'", "f'{a!rr}'", "f'{a! r}'", "f'{a!3}'", "f'{a!:}'", "f'{a!r 3}'",
               "f'{a:{b}'", "f'{a b}'", "f'{a = b}'", "f'{lambda x: 1}'", "f'{a if b}'", "f'{return}'", "f'{*a}'", "f'{*a,}'", "f'{**a}'", "f'{a;b}'", "f'{a[4)}'", "f'{a(4}'",
               "f'{((}'", "f'{a)}'", "f'{\"x'", "f'{\"x}'", "f'{1#}'", "f'{\\t3}'", "f'{a\\}'", "f'{print x}'", "f'{[x, y = 1]}'", "f'{ {1: 2, 3} }'", "f'{f(a=1, b)}'",
               "f'{f(a b)}'", "f'{a' 'b'", "f'\\N{nope}'", "f'{a}' = 1"):
    try:
        compile(source, "source", "exec")
        print(f"{source}: fine")
    except SyntaxError as error:
        print(f"{source}: {error.msg}")
