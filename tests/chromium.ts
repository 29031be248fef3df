// Chromium for tests and pictures: the one that the system has.
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Whether this machine has Chromium. */
export const hasChromium = executablePath !== undefined

/** Starts a headless Chromium, which the caller has to close. */
export async function openChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('Chromium is missing')
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath })
}
