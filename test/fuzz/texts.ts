import fc from 'fast-check';
import { atopInstrument } from '../../server/src/instrument';
import { examples, layouts } from '../property/sheets';
import { hostileTexts } from '../support/hostileTexts';

/** Characters that readers of text trip over, one by one and in pairs. */
const PECULIAR: readonly string[] = [
  ...['\0', '\b', '\t', '\v', '\f', '\r', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00ad'],
  ...['\u0301', '\u200b', '\u200d', '\u200f', '\u2028', '\u2029', '\u202e', '\u2066', '\u2069', '\ufeff'],
  ...['\ud800', '\udc00', '\udbff', '\udfff', '\udc00\ud800', '\ufffd', '\uffff', '\u{1f4dc}', '\u{10ffff}'],
  ...['\u0130', '\u0131', '\u017f', '\u1e9e', '\ufb01', '\u0660', '\uff11', 'e\u0301', '\u00e9', '\u{1d7d9}'],
  ...[
    '\r\n',
    '\n\r',
    '\r\r\n',
    '“',
    '’',
    '–',
    '—',
    '…',
    '(',
    ')',
    '[',
    '<',
    '&',
    '`',
    '*',
    '$',
    '${1:x}',
    '\\',
  ],
];

/** Words with a meaning in a sheet, and the beginnings and ends of such. */
const PIECES: readonly string[] = [
  ...atopInstrument.sections.map(({ numeral, title }) => `SECTION ${numeral}: ${title}`),
  ...atopInstrument.sections.flatMap(({ questions }) =>
    questions.map(({ number, text }) => `${number}. ${text}`),
  ),
  ...[
    '1. ',
    '14. ',
    '62. ',
    '0. ',
    '4.',
    '4 .',
    'SECTION ',
    'SECTION VI: ',
    'ATOP ID: ',
    'ATOP 3150',
    'see 3150',
  ],
  ...[
    '370 Belarus',
    'Belarus (370)',
    '370',
    'BLR',
    '9999 Nowhere',
    'Korea',
    'U.S.',
    '2 ',
    '(joined 1949)',
    ';',
  ],
  ...['January 17, 1996', '17 January 1996', '1996-01-17', '1/17/1996', '6/30/04', 'June 1844', '1844-1846'],
  ...[
    'ca. 1844',
    'February 30, 1996',
    'Januray',
    '(Greece, Turkey)',
    'Yes',
    'Yes. ',
    'No',
    'NA',
    'N/A',
    'None',
  ],
  ...[
    'Defense pact',
    'Defnse pact, ',
    'Treaty',
    'http://a.org/b c/d/',
    'www.',
    'https://',
    'javascript:alert(1)',
  ],
  ...[
    'UNTS no. 35237',
    'vol. 2038, p. 57',
    'Version 4.0: Q14 revised by A on May 3, 2017',
    'Article 3: “',
    '\n12. ',
  ],
];

const peculiar = fc.constantFrom(...PECULIAR);
const piece = fc.constantFrom(...PIECES);

/** Any code units at all, halves of pairs among them. */
const codeUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0xff), fc.integer({ min: 0xd7f0, max: 0xe00f })), { maxLength: 200 })
  .map(units => String.fromCharCode(...units));

/** Something that gets into a text. */
const matter = fc.oneof(
  { weight: 4, arbitrary: peculiar },
  { weight: 4, arbitrary: piece },
  { weight: 1, arbitrary: codeUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);

/** Pieces and peculiar characters in a row. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', ' ', ', ', '; ') },
      { weight: 2, arbitrary: matter },
    ),
    { maxLength: 25 },
  )
  .map(parts => parts.join(''));

/** A text that repeats one thing, which a careless pattern would go through again and again. */
const repetition = fc
  .tuple(fc.constantFrom(...Object.keys(hostileTexts)), fc.nat(1500))
  .map(([name, length]) => hostileTexts[name]!(length));

/** A stretch of a sheet: some questions, or any stretch at all. */
const stretch = fc
  .tuple(fc.oneof(fc.constantFrom(...examples), layouts), fc.nat(20_000), fc.nat(3_000))
  .map(([text, place, length]) => text.slice(place % (text.length + 1)).slice(0, length));

/** One thing done to a text, of which the numbers say where. */
type Damage = (text: string, place: number, other: number, matter: string) => string;

function lineAt(lines: readonly string[], place: number): number {
  return place % lines.length;
}

/** The starts of what looks like a question or a heading, and the ends of the text. */
function questionStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/^(?:\d{1,2}\. |SECTION )/gm), ({ index }) => index), text.length];
}

/** The parts of a text between the starts of questions, rearranged. */
function rearranged(text: string, change: (parts: string[]) => void): string {
  const starts = questionStarts(text);
  const parts = starts.slice(1).map((end, index) => text.slice(starts[index], end));
  change(parts);
  return parts.join('');
}

function swap(parts: string[], a: number, b: number): void {
  const first = parts[a % parts.length]!;
  parts[a % parts.length] = parts[b % parts.length]!;
  parts[b % parts.length] = first;
}

const DAMAGES: readonly Damage[] = [
  // Lines: cut, doubled, swapped, joined with the next.
  (text, place) =>
    text
      .split('\n')
      .toSpliced(lineAt(text.split('\n'), place), 1)
      .join('\n'),
  (text, place) => {
    const lines = text.split('\n');
    const at = lineAt(lines, place);
    return lines.toSpliced(at, 0, lines[at]!).join('\n');
  },
  (text, place, other) => {
    const lines = text.split('\n');
    swap(lines, place, other);
    return lines.join('\n');
  },
  (text, place) => {
    const lines = text.split('\n');
    return lines
      .toSpliced(lineAt(lines, place), 2, lines.slice(lineAt(lines, place)).slice(0, 2).join(''))
      .join('\n');
  },
  // Questions and headings: cut, doubled, swapped.
  (text, place) => rearranged(text, parts => parts.splice(place % parts.length, 1)),
  (text, place) =>
    rearranged(text, parts => parts.splice(place % parts.length, 0, parts[place % parts.length]!)),
  (text, place, other) => rearranged(text, parts => swap(parts, place, other)),
  // Any stretch: cut, doubled, put elsewhere.
  (text, place, length) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + text.slice(at + (length % 300));
  },
  (text, place, length) => {
    const at = place % (text.length + 1);
    return text.slice(0, at + (length % 300)) + text.slice(at);
  },
  (text, place, other) => {
    const [start, end] = [place, other].map(at => at % (text.length + 1)).sort((a, b) => a - b);
    return text.slice(end) + text.slice(start, end) + text.slice(0, start);
  },
  // One character changed, and the text cut off.
  (text, place, other) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + String.fromCharCode(other % 0x1_0000) + text.slice(at + 1);
  },
  (text, place) => text.slice(0, place % (text.length + 1)),
  // Something put in, which weighs most.
  ...Array.from({ length: 6 }, (): Damage => (text, place, _, added) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + added + text.slice(at);
  }),
  text => text.replaceAll('\n', '\r\n'),
  text => text.replaceAll('\n', ' '),
];

const damage = fc.tuple(fc.nat(DAMAGES.length - 1), fc.nat(70_000), fc.nat(70_000), matter);

/**
 * Texts that nobody should write and somebody will: stretches of sheets and whole ones, damaged again
 * and again; pieces of sheets in a row; any characters; repetitions.
 */
export const fuzzedTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.oneof({ weight: 8, arbitrary: stretch }, { weight: 1, arbitrary: fc.constantFrom(...examples) }),
        fc.array(damage, { maxLength: 12 }),
      )
      .map(([text, damages]) =>
        damages.reduce((damaged, [kind, ...places]) => DAMAGES[kind]!(damaged, ...places), text),
      ),
  },
  { weight: 4, arbitrary: soup },
  { weight: 2, arbitrary: repetition },
  { weight: 1, arbitrary: codeUnits },
);

/** An edit as an editor tells of it: where, of the text's thousandths, what goes and what comes. */
export interface FuzzedEdit {
  readonly place: number;
  readonly length: number;
  readonly text: string;
}

export const fuzzedEdits: fc.Arbitrary<FuzzedEdit> = fc.record({
  place: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
  text: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: matter }),
});
