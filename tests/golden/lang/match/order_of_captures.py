# Names are bound in the order of the pattern
def bound(source, subject):
    namespace = {"subject": subject}
    exec(f"match subject:\n  case {source}: pass", namespace)
    return [name for name in namespace if name not in ("subject", "__builtins__")]

print(bound("{'a': first, **rest}", {"a": 1, "b": 2}), bound("[x, *y, z]", [1, 2, 3]), bound("(a, b) as whole", (1, 2)),
      bound("{'k': [p, {'q': q, **r}], **s}", {"k": [1, {"q": 2, "z": 3}], "m": 4}), bound("complex(real=r, imag=i)", 1 + 2j))
