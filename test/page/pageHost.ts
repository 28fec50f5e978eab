import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { pageHtml } from '../../client/src/pageHtml';
import { startBrowser } from '../vscode/host/browser';
import { repository } from '../vscode/host/repository';

const origin = 'http://panel.invalid';

/** The colours of one of VS Code's themes, as far as the pages use them. */
export type Theme = 'dark' | 'light' | 'contrast';

const themes: Readonly<Record<Theme, { readonly kind: string; readonly colors: Record<string, string> }>> = {
  dark: {
    kind: 'vscode-dark',
    colors: {
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      'editor-background': '#1f1f1f',
      'panel-border': '#2b2b2b',
      focusBorder: '#0078d4',
      'charts-green': '#89d185',
      'charts-yellow': '#cca700',
      'charts-red': '#f14c4c',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'button-secondaryBackground': '#313131',
      'button-secondaryForeground': '#cccccc',
      'input-background': '#313131',
      'input-foreground': '#cccccc',
      'input-border': '#3c3c3c',
      'input-placeholderForeground': '#989898',
      'dropdown-background': '#313131',
      'dropdown-foreground': '#cccccc',
      'dropdown-border': '#3c3c3c',
      'list-hoverBackground': '#2a2d2e',
    },
  },
  light: {
    kind: 'vscode-light',
    colors: {
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      'editor-background': '#ffffff',
      'panel-border': '#e5e5e5',
      focusBorder: '#005fb8',
      'charts-green': '#388a34',
      'charts-yellow': '#bf8803',
      'charts-red': '#e51400',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'button-secondaryBackground': '#e5e5e5',
      'button-secondaryForeground': '#3b3b3b',
      'input-background': '#ffffff',
      'input-foreground': '#3b3b3b',
      'input-border': '#cecece',
      'input-placeholderForeground': '#767676',
      'dropdown-background': '#ffffff',
      'dropdown-foreground': '#3b3b3b',
      'dropdown-border': '#cecece',
      'list-hoverBackground': '#f2f2f2',
    },
  },
  contrast: {
    kind: 'vscode-high-contrast',
    colors: {
      foreground: '#ffffff',
      descriptionForeground: '#ffffffb3',
      'editor-background': '#000000',
      contrastBorder: '#6fc3df',
      focusBorder: '#f38518',
      'charts-green': '#89d185',
      'charts-yellow': '#ffd700',
      'charts-red': '#f48771',
      'button-background': '#000000',
      'button-foreground': '#ffffff',
      'button-border': '#6fc3df',
      'button-secondaryForeground': '#ffffff',
      'input-background': '#000000',
      'input-foreground': '#ffffff',
      'input-border': '#6fc3df',
      'dropdown-background': '#000000',
      'dropdown-foreground': '#ffffff',
      'dropdown-border': '#6fc3df',
    },
  },
};

declare global {
  /** In the page: what it last kept. */
  function keptState(): unknown;
}

/** A page of the extension in a browser, with the test in the extension's place. */
export interface HostedPage {
  readonly page: Page;
  /** What the page has sent, in order. */
  readonly sent: readonly unknown[];
  /** What the browser complained of: errors, and whatever its policy kept from being loaded. */
  readonly complaints: readonly string[];
  tell(message: unknown): Promise<void>;
}

export interface PageOptions {
  readonly theme?: Theme;
  /** What the page kept when it was last shown. */
  readonly kept?: unknown;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Opens pages for the tests of a suite, in one browser. After each test its page is closed, and must have
 * given the browser nothing to complain of.
 *
 * @param name The name of the page's script.
 */
export function pagesOf(name: string): (options?: PageOptions) => Promise<HostedPage> {
  let browser: Browser;
  let hosted: HostedPage | undefined;
  before(async () => {
    browser = await startBrowser(new AbortController().signal);
  });
  after(() => browser.close());
  afterEach(async () => {
    if (!hosted) return;
    assert.deepEqual(hosted.complaints, [], 'the browser has nothing to complain of');
    await hosted.page.close();
    hosted = undefined;
  });
  return async (options = {}) => (hosted = await openPage(browser, name, options));
}

/**
 * Opens a page as VS Code does: with its policy, the theme's colours, and what it kept when it was last
 * shown. The built scripts in `dist` are used.
 */
async function openPage(
  browser: Browser,
  name: string,
  { theme = 'dark', kept, width = 1280, height = 800 }: PageOptions,
): Promise<HostedPage> {
  const page = await browser.newPage({ viewport: { width, height } });
  const sent: unknown[] = [];
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.exposeFunction('sendToTest', (message: unknown) => sent.push(message));
  await page.addInitScript(
    `(() => {
      let state = ${JSON.stringify(kept ?? null)} ?? undefined;
      globalThis.keptState = () => state;
      globalThis.acquireVsCodeApi = () => ({
        postMessage: message => void sendToTest(message),
        getState: () => state,
        setState: value => { state = value; },
      });
      const { kind, colors } = ${JSON.stringify(themes[theme])};
      new MutationObserver(() => {
        if (!document.body || document.body.classList.contains(kind)) return;
        document.body.classList.add(kind);
        const { style } = document.documentElement;
        for (const [name, value] of Object.entries(colors)) style.setProperty('--vscode-' + name, value);
        style.setProperty('--vscode-font-family', 'system-ui, sans-serif');
        style.setProperty('--vscode-font-size', '13px');
      }).observe(document, { childList: true, subtree: true });
    })()`,
  );
  await page.route('**/*', async route => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      const body = pageHtml({
        cspSource: origin,
        script: `/${name}.js`,
        style: `/${name}.css`,
        nonce: 'once',
      });
      await route.fulfill({ contentType: 'text/html', body });
    } else if (pathname === `/${name}.js` || pathname === `/${name}.css`) {
      const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
      const body = await readFile(join(repository, 'dist', 'client', pathname.slice(1)), 'utf8');
      await route.fulfill({ contentType, body });
    } else {
      await route.fulfill({ status: 404 });
    }
  });
  await page.goto(`${origin}/`);
  return {
    page,
    sent,
    complaints,
    tell: message => page.evaluate(told => window.postMessage(told, '*'), message),
  };
}
