/**
 * What is started: a script for a web worker as well as a program for Node. One bundle serves both, for
 * nearly all of it is the same; each loads its own half alone.
 */
if ('importScripts' in globalThis) void import('./browser');
else void import('./node');
