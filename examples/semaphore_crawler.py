"""A semaphore keeps the number of simultaneous visits small; the site is a dictionary."""

import asyncio

SITE = {
  "/": ["/about", "/blog"],
  "/about": ["/"],
  "/blog": ["/blog/1", "/blog/2", "/about"],
  "/blog/1": [],
  "/blog/2": ["/"],
}


class Crawler:
  def __init__(self, limit):
    self.limit = asyncio.Semaphore(limit)
    self.seen = set()
    self.active = 0
    self.most = 0

  async def visit(self, page):
    if page in self.seen:
      return
    self.seen.add(page)
    async with self.limit:
      self.active += 1
      self.most = max(self.most, self.active)
      await asyncio.sleep(0.001)
      links = SITE[page]
      self.active -= 1
    await asyncio.gather(*(self.visit(link) for link in links))


async def main():
  crawler = Crawler(limit=2)
  await crawler.visit("/")
  print(sorted(crawler.seen))
  print("at most", crawler.most, "at once")


asyncio.run(main())
