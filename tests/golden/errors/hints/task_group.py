# Members of a group: each one's task and the task of the group.
import asyncio
async def child(n):
    raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(1))
        group.create_task(child(2), name="second")
asyncio.run(main())
