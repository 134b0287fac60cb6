# SimpleQueue() has no arguments; a subclass may have some, and need not call the constructor of the base.
import queue
for arguments, keywords in (((1,), {}), ((), {"maxsize": 1})):
    try:
        queue.SimpleQueue(*arguments, **keywords)
    except TypeError as e:
        print(e)

class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name

named = Named("jobs")
named.put(1)
print(named.name, named.qsize(), named.get())

class Plain(queue.SimpleQueue):
    pass

try:
    Plain(5)
except TypeError as e:
    print(e)

# Only objects of subclasses have attributes of their own.
for made in (queue.SimpleQueue(), Plain()):
    try:
        made.label = "x"
        print(made.label)
    except AttributeError:
        print("no attributes")
