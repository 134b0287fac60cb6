# Events in order of time and priority, with a clock of the test's own.
import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []
scheduler.enter(5, 1, log.append, (5,))
scheduler.enter(3, 1, log.append, ("second",))
scheduler.enter(3, 0, log.append, ("first",))
scheduler.enterabs(1, 1, lambda **kwargs: log.append(kwargs), kwargs={"a": 1})
cancelled = scheduler.enter(2, 1, log.append, ("cancelled",))
scheduler.cancel(cancelled)
print([(event.time, event.priority) for event in scheduler.queue], scheduler.empty(), scheduler.run(blocking=False))
scheduler.run()
print(log, scheduler.empty(), now)
try:
  scheduler.cancel(cancelled)
except ValueError as error:
  print(type(error).__name__)
