// What Enter does: whether an input is complete, and how the next line is indented.
#pragma once

#include <string>
#include <string_view>

namespace coil::editor {

/// Whether the interpreter can take the text as it is: a statement, several of them, a command that begins with a colon, or something that more lines can't repair.
/// A block is complete when an empty line ends it.
bool is_complete(std::string_view text);
/// Blanks for the line after the one that ends at `cursor`.
std::string next_indentation(std::string_view text, size_t cursor);

constexpr size_t kIndentStep = 4;

}  // namespace coil::editor
