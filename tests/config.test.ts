import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { describe, expect, test } from 'vitest'
import { parseSettings, settingNames } from '../src/config.ts'

const token = 'aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbb.ccccccccccccccccccccccccccc'

describe('settings', () => {
  test('are all optional: without any, nothing is logged of questions and no bot starts', () => {
    expect(parseSettings({})).toEqual({ logQuestions: false })
  })

  test('are read into one frozen value', () => {
    const settings = parseSettings({
      DISCORD_TOKEN: ` ${token} `,
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      LOG_QUESTIONS: '1',
    })
    expect(settings).toEqual({
      token: token,
      guildId: '123456789012345678',
      apiUrl: 'http://127.0.0.1:8080/api',
      logQuestions: true,
    })
    expect(Object.isFrozen(settings)).toBe(true)
  })

  test('that are empty count as absent, as an unfilled line of .env does', () => {
    expect(parseSettings({ DISCORD_TOKEN: '', DISCORD_GUILD_ID: '  ' })).toEqual({ logQuestions: false })
  })

  test('that are wrong are reported all at once, by name, with what they should be', () => {
    const wrong = {
      DISCORD_TOKEN: 'x',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord',
      LOG_QUESTIONS: 'yes',
    }
    expect(() => parseSettings(wrong)).toThrow(
      /^DISCORD_TOKEN should be .*; DISCORD_GUILD_ID should be a server id.*; DISCORD_API_URL should be .*; LOG_QUESTIONS should be 0 or 1: /,
    )
  })

  test('never show a token, not even a wrong one', () => {
    expect(() => parseSettings({ DISCORD_TOKEN: 'hunter2-secret' })).toThrow(
      /^DISCORD_TOKEN should be ((?!hunter2).)*$/,
    )
  })

  test('are each in .env.example and in the table of the README, and no others are', () => {
    const example = dotenv.parse(readFileSync('.env.example'))
    expect(Object.keys(example)).toEqual(settingNames)
    const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name)
    expect(rows).toEqual(settingNames)
  })
})
