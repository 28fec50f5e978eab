/** The parts of the README that speak to those who have the extension, not its repository. */
const SECTIONS: ReadonlySet<string> = new Set([
  'What it does',
  'Commands and keys',
  'Settings',
  'How a sheet is written',
  'Sources and licence',
]);

/** A line with nothing but a picture, and the blank line below it. */
const PICTURE = /^!\[[^\]\n]*\]\([^)\n]*\)\n\n?/gm;

/** A link, with its text and its target. */
const LINK = /\[([^\]\n]*)\]\(([^)\n]*)\)/g;

/**
 * The page that VS Code shows of an installed extension, made of the repository's README.
 *
 * VS Code opens nothing from there but web addresses, so that pictures and links into the repository
 * would be dead: the pictures go, the links leave their text.
 *
 * @throws {Error} when the README lacks one of the sections.
 */
export function extensionPage(readme: string): string {
  const [beginning = '', ...sections] = readme.split(/^(?=## )/m);
  const titles = new Set(sections.map(titleOf));
  for (const title of SECTIONS) {
    if (!titles.has(title)) throw new Error(`README.md has no section "${title}".`);
  }
  return [beginning, ...sections.filter(section => SECTIONS.has(titleOf(section)))]
    .join('')
    .replaceAll(PICTURE, '')
    .replaceAll(LINK, (link: string, text: string, target: string) =>
      /^https?:\/\//.test(target) ? link : text,
    );
}

function titleOf(section: string): string {
  return section.slice('## '.length, section.indexOf('\n'));
}
