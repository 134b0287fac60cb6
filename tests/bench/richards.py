# Richards-like: a small operating system of devices, handlers and workers, virtual methods and linked packets.
import time

STEPS = 300_000


class Packet:
  def __init__(self, link, kind):
    self.link = link
    self.kind = kind
    self.payload = [0] * 4

  def append_to(self, queue):
    self.link = None
    if queue is None:
      return self
    last = queue
    while last.link is not None:
      last = last.link
    last.link = self
    return queue


class Task:
  def __init__(self, scheduler, name, priority):
    self.scheduler = scheduler
    self.name = name
    self.priority = priority
    self.queue = None
    self.waiting = False

  def accept(self, packet):
    self.queue = packet.append_to(self.queue)
    self.waiting = False

  def take(self):
    packet = self.queue
    if packet is not None:
      self.queue = packet.link
      packet.link = None
    return packet

  def runnable(self):
    return not self.waiting or self.queue is not None


class Idle(Task):
  control = 1

  def step(self):
    if self.control & 1:
      self.control = (self.control >> 1) ^ 0xD008
      return self.scheduler.tasks[1]
    self.control >>= 1
    return self.scheduler.tasks[2]


class Worker(Task):
  turn = 0

  def step(self):
    packet = self.take()
    if packet is None:
      self.waiting = True
      return self.scheduler.tasks[0]
    self.turn ^= 1
    for i in range(4):
      packet.payload[i] = (packet.payload[i] + i + self.turn) % 26
    self.scheduler.packets += 1
    target = self.scheduler.tasks[3 + self.turn]
    target.accept(packet)
    return target


class Device(Task):
  held = 0

  def step(self):
    packet = self.take()
    if packet is None:
      self.waiting = True
      return self.scheduler.tasks[1]
    self.held += sum(packet.payload)
    self.scheduler.tasks[1 if packet.kind else 2].accept(packet)
    return self.scheduler.tasks[0]


class Scheduler:
  def __init__(self):
    self.packets = 0
    self.tasks = [Idle(self, "idle", 0), Worker(self, "one", 1), Worker(self, "two", 2), Device(self, "a", 3), Device(self, "b", 4)]
    for kind in (0, 1, 1, 0):
      self.tasks[1 + kind].accept(Packet(None, kind))

  def run(self, steps):
    current = self.tasks[0]
    for _ in range(steps):
      if current.runnable():
        current = current.step()
      else:
        current = self.tasks[0]
    return self.packets + sum(task.held for task in self.tasks[3:])


def run():
  return Scheduler().run(STEPS)


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("richards", result)
print(f"# {elapsed / (STEPS) * 1e9:.1f} ns per op")
