import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSheet } from '../../server/src/answers';
import { blankSheet } from '../../server/src/features/newSheet';
import { atopInstrument } from '../../server/src/instrument';
import { seedAnsweringAll, seedText } from '../unit/support/findings';
import { muddledDays, muddledLists } from './answers';
import { filledByParagraph, wrappedByLine } from '../unit/syntax/layouts';

/** Answers as coders write them, right and wrong, by what the question asks for. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'atop-id': ['4765', 'ATOP 4765', '47 65', 'x', '1020.1', '12345', ''],
  'cow-alliance': ['NA', '3120', 'Entente', ''],
  dates: [
    'January 17, 1996',
    'Februray 30, 1996',
    '17 janvier',
    '17 janvier 1996',
    '1/2/1996',
    '6/30/04',
    '13/14/1996',
    'June 5, 2096',
    'May 1, 1790',
    'some day',
    'Januray 1996',
    'Still in effect',
    'January 17',
    '',
  ],
  members: [
    '371 Belarus\n705 Kazakhstan',
    '3700 Belarus, 705 Kazakhstan',
    'Belarus\nKazakhstan',
    '370 Belarrus; 705 Kasakhstan',
    '370 Belarus\n370 Belarus',
    'Ruritania and BLR',
    'Germany\nKorea\nYemen',
    '9999\n370',
    'Belarus (371)\n705, 705, 705',
    '',
  ],
  'yes-no': [
    'No',
    'Yes',
    'y',
    'noo',
    'Article 3 says so',
    'There is no such thing',
    'NA',
    '?',
    'No\n\nhttp://example.org/x',
    '',
  ],
  values: [
    'Treaty',
    'Traety',
    'Trade pact, Defnse pact',
    'none, attack',
    'Public',
    'Publik',
    'defence pact\n\nhttp://a.org/b',
    '',
  ],
  text: ['NA', 'It ended.', 'see http://a.org/b c/d/ now', '1. The parties agree\n12. Article 3', ''],
};

function answersOf(kind: string): fc.Arbitrary<string> {
  const written = fc.constantFrom(...(ANSWERS[kind] ?? ['']));
  if (kind === 'members') return fc.oneof(written, muddledLists);
  return kind === 'dates' ? fc.oneof(written, muddledDays) : written;
}

const seed = seedText();
const questions = readSheet(seed, atopInstrument).answers;

/** The real sheet with muddled members, signature and termination. */
export const muddled = fc.tuple(muddledDays, muddledLists, muddledDays).map(([signed, members, ended]) =>
  seedAnsweringAll(
    new Map([
      [3, signed],
      [4, members],
      [14, ended],
    ]),
  ),
);

/** The real sheet with other answers to some questions, and here and there a question cut, doubled or moved. */
export const sheets = fc
  .record({
    answers: fc.array(
      fc
        .nat(60)
        .chain(index => fc.tuple(fc.constant(index), answersOf(questions[index]?.question.kind ?? ''))),
      { maxLength: 6 },
    ),
    structure: fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'move', 'reword', 'heading'), fc.nat(60)), {
      maxLength: 2,
    }),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ answers, structure, eol }) => {
    let text = seedAnsweringAll(new Map(answers.map(([index, answer]) => [index + 1, answer])));
    for (const [what, index] of structure) text = restructure(text, what, index);
    return text.replace(/\n/g, eol);
  });

function restructure(text: string, what: string, index: number): string {
  const { questions: nodes } = readSheet(text, atopInstrument).tree;
  const node = nodes[index];
  const other = nodes[(index + 20) % nodes.length];
  if (!node || !other) return text;
  const block = text.slice(node.start, node.end);
  const cut = (from: string) => from.slice(0, node.start) + from.slice(node.end);
  switch (what) {
    case 'cut':
      return cut(text);
    case 'double':
      return text.slice(0, node.end) + block + text.slice(node.end);
    case 'move':
      return other.start > node.start
        ? cut(text.slice(0, other.start) + block + text.slice(other.start))
        : text.slice(0, other.start) + block + cut(text).slice(other.start);
    case 'reword':
      return text.slice(0, node.start) + block.replace('treaty', 'pact') + text.slice(node.end);
    default:
      return text.replace('SECTION III: ', 'SECTON III: ');
  }
}

/** The texts of the example sheets, the real one among them. */
export const examples: readonly string[] = ['1335', '3180', '4765', '6200'].map(id =>
  readFileSync(join(__dirname, '..', '..', 'examples', `${id}.atop`), 'utf8'),
);

const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'wrapped at 40': text => wrappedByLine(text, 40),
  'wrapped at 200': text => wrappedByLine(text, 200),
  'paragraphs filled': text => filledByParagraph(text, 90),
  'on one line': text => text.replace(/\s+/g, ' '),
  'a word a line': text => text.replace(/\s+/g, '\n'),
  'without blank lines': text => text.replace(/\n\s*\n/g, '\n'),
  'blank lines everywhere': text => text.replace(/\n/g, '\n \n\n'),
  'blanks at line ends': text => text.replace(/\n/g, '  \t\n'),
  indented: text => text.replace(/\n/g, '\n\t  '),
  'page breaks': text => text.replace(/(\w) (\w+\n)/g, '$1\n\f\n\n$2'),
  'straight quotes': text => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  'no final line end': text => text.trimEnd(),
  'capital questions': text => text.replace(/^\d+\. .*$/gm, line => line.toUpperCase()),
};

const lineEnds = fc.constantFrom('\n', '\r\n', '\r');

/** Sheets of all kinds in every layout that a word processor, a PDF or a hand may give them. */
export const layouts = fc
  .tuple(
    fc.oneof(
      { arbitrary: sheets, weight: 3 },
      fc.constantFrom(...examples, blankSheet(atopInstrument, '\n')),
    ),
    fc.constantFrom(...Object.keys(LAYOUTS)),
    lineEnds,
  )
  .map(([text, layout, eol]) => (LAYOUTS[layout]?.(text.replace(/\r\n/g, '\n')) ?? text).replace(/\n/g, eol));

/** Sheets with a stretch cut out, doubled or put elsewhere, and texts that are none. */
export const damaged = fc.oneof(
  {
    arbitrary: fc
      .tuple(layouts, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2000), fc.nat(2))
      .map(([text, share, length, times]) => {
        const at = Math.floor(share * text.length);
        return text.slice(0, at) + text.slice(at, at + length).repeat(times) + text.slice(at + length);
      }),
    weight: 3,
  },
  fc.string({ unit: 'binary', maxLength: 300 }),
);
