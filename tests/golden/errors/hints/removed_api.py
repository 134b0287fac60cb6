import asyncio
@asyncio.coroutine
def old(): pass
