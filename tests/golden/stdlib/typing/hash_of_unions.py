# X | Y and typing.Union[X, Y] are equal and have one hash, so each finds the other in a dict.
import typing

print((int | str) == typing.Union[str, int], hash(int | str) == hash(typing.Union[int, str]), hash(int | str) == hash(str | int))
converters = {typing.Optional[int]: "optional", typing.Union[str, bytes]: "text"}
print(converters[int | None], converters[None | int], converters[bytes | str], converters.get(int | str))
