// Loaded into VS Code's server before its own code. The server's standard input is a pipe from the process
// that started it: when that process is gone, however it ended, the server's whole process group goes too.
process.stdin.once('close', () => process.kill(-process.pid, 'SIGKILL'));
process.stdin.resume();
process.stdin.unref();
