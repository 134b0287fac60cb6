# In debug mode the log tells what is started, with its streams, and how it ended.
import asyncio
import logging
import re
import sys

logging.basicConfig(format="%(levelname)s %(message)s", level=logging.DEBUG, stream=sys.stdout)
PIPE, DEVNULL, STDOUT = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL, asyncio.subprocess.STDOUT


def without_numbers(record):
    record.msg = re.sub(r"fd=\d+|pid=?\d+|process \d+|pid:? \d+", "N", record.getMessage())
    record.args = ()
    return "communicate" not in record.msg and "pipe " not in record.msg and "created" not in record.msg and "<_" not in record.msg


logging.getLogger("asyncio").addFilter(without_numbers)


async def main():
    for streams in ({}, {"stdin": PIPE}, {"stdout": PIPE, "stderr": STDOUT}, {"stdout": DEVNULL, "stderr": PIPE}, {"stderr": STDOUT}):
        process = await asyncio.create_subprocess_exec("sleep", "0.03", **streams)
        await process.communicate()
    await (await asyncio.create_subprocess_shell("exit 3")).wait()


asyncio.run(main(), debug=True)
