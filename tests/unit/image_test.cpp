// Images: what the compiler made comes back from the bytes unchanged, and modules are found by path.
#include <doctest/doctest.h>

#include "base/arena.hpp"
#include "bytecode/disassembler.hpp"
#include "bytecode/image.hpp"
#include "bytecode/verifier.hpp"
#include "compiler/compile.hpp"
#include "host/stdlib_image.hpp"
#include "syntax/parse.hpp"

using namespace coil;

namespace {

constexpr const char* kProgram = R"(
"""Docstring."""
NUMBERS = (1, -7, 2**40, 123456789012345678901234567890, 1.5, 3j, True, None, ..., b"\x00\xff", "\ud800", "caf\u00e9")

def outer(a, b=1, /, *rest, key: int = 2, **named):
    count = 0
    def inner():
        nonlocal count
        count += a
        return [x for x in rest if x in {1, 2, 3}]
    try:
        return inner()
    except (ValueError, KeyError) as error:
        raise TypeError from error
    finally:
        del b

class C(object):
    async def method(self):
        async for x in self:
            yield (await x,
                   super().method)
)";

ImageSource compiled(const char* path, bool packed, std::string_view text) {
  const Source source(path, text);
  Arena arena;
  DiagnosticSink sink(source);
  ast::Module* module = parse_module(source, arena, sink);
  REQUIRE(module != nullptr);
  return {path, packed, std::string(text), compile_module(*module, path, {}, sink)};
}

void check_same(const CodeUnit& left, const CodeUnit& right) {
  CHECK(left.qualname == right.qualname);
  CHECK(left.local_names == right.local_names);
  CHECK(left.free_vars == right.free_vars);
  CHECK(left.cell_vars == right.cell_vars);
  CHECK(left.class_free == right.class_free);
  CHECK(left.handled.size() == right.handled.size());
  REQUIRE(left.positions.size() == right.positions.size());
  for (size_t i = 0; i < left.positions.size(); i++) {
    CHECK(left.positions[i].line == right.positions[i].line);
    CHECK(left.positions[i].end_line == right.positions[i].end_line);
    CHECK(left.positions[i].col == right.positions[i].col);
    CHECK(left.positions[i].end_col == right.positions[i].end_col);
  }
  REQUIRE(left.consts.size() == right.consts.size());
  for (size_t i = 0; i < left.consts.size(); i++) {
    const auto* inner = std::get_if<std::shared_ptr<CodeUnit>>(&left.consts[i]);
    if (inner) check_same(**inner, **std::get_if<std::shared_ptr<CodeUnit>>(&right.consts[i]));
  }
}

}  // namespace

TEST_CASE("units come back from an image as they were") {
  const std::vector<ImageSource> modules{compiled("a/b.py", false, "x = 1\n"), compiled("empty.py", true, ""), compiled("plain.py", false, kProgram), compiled("program.py", true, kProgram)};
  const std::string bytes = write_image(modules);
  const Image image(bytes.data());
  CHECK(image.find("a/c.py") == nullptr);
  CHECK(image.find("") == nullptr);
  CHECK(image.find("zebra.py") == nullptr);
  for (const ImageSource& module : modules) {
    const ImageModule* row = image.find(module.path);
    REQUIRE(row != nullptr);
    CHECK(image.source(*row) == module.text);
    const ImageBlock block(image, *row);
    const std::shared_ptr<CodeUnit> unit = block.decode(block.unit(), true);
    CHECK(verify(*unit) == "");
    CHECK(disassemble(*unit) == disassemble(*module.unit));
    check_same(*unit, *module.unit);
  }
}

TEST_CASE("the embedded library is complete and in order") {
  std::string_view previous;
  for (const ImageModule& module : kStdlibImage.modules()) {
    CHECK(previous < kStdlibImage.text(module.path));
    previous = kStdlibImage.text(module.path);
  }
  CHECK(kStdlibImage.find("asyncio/__init__.py") != nullptr);
}
