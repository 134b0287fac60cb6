# AsyncMock: awaits are recorded and can be checked; asynchronous special methods.
import asyncio
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, create_autospec, patch


class Service:
  async def fetch(self, key):
    return key

  def plain(self):
    pass


async def double(x):
  return x * 2


@patch("__main__.double")
async def patched(mock):
  mock.return_value = "mocked"
  return await double(1), type(mock).__name__


async def main():
  mock = AsyncMock(return_value=3, name="fetch")
  print(await mock(1), mock.await_count, mock.await_args, mock.await_args_list, mock.call_count)
  pending = mock(2)
  print(mock.call_count, mock.await_count)
  await pending
  for assertion in ("assert_awaited()", "assert_awaited_once()", "assert_awaited_with(2)", "assert_awaited_with(5)", "assert_awaited_once_with(1)",
                    "assert_any_await(1)", "assert_any_await(9)", "assert_has_awaits([call(1), call(2)])", "assert_has_awaits([call(9)])",
                    "assert_has_awaits([call(2), call(1)], any_order=True)", "assert_not_awaited()"):
    try:
      eval("mock." + assertion)
      print("passed", assertion)
    except AssertionError as error:
      print("failed", assertion)
      print(error)
  mock.reset_mock()
  print(mock.await_count, mock.await_args)
  mock = AsyncMock(side_effect=[1, ValueError("second")])
  for _ in range(3):
    try:
      print(await mock())
    except (ValueError, StopAsyncIteration) as error:
      print(repr(error))
  print(await AsyncMock(side_effect=double)(4), await AsyncMock(side_effect=lambda x: x + 1)(4), await AsyncMock(wraps=double)(5))
  mock = MagicMock()
  mock.__aenter__.return_value = "inside"
  mock.__aiter__.return_value = [1, 2]
  async with mock as value:
    print(value, [item async for item in mock])
  print(mock.__aexit__.await_count, asyncio.iscoroutinefunction(AsyncMock()))
  print(type(AsyncMock(spec=Service).plain).__name__, type(Mock(spec=Service).fetch).__name__)
  service = create_autospec(Service)()
  await service.fetch("k")
  service.fetch.assert_awaited_once_with("k")
  print(await patched())


asyncio.run(main())
