# Modules, module inspect among them, are no functions of any kind.
import asyncio
import inspect

for module in (inspect, asyncio):
  print(inspect.iscoroutinefunction(module), asyncio.iscoroutinefunction(module), inspect.isgeneratorfunction(module), inspect.isawaitable(module))
