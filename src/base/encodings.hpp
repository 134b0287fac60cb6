// The encodings that need no code of the library, by all their names, and their tables of characters. Decoding and encoding of strings with
// error handlers are in objects/codecs.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace coil {

enum class Codec : uint8_t { Utf8, Utf8Sig, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be, Charmap, None };

/// Stands for bytes without a character.
constexpr char16_t kUnmappedByte = 0xfffd;

/// An encoding of one byte a character whose first half is ASCII.
struct CharMap {
  const char* name;
  const char* aliases;      // separated by blanks
  const char16_t* upper;    // characters of bytes 0x80 to 0xff
};

struct CodecChoice {
  Codec codec;
  const CharMap* map;       // of Charmap
  const char* name;         // as codecs.lookup() shows it
};

/// Lower case, every run of other characters than letters, digits and dots is one '_', as CPython normalises names.
std::string normalized_encoding(std::string_view name);
/// Codec::None when the encoding is not native.
CodecChoice find_native_codec(std::string_view name);

/// The whole text in UTF-8; nothing when a byte has no character, or when ASCII is not part of the encoding. UTF-8 itself is not checked.
std::optional<std::string> text_as_utf8(std::string_view bytes, const CodecChoice&);

}  // namespace coil
