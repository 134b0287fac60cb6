// Build tool: compiles every .py file below a folder into one image. Each unit is verified as the VM will read it, decoded from the image.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

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
    const std::string problem = coil::verify(*image.decode(image.unit_of(module), true));
    if (problem.empty()) continue;
    std::fprintf(stderr, "%s\n", problem.c_str());
    return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: coil_compile_stdlib FOLDER IMAGE\n", stderr);
    return 2;
  }
  const fs::path root = argv[1];
  std::vector<coil::ImageSource> modules;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".py") continue;
    modules.push_back({fs::relative(entry.path(), root).generic_string(), {}, nullptr});
    if (!compile(entry.path(), &modules.back())) return 1;
  }
  std::sort(modules.begin(), modules.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
  const std::string image = coil::write_image(modules);
  if (!check(image)) return 1;
  const std::string unfinished = std::string(argv[2]) + ".new";
  std::ofstream file(unfinished, std::ios::binary);
  file.write(image.data(), static_cast<std::streamsize>(image.size()));
  file.close();
  if (!file) {
    std::fprintf(stderr, "%s: %s\n", unfinished.c_str(), std::strerror(errno));
    return 1;
  }
  fs::rename(unfinished, argv[2]);
  return 0;
}
