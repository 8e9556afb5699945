// Stands in for a native module that npm cannot bring ready-made: an extension host ends when its server is gone.
const everyMs = 2000;

exports.start = (serverPid) => {
  setInterval(() => {
    try {
      process.kill(serverPid, 0);
    } catch {
      process.exit(87);
    }
  }, everyMs).unref();
};
