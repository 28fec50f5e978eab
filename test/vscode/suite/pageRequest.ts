/** What a test asks of the workbench's page, from outside the extension host it runs in. */
export type PageRequest =
  | { readonly action: 'keys'; readonly keys: string }
  | { readonly action: 'type'; readonly text: string }
  | { readonly action: 'screenshot'; readonly file: string };

/** The answer to a {@link PageRequest}: empty when it was done. */
export interface PageAnswer {
  error?: string;
}

/**
 * Reads a request from its JSON text.
 *
 * @throws {Error} when it is none.
 */
export function parsePageRequest(json: string): PageRequest {
  const value: unknown = JSON.parse(json);
  if (typeof value === 'object' && value !== null && 'action' in value) {
    if (value.action === 'keys' && 'keys' in value && typeof value.keys === 'string') {
      return { action: 'keys', keys: value.keys };
    }
    if (value.action === 'type' && 'text' in value && typeof value.text === 'string') {
      return { action: 'type', text: value.text };
    }
    if (value.action === 'screenshot' && 'file' in value && typeof value.file === 'string') {
      return { action: 'screenshot', file: value.file };
    }
  }
  throw new Error(`Not a request to the page: ${json}`);
}
