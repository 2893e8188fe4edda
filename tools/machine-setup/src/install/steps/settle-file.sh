# These leave files with the right content untouched; otherwise they set FILE_CHANGED to yes. A reader
# sees either the old or the new content.

# settle_file PATH MODE OWNER: gives the file the content of standard input.
settle_file() {
  local path=$1 mode=$2 owner=$3 fresh
  fresh=$(mktemp /run/sbw-file.XXXXXX)
  cat >"$fresh"
  if cmp --silent "$fresh" "$path" && [[ $(stat --format '%a %U' "$path") == "$mode $owner" ]]; then
    rm "$fresh"
    return
  fi
  mkdir -p "$(dirname "$path")"
  install --mode "$mode" --owner "$owner" "$fresh" "$path.new"
  rm "$fresh"
  mv "$path.new" "$path"
  FILE_CHANGED=yes
}

# settle_folder SOURCE PATH: makes the folder a copy of the source that everyone may read.
settle_folder() {
  local source=$1 path=$2
  ! diff --recursive --brief "$source" "$path" >/dev/null 2>&1 || return 0
  rm -rf "$path.new" "$path.old"
  cp --recursive "$source" "$path.new"
  chown --recursive root:root "$path.new"
  chmod --recursive u=rwX,go=rX "$path.new"
  [[ ! -e $path ]] || mv "$path" "$path.old"
  mv "$path.new" "$path"
  rm -rf "$path.old"
  FILE_CHANGED=yes
}
