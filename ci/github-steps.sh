# Functions that the steps of action.yml share.

# Whether the variable of this name says `true`; ends the step where it says neither that nor `false`.
wanted() {
  case ${!1} in
    true) return 0 ;;
    false) return 1 ;;
    *) echo "::error title=stackaudit::\`$1\` is either true or false." && exit 2 ;;
  esac
}

# Puts the lines of a text into the array `lines`, without empty ones.
lines_of() {
  local line
  lines=()
  while IFS= read -r line; do [ -z "$line" ] || lines+=("$line"); done <<< "$1"
}

# Shows what programs wrote to a file as one annotation of a level. The runner takes any line that begins with `::`, or has
# `##[` in it, for a command, and names of strangers stand in what programs say: so it is one line, which is a command itself.
annotate() {
  local text
  text=$(< "$2")
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  text=${text//$'\n'/%0A}
  [ -z "$text" ] || echo "::$1 title=stackaudit::$text"
}

# Prints the commit that a pull request is held against, and fetches it where it is missing. Where the merge that GitHub
# makes is checked out, that is its first parent: the event's own word for the base may be older.
fetched_base() {
  local base=$1
  if [ "$(git rev-parse HEAD)" = "$GITHUB_SHA" ]; then
    base=$(git cat-file -p HEAD | sed -n 's/^parent //p' | head -n 1) # also in a shallow clone
  fi
  git cat-file -e "$base^{commit}" 2> /dev/null || git fetch --quiet --no-tags --depth=1 origin "$base" > /dev/null || return
  echo "$base"
}
