# Views of OrderedDict, copies of UserList, and how UserString's methods take their arguments.
import copy
from collections import OrderedDict, UserList, UserString
from functools import partial


class Named(OrderedDict):
    pass


ordered = Named(a=1, b=2)
print(ordered.keys(), ordered.values(), ordered.items(), {}.keys())


class Tagged(UserList):
    pass


tagged = Tagged([1, [2]])
tagged.tag = "t"
other = copy.copy(tagged)
print(other, other.tag, other.data is tagged.data, other[1] is tagged[1])
text = UserString("a Bc")
print(text.center(width=8), text.find(sub=UserString("B")), "%s!" % text, text % (), complex(UserString("1+2j")), text.replace("a", "x", maxsplit=1))
for wrong in (lambda: text.upper(1), lambda: text.find(), lambda: text.strip(bogus=1), lambda: text.zfill()):
    try:
        wrong()
    except TypeError as e:
        print(e)
shared = partial(print, ["x"], end=["y"])
again = copy.copy(shared)
print(again.args is shared.args, again.keywords is shared.keywords)
