import { equal, deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Before the name of each outcome in a file of approved ones. */
const NAME = '=== ';

/** What is looked at, by its name, and what comes of it. */
export type Rows = readonly (readonly [name: string, outcome: () => string])[];

/**
 * One test a group: that the outcome of each of its rows is the one which someone has read and approved in
 * `file`. With the environment variable `APPROVE=1` the outcomes are written there instead, to be read
 * before they are kept.
 */
export function areAsApproved(file: string, groups: Readonly<Record<string, Rows>>): void {
  const isWriting = process.env['APPROVE'] === '1';
  const approved = isWriting || !existsSync(file) ? new Map<string, string>() : approvedIn(file);
  const outcomes: string[] = [];
  for (const [group, rows] of Object.entries(groups)) {
    it(group, () => {
      for (const [name, outcome] of rows) {
        const found = outcome();
        if (isWriting) outcomes.push(`${NAME}${name}\n${found}\n`);
        else equal(`${name}\n${found}`, `${name}\n${approved.get(name) ?? 'is not approved yet'}`);
      }
    });
  }
  it('nothing is approved that no row asks for', () => {
    const names = Object.values(groups).flatMap(rows => rows.map(([name]) => name));
    if (isWriting) writeFileSync(file, outcomes.join('\n'));
    else deepEqual([...approved.keys()], names);
  });
}

function approvedIn(file: string): Map<string, string> {
  const approved = new Map<string, string>();
  for (const part of readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split(`\n${NAME}`)) {
    const [name = '', ...lines] = part.replace(/\n$/, '').split('\n');
    approved.set(name.startsWith(NAME) ? name.slice(NAME.length) : name, lines.join('\n'));
  }
  return approved;
}

/** A text on one line: line ends, tabs and hard blanks in writing. */
export function onOneLine(text: string): string {
  return text
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\u00a0', '\\u00a0');
}
