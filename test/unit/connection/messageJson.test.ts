import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic, Message } from 'vscode-languageserver';
import { jsonOf } from '../../../server/src/connection/messageJson';

const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 10 } };
const missing: Diagnostic = {
  range,
  severity: 2,
  code: 'missing-answer',
  message: 'Question 13 “…” \u2028\ud800',
};
const stray: Diagnostic = { range, message: '"items":[]}}' };

function reply(result: unknown): Message {
  return { jsonrpc: '2.0', id: 5, result } as Message;
}

describe('a message as JSON', () => {
  const messages: Record<string, Message> = {
    'a report': reply({ kind: 'full', resultId: 'e1.0', items: [missing, stray] }),
    'a report of nothing': reply({ kind: 'full', items: [] }),
    'a report with those of other sheets': reply({
      kind: 'full',
      resultId: 'e2.0',
      items: [stray],
      relatedDocuments: { 'file:///5.atop': { kind: 'full', items: [missing] } },
    }),
    'a report that has not changed': reply({ kind: 'unchanged', resultId: 'e1.0' }),
    'completions, which have items too': reply({ isIncomplete: false, items: [{ label: 'Yes' }] }),
    'no result': reply(null),
    'an error': { jsonrpc: '2.0', id: 'a"b', error: { code: -32800, message: 'cancelled' } } as Message,
    'a notification': { jsonrpc: '2.0', method: 'x', params: { kind: 'full', items: [1] } } as Message,
  };
  for (const [name, message] of Object.entries(messages)) {
    it(`is ${name}, word for word, the first time and again`, () => {
      for (const time of ['first', 'again']) {
        assert.deepEqual(JSON.parse(jsonOf(message)), JSON.parse(JSON.stringify(message)), time);
      }
    });
  }
});
