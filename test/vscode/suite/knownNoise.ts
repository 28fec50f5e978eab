const missingNativeModule =
  /Could not locate the bindings file|Cannot find module '[^']*\/build\/Release\/|vscode-sqlite3\.node/;

/**
 * Whether a logged value is VS Code's complaint that a native module is missing. Embedded builds come
 * without those, do well without them, and say so at length wherever they would use one.
 */
export function isKnownNoise(value: unknown): boolean {
  return missingNativeModule.test(String(value));
}
