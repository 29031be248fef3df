#!/usr/bin/env node
// Runs the program, or says in one line that this Node is too old. Built as `dist/main.js`; written for Node 12, and
// loads everything newer only after the check.

/** As in `engines` of package.json. */
const REQUIRED = '20.19.0'
/** Misconfigured: restarting will not help (EX_CONFIG of sysexits.h). */
const MISCONFIGURED = 78

const { node } = process.versions
if (node.localeCompare(REQUIRED, 'en', { numeric: true }) >= 0) void import('./main.ts')
else {
  process.stderr.write(`verbatim: Node ${node} is too old: install ${REQUIRED} or newer from https://nodejs.org\n`)
  process.exitCode = MISCONFIGURED
}
