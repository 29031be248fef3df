// How the tests run: the program is built once, for the tests that start it as a process.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'tests/build-program.ts',
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    // Vitest leaves one core free by default, which on two cores means one worker; many tests wait for processes anyway.
    maxWorkers: '100%',
    // Test files share modules; importing them once per file took half of the processor time.
    isolate: false,
  },
})
