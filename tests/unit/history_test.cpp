// The history and its file: blocks, duplicates, permissions, two sessions, files that are broken.
#include "editor/history.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace coil::editor;

namespace {

struct Folder {
  Folder() { REQUIRE(mkdtemp(path)); }
  ~Folder() { (void)!std::system(("rm -rf " + std::string(path)).c_str()); }
  std::string file(const char* name = "history") const { return std::string(path) + "/" + name; }
  char path[32] = "/tmp/coil_history_XXXXXX";
};

std::string contents(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("blocks stay blocks, each text is there once") {
  Folder folder;
  {
    History history;
    CHECK(history.open(folder.file()).empty());
    for (const char* text : {"a", "if x:\n    y = '\\n'", "b", "a", "a"}) CHECK(history.add(text).empty());
    CHECK(history.size() == 3);
    CHECK(history.at(2) == "a");
  }
  struct stat info;
  REQUIRE(stat(folder.file().c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  History again;
  CHECK(again.open(folder.file()).empty());
  REQUIRE(again.size() == 3);
  CHECK(again.at(0) == "if x:\n    y = '\\n'");
  CHECK(again.at(1) == "b");
  CHECK(again.at(2) == "a");
}

TEST_CASE("two sessions share a file") {
  Folder folder;
  History one, two;
  one.open(folder.file());
  two.open(folder.file());
  one.add("first");
  two.add("second");
  one.add("third");
  CHECK(contents(folder.file()) == "first\nsecond\nthird\n");
}

TEST_CASE("a file with many repetitions is written anew") {
  Folder folder;
  std::ofstream out(folder.file());
  for (int i = 0; i < 100; i++) out << "same\nother " << i % 5 << "\n";
  out.close();
  History history(20);
  history.open(folder.file());
  CHECK(history.size() == 6);
  CHECK(contents(folder.file()) == "other 0\nother 1\nother 2\nother 3\nsame\nother 4\n");
}

TEST_CASE("a broken file does no harm") {
  Folder folder;
  std::ofstream(folder.file(), std::ios::binary) << std::string("good\n\xff\xfe\x00\n", 9) << std::string(2 << 20, 'x') << "\nlast";
  History history;
  CHECK(history.open(folder.file()).empty());
  REQUIRE(history.size() == 3);
  CHECK(history.at(0) == "good");
  CHECK(history.at(2) == "last");

  History in_a_folder;
  CHECK(!in_a_folder.open(folder.path).empty());
  CHECK(in_a_folder.add("x").empty());
  CHECK(in_a_folder.size() == 1);

  History nowhere;
  CHECK(nowhere.open(folder.file("no/such/folder")).empty());
  CHECK(!nowhere.add("x").empty());  // told once
  CHECK(nowhere.add("y").empty());
  CHECK(nowhere.size() == 2);
}
