# bash completion for coil
_coil() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  # bash cuts --dump=tokens into three words.
  [[ $previous == "=" && $COMP_CWORD -ge 2 ]] && previous=${COMP_WORDS[COMP_CWORD-2]}
  [[ $word == "=" ]] && word="" && previous=${COMP_WORDS[COMP_CWORD-1]}
  case $previous in
    help) COMPREPLY=($(compgen -W "options language modules differences asyncio tasks prompt environment testing" -- "$word")); return ;;
    --dump) COMPREPLY=($(compgen -W "tokens ast scopes bytecode" -- "$word")); return ;;
    -X) COMPREPLY=($(compgen -W "dev importtime int_max_str_digits= no_debug_ranges utf8" -- "$word")); return ;;
    -m) COMPREPLY=($(compgen -W "doctest json.tool timeit unittest" -- "$word")); return ;;
    -c | -k | -j | --jobs | -W | --max-memory | --fail-alloc | --timeout | --coil-arg) return ;;
  esac
  if [[ $word == -* ]]; then
    local options="-h --help -V -VV --version -c -m -i -u -O -OO -W -X -v -E -I -P -S -q -x --dis --dump --stats --gc-stats --gc-stress --max-memory --fail-alloc --verify"
    [[ ${COMP_WORDS[1]} == test ]] && options="-h --help --update -k -j --jobs --timeout --coil-arg -v --verbose"
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -X '!*.py' -- "$word") $(compgen -d -- "$word"))
  [[ $COMP_CWORD == 1 ]] && COMPREPLY+=($(IFS=' '; compgen -W "help check test" -- "$word"))
}
complete -F _coil coil
