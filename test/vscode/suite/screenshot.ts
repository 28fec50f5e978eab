import { ask, pageIsDriven } from './page';

/**
 * Saves what the workbench shows as `<name>.png` into the folder that `ATOP_SCREENSHOTS` names.
 * Without that variable, or in a window that is no page, it does nothing.
 *
 * @throws {Error} when the picture cannot be taken or saved.
 */
export async function screenshot(name: string): Promise<void> {
  const folder = process.env['ATOP_SCREENSHOTS'];
  if (folder === undefined || folder === '' || !pageIsDriven) return;
  await ask({ action: 'screenshot', file: `${folder}/${name}.png` });
}
