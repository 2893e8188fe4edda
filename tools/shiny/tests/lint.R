# Checks that every R file parses, and has no long lines and no trailing white space. Lines of tests may be
# ten characters longer, because they quote whole sentences of the dashboard.
files <- normalizePath(list.files(".", pattern = "\\.R$", recursive = TRUE))

faults <- unlist(lapply(files, function(file) {
  lines <- readLines(file, warn = FALSE, encoding = "UTF-8")
  where <- sub(paste0(getwd(), "/"), "", file, fixed = TRUE)
  unparsed <- tryCatch({
    parse(file, encoding = "UTF-8")
    NULL
  }, error = function(e) paste0(where, ": ", conditionMessage(e)))
  limit <- if (startsWith(where, "tests/testthat/")) 120 else 110
  long <- which(nchar(lines, type = "chars") > limit)
  trailing <- grep("[ \t]+$", lines)
  c(
    unparsed,
    if (length(long) > 0) sprintf("%s:%d: longer than %d characters", where, long, limit),
    if (length(trailing) > 0) sprintf("%s:%d: white space at the end of the line", where, trailing)
  )
}))

if (length(faults) > 0) {
  writeLines(faults)
  quit(status = 1)
}
cat(length(files), "R files are well formed\n")
