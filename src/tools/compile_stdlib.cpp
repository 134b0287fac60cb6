// Build tool: compiles every .py file below a folder into one image, and writes the C++ file that puts the image into the program. Each unit is
// verified as the VM will read it, decoded from the image.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "bytecode/image.hpp"
#include "bytecode/verifier.hpp"
#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace {

namespace fs = std::filesystem;

bool read_text(const fs::path& path, std::string* text) {
  std::ifstream file(path, std::ios::binary);
  text->assign(std::istreambuf_iterator<char>(file), {});
  return static_cast<bool>(file) || file.eof();
}

bool compile(const fs::path& path, coil::ImageSource* module) {
  if (!read_text(path, &module->text)) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), std::strerror(errno));
    return false;
  }
  const std::string filename = "<stdlib>/" + module->path;
  const coil::Source source(filename, module->text);
  coil::DiagnosticSink sink(source);
  coil::Arena arena;
  if (coil::ast::Module* tree = coil::parse_module(source, arena, sink)) {
    module->unit = coil::compile_module(*tree, filename, {}, sink);
  }
  if (!module->unit) std::fprintf(stderr, "%s:%d: %s\n", path.c_str(), sink.error().lineno, sink.error().message.c_str());
  return module->unit != nullptr;
}

bool check(const std::string& bytes) {
  const coil::Image image(bytes.data());
  for (const coil::ImageModule& module : image.modules()) {
    const coil::ImageBlock block(image, module);
    const std::string problem = coil::verify(*block.decode(block.unit(), true));
    if (problem.empty()) continue;
    std::fprintf(stderr, "%s\n", problem.c_str());
    return false;
  }
  return true;
}

bool write_file(const std::string& path, std::string_view content) {
  const std::string unfinished = path + ".new";
  std::ofstream file(unfinished, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (file) {
    fs::rename(unfinished, path);
    return true;
  }
  std::fprintf(stderr, "%s: %s\n", path.c_str(), std::strerror(errno));
  return false;
}

/// The digest makes the text as new as the image: a compiler cache looks at nothing else.
std::string embedding(const std::string& path, std::string_view image) {
  uint64_t digest = 0xcbf29ce484222325u;  // FNV-1a
  for (const char byte : image) digest = (digest ^ static_cast<uint8_t>(byte)) * 0x100000001b3u;
  return R"(// Generated from stdlib/.
#include "host/stdlib_image.hpp"

asm(".pushsection .rodata.coil_stdlib, \"a\", @progbits\n"
    ".balign 4096\n"
    "coil_stdlib_bytes:\n"
    ".incbin \")" + path + R"(\"\n"
    ".popsection\n");

extern "C" const char coil_stdlib_bytes[];

namespace coil {

constinit const Image kStdlibImage{coil_stdlib_bytes};
const uint64_t kStdlibDigest = )" + std::to_string(digest) + R"(u;

}  // namespace coil
)";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: coil_compile_stdlib FOLDER IMAGE SOURCE [MODULE THAT IS NOT PACKED]...\n", stderr);
    return 2;
  }
  const fs::path root = argv[1];
  const std::set<std::string> unpacked(argv + 4, argv + argc);
  std::vector<coil::ImageSource> modules;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".py") continue;
    const std::string path = fs::relative(entry.path(), root).generic_string();
    modules.push_back({path, !unpacked.contains(path), {}, nullptr});
    if (!compile(entry.path(), &modules.back())) return 1;
  }
  std::sort(modules.begin(), modules.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
  const std::string image = coil::write_image(modules);
  if (!check(image)) return 1;
  return write_file(argv[2], image) && write_file(argv[3], embedding(fs::absolute(argv[2]).string(), image)) ? 0 : 1;
}
