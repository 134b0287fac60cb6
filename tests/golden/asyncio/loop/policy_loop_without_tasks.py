# Nothing of the program can be reached from the loop that the policy keeps: destructors are called as ever.
import asyncio


class Resource:
    def __del__(self):
        print("released")


async def main():
    return "main is done"


resource = Resource()
loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
print("end")
