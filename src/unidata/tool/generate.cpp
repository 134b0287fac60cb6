// generate FOLDER OUTPUT: the tables of tables.hpp, from the text files of the Unicode Character Database (Debian's unicode-data).
// Characters that are younger than kVersion are left out: the library then shows the database of that version.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "unidata/tables.hpp"

namespace {

using coil::unidata::name_hash;

constexpr double kVersion = 14.0;
constexpr uint32_t kLimit = 0x110000;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "generate: %s\n", what.c_str());
  std::exit(1);
}

std::string trim(std::string text) {
  size_t from = text.find_first_not_of(" \t\r"), to = text.find_last_not_of(" \t\r");
  return from == text.npos ? "" : text.substr(from, to - from + 1);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == separator) parts.emplace_back();
    else parts.back() += c;
  }
  for (std::string& part : parts) part = trim(part);
  return parts;
}

/// The fields of every line that says something.
std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("can't read " + path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    line = trim(line.substr(0, line.find('#')));
    if (!line.empty()) rows.push_back(split(line, ';'));
  }
  return rows;
}

uint32_t code_of(const std::string& text) { return static_cast<uint32_t>(std::stoul(text, nullptr, 16)); }

/// "0041" or "0041..005A".
std::pair<uint32_t, uint32_t> range_of(const std::string& text) {
  size_t dots = text.find("..");
  uint32_t first = code_of(text);
  return {first, dots == text.npos ? first : code_of(text.substr(dots + 2))};
}

/// Texts in order of appearance, each with a number.
class Numbering {
 public:
  unsigned operator()(const std::string& text) {
    auto [entry, fresh] = numbers_.try_emplace(text, texts_.size());
    if (fresh) texts_.push_back(text);
    return entry->second;
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::map<std::string, unsigned> numbers_;
  std::vector<std::string> texts_;
};

struct Character {
  bool exists = false;
  std::string name;  // "" when it has none
  unsigned category = 0, combining = 0, bidi = 0, width = 0, mirrored = 0;
  std::string decomposition;
};

struct Database {
  std::vector<Character> characters{kLimit};
  std::vector<coil::unidata::CodeRange> ideographs;
  std::map<uint32_t, std::pair<int, double>> numerics;  // digit or -1, value
  std::vector<std::pair<std::string, std::vector<uint32_t>>> aliases;
  Numbering categories, bidi_classes, widths;
};

void read_characters(const std::string& folder, const std::vector<bool>& known, Database& db) {
  std::vector<std::vector<std::string>> rows = read_table(folder + "/UnicodeData.txt");
  for (size_t i = 0; i < rows.size(); i++) {
    const std::vector<std::string>& row = rows[i];
    uint32_t first = code_of(row[0]), last = first;
    std::string name = row[1];
    bool range = name.ends_with(", First>");
    if (range) last = code_of(rows[++i][0]);
    for (uint32_t code = first; code <= last; code++) {
      if (!known[code]) continue;
      Character& c = db.characters[code];
      c.exists = true;
      c.name = name[0] == '<' ? "" : name;
      c.category = db.categories(row[2]);
      c.combining = static_cast<unsigned>(std::stoul(row[3]));
      c.bidi = db.bidi_classes(row[4]);
      c.decomposition = row[5];
      c.mirrored = row[9] == "Y";
      if (range && name.starts_with("<CJK Ideograph")) {
        if (!db.ideographs.empty() && db.ideographs.back().last + 1 == code) db.ideographs.back().last = code;
        else db.ideographs.push_back({code, code});
      }
      if (!row[8].empty()) {
        double value = std::stod(row[8]);
        size_t slash = row[8].find('/');
        if (slash != std::string::npos) value /= std::stod(row[8].substr(slash + 1));
        db.numerics[code] = {row[7].empty() ? -1 : std::stoi(row[7]), value};
      }
    }
  }
}

Database read_database(const std::string& folder) {
  Database db;
  // The first of each kind is what characters that do not exist show.
  db.categories("Cn");
  db.bidi_classes("");
  db.widths("F");
  std::vector<bool> known(kLimit, false);
  for (const auto& row : read_table(folder + "/DerivedAge.txt")) {
    auto [first, last] = range_of(row[0]);
    for (uint32_t code = first; code <= last; code++) known[code] = std::stod(row[1]) <= kVersion;
  }
  read_characters(folder, known, db);
  for (Character& c : db.characters) {
    if (c.exists) c.width = db.widths("N");
  }
  for (const auto& row : read_table(folder + "/EastAsianWidth.txt")) {
    auto [first, last] = range_of(row[0]);
    for (uint32_t code = first; code <= last; code++) {
      if (db.characters[code].exists) db.characters[code].width = db.widths(row[1]);
    }
  }
  // Ideographs have numeric values in another file of the database.
  for (const auto& row : read_table(folder + "/extracted/DerivedNumericValues.txt")) {
    auto [first, last] = range_of(row[0]);
    for (uint32_t code = first; code <= last; code++) {
      if (db.characters[code].exists) db.numerics.try_emplace(code, -1, std::stod(row[1]));
    }
  }
  for (const auto& row : read_table(folder + "/NameAliases.txt")) {
    if (known[code_of(row[0])]) db.aliases.push_back({row[1], {code_of(row[0])}});
  }
  for (const auto& row : read_table(folder + "/NamedSequences.txt")) {
    std::vector<uint32_t> codes;
    for (const std::string& code : split(row[1], ' ')) codes.push_back(code_of(code));
    if (std::all_of(codes.begin(), codes.end(), [&](uint32_t code) { return known[code]; })) db.aliases.push_back({row[0], codes});
  }
  return db;
}

// -- output

FILE* g_out;

template <class List>
void write_numbers(const char* type, const char* name, const List& list) {
  std::fprintf(g_out, "extern const %s %s[];\nconst %s %s[] = {", type, name, type, name);
  size_t column = 0;
  for (auto number : list) {
    if (column++ % 32 == 0) std::fputs("\n", g_out);
    std::fprintf(g_out, "%llu,", static_cast<unsigned long long>(number));
  }
  std::fputs("0};\n", g_out);
}

void write_texts(const char* name, const std::vector<std::string>& texts) {
  std::fprintf(g_out, "extern const char* const %s[];\nconst char* const %s[] = {", name, name);
  for (const std::string& text : texts) std::fprintf(g_out, "\"%s\",", text.c_str());
  std::fputs("};\n", g_out);
}

void write_count(const char* name, size_t count) {
  std::fprintf(g_out, "extern const size_t %s;\nconst size_t %s = %zu;\n", name, name, count);
}

// -- names

/// The words of a name as tables.hpp describes them. `code`: for the suffix of characters that are named by their code point.
std::vector<std::string> words_of(std::string name, uint32_t code) {
  std::vector<std::string> words;
  char suffix[16];
  std::snprintf(suffix, sizeof suffix, "-%04X", code);
  bool coded = name.ends_with(suffix);
  if (coded) name.resize(name.size() - std::string_view(suffix).size());
  std::string word;
  for (size_t i = 0; i < name.size(); i++) {
    if (name[i] == ' ') {
      words.push_back(word);
      word = name[i + 1] == '-' ? " " : "";
    } else if (name[i] == '-' && i && name[i - 1] != ' ') {
      words.push_back(word);
      word = "-";
    } else {
      word += name[i];
    }
  }
  words.push_back(word);
  if (coded) words.push_back("");
  return words;
}

void write_names(const Database& db) {
  std::vector<std::vector<std::string>> names;
  std::vector<std::string> texts;
  std::vector<coil::unidata::NameRun> runs;
  uint32_t previous = 0;
  for (uint32_t code = 0; code < kLimit; code++) {
    const Character& c = db.characters[code];
    if (c.name.empty()) continue;
    if (runs.empty() || previous + 1 != code) runs.push_back({code, static_cast<uint32_t>(names.size())});
    previous = code;
    names.push_back(words_of(c.name, code));
    texts.push_back(c.name);
  }
  size_t characters = names.size();
  std::vector<uint32_t> targets, codes;
  for (const auto& [name, sequence] : db.aliases) {
    names.push_back(words_of(name, kLimit));
    texts.push_back(name);
    targets.push_back(static_cast<uint32_t>(codes.size()));
    codes.push_back(static_cast<uint32_t>(sequence.size()));
    codes.insert(codes.end(), sequence.begin(), sequence.end());
  }

  std::map<std::string, size_t> counts;
  for (const auto& words : names) {
    for (const std::string& word : words) counts[word] += !word.empty();
  }
  counts.erase("");
  std::vector<std::pair<std::string, size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  unsigned first_long = 256;
  while (first_long - coil::unidata::kFirstWord + (256 - first_long) * 256 < sorted.size()) first_long--;
  std::unordered_map<std::string, unsigned> numbers;
  std::vector<uint32_t> word_bytes, word_blocks;
  for (size_t i = 0; i < sorted.size(); i++) {
    if (i % coil::unidata::kWordsInBlock == 0) word_blocks.push_back(static_cast<uint32_t>(word_bytes.size()));
    const std::string& word = sorted[i].first;
    numbers[word] = static_cast<unsigned>(i);
    word_bytes.push_back(static_cast<uint32_t>(word.size()));
    word_bytes.insert(word_bytes.end(), word.begin(), word.end());
  }

  std::vector<uint32_t> bytes, blocks;
  for (size_t i = 0; i < names.size(); i++) {
    if (i % coil::unidata::kNamesInBlock == 0) blocks.push_back(static_cast<uint32_t>(bytes.size()));
    for (const std::string& word : names[i]) {
      if (word.empty()) {
        bytes.push_back(coil::unidata::kCodePointWord);
        continue;
      }
      unsigned number = numbers[word] + coil::unidata::kFirstWord;
      if (number < first_long) {
        bytes.push_back(number);
      } else {
        bytes.push_back(first_long + (number - first_long) / 256);
        bytes.push_back((number - first_long) % 256);
      }
    }
    bytes.push_back(coil::unidata::kEndOfName);
  }
  if (names.size() > 0xffff) fail("too many names");
  std::vector<uint16_t> order(names.size());
  for (size_t i = 0; i < order.size(); i++) order[i] = static_cast<uint16_t>(i);
  std::sort(order.begin(), order.end(), [&](uint16_t a, uint16_t b) {
    uint32_t left = name_hash(texts[a]), right = name_hash(texts[b]);
    return left != right ? left < right : a < b;
  });

  std::fprintf(g_out, "extern const unsigned kFirstLongWord;\nconst unsigned kFirstLongWord = %u;\n", first_long);
  write_numbers("uint8_t", "kWords", word_bytes);
  write_numbers("uint32_t", "kWordBlocks", word_blocks);
  write_numbers("uint8_t", "kNames", bytes);
  write_numbers("uint32_t", "kNameBlocks", blocks);
  write_count("kNameCount", names.size());
  write_count("kCharacterNameCount", characters);
  write_numbers("uint16_t", "kNamesByHash", order);
  std::vector<unsigned> starts, marks;
  for (uint16_t number : order) {
    const uint32_t hash = name_hash(texts[number]);
    starts.resize(std::max<size_t>(starts.size(), coil::unidata::hash_bucket(hash) + 1), static_cast<unsigned>(marks.size()));
    marks.push_back(coil::unidata::hash_mark(hash));
  }
  starts.resize(coil::unidata::kHashBuckets + 1, static_cast<unsigned>(marks.size()));
  write_numbers("uint16_t", "kHashStarts", starts);
  write_numbers("uint8_t", "kHashMarks", marks);
  std::fputs("const NameRun kNameRuns[] = {\n", g_out);
  for (const auto& run : runs) std::fprintf(g_out, "{%u,%u},\n", run.first_code, run.first_name);
  std::fprintf(g_out, "{%u,%zu}};\n", kLimit, characters);
  write_count("kNameRunCount", runs.size());
  write_numbers("uint16_t", "kAliasTargets", targets);
  write_numbers("uint32_t", "kAliasCodes", codes);
  std::fputs("const CodeRange kIdeographs[] = {\n", g_out);
  for (const auto& range : db.ideographs) std::fprintf(g_out, "{%u,%u},\n", range.first, range.last);
  std::fputs("};\n", g_out);
  write_count("kIdeographCount", db.ideographs.size());
}

// -- properties

void write_records(const Database& db) {
  using Key = std::array<unsigned, 5>;
  std::map<Key, unsigned> numbers;
  std::vector<Key> records;
  constexpr uint32_t kBlock = 1u << coil::unidata::kRecordBlockShift;
  std::map<std::vector<unsigned>, unsigned> block_numbers;
  std::vector<unsigned> block_of, contents;
  for (uint32_t start = 0; start < kLimit; start += kBlock) {
    std::vector<unsigned> block;
    for (uint32_t code = start; code < start + kBlock; code++) {
      const Character& c = db.characters[code];
      Key key{c.category, c.combining, c.bidi, c.width, c.mirrored};
      auto [entry, fresh] = numbers.try_emplace(key, records.size());
      if (fresh) records.push_back(key);
      block.push_back(entry->second);
    }
    auto [entry, fresh] = block_numbers.try_emplace(block, block_numbers.size());
    if (fresh) contents.insert(contents.end(), block.begin(), block.end());
    block_of.push_back(entry->second);
  }
  std::fputs("const Record kRecords[] = {\n", g_out);
  for (const Key& key : records) std::fprintf(g_out, "{%u,%u,%u,%u,%u},\n", key[0], key[1], key[2], key[3], key[4]);
  std::fputs("};\n", g_out);
  write_numbers("uint16_t", "kRecordBlocks", block_of);
  write_numbers("uint16_t", "kRecordNumbers", contents);
  write_texts("kCategories", db.categories.texts());
  write_texts("kBidiClasses", db.bidi_classes.texts());
  write_texts("kWidths", db.widths.texts());
}

void write_numerics(const Database& db) {
  std::fputs("const Numeric kNumerics[] = {\n", g_out);
  for (const auto& [code, number] : db.numerics) std::fprintf(g_out, "{%u,%d,%.17g},\n", code, number.first, number.second);
  std::fputs("};\n", g_out);
  write_count("kNumericCount", db.numerics.size());
}

std::string utf8(uint32_t c) {
  std::string out;
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
  return out;
}

void write_decompositions(const Database& db) {
  Numbering tags;
  tags("");
  std::vector<uint32_t> codes, entries;
  std::vector<unsigned> text;
  for (uint32_t code = 0; code < kLimit; code++) {
    const std::string& decomposition = db.characters[code].decomposition;
    if (decomposition.empty()) continue;
    std::vector<std::string> parts = split(decomposition, ' ');
    unsigned tag = 0;
    if (parts[0][0] == '<') {
      tag = tags(parts[0]);
      parts.erase(parts.begin());
    }
    codes.push_back(code);
    entries.push_back(tag << 24 | static_cast<uint32_t>(text.size()));
    for (const std::string& part : parts) {
      for (char c : utf8(code_of(part))) text.push_back(static_cast<uint8_t>(c));
    }
    text.push_back(0);
  }
  write_numbers("uint32_t", "kDecomposed", codes);
  write_count("kDecomposedCount", codes.size());
  write_numbers("uint32_t", "kDecompositions", entries);
  std::fputs("extern const char kDecompositionText[];\nconst char kDecompositionText[] =", g_out);
  for (size_t i = 0; i < text.size(); i++) std::fprintf(g_out, "%s\\%03o", i % 64 ? "" : i ? "\"\n\"" : "\n\"", text[i]);
  std::fputs("\";\n", g_out);
  write_texts("kDecompositionTags", tags.texts());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("usage: generate FOLDER OUTPUT");
  Database db = read_database(argv[1]);
  g_out = std::fopen(argv[2], "w");
  if (!g_out) fail(std::string("can't write ") + argv[2]);
  std::fputs("// Generated from the Unicode Character Database.\n#include \"unidata/tables.hpp\"\n\nnamespace coil::unidata {\n", g_out);
  write_names(db);
  write_records(db);
  write_numerics(db);
  write_decompositions(db);
  std::fputs("}  // namespace coil::unidata\n", g_out);
  if (std::fclose(g_out) != 0) fail("can't write the output");
  return 0;
}
