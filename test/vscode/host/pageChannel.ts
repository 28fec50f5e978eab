import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { parsePageRequest, type PageAnswer } from '../suite/pageRequest';
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
  const done = await perform(page, join(folder, name)).catch((error: unknown): PageAnswer => ({
    error: error instanceof Error ? error.message : String(error),
  }));
  const file = join(folder, name.replace(/\.request$/, '.done'));
  // Renamed into place, the answer is never read half-written.
  await writeFile(`${file}.part`, JSON.stringify(done));
  await rename(`${file}.part`, file);
}

/** How long an element may take to come, to be seen and to hold still. */
const elementTimeoutMs = 10_000;

async function perform(page: Page, file: string): Promise<PageAnswer> {
  const request = parsePageRequest(await readFile(file, 'utf8'));
  const timeout = elementTimeoutMs;
  switch (request.action) {
    case 'keys':
      await page.keyboard.press(request.keys);
      return {};
    case 'type':
      // Key by key with a pause, as a person types: the editor sees each as a change of its own.
      await page.keyboard.type(request.text, { delay: 30 });
      return {};
    case 'click':
      await find(page, request.selector).first().click({ button: request.button, timeout });
      return {};
    case 'hover':
      await find(page, request.selector).first().hover({ timeout });
      return {};
    case 'read':
      return { texts: await labelsOf(page, request.selector) };
    case 'reload':
      await page.reload({ waitUntil: 'commit' });
      return {};
    case 'screenshot':
      await takeScreenshot(page, resolve(repository, request.file), request.selector);
      return {};
  }
}

/** @param selector Frames that lead to the element, outermost first, each followed by `>>>`, and the element. */
function find(page: Page, selector: string): Locator {
  const frames = selector.split('>>>').map(part => part.trim());
  const own = frames.pop() ?? '';
  const scope = frames.reduce<Page | FrameLocator>((outer, frame) => outer.frameLocator(frame), page);
  return scope.locator(own);
}

/** What is read of an element of the page. */
interface Labelled {
  readonly ariaLabel: string | null;
  readonly textContent: string | null;
}

/** The labels or texts of all elements that are there now; none is waited for. */
function labelsOf(page: Page, selector: string): Promise<string[]> {
  return find(page, selector).evaluateAll((elements: Labelled[]) =>
    elements.map(({ ariaLabel, textContent }) => ariaLabel ?? textContent ?? ''),
  );
}

/** @param selector The one element to show; absent, the whole window. */
async function takeScreenshot(page: Page, path: string, selector: string | undefined): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const options = { path, animations: 'disabled' } as const;
  if (selector === undefined) await page.screenshot(options);
  else
    await find(page, selector)
      .first()
      .screenshot({ ...options, timeout: elementTimeoutMs });
}
