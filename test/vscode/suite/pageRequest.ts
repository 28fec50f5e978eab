/** What a test asks of the workbench's page, from outside the extension host it runs in. */
export type PageRequest =
  | { readonly action: 'keys'; readonly keys: string }
  | { readonly action: 'type'; readonly text: string }
  | { readonly action: 'click'; readonly selector: string; readonly button: 'left' | 'right' }
  | { readonly action: 'hover'; readonly selector: string }
  | { readonly action: 'read'; readonly selector: string }
  | { readonly action: 'reload' }
  | { readonly action: 'screenshot'; readonly file: string; readonly selector?: string };

/** The answer to a {@link PageRequest} that was done, or what kept it from being done. */
export interface PageAnswer {
  error?: string;
  /** What was read: of each element its accessible label, or its text where it has none. */
  texts?: string[];
}

/**
 * Reads a request from its JSON text.
 *
 * @throws {Error} when it is none.
 */
export function parsePageRequest(json: string): PageRequest {
  const value: unknown = JSON.parse(json);
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { action, keys, text, selector, button, file } = given;
  if (action === 'keys' && typeof keys === 'string') return { action, keys };
  if (action === 'type' && typeof text === 'string') return { action, text };
  if (action === 'click' && typeof selector === 'string') {
    return { action, selector, button: button === 'right' ? button : 'left' };
  }
  if ((action === 'hover' || action === 'read') && typeof selector === 'string') return { action, selector };
  if (action === 'reload') return { action };
  if (action === 'screenshot' && typeof file === 'string') {
    return { action, file, ...(typeof selector === 'string' && { selector }) };
  }
  throw new Error(`Not a request to the page: ${json}`);
}
