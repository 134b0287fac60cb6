// `coil help [TOPIC]`: pages of the documents. The pages are embedded by cmake/CoilHelp.cmake.
#pragma once

namespace coil {

struct HelpPage {
  const char* name;  // of the file, without ".md"; nullptr ends the table
  const char* text;
};

extern const HelpPage kHelpPages[];

/// The options, on one screen.
void show_usage();
/// The exit code: 2 when there is no such topic.
int show_help(const char* topic_or_null);

}  // namespace coil
