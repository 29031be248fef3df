// How the tests run: the program is built once, for the tests that start it as a process.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Otherwise some packages are loaded as builds that check and log what they do, unlike in the built program.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    globalSetup: 'tests/build-program.ts',
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    // Many tests wait for processes: three workers keep two cores busy.
    maxWorkers: Math.max(3, availableParallelism()),
    // Test files share modules; importing them once per file took half of the processor time.
    isolate: false,
  },
})
