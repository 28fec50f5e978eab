/**
 * Starts the server in Node: over the editor's IPC channel, or over `--stdio`, `--socket=<port>`
 * or `--pipe=<name>` for any other client.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { replyTo } from './commandLine';
import { nodeFiles } from './nodeFiles';
import { startServer } from './server';

const reply = replyTo(process.argv.slice(2), version);
if (reply) {
  (reply.exitCode === 0 ? process.stdout : process.stderr).write(`${reply.text}\n`);
  process.exitCode = reply.exitCode;
} else {
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection, {
    version,
    // Beside the bundle, which stands in `dist/server`.
    rulesUri: pathToFileURL(join(__dirname, '..', '..', 'docs', 'rules')).href,
    files: nodeFiles,
  });
  connection.listen();
}
