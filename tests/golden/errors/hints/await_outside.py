def plain():
    await something()
