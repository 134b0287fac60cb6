# Debug mode refuses to make a task in a thread that does not run the loop. Such a task is nobody's: it is reported, and the loop does not wait for it.
import asyncio


async def work():
    pass


async def main():
    loop = asyncio.get_running_loop()
    reports = []
    loop.set_exception_handler(lambda loop, context: reports.append((context["message"], context["task"].get_name())))

    def wrong_thread():
        coroutine = work()
        try:
            loop.create_task(coroutine, name="lost")
        except RuntimeError as error:
            print(error)
        coroutine.close()

    await asyncio.to_thread(wrong_thread)
    print(len(asyncio.all_tasks()), reports)


asyncio.run(main(), debug=True)

# The same of a loop that is closed.
loop = asyncio.new_event_loop()
reports = []
loop.set_exception_handler(lambda loop, context: reports.append(context["message"]))
loop.close()
coroutine = work()
try:
    asyncio.Task(coroutine, loop=loop)
except RuntimeError as error:
    print(error)
coroutine.close()
print(reports)
