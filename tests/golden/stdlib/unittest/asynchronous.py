# IsolatedAsyncioTestCase: coroutines as tests, set-up and cleanups.
import asyncio
import sys
import unittest

calls = []


class Resource:
  async def __aenter__(self):
    calls.append("enter")
    return self

  async def __aexit__(self, *exc_info):
    calls.append("exit")


class Async(unittest.IsolatedAsyncioTestCase):
  def setUp(self):
    calls.append("setUp")

  async def asyncSetUp(self):
    calls.append("asyncSetUp")
    self.addAsyncCleanup(self.clean, 1)
    await self.enterAsyncContext(Resource())

  async def clean(self, number):
    await asyncio.sleep(0)
    calls.append(f"clean {number}")

  async def asyncTearDown(self):
    calls.append("asyncTearDown")

  def tearDown(self):
    calls.append("tearDown")

  async def test_await(self):
    self.assertEqual(await asyncio.sleep(0, 5), 5)
    calls.append("test")

  def test_plain(self):
    calls.append("plain")

  async def test_timeout(self):
    with self.assertRaises(asyncio.TimeoutError):
      await asyncio.wait_for(asyncio.sleep(10), 0.001)

  async def test_gather(self):
    self.assertEqual(await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)), [1, 2])


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Async)
result = unittest.TestResult()
suite.run(result)
print(result, result.errors, result.failures)
print(calls)
