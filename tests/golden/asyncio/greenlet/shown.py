# repr() tells the class and the state; the numbers are addresses.
import re

from greenlet import greenlet, getcurrent


def show(g):
    print(re.sub("0x[0-9a-f]+", "0x", repr(g)))


class Worker(greenlet):
    def run(self):
        show(self)
        self.parent.switch()


show(getcurrent())
show(greenlet(print))
worker = Worker()
show(worker)
worker.switch()
show(worker)
worker.switch()
show(worker)
