# Checks every R file of this folder: it parses, no line is longer than 110 characters, nothing trails.
files <- normalizePath(list.files(".", pattern = "\\.R$", recursive = TRUE))

faults <- unlist(lapply(files, function(file) {
  lines <- readLines(file, warn = FALSE, encoding = "UTF-8")
  where <- sub(paste0(getwd(), "/"), "", file, fixed = TRUE)
  unparsed <- tryCatch({
    parse(file, encoding = "UTF-8")
    NULL
  }, error = function(e) paste0(where, ": ", conditionMessage(e)))
  long <- which(nchar(lines, type = "chars") > 110)
  trailing <- grep("[ \t]+$", lines)
  c(
    unparsed,
    if (length(long) > 0) sprintf("%s:%d: longer than 110 characters", where, long),
    if (length(trailing) > 0) sprintf("%s:%d: white space at the end of the line", where, trailing)
  )
}))

if (length(faults) > 0) {
  writeLines(faults)
  quit(status = 1)
}
cat(length(files), "R files are well formed\n")
