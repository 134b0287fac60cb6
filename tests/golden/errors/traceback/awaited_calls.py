# Carets of calls that are awaited: a call that fails itself is the place; an awaited coroutine that fails belongs to the whole await.
import traceback


def plain():
    raise LookupError("a plain function")


async def coroutine(argument):
    raise LookupError("a coroutine")


class Service:
    def plain(self):
        raise LookupError("a plain method")

    async def coroutine(self, argument):
        raise LookupError("a coroutine method")


async def main():
    service = Service()
    for number in range(11):
        try:
            match number:
                case 0:
                    await plain()
                case 1:
                    await service.plain()
                case 2:
                    await coroutine()
                case 3:
                    await service.coroutine()
                case 4:
                    await coroutine(1)
                case 5:
                    await service.coroutine(1)
                case 6:
                    await coroutine(1, 2, key=3)
                case 7:
                    await int("text")
                case 8:
                    await "".encode("nonsense")
                case 9:
                    await None()
                case 10:
                    await service
        except Exception:
            print(traceback.format_exc().replace(__file__, "awaited_calls.py"))


try:
    main().send(None)
except StopIteration:
    pass
