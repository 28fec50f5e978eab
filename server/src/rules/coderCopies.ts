/**
 * How double coding is told from a mistake by the names of files and folders. The rule is written down
 * for coders in `docs/rules/duplicate-sheet.md`.
 */
import { decoded } from './fileName';

/** What a name says of a coder: `coder2`, `second coder`, `copy`, `recoded`. */
const CODER = String.raw`(?:(?:first|second|third|1st|2nd|3rd|double)[-_ ]?)?(?:coders?|coding|coded|copy|rater)(?:[-_ ]?(?:\d{1,2}|[a-z]))?|first|second|third|1st|2nd|3rd|recod(?:e|ed|ing)|reliability`;
/** `AL`, `J.S.`; in capitals, for `al` may be a word. */
const INITIALS = String.raw`\p{Lu}{2,3}|(?:\p{Lu}\.){2,3}`;
const GAP = '[-_ .]+';

const isCoderMark = (words: string): boolean =>
  new RegExp(`^(?:${CODER})$`, 'i').test(words) || new RegExp(`^(?:${INITIALS})$`, 'u').test(words);

const IN_BRACKETS = /^(?<rest>.{0,255}?)[-_ .]*[([](?<mark>[^()[\]]{1,60})[)\]]$/u;
const CODER_BEHIND = new RegExp(`^(?<rest>.{0,255}?)${GAP}(?<mark>${CODER})$`, 'i');
const CODER_BEFORE = new RegExp(`^(?<mark>${CODER})${GAP}(?<rest>.{0,255})$`, 'i');
const INITIALS_BEHIND = new RegExp(`^(?<rest>.{0,255}?)${GAP}(?<mark>${INITIALS})$`, 'u');
const INITIALS_BEFORE = new RegExp(`^(?<mark>${INITIALS})${GAP}(?<rest>.{0,255})$`, 'u');

/** No name is longer; what goes on is of no use for telling coders apart. */
const MAX_NAME = 255;

interface Marked {
  readonly mark: string;
  readonly rest: string;
}

/** A sheet's place, taken apart. */
interface SheetName {
  /** The file's name without extension and coder: `4765`. */
  readonly stem: string;
  readonly file: string;
  readonly folders: readonly string[];
  /** Which coder the name and the folders name: empty where they name none. */
  readonly coder: string;
}

/**
 * Whether two sheets, by their URIs, are two codings of one alliance: their names are the same but for a
 * mark of the coder (`4765`, `4765-coder2`, `4765_AL`, `coder2/4765`), or they are one file name in two
 * folders beside each other (`anna/4765`, `ben/4765`).
 */
export function areCodersCopies(first: string, second: string): boolean {
  const a = nameOf(first);
  const b = nameOf(second);
  if (a.stem !== b.stem) return false;
  return a.coder !== b.coder || (a.file === b.file && areBesideEachOther(a.folders, b.folders));
}

/** The folders differ in the name of one. */
function areBesideEachOther(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.filter((folder, index) => folder !== b[index]).length === 1;
}

function nameOf(uri: string): SheetName {
  const folders = decoded(uri).split('/');
  const file = (folders.pop() ?? '').replace(/\.atop$/i, '');
  const marks = folders.filter(isCoderMark);
  let stem = file;
  for (let marked = markIn(stem); marked; marked = markIn(stem)) {
    marks.push(marked.mark);
    stem = marked.rest;
  }
  return { stem: stem.toLowerCase(), file: file.toLowerCase(), folders, coder: coderOf(marks) };
}

/** `second coder` and `Second-Coder` are one. */
function coderOf(marks: readonly string[]): string {
  return marks
    .map(mark => mark.toLowerCase().replace(/[-_ .]/g, ''))
    .sort()
    .join();
}

function markIn(name: string): Marked | undefined {
  if (name.length > MAX_NAME) return undefined;
  const bracketed = markedBy(IN_BRACKETS, name);
  if (bracketed?.mark.split(/[,; ]+/).every(isCoderMark)) return bracketed;
  const coder = markedBy(CODER_BEHIND, name) ?? markedBy(CODER_BEFORE, name);
  if (coder) return coder;
  const initials = markedBy(INITIALS_BEHIND, name) ?? markedBy(INITIALS_BEFORE, name);
  // `US_UK` names an alliance, `4765_AL` a coder.
  return initials && /\d/.test(initials.rest) ? initials : undefined;
}

function markedBy(form: RegExp, name: string): Marked | undefined {
  const { mark, rest } = form.exec(name)?.groups ?? {};
  return mark !== undefined && rest !== undefined && rest !== '' ? { mark, rest } : undefined;
}
