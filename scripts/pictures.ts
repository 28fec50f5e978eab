/**
 * Makes the pictures of the documentation and of the walkthrough anew, from what VS Code shows while the
 * tests run: `npm run pictures`.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Region, type Sharp } from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const documentation = join(root, 'docs', 'images');
const walkthrough = join(root, 'client', 'images', 'walkthrough');

/** The screenshots that the documentation shows. */
const windows = [
  'colours',
  'comparison',
  'completion',
  'dataset',
  'diagnostics',
  'hover',
  'outline',
  'quick-fix',
  'sheets-view',
  'walkthrough',
];

/** A part of a screenshot that a step of the walkthrough shows. The window is 1440 by 900. */
const parts: Readonly<Record<string, { readonly of: string; readonly region: Region }>> = {
  sheet: { of: 'outline', region: { left: 352, top: 92, width: 640, height: 400 } },
  problems: { of: 'diagnostics', region: { left: 352, top: 440, width: 760, height: 420 } },
  fix: { of: 'quick-fix', region: { left: 352, top: 92, width: 640, height: 330 } },
  complete: { of: 'completion', region: { left: 352, top: 230, width: 880, height: 250 } },
  next: { of: 'next-question', region: { left: 0, top: 600, width: 640, height: 300 } },
  sheets: { of: 'sheets-list', region: { left: 48, top: 588, width: 480, height: 124 } },
};

/** Colours of a whole window, and of a part: few are seen, and the pictures are shipped. */
const windowColours = 128;
const partColours = 16;

async function main(): Promise<void> {
  const screenshots = await mkdtemp(join(tmpdir(), 'atop-pictures-'));
  try {
    takeScreenshots(screenshots);
    await mkdir(documentation, { recursive: true });
    await mkdir(walkthrough, { recursive: true });
    for (const name of windows) {
      const file = `${name}.png`;
      await save(sharp(join(screenshots, file)), join(documentation, file), windowColours);
    }
    for (const [name, { of, region }] of Object.entries(parts)) {
      const part = sharp(join(screenshots, `${of}.png`)).extract(region);
      await save(part, join(walkthrough, `${name}.png`), partColours);
    }
  } finally {
    await rm(screenshots, { recursive: true, force: true });
  }
}

/** Runs the tests in the newest VS Code. */
function takeScreenshots(folder: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/vscode/run.ts', '1.139'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ATOP_SCREENSHOTS: folder },
  });
  if (status !== 0) throw new Error('The tests failed; the pictures are left as they were.');
}

async function save(picture: Sharp, file: string, colours: number): Promise<void> {
  const { size } = await picture
    .png({ palette: true, colours, dither: 0, compressionLevel: 9, effort: 10 })
    .toFile(file);
  console.log(`${file}: ${Math.round(size / 1024)} KB`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
