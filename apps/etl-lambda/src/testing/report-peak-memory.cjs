// Loaded before a program by NODE_OPTIONS: at its end it says how much memory
// the process has ever held.
process.on('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`);
});
