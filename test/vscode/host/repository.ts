import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute, without a closing separator. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where downloaded and installed builds of VS Code are kept between runs; git ignores it. */
export const buildCache = join(repository, '.vscode-test');

/** The folder that a started VS Code opens, and the sheet in it that it shows. */
export const exampleFolder = join(repository, 'examples');
export const exampleSheet = '4765.atop';
