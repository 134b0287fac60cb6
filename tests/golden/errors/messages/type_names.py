# Types of C modules are named with their module in messages, others without.
import collections
import contextvars
import functools
import itertools
import operator
import re
import threading
import time
import types
import weakref

class Own: pass
for value in [types.SimpleNamespace(), int | str, list[int], contextvars.ContextVar('x'), contextvars.Context(), weakref.ref(Own), collections.deque(),
              collections.OrderedDict(), collections.defaultdict(), collections.Counter(), functools.partial(len), functools.lru_cache(len), re.match('a', 'a'),
              itertools.count(), itertools.chain(), itertools.groupby([]), operator.itemgetter(1), threading.Lock(), time.localtime(), Own(), len, [].append, (1).__add__]:
    for action in (lambda: value + 1j, lambda: value.missing, lambda: value < 1j):
        try:
            action()
        except (TypeError, AttributeError) as error:
            print(error)
