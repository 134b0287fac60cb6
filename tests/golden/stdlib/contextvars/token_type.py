# Tokens and the marker for "no value before" seen as objects: no hash, names of their types, no attributes of a program.
import contextvars

print(contextvars.__all__)
token = contextvars.ContextVar("x").set(1)
print(type(token), type(contextvars.Token.MISSING), type(contextvars.Token.MISSING).__qualname__)
print(token == token, token != 5, token.old_value)
for attempt in (lambda: {token}, lambda: hash(token), lambda: token + 1, lambda: token.value, lambda: token[0], lambda: setattr(token, "var", 1),
                lambda: type(contextvars.Token.MISSING)(), lambda: type("T", (contextvars.Token,), {}),
                lambda: type("T", (contextvars.Context,), {}), lambda: {contextvars.copy_context()}):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
