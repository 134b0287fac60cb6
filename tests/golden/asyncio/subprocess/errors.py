# Programs that cannot be started, and options that make no sense here.
import asyncio


async def main():
    exec_, shell = asyncio.create_subprocess_exec, asyncio.create_subprocess_shell
    for call in (lambda: exec_("no-such-program"), lambda: exec_("ls", cwd="/no/such/folder"), lambda: exec_("/etc/passwd"),
                 lambda: exec_("a\0b"), lambda: shell(5), lambda: exec_("ls", universal_newlines=True), lambda: exec_("ls", text=True),
                 lambda: exec_("ls", bufsize=1), lambda: exec_("ls", encoding="utf-8"), lambda: exec_("ls", errors="strict"),
                 lambda: exec_("ls", shell=True), lambda: shell("ls", shell=False)):
        try:
            await call()
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
    print(await (await exec_("true")).wait())


asyncio.run(main())
