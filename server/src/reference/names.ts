/**
 * Names as they are compared.
 *
 * Coders and their sources write one name in many ways: `Côte d'Ivoire`, `COTE D’IVOIRE`; `St. Lucia`, `Saint
 * Lucia`; `U.S.S.R.`, `USSR`; `The Gambia`, `Gambia, The`. Here a text becomes words in which these are one.
 */

/** A word of a text in the form in which names are compared, or a break between words. */
export interface NameWord {
  /** Lower case, no accents, no apostrophes: `cote`, `divoire`, `ussr`; or one of the three breaks. */
  readonly word: string;
  /** Where it stands in the text: UTF-16 offsets, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

/** Some names have a comma (`Korea, Republic of`); elsewhere it parts two names (`Austria, Hungary`). */
export const COMMA = ',';
/** A line's end or a column's: a name may run across it, two names may be parted by it. */
export const SOFT_BREAK = '\n';
/** A semicolon, a colon, a sentence's end, an empty line: no name runs across it. */
export const HARD_BREAK = ';';

const WORD = /&|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘`´ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const APOSTROPHE = /['’‘`´ʼ]/g;
const SINGLE_LETTER = /^\p{L}$/u;

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['st', 'saint'],
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['fed', 'federal'],
]);

const LONGEST_ABBREVIATION = Math.max(...Array.from(ABBREVIATIONS.keys(), ({ length }) => length));

/** A full stop after a shorter word may well be an abbreviation's (`Gt. Britain`, `Eq. Guinea`). */
const SHORTEST_LAST_WORD = 4;

/** One word in the form in which names are compared. */
function fold(raw: string, isPlain: boolean): string {
  const lower = raw.toLowerCase();
  const plain = isPlain ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replace(APOSTROPHE, '');
  return plain.length > LONGEST_ABBREVIATION ? plain : (ABBREVIATIONS.get(plain) ?? plain);
}

/** What the text between two words means for the names on either side. */
function breakIn(gap: string, lettersBefore: number): string | undefined {
  if (gap === ' ') return undefined;
  if (gap === '\n') return SOFT_BREAK;
  if (/[;:•|]|\n\s*\n/.test(gap)) return HARD_BREAK;
  if (/^\.\s/.test(gap) && lettersBefore >= SHORTEST_LAST_WORD) return HARD_BREAK;
  if (gap.includes(',')) return COMMA;
  return /[\n\r\t]| {3}/.test(gap) ? SOFT_BREAK : undefined;
}

const STRENGTH: readonly (string | undefined)[] = [undefined, SOFT_BREAK, COMMA, HARD_BREAK];

function strongerBreak(a: string | undefined, b: string | undefined): string | undefined {
  return STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? b : a;
}

/**
 * The words of a text, with the breaks between them, in linear time. `the` is left out wherever it stands;
 * initials are one word (`U.S.`, `U. K.`). A break never stands first, last, or beside another.
 */
export function nameWords(text: string): readonly NameWord[] {
  const words: NameWord[] = [];
  let rawLength = 0;
  let rawEnd = 0;
  let inInitials = false;
  let pending: string | undefined;
  for (let start = wordStart(text, 0); start < text.length; start = wordStart(text, rawEnd)) {
    const plainEnd = endOfPlain(text, start);
    // Most words are plain: the pattern is asked about the others alone.
    const isPlain = plainEnd > start && !mayGoOn(text.charCodeAt(plainEnd));
    const end = isPlain ? plainEnd : endOfWord(text, start);
    const raw = text.slice(start, end);
    const dotted = text[end] === '.';
    const single = raw.length < 3 && SINGLE_LETTER.test(raw);
    const gap = text.slice(rawEnd, start);
    const previous = words.at(-1);
    const lettersBefore = rawLength;
    rawEnd = end;
    rawLength = raw.length;

    if (inInitials && single && previous && (gap === '.' || (gap === '. ' && dotted))) {
      const joined = previous.word + fold(raw, isPlain);
      words[words.length - 1] = { word: joined, start: previous.start, end: dotted ? end + 1 : end };
      inInitials = dotted;
      continue;
    }
    const word = fold(raw, isPlain);
    if (previous) pending = strongerBreak(pending, breakIn(gap, lettersBefore));
    inInitials = single && dotted;
    if (word === 'the') continue;
    if (pending && previous) words.push({ word: pending, start: previous.end, end: start });
    pending = undefined;
    words.push({ word, start, end: dotted && ABBREVIATIONS.has(raw.toLowerCase()) ? end + 1 : end });
  }
  return words;
}

/** Where the next word begins, at `from` or behind it; the text's length for none. */
function wordStart(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetterOrDigit(code) || code === AMPERSAND) break;
    if (code < FIRST_BEYOND_ASCII) continue;
    WORD.lastIndex = at;
    return WORD.exec(text)?.index ?? text.length;
  }
  return at;
}

function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start;
  WORD.test(text);
  return WORD.lastIndex;
}

function endOfPlain(text: string, start: number): number {
  let end = start;
  while (isLetterOrDigit(text.charCodeAt(end))) end++;
  return end;
}

/** True for what a word may go on with behind plain letters: one with an accent, an apostrophe. */
function mayGoOn(code: number): boolean {
  return code >= FIRST_BEYOND_ASCII || code === QUOTE || code === BACKTICK;
}

const FIRST_BEYOND_ASCII = 0x80;
const AMPERSAND = 0x26;
const QUOTE = 0x27;
const BACKTICK = 0x60;

/** One of ASCII. */
function isLetterOrDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** A normalised name with one more word or break: `korea` and `,`, then `republic`: `korea, republic`. */
export function extendName(name: string, word: string): string {
  if (word === SOFT_BREAK) return name;
  if (name === '' || word === COMMA || word === HARD_BREAK) return name + word;
  return `${name} ${word}`;
}

/**
 * The form in which names are compared: `normalizeName('The St. Vincent & Grenadines.')` is
 * `saint vincent and grenadines`. Commas between words stay, for `Austria, Hungary` is not `Austria-Hungary`.
 */
export function normalizeName(text: string): string {
  return nameWords(text).reduce((name, { word }) => extendName(name, word), '');
}
