# Stops Shiny from loading R/ by itself: Shiny would load the files at the top and skip the folders.
# app.R loads everything with load_sources(), however the dashboard is started.
