// Loaded into VS Code's server, so that it also ends if its parent was killed.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 2000).unref();
