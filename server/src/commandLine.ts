/** What a call of the server says to the person who made it, instead of serving. */
export interface Reply {
  readonly text: string;
  /** 0 for what was asked for; 2 for a call that cannot be served. */
  readonly exitCode: 0 | 2;
}

/** How an editor reaches the server, as `vscode-languageserver` reads the command line. */
const CHANNEL = /^--(?:stdio|node-ipc|socket(?:=\d+)?|pipe(?:=.+)?)$/;

const USAGE = `Usage: atop-language-server --stdio | --socket=<port> | --pipe=<name>

The language server of ATOP Coding Sheets. An editor starts it and talks to it:
  --stdio          over standard input and output; what most editors want
  --socket=<port>  over a socket that the editor listens on
  --pipe=<name>    over a named pipe that the editor listens on

  --version        prints the version
  --help           prints this`;

/**
 * What there is to say to a call with these arguments; `undefined` where an editor has called, which the
 * server then serves.
 */
export function replyTo(args: readonly string[], version: string): Reply | undefined {
  if (args.includes('--help') || args.includes('-h')) return { text: USAGE, exitCode: 0 };
  if (args.includes('--version')) return { text: version, exitCode: 0 };
  if (args.some(arg => CHANNEL.test(arg))) return undefined;
  return {
    text: `An editor starts this server and says how to reach it, for instance with --stdio.\n\n${USAGE}`,
    exitCode: 2,
  };
}
