import asyncio
class Plain:
    def __enter__(self): return self
    def __exit__(self, *args): pass
async def main():
    async with Plain(): pass
asyncio.run(main())
