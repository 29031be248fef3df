// The limit on pages for each address.
import { expect, test } from 'vitest'
import { openCorpus } from '../open-corpus.ts'
import { openPages } from './reading.ts'

const LIMIT = 120
const openFerry = () => openCorpus({ 'ferry.txt': 'The ferry to Skarholm runs again.' })

test('an address gets so many pages a minute, whatever it claims before the address that the proxy adds', async () => {
  const { get } = await openPages(await openFerry(), { isBehindProxy: true })
  const statusFor = async (forwarded: string) => (await get('/', { 'x-forwarded-for': forwarded })).status
  for (let i = 0; i < LIMIT; i++) expect(await statusFor(`198.51.100.${i}, 203.0.113.7`)).toBe(200)
  const refused = await get('/', { 'x-forwarded-for': '203.0.113.7', 'accept-language': 'de' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60)
  expect(refused.text).toContain('Bitte in einer Minute')
  expect(await statusFor('203.0.113.8')).toBe(200)
  expect((await get('/style.css', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200)
})

test('a network of 64 bits counts as one address of IPv6', async () => {
  const { get } = await openPages(await openFerry(), { isBehindProxy: true })
  const statusFor = async (forwarded: string) => (await get('/', { 'x-forwarded-for': forwarded })).status
  for (let i = 0; i < LIMIT; i++) await statusFor(`2001:db8::${i}`)
  expect(await statusFor('2001:0DB8:0:0:1:2:3:4')).toBe(429)
  expect(await statusFor('2001:db8:0:1::1')).toBe(200)
})

test('without READER_PROXY, a proxy on this machine is believed, and requests that name nobody have no limit', async () => {
  const { get } = await openPages(await openFerry())
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  for (let i = 0; i < LIMIT; i++) expect((await get('/', headers)).status).toBe(200)
  expect((await get('/', headers)).status).toBe(429)
  for (let i = 0; i <= LIMIT; i++) expect((await get('/')).status).toBe(200)
})
