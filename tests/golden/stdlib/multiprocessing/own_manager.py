"""Managers with types of a program's own: registration, exposed methods, results that stay, servers to connect to."""
import multiprocessing
from multiprocessing.managers import AutoProxy, BaseManager, BaseProxy, MakeProxyType, RemoteError, SyncManager, Token


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        if amount < 0:
            raise ValueError("a negative amount", amount)
        self.balance += amount
        return self.balance

    def history(self):
        return (i * 10 for i in range(3))

    def unsendable(self):
        return lambda: 0

    def _secret(self):
        return "secret"

    def __str__(self):
        return f"Account({self.balance})"

    def __repr__(self):
        return f"Account.of({self.balance})"


class AccountProxy(BaseProxy):
    _exposed_ = ("deposit", "__len__")
    _method_to_typeid_ = {"history": "Iterator"}

    def deposit(self, amount):
        return self._callmethod("deposit", (amount,))

    def history(self):
        return self._callmethod("history")

    def other(self):
        return self._callmethod("unsendable")


class Manager(SyncManager):
    pass


Manager.register("Account", Account)
Manager.register("Limited", Account, exposed=("deposit", "_secret"))
Manager.register("Own", Account, AccountProxy)
Manager.register("fails", lambda: 1 / 0)
kept = {}
Manager.register("get_kept", callable=lambda: kept)


def deposit(account):
    account.deposit(100)


def initialize(text):
    kept["text"] = text


def main():
    manager = Manager()
    try:
        manager.Account()
    except AssertionError as error:
        print(error)
    manager.start(initialize, ("hello",))
    try:
        manager.start()
    except multiprocessing.ProcessError as error:
        print(error)
    account = manager.Account(5)
    process = multiprocessing.Process(target=deposit, args=(account,))
    process.start()
    process.join()
    print(account.deposit(1), str(account), type(account).__name__, sorted(name for name in dir(account) if name[0] != "_"))
    print(account._getvalue().balance, repr(account).startswith("<AutoProxy[Account] object, typeid 'Account' at 0x"))
    try:
        account.deposit(-1)
    except ValueError as error:
        print(error.args)
    limited = manager.Limited()
    print(limited.deposit(2), limited._secret(), hasattr(limited, "history"))
    own = manager.Own(7)
    print(own.deposit(3), [item for item in own.history()])
    for call in (own.other, account.unsendable, manager.fails):
        try:
            call()
        except RemoteError as error:
            print(type(error).__name__, str(error).count("-" * 75), "Traceback" in str(error), "division by zero" in str(error))
    print(manager.get_kept().get("text"))
    print(manager._number_of_objects() >= 3, manager._debug_info().count("refcount") >= 3)
    remote = Manager(address=manager.address, authkey=bytes(multiprocessing.current_process().authkey))
    remote.connect()
    remote.get_kept().update(more=1)
    print(manager.get_kept().copy())
    stranger = Manager(address=manager.address, authkey=b"wrong")
    try:
        stranger.connect()
    except multiprocessing.AuthenticationError as error:
        print(error)
    print(Token("a", "b", "c"))
    Pair = MakeProxyType("Pair", ("first", "second"))
    print(Pair.__name__, Pair._exposed_, Pair is MakeProxyType("Pair", ["first", "second"]), issubclass(Pair, BaseProxy))
    manager.shutdown()
    manager.join()
    try:
        manager.get_server()
    except multiprocessing.ProcessError as error:
        print(error)


if __name__ == "__main__":
    main()
