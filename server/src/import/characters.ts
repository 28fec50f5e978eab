import type { ImportChange } from './changes';
import type { Source, SourceLine, SourcePage } from './source';

/** One kind of character that a page needs and a text does not. */
interface Oddity {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: (found: string) => string;
}

const ODDITIES: readonly Oddity[] = [
  {
    name: 'ligature written out',
    pattern: /[\ufb00-\ufb06]/g,
    instead: found => found.normalize('NFKC'),
  },
  {
    name: 'accent joined with its letter',
    pattern: /\p{L}\p{M}+/gu,
    instead: found => found.normalize('NFC'),
  },
  {
    // The Symbol and Wingdings fonts of word processors leave their bullets as private characters.
    name: 'bullet of a symbol font replaced with •',
    pattern: /[\uf0b7\uf0a7\uf0d8\uf076]/g,
    instead: () => '\u2022',
  },
  { name: 'odd hyphen replaced with -', pattern: /[\u2010\u2011]/g, instead: () => '-' },
  {
    name: 'odd blank replaced with a plain one',
    pattern: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g,
    instead: () => ' ',
  },
  {
    // A soft hyphen at a line's end parts a word, and is needed until its line is joined.
    name: 'invisible sign removed',
    pattern: /[\p{Cc}\u200b-\u200d\u2060\ufeff]|\u00ad(?!$)/gu,
    instead: found => (found === '\t' ? ' ' : ''),
  },
];

export const SOFT_HYPHEN = '\u00ad';

/** Writes plainly what pages need odd characters for. What is seen of an answer stays as it is. */
export function withPlainCharacters(source: Source): {
  readonly source: Source;
  readonly changes: readonly ImportChange[];
} {
  const counts = new Map<Oddity, { count: number; page: number; line: number }>();
  const plainLine = (line: SourceLine, page: number): SourceLine => {
    let text = line.text;
    for (const oddity of ODDITIES) {
      text = text.replace(oddity.pattern, found => {
        const plain = oddity.instead(found);
        if (plain !== found && found !== '\t') {
          const known = counts.get(oddity);
          if (known) known.count++;
          else counts.set(oddity, { count: 1, page, line: line.number });
        }
        return plain;
      });
    }
    text = text.replace(/ {2,}/g, ' ').trim();
    return text === line.text ? line : { ...line, text };
  };
  const pages = source.pages.map((page, index): SourcePage => {
    const lines = page.lines.map(line => plainLine(line, index + 1)).filter(({ text }) => text !== '');
    return { ...page, lines };
  });
  const isPaged = pages.length > 1;
  const changes = [...counts].map(([{ name }, { count, page, line }]): ImportChange => ({
    kind: 'character',
    ...(isPaged && { page }),
    line,
    message: count === 1 ? `1 ${name}.` : `${count} times: ${name}; the first stands here.`,
  }));
  return { source: { pages }, changes };
}
