#' Loads the dashboard's code: all files in this folder and its subfolders.

#' The files whose values other files use while they are loaded. The order of the others does not matter.
LOADED_FIRST <- c("warehouse/bounds.R", "warehouse/visits.R")

#' @param folder the folder R of the dashboard
#' @param into the environment for what the files define
#' @param files paths in the folder
load_sources <- function(folder, into, files = source_files(folder)) {
  for (file in files) eval(parse(file.path(folder, file), keep.source = FALSE, encoding = "UTF-8"), into)
}

source_files <- function(folder) {
  unique(c(LOADED_FIRST, list.files(folder, pattern = "\\.R$", recursive = TRUE)))
}
