// Loaded into VS Code's server, so that it does not outlive a parent that was killed and could not end it.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 2000).unref();
