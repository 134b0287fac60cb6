import asyncio
asyncio.Queue(loop=None)
