import { deepEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { readSheet, type Sheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import {
  findingsOf,
  type Fix,
  type RatedFinding,
  type RuleContext,
  type TextChange,
} from '../../../server/src/rules';
import { fixAll } from '../../../server/src/rules/fixAll';
import { areAsApproved, onOneLine, type Rows } from '../support/approved';
import { seedText, TODAY, withChanges } from '../support/findings';
import { SHEETS, TIDY } from './everySheet';

const LONG = 240;

function shortened(text: string): string {
  const line = onOneLine(text);
  return line.length <= LONG
    ? line
    : `${line.slice(0, LONG / 2)} … ${line.slice(-LONG / 4)} (${line.length} characters)`;
}

/** `370 [Belarrus → Belarus]\n705`: a change amid the text around it. */
function shownChange(text: string, { start, end, newText }: TextChange): string {
  const before = onOneLine(text.slice(Math.max(0, start - 12), start));
  const behind = onOneLine(text.slice(end, end + 12));
  return `${before}[${shortened(text.slice(start, end))} → ${shortened(newText)}]${behind}`;
}

function shownFix(text: string, fix: Fix): string[] {
  const marks = [fix.preferred === true && 'preferred', fix.safe === true && 'safe'].filter(Boolean);
  return [
    `  fix: ${fix.title}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    ...fix.changes.map(change => `    ${shownChange(text, change)}`),
    ...(fix.snippet === undefined ? [] : [`    snippet ${onOneLine(fix.snippet)}`]),
  ];
}

function shownFinding(text: string, finding: RatedFinding): string[] {
  const { severity, rule, start, end, message, related = [], elsewhere = [], fixes } = finding;
  return [
    `${severity} ${rule} “${shortened(text.slice(start, end))}”${finding.unnecessary === true ? ' (faded)' : ''}`,
    `  ${message}`,
    ...related.map(place => `  see “${shortened(text.slice(place.start, place.end))}”: ${place.message}`),
    ...elsewhere.map(place => `  see ${place.uri}: ${place.message}`),
    ...(fixes?.() ?? []).flatMap(fix => shownFix(text, fix)),
  ];
}

function shownFixAll(sheet: Sheet, context: RuleContext): string[] {
  const { text, changes } = fixAll(sheet, context);
  if (withChanges(sheet.text, changes) !== text)
    throw new Error('The changes do not lead to the fixed text.');
  const left = findingsOf(readSheet(text, atopInstrument), context);
  const rest = left.map(({ rule }) => rule).join(', ');
  return changes.length === 0
    ? []
    : [
        'fix all:',
        ...changes.map(change => `  ${shownChange(sheet.text, change)}`),
        `  left: ${rest === '' ? 'nothing' : rest}`,
      ];
}

function outcomeOf(text: string, context: RuleContext = { today: TODAY }): string {
  const sheet = readSheet(text, atopInstrument);
  const findings = findingsOf(sheet, context);
  if (findings.length === 0) return 'nothing is found';
  return [...findings.flatMap(finding => shownFinding(text, finding)), ...shownFixAll(sheet, context)].join(
    '\n',
  );
}

const OWN_URI = 'file:///home/4765.atop';

/** The tidied sheet beside so many others of its ID. */
function besideOthers(count: number, uri?: string): string {
  const range = { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } };
  const others = Array.from({ length: count }, (_, index) => ({
    uri: `file:///home/other%20${index}.atop`,
    range,
  }));
  const own = uri === undefined ? [] : [{ uri, range }];
  return outcomeOf(TIDY, {
    today: TODAY,
    uri,
    sheetsWithId: id => (id === '4765' ? [...own, ...others] : []),
  });
}

const BESIDE_OTHERS: Rows = [
  ...[0, 1, 2, 10, 11, 12].map(
    count => [`beside ${count} others`, () => besideOthers(count, OWN_URI)] as const,
  ),
  ['as a text that is no document', () => besideOthers(2)],
  ['where no workspace is known', () => outcomeOf(TIDY, { today: TODAY, uri: OWN_URI })],
];

describe('the severities of a user', () => {
  it('turn a rule off, and raise or lower another', () => {
    const sheet = readSheet(seedText(), atopInstrument);
    const rated = findingsOf(sheet, { today: TODAY }, { 'yes-no-expected': 'off', 'missing-answer': 'hint' });
    deepEqual(
      rated.map(({ rule, severity }) => `${severity} ${rule}`),
      [
        'hint missing-answer',
        'information ambiguous-date',
        'information broken-link',
        'information stray-link',
      ],
    );
  });
});

describe('what is found in every sheet, and how it is mended', () => {
  areAsApproved(join(__dirname, 'everyFinding.approved.txt'), {
    'sheets beside others': BESIDE_OTHERS,
    ...Object.fromEntries(
      Object.entries(SHEETS).map(([group, sheets]) => [
        group,
        sheets.map(([name, text]) => [name, () => outcomeOf(text)] as const),
      ]),
    ),
  });
});
