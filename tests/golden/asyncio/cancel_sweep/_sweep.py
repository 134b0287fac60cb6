# Cancels a waiting task at every step of the loop, alone and together with the event that completes it, in both orders, and prints what each task saw.
import asyncio

MODES = ("c", "e", "ce", "ec", "cec")  # c: cancel the task; e: the event
STEPS = 4                              # a run lasts twice as long


class Case:
    """One run: `log` has what happened, each with the number of the loop's step."""

    def __init__(self):
        self.log = []
        self.step = 0
        self.tasks = {}

    def note(self, *what):
        self.log.append(f"{self.step}:" + " ".join(map(str, what)))

    async def watch(self, name, awaitable):
        task = asyncio.current_task()
        try:
            result = await awaitable
        except asyncio.CancelledError as error:
            self.note(name, "cancelled", error.args, task.cancelling())
            raise
        except BaseException as error:
            parts = [type(part).__name__ for part in getattr(error, "exceptions", ())]
            self.note(name, type(error).__name__, parts or error.args, task.cancelling(), type(error.__cause__).__name__)
        else:
            self.note(name, "gets", repr(result), task.cancelling())

    def spawn(self, name, awaitable):
        self.tasks[name] = asyncio.create_task(self.watch(name, awaitable), name=name)
        return self.tasks[name]


async def run(scenario, at, mode):
    """`scenario(case)` starts tasks and gives the victim, the event, what shows the final state, and what ends the rest."""
    case = Case()
    victim, event, state, end = scenario(case)
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def act(letter):
        if letter == "c":
            case.note("cancel", victim.cancel("stop"))
            return
        try:
            case.note("event", event())
        except Exception as error:
            case.note("event", type(error).__name__)

    def step():
        case.step += 1
        if case.step == at:
            for letter in mode:
                act(letter)
        if case.step == STEPS + 2:
            end()
        if case.step == 2 * STEPS + 4:
            done.set_result(None)
        else:
            loop.call_soon(step)

    loop.call_soon(step)
    await done
    pending = [name for name, task in case.tasks.items() if not task.done()]
    print(f"  {at} {mode:3} {'; '.join(case.log)} | {state()} | {pending}")
    for task in case.tasks.values():
        task.cancel()
    await asyncio.gather(*case.tasks.values(), return_exceptions=True)


def sweep(scenarios):
    for name, scenario in scenarios.items():
        print(name)
        for at in range(1, STEPS + 1):
            for mode in MODES:
                asyncio.run(run(scenario, at, mode))


def waiters(case, wait, event, state, count=2, end=lambda: None, victim=0):
    """Tasks that wait for the same thing."""
    tasks = [case.spawn(f"w{i}", wait(i)) for i in range(count)]
    return tasks[victim], event, state, end
