# A program that Ctrl-C ends has exit code 130.
import subprocess
import sys

program = """
import asyncio, os, signal
async def main():
    asyncio.get_running_loop().call_later(0.001, os.kill, os.getpid(), signal.SIGINT)
    await asyncio.sleep(60)
asyncio.run(main())
"""
result = subprocess.run([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True)
print(result.returncode in (130, -2), result.stderr.splitlines()[-1])
