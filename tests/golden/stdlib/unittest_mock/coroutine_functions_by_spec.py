# Which mocks count as coroutine functions: those made for one; one that poses as a function is asked for its code's flags.
import asyncio, inspect
from unittest import mock
class Service:
    async def fetch(self):
        pass
    def name(self):
        pass
async def work():
    pass
def plain():
    pass
def answer(question, subject):
    try:
        return question(subject)
    except TypeError as e:
        return str(e)
for subject in (mock.Mock(spec=Service), mock.AsyncMock(), mock.Mock(work), mock.Mock(plain), mock.MagicMock(plain), mock.MagicMock(spec=Service().name),
                mock.create_autospec(work), mock.create_autospec(plain), mock.create_autospec(Service).fetch, mock.create_autospec(Service).name,
                mock.create_autospec(Service()).name, mock.MagicMock(spec=len)):
    print(*[answer(question, subject) for question in (asyncio.iscoroutinefunction, inspect.iscoroutinefunction, inspect.isgeneratorfunction,
                                                       inspect.isasyncgenfunction)])
