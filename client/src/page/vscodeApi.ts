/** What VS Code gives to the page of a webview; it can be asked for once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  /** What the page last kept, also when it was closed and opened again with its window. */
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}
