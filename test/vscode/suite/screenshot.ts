import { ask, pageIsDriven } from './page';

/**
 * Saves what the workbench shows as `<name>.png` into the folder that `ATOP_SCREENSHOTS` names.
 * Without that variable, or in a window that is no page, it does nothing.
 *
 * @param selector The one element to show, in Playwright's form; absent, the whole window.
 * @throws {Error} when the picture cannot be taken or saved.
 */
export async function screenshot(name: string, selector?: string): Promise<void> {
  const folder = process.env['ATOP_SCREENSHOTS'];
  if (folder === undefined || folder === '' || !pageIsDriven) return;
  const file = `${folder}/${name}.png`;
  await ask({ action: 'screenshot', file, ...(selector !== undefined && { selector }) });
}
