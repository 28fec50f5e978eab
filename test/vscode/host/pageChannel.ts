import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { parsePageRequest, type PageAnswer, type PageRequest } from '../suite/pageRequest';
import { repository } from './repository';

const pollMs = 30;

/**
 * Carries out what tests ask of the workbench's page until `signal` aborts, which rejects.
 *
 * Tests run in the extension host and cannot reach the page. They put `<n>.request` files into
 * `folder`, one at a time; each is answered by `<n>.done`, which says what failed, if anything did.
 */
export async function servePageRequests(page: Page, folder: string, signal: AbortSignal): Promise<never> {
  const answered = new Set<string>();
  for (;;) {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.request') || answered.has(name)) continue;
      answered.add(name);
      await answer(page, folder, name);
    }
    await delay(pollMs, undefined, { signal });
  }
}

async function answer(page: Page, folder: string, name: string): Promise<void> {
  const done: PageAnswer = {};
  try {
    await perform(page, parsePageRequest(await readFile(join(folder, name), 'utf8')));
  } catch (error) {
    done.error = error instanceof Error ? error.message : String(error);
  }
  const file = join(folder, name.replace(/\.request$/, '.done'));
  // Renamed into place, the answer is never read half-written.
  await writeFile(`${file}.part`, JSON.stringify(done));
  await rename(`${file}.part`, file);
}

async function perform(page: Page, request: PageRequest): Promise<void> {
  switch (request.action) {
    case 'keys':
      return page.keyboard.press(request.keys);
    case 'type':
      // Key by key with a pause, as a person types: the editor sees each as a change of its own.
      return page.keyboard.type(request.text, { delay: 30 });
    case 'screenshot': {
      const path = resolve(repository, request.file);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
