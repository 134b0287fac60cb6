// `coil test`: runs golden scripts in parallel processes and compares what they print.
#pragma once

#include <string>
#include <vector>

namespace coil {

struct TestOptions {
  std::vector<std::string> paths;      // files or folders; the current folder when empty
  std::vector<std::string> coil_args;  // passed before the script
  std::string executable;              // this program
  std::string keyword;                 // only paths that contain it
  std::vector<std::string> skipped;    // no paths that contain one of them
  int jobs = 0;                        // 0: one per core
  double timeout = 10;                 // seconds of each script
  bool update = false;                 // write the goldens instead
  bool verbose = false;
};

/// The exit code: 0 when everything passed.
int run_tests(const TestOptions&);

}  // namespace coil
