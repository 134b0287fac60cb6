# Mappings behind ** that share a key: the key is told as text, before anybody asks whether it is a name.
def describe(**options):
    return options


for call in ("describe(**{'a': 3}, **{'a': 5})", "describe(a=1, **{'a': 5})", "describe(**{1: 3}, **{1: 5})", "describe(**{(1,): 3}, **{(1,): 5})",
             "dict(**{1: 3}, **{1: 5})", "[].sort(**{1: 3}, **{1: 5})", "describe(**{1: 3}, **{2: 5})", "describe(a=1, **{1: 5})"):
    try:
        print(call, "->", eval(call))
    except TypeError as error:
        print(call, "->", error)
