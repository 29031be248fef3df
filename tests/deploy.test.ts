// Tests of the Dockerfile and the systemd unit.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

const dockerfile = readFileSync('src/deploy/Dockerfile', 'utf8')
const unitFile = 'src/deploy/verbatim.service'
const unit = readFileSync(unitFile, 'utf8')
const { scripts, engines, dependencies, optionalDependencies } = v.parse(
  v.object({
    scripts: v.object({ start: v.string(), 'start:sharded': v.string(), build: v.string() }),
    engines: v.object({ node: v.string() }),
    dependencies: v.record(v.string(), v.string()),
    optionalDependencies: v.optional(v.record(v.string(), v.string()), {}),
  }),
  JSON.parse(readFileSync('package.json', 'utf8')),
)

/** The arguments of each use of an instruction, continuation lines joined. */
const instructions = (name: string): string[] =>
  [...dockerfile.replace(/\\\n\s*/gu, '').matchAll(new RegExp(`^\\s*${name} (.*)$`, 'gmu'))].map(
    ([, rest = '']) => rest,
  )

describe('the Dockerfile', () => {
  test('is valid', () => {
    expect(validate(dockerfile)).toEqual([])
  })

  test('builds and runs on the same Node version, which package.json accepts', () => {
    const bases = new Set(instructions('FROM').map((base) => base.split(' ')[0]))
    expect(bases.size).toBe(1)
    const [, major] = /^node:(\d+)-/u.exec([...bases].join()) ?? []
    const [, least] = /^>=(\d+)\./u.exec(engines.node) ?? []
    expect(Number(major)).toBeGreaterThanOrEqual(Number(least))
  })

  test('starts what npm start starts, as a user who cannot modify it', () => {
    const [entry = ''] = instructions('ENTRYPOINT')
    expect(v.parse(v.array(v.string()), JSON.parse(entry)).join(' ')).toBe(scripts.start)
    expect(instructions('USER')).toEqual(['node'])
  })

  test('checks health on the port that it serves', () => {
    // In a file: an empty HTTP_PORT in the user's own file would override ENV.
    const port = /HTTP_PORT=(\d+)\\n.*> \.env$/mu.exec(instructions('RUN').join('\n'))?.[1]
    expect(instructions('EXPOSE')).toEqual([port])
    expect(instructions('HEALTHCHECK').join()).toContain(`\${process.env.HTTP_PORT || ${port}}/readyz`)
  })

  test('can copy what it needs, but not .env', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toContain('*')
    const copied = instructions('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1))
    expect(ignored.filter((line) => line.startsWith('!'))).toEqual(
      expect.arrayContaining(copied.map((each) => `!${each}`)),
    )
    expect(ignored.filter((line) => line.startsWith('!'))).toHaveLength(copied.length)
  })
})

test('packages outside the bundle are dependencies', () => {
  const external = [...scripts.build.matchAll(/--external:(\S+)/gu)].map(([, name = '']) => name)
  expect(Object.keys({ ...dependencies, ...optionalDependencies })).toEqual(expect.arrayContaining(external))
})

describe('the systemd unit', () => {
  test('lets the settings file override none of its own values with an empty line', () => {
    expect([...unit.matchAll(/^Environment=(.*)$/gmu)].map(([, variables]) => variables)).toEqual([
      'NODE_ENV=production',
    ])
    expect(unit).toContain('\nCacheDirectory=verbatim\n')
  })

  test('logs as verbatim', () => {
    expect(unit).toContain('\nSyslogIdentifier=verbatim\n')
  })

  test('runs what npm start runs, sharded or not', () => {
    expect(unit).toContain(`\nExecStart=/usr/bin/env ${scripts.start}\n`)
    expect(unit).toContain(`#   ExecStart=/usr/bin/env ${scripts['start:sharded']}\n`)
  })

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
  test.skipIf(!hasSystemd)(`is valid${hasSystemd ? '' : ' (skipped: no systemd-analyze)'}`, () => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unitFile], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test.skipIf(!hasSystemd)('has an exposure level of at most 2 of 10', () => {
    const { status, stdout } = spawnSync(
      'systemd-analyze',
      ['security', '--offline=yes', '--threshold=20', '--no-pager', unitFile],
      { encoding: 'utf8' },
    )
    expect({ status, stdout }).toMatchObject({ status: 0 })
  })
})
