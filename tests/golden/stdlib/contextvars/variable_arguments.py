# Wrong arguments of ContextVar().
from contextvars import ContextVar
for args, kwargs in (((), {}), (("n", "d"), {}), (("n", "d", 1), {}), ((5,), {}), (("n",), {"dflt": 1}), (("n",), {"default": 1, "more": 2}), ((), {"name": "n"})):
    try:
        ContextVar(*args, **kwargs)
    except TypeError as e:
        print(e)
