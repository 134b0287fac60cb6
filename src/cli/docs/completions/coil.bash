# bash completion for coil
_coil() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  case $previous in
    help) COMPREPLY=($(compgen -W "options language modules differences asyncio tasks testing" -- "$word")); return ;;
    --dump) COMPREPLY=($(compgen -W "tokens ast scopes bytecode" -- "$word")); return ;;
    -c | -m | -k | -W | --max-memory | --fail-alloc | --timeout) return ;;
  esac
  if [[ $word == -* ]]; then
    local options="-h --help -V --version -c -m -i -u -O -OO -W --dis --dump --stats --gc-stress --max-memory --fail-alloc --verify"
    [[ ${COMP_WORDS[1]} == test ]] && options="-h --help --update -k -j --jobs --timeout --coil-arg -v --verbose"
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  COMPREPLY=($(compgen -f -X '!*.py' -- "$word") $(compgen -d -- "$word"))
  [[ $COMP_CWORD == 1 ]] && COMPREPLY+=($(compgen -W "help check test" -- "$word"))
}
complete -o filenames -F _coil coil
