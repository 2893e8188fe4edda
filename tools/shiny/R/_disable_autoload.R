# A file of this name tells Shiny to load nothing from R/ by itself: it would load the top of it and no
# folder. However the dashboard is started, app.R loads everything with load_sources().
