# fish completion for coil
complete -c coil -n __fish_use_subcommand -a help -d 'Show a page of the documents' -f
complete -c coil -n __fish_use_subcommand -a check -d 'Find errors without running' -f
complete -c coil -n __fish_use_subcommand -a test -d 'Run golden scripts' -f
complete -c coil -n '__fish_seen_subcommand_from help' -f -a 'options language modules differences asyncio tasks testing'
complete -c coil -n '__fish_seen_subcommand_from test' -l update -d 'Write the expected files'
complete -c coil -n '__fish_seen_subcommand_from test' -s k -x -d 'Only paths with this text'
complete -c coil -n '__fish_seen_subcommand_from test' -s j -l jobs -x -d 'Processes at a time'
complete -c coil -n '__fish_seen_subcommand_from test' -l timeout -x -d 'Seconds for each script'
complete -c coil -s h -l help -d 'Show help'
complete -c coil -s V -l version -d 'Show the version'
complete -c coil -s c -x -d 'Run a text'
complete -c coil -s m -x -d 'Run a module'
complete -c coil -s i -d 'Go on with the prompt'
complete -c coil -s u -d 'Write output at once'
complete -c coil -s O -d 'Leave out asserts'
complete -c coil -s W -x -d 'Warning filter'
complete -c coil -l dis -r -d 'Show the bytecode of a file'
complete -c coil -l dump -x -a 'tokens ast scopes bytecode' -d 'Show stages instead of running'
complete -c coil -l stats -d 'Show numbers at the end'
complete -c coil -l max-memory -x -d 'Limit of the heap'
complete -c coil -l verify -d 'Check the bytecode'
