import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';
import { isSpace } from '../syntax';

/** How much of a sheet's own words is quoted in a hover. */
const MAX_QUOTE = 200;

/** What Markdown, HTML and the links that editors find by themselves are made of. */
const SPECIAL = /[\\`*_{}[\]<>#!|~&@]|:(?=\/\/)|(?<=www)\.|^[+-]|(?<=^\d{1,9})[.)]/gi;

/**
 * Words that are not ours, as Markdown that shows them as they are: on one line, nothing in them a
 * heading, a list, a link, a command or HTML.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(SPECIAL, mark => `\\${mark}`);
}

/** The words of a sheet in quotation marks, shortened. */
export function quote(text: string): string {
  return `“${escapeMarkdown(shorten(text, MAX_QUOTE))}”`;
}

/** Control characters, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** White space folded into single blanks, none at the ends. */
export function onOneLine(text: string): string {
  let line = '';
  for (const character of text.replace(UNSEEN, ' ')) {
    if (!isSpace(character.charCodeAt(0))) line += character;
    else if (line !== '' && !line.endsWith(' ')) line += ' ';
  }
  return line.trimEnd();
}

/** At most `length` UTF-16 units on one line; what was cut off is told by `…`. */
export function shorten(text: string, length: number): string {
  // A hostile text has millions of characters; what is folded away is less than half of a real one.
  const line = onOneLine(text.slice(0, 4 * length));
  if (line.length <= length && text.length <= 4 * length) return line;
  const cut = line.slice(0, length - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalfPair = last >= 0xd800 && last <= 0xdbff;
  return `${(isHalfPair ? cut.slice(0, -1) : cut).trimEnd()}…`;
}

/** Paragraphs of Markdown; empty ones are left out. */
export function markdown(...paragraphs: readonly (string | undefined)[]): MarkupContent {
  const value = paragraphs.filter(paragraph => paragraph !== undefined && paragraph !== '').join('\n\n');
  return { kind: MarkupKind.Markdown, value };
}

export function bulletList(entries: readonly string[]): string {
  return entries.map(entry => `- ${entry}`).join('\n');
}

/** How many things a sentence lists before it only counts the rest. */
const MAX_LISTED = 12;

/** `A`, `A and B`, `A, B and C`, `A, B … and 7 more`. */
export function listWords(words: readonly string[], limit = MAX_LISTED): string {
  const listed = words.length > limit ? words.slice(0, limit - 1) : words;
  const rest = words.length - listed.length;
  const parts = rest > 0 ? [...listed, `${rest} more`] : listed;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
