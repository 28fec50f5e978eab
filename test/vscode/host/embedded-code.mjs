#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts.
import 'tsx';

await import('./launcher.ts');
