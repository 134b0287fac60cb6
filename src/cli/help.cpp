// A topic is a page of its own or some chapters of the reference.
#include "cli/help.hpp"

#include <cstdio>
#include <string_view>

namespace coil {

namespace {

struct Topic {
  const char* name;
  const char* about;
  const char* page;
  const char* chapters[3];  // headings of the page; none: all of it
};

constexpr Topic kTopics[] = {
    {"options", "the command line and the environment", "REFERENCE", {"Command line"}},
    {"language", "what of Python there is, and the built-in names", "REFERENCE", {"The language", "Builtins"}},
    {"modules", "the standard library", "REFERENCE", {"Modules"}},
    {"differences", "from CPython, and what is not there yet", "REFERENCE", {"Deliberate differences", "Not there yet"}},
    {"asyncio", "writing asynchronous programs", "asyncio", {}},
    {"tasks", "starting, watching and cancelling tasks", "tasks", {}},
    {"prompt", "await at the prompt, and its commands", "prompt", {}},
    {"keys", "what the keys do at the prompt, and its history", "keys", {}},
    {"environment", "variables that change how Coil behaves", "environment", {}},
    {"testing", "unittest, golden scripts, coil check", "testing", {}},
};

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
}

/// From the heading to the next one of the same level.
std::string_view chapter(std::string_view page, std::string_view heading) {
  constexpr std::string_view kMark = "\n## ";
  for (size_t at = page.find(kMark); at != std::string_view::npos; at = page.find(kMark, at + 1)) {
    if (!page.substr(at + kMark.size()).starts_with(heading)) continue;
    const size_t end = page.find(kMark, at + 1);
    return page.substr(at + 1, end == std::string_view::npos ? end : end - at);
  }
  return {};
}

}  // namespace

void show_usage() {
  std::fputs(
      "usage: coil [option] ... [-c CODE | -m MODULE | FILE | -] [arg] ...\n"
      "       coil help [TOPIC]    coil check FILE ...    coil test [PATH ...]\n"
      "Runs programs written for Python 3.11 and asyncio; alone: a prompt with await.\n"
      "  -c CODE, -m MODULE  run a text, or a module as a program; ends the options\n"
      "  -i                  go on with the prompt after the program\n"
      "  -u                  write standard output without waiting for whole blocks\n"
      "  -O, -OO             leave out assert statements; docstrings too\n"
      "  -W FILTER           warnings: action:message:category:module:line\n"
      "  -X dev              debug mode of asyncio, all warnings\n"
      "  -X importtime, -v   show how long imports take; show each import\n"
      "  -E, -I, -P          ignore PYTHON* and COIL_*; -I: isolated; -P: safe sys.path\n"
      "  -q                  no greeting\n"
      "  -x                  skip the first line of the program\n"
      "  -V, -h              version (-VV: more); this text\n"
      "  --dis FILE          show the bytecode of a file\n"
      "  --dump=LIST         show tokens,ast,scopes,bytecode instead of running\n"
      "  --stats, --gc-stats show what the run has cost; the pauses of the collector\n"
      "  --max-memory N      limit of the heap in bytes (suffixes K, M, G)\n"
      "  --verify, --gc-stress[=N], --fail-alloc K    for working on Coil itself\n"
      "Also accepted as in python3, without effect: -b -B -d -s -S -R, other -X.\n"
      "coil help lists topics: language, asyncio, tasks, prompt, environment, ...\n",
      stdout);
}

int show_help(const char* wanted) {
  for (const Topic& topic : kTopics) {
    if (!wanted || std::string_view(topic.name) != wanted) continue;
    for (const HelpPage* page = kHelpPages; page->name; page++) {
      if (std::string_view(page->name) != topic.page) continue;
      if (!topic.chapters[0]) print(page->text);
      for (const char* heading : topic.chapters) {
        if (heading) print(chapter(page->text, heading));
      }
    }
    return 0;
  }
  if (wanted) std::fprintf(stderr, "coil: no help on '%s'\n", wanted);
  FILE* out = wanted ? stderr : stdout;
  std::fputs("coil help TOPIC shows a page; the topics:\n", out);
  for (const Topic& topic : kTopics) std::fprintf(out, "  %-12s %s\n", topic.name, topic.about);
  std::fputs("coil --help lists the options; help(object) at the prompt shows what an object is.\n", out);
  return wanted ? 2 : 0;
}

}  // namespace coil
