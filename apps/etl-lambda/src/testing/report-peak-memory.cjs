// CommonJS, because `--require` loads nothing else.
// Preloaded by NODE_OPTIONS: when the process ends, it prints the most memory that it held.
process.on('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`);
});
