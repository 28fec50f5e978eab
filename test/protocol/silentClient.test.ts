import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { DiagnosticSeverity, HoverRequest } from 'vscode-languageserver-protocol/node';
import { withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { WAITING_FOR_ALL, WorkspaceClient } from './workspaceClient';

/** Questions 13, 28 and 57 are not answered. */
const sheet = withAnswer(57, '', withAnswer(13, ''));
const SET = { severity: { 'missing-answer': 'error' }, optionalQuestions: [] };

describe('a client that is asked for its settings and does not answer', () => {
  let folder: Folder;
  let client: WorkspaceClient;
  let answer: () => void;

  beforeEach(() => {
    folder = new Folder({ 'a.atop': sheet, 'b.atop': sheet });
    client = new WorkspaceClient();
    client.settings = { '': SET };
    client.holdsSettingsBack = new Promise(resolve => {
      answer = resolve;
    });
  });
  afterEach(() => {
    client.kill();
    folder.remove();
  });

  const uriOf = (name: string) => folder.uriOf(`${name}.atop`);
  const hover = (uri: string) =>
    client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 1, character: 0 },
    });
  const missing = async (uri: string) =>
    (await client.pull(uri)).filter(({ code }) => code === 'missing-answer').map(({ severity }) => severity);

  it('is served by the defaults, and by its settings once it has answered', async () => {
    await client.start([folder]);
    await client.open(uriOf('a'), sheet);
    assert.ok(await hover(uriOf('a')));
    assert.deepEqual(await missing(uriOf('a')), [DiagnosticSeverity.Warning]);
    const listed = await client.sheetsOnce(
      sheets => sheets.length === 2 && sheets.every(({ open }) => open !== null),
    );
    assert.deepEqual(
      listed.map(({ open, optional }) => [open, optional]),
      [
        [1, [28, 43, 57]],
        [1, [28, 43, 57]],
      ],
    );

    answer();
    await client.until(() => client.refreshes > 0);
    await client.sheetsOnce(sheets =>
      sheets.every(({ open, optional }) => (open ?? 0) > 1 && optional.length === 0),
    );
    const severities = await missing(uriOf('a'));
    assert.ok(severities.length > 1 && severities.every(severity => severity === DiagnosticSeverity.Error));
  });

  it('is pushed diagnostics by the defaults, and anew once it has answered', async () => {
    await client.start([folder], WAITING_FOR_ALL);
    await client.open(uriOf('a'), sheet);
    const told = (severity: DiagnosticSeverity) =>
      client.published(
        ({ uri, diagnostics }) =>
          uri === uriOf('a') &&
          diagnostics.some(({ code, severity: found }) => code === 'missing-answer' && found === severity),
      );
    await told(DiagnosticSeverity.Warning);
    answer();
    await told(DiagnosticSeverity.Error);
  });
}).timeout(30_000);
