// The names of encodings, and decoding to UTF-8 for readers of source files, who have no virtual machine.
#include "base/encodings.hpp"

#include <iterator>

namespace coil {

namespace {

struct CodecName {
  std::string_view name;
  Codec codec;
};

constexpr CodecName kCodecNames[] = {
    {"utf_8", Codec::Utf8}, {"utf8", Codec::Utf8}, {"u8", Codec::Utf8}, {"utf", Codec::Utf8}, {"cp65001", Codec::Utf8},
    {"utf8_ucs2", Codec::Utf8}, {"utf8_ucs4", Codec::Utf8}, {"utf_8_sig", Codec::Utf8Sig}, {"ascii", Codec::Ascii},
    {"us_ascii", Codec::Ascii}, {"646", Codec::Ascii}, {"iso646_us", Codec::Ascii}, {"ansi_x3.4_1968", Codec::Ascii},
    {"ansi_x3_4_1968", Codec::Ascii}, {"ansi_x3.4_1986", Codec::Ascii}, {"cp367", Codec::Ascii}, {"csascii", Codec::Ascii},
    {"ibm367", Codec::Ascii}, {"iso_646.irv_1991", Codec::Ascii}, {"iso_ir_6", Codec::Ascii}, {"us", Codec::Ascii},
    {"latin_1", Codec::Latin1}, {"latin1", Codec::Latin1}, {"latin", Codec::Latin1}, {"l1", Codec::Latin1},
    {"iso_8859_1", Codec::Latin1}, {"iso8859_1", Codec::Latin1}, {"iso8859", Codec::Latin1}, {"8859", Codec::Latin1},
    {"cp819", Codec::Latin1}, {"csisolatin1", Codec::Latin1}, {"ibm819", Codec::Latin1}, {"iso_8859_1_1987", Codec::Latin1},
    {"iso_ir_100", Codec::Latin1}, {"unicodelittleunmarked", Codec::Utf16Le}, {"unicodebigunmarked", Codec::Utf16Be}, {"utf_16", Codec::Utf16}, {"utf16", Codec::Utf16}, {"u16", Codec::Utf16},
    {"utf_16_le", Codec::Utf16Le}, {"utf_16le", Codec::Utf16Le}, {"utf_16_be", Codec::Utf16Be}, {"utf_16be", Codec::Utf16Be},
    {"utf_32", Codec::Utf32}, {"utf32", Codec::Utf32}, {"u32", Codec::Utf32}, {"utf_32_le", Codec::Utf32Le},
    {"utf_32le", Codec::Utf32Le}, {"utf_32_be", Codec::Utf32Be}, {"utf_32be", Codec::Utf32Be},
};

constexpr CharMap kCharMaps[] = {
#define CHARMAP(name, aliases, upper) {name, aliases, upper},
#include "base/charmaps.def"
#undef CHARMAP
};

bool has_word(std::string_view words, std::string_view wanted) {
  while (!words.empty()) {
    size_t end = words.find(' ');
    if (words.substr(0, end) == wanted) return true;
    if (end == words.npos) return false;
    words.remove_prefix(end + 1);
  }
  return false;
}

const char* lookup_name(Codec codec) {
  switch (codec) {
    case Codec::Utf8: return "utf-8";
    case Codec::Utf8Sig: return "utf-8-sig";
    case Codec::Ascii: return "ascii";
    case Codec::Latin1: return "iso8859-1";
    case Codec::Utf16: return "utf-16";
    case Codec::Utf16Le: return "utf-16-le";
    case Codec::Utf16Be: return "utf-16-be";
    case Codec::Utf32: return "utf-32";
    case Codec::Utf32Le: return "utf-32-le";
    case Codec::Utf32Be: return "utf-32-be";
    default: return "";
  }
}

void add_utf8(std::string& out, char16_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
  } else {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
  }
  out += static_cast<char>(0x80 | (c & 0x3f));
}

CodecChoice find_by_any_name(std::string_view name) {
  std::string key = normalized_encoding(name);
  for (const CodecName& entry : kCodecNames) {
    if (key == entry.name) return {entry.codec, nullptr, lookup_name(entry.codec)};
  }
  for (const CharMap& map : kCharMaps) {
    if (has_word(map.aliases, key)) return {Codec::Charmap, &map, map.name};
  }
  return {Codec::None, nullptr, ""};
}

}  // namespace

std::string normalized_encoding(std::string_view name) {
  std::string normal;
  bool gap = false;
  for (char c : name) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '.') {
      gap = true;
      continue;
    }
    if (gap && !normal.empty()) normal += '_';
    gap = false;
    normal += letter ? static_cast<char>(c | 0x20) : c;
  }
  return normal;
}

CodecChoice find_native_codec(std::string_view name) {
  // A program has few spellings, which it uses again and again.
  struct Spelling {
    std::string name;
    CodecChoice choice{Codec::None, nullptr, ""};
  };
  static thread_local Spelling known[8];
  if (name.empty() || name.size() > 15) return find_by_any_name(name);
  Spelling& spelling = known[(name.size() + static_cast<unsigned char>(name.back())) % std::size(known)];
  if (spelling.name != name) spelling = {std::string(name), find_by_any_name(name)};
  return spelling.choice;
}

std::optional<std::string> text_as_utf8(std::string_view bytes, const CodecChoice& choice) {
  switch (choice.codec) {
    case Codec::Utf8: case Codec::Utf8Sig: return std::string(bytes);
    case Codec::Ascii: case Codec::Latin1: case Codec::Charmap: break;
    default: return std::nullopt;
  }
  std::string utf8;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    char16_t character = byte;
    if (byte >= 0x80 && choice.codec == Codec::Ascii) return std::nullopt;
    if (byte >= 0x80 && choice.codec == Codec::Charmap) character = choice.map->upper[byte - 0x80];
    if (character == kUnmappedByte) return std::nullopt;
    add_utf8(utf8, character);
  }
  return utf8;
}

}  // namespace coil
