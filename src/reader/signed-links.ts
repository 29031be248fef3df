// Signs the links to articles of servers: their pages open only with a link that was sent to a member.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Article } from '../corpus/article.ts'

/** Days for which a link opens its article: replies are read again for weeks, but people who leave a server lose its articles. */
const VALID_DAYS = 30
const DAY = 86_400_000
/** Base64url characters of a signature: 126 bits. */
const LENGTH = 21

/** What an article of a server is signed with. */
type Signed = Pick<Article, 'id' | 'server'>

/** Makes and checks keys: the last day on which a link is valid, counted from 1970, and a signature. */
export interface LinkSigner {
  /** The same key all day, so that equal replies stay equal. */
  keyFor(article: Signed): string
  /** Takes the same time whether or not there is such an article; one that does not exist has no server. */
  isValid(key: string, article: Signed): boolean
}

export function createLinkSigner(secret: string): LinkSigner {
  const today = () => Math.floor(Date.now() / DAY)
  const signatureOf = ({ id, server = '' }: Signed, lastDay: number): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['page', id, server, lastDay]))
      .digest('base64url')
      .slice(0, LENGTH)
  return {
    keyFor(article) {
      const lastDay = today() + VALID_DAYS
      return `${lastDay}-${signatureOf(article, lastDay)}`
    },
    isValid(key, article) {
      const [, day, signature = ''] = /^(\d{5})-([\w-]{21})$/u.exec(key) ?? []
      const lastDay = Number(day)
      const right = Buffer.from(signatureOf(article, lastDay))
      return timingSafeEqual(right, Buffer.from(signature.padEnd(LENGTH))) && lastDay >= today()
    },
  }
}
