/** Whose code the bundles hold besides the project's own, and under which terms. */
import { build, type BuildOptions } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** The file that ships with the extension. */
export const LICENCES_FILE = join(root, 'LICENSES-THIRD-PARTY.txt');

interface ThirdParty {
  readonly name: string;
  readonly licence: string;
  /** The terms, as their owner words them. */
  readonly text: string;
}

/** Code that a package has taken into its own files, where a bundler does not see it. */
interface Contained {
  readonly name: string;
  readonly licence: string;
  /** A package that holds the text of the terms. */
  readonly textOf: string;
  readonly copyright?: string;
}

const CONTAINED: Readonly<Record<string, readonly Contained[]>> = {
  unpdf: [
    {
      name: 'PDF.js (pdfjs-dist)',
      licence: 'Apache-2.0',
      copyright: 'Copyright Mozilla Foundation and its contributors',
      // Word for word the Apache License, without an owner of its own.
      textOf: 'typescript',
    },
  ],
  'csv-stringify': [
    { name: 'buffer', licence: 'MIT', textOf: 'buffer' },
    { name: 'base64-js', licence: 'MIT', textOf: 'base64-js' },
    { name: 'ieee754', licence: 'BSD-3-Clause', textOf: 'ieee754' },
  ],
};

/** The packages that any bundle holds something of, by the ways to their folders. */
export async function bundledPackages(): Promise<string[]> {
  const { builds } = createRequire(__filename)(join(root, 'esbuild.js')) as { builds: BuildOptions[] };
  const results = await Promise.all(
    builds.map(options => build({ ...options, absWorkingDir: root, write: false, metafile: true })),
  );
  const folders = new Set<string>();
  for (const { metafile } of results) {
    const held = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
    for (const [input, { bytesInOutput }] of held) {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** The text of {@link LICENCES_FILE}. */
export async function thirdPartyLicences(): Promise<string> {
  const parties = (await bundledPackages()).flatMap(partiesOf);
  const rule = '-'.repeat(80);
  const parts = parties.map(
    ({ name, licence, text }) => `${rule}\n${name}\nLicence: ${licence}\n\n${text}\n`,
  );
  return `ATOP Coding Sheets holds code of the following projects, under their own terms.\n\n${parts.join('\n')}`;
}

function partiesOf(folder: string): ThirdParty[] {
  const { name, version, license } = manifestOf(folder);
  const own = { name: `${name} ${version}`, licence: license, text: licenceText(folder) };
  const contained = (CONTAINED[name] ?? []).map(part => ({
    name: `${part.name}, as part of ${name}`,
    licence: part.licence,
    text: [part.copyright, licenceText(`node_modules/${part.textOf}`)]
      .filter(text => text !== undefined)
      .join('\n\n'),
  }));
  return [own, ...contained];
}

function manifestOf(folder: string): { name: string; version: string; license: string } {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as ReturnType<
    typeof manifestOf
  >;
}

/** @throws {Error} where the package brings no text of its terms. */
function licenceText(folder: string): string {
  const path = join(root, folder);
  const file = readdirSync(path).find(name => /^licen[cs]e(?:[.-]|$)/i.test(name));
  if (file === undefined) throw new Error(`${relative(root, path)} holds no text of its licence.`);
  return readFileSync(join(path, file), 'utf8').replace(/\r\n/g, '\n').trim();
}
