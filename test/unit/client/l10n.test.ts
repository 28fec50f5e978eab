import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';
import { describe, it } from 'mocha';
import manifest from '../../../package.json';

const root = join(__dirname, '..', '..', '..');
const bundles = join(root, manifest.l10n);

const readStrings = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

/** The translations of a file: `de` for `bundle.l10n.de.json` beside `bundle.l10n.json`. */
function languagesOf(folder: string, name: string): string[] {
  return readdirSync(folder)
    .filter(file => file.startsWith(`${name}.`) && file.endsWith('.json') && file !== `${name}.json`)
    .map(file => file.slice(name.length + 1, -'.json'.length));
}

/** What a translation must leave as it is: places for values, icons, commands, settings and code. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|\$\([^)]+\)|\(command:[^)]+\)|`[^`]*`/g) ?? []).toSorted();
}

function assertTranslates(
  translation: Readonly<Record<string, string>>,
  original: Readonly<Record<string, string>>,
): void {
  assert.deepEqual(Object.keys(translation).toSorted(), Object.keys(original).toSorted());
  for (const [key, text] of Object.entries(original)) {
    const translated = translation[key]!;
    assert.notEqual(translated.trim(), '', key);
    assert.deepEqual(fixedParts(translated), fixedParts(text), key);
  }
}

describe('the strings of the client', () => {
  it('are all in the bundle, and nothing else is: `npm run l10n` writes it', async () => {
    const source = join(root, 'client', 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    const found: l10nJsonFormat = await getL10nJson(
      files.map(file => ({ extension: '.ts', contents: readFileSync(join(source, file), 'utf8') })),
    );
    assert.deepEqual(readStrings(join(bundles, 'bundle.l10n.json')), found);
  });

  for (const language of languagesOf(bundles, 'bundle.l10n')) {
    it(`are all translated: ${language}`, () => {
      assertTranslates(
        readStrings(join(bundles, `bundle.l10n.${language}.json`)),
        readStrings(join(bundles, 'bundle.l10n.json')),
      );
    });
  }
});

/** The properties of the manifest whose values a user reads. */
const shown = new Set([
  'title',
  'shortTitle',
  'category',
  'label',
  'name',
  'contextualTitle',
  'contents',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'deprecationMessage',
  'altText',
]);

/** All strings of a part of the manifest that a user reads. */
function* shownIn(part: unknown, isShown = false): Generator<string> {
  if (typeof part === 'string') {
    if (isShown) yield part;
  } else if (Array.isArray(part)) {
    for (const item of part) yield* shownIn(item, isShown);
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, value] of Object.entries(part)) yield* shownIn(value, shown.has(name));
  }
}

describe('the strings of the manifest', () => {
  const original = readStrings(join(root, 'package.nls.json'));
  const { displayName, description, capabilities, contributes } = manifest;

  it('are keys of package.nls.json, which holds no other', () => {
    const used = [displayName, description, ...shownIn(capabilities), ...shownIn(contributes)];
    for (const text of used) assert.match(text, /^%[^%]+%$/, 'a text in package.json itself');
    assert.deepEqual(
      [...new Set(used.map(text => text.slice(1, -1)))].toSorted(),
      Object.keys(original).toSorted(),
    );
  });

  for (const language of languagesOf(root, 'package.nls')) {
    it(`are all translated: ${language}`, () => {
      assertTranslates(readStrings(join(root, `package.nls.${language}.json`)), original);
    });
  }
});
