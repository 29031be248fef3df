// The store in Redis, which processes on several machines share.
import * as v from 'valibot'
import { UserError } from '../errors.ts'
import { questionEntries, voteEntries } from './records.ts'
import { connectRedis } from './redis-client.ts'
import { type Counter, dayOf, type QuestionRecord, type Store, type Vote } from './store.ts'

const QuestionText = v.pipe(v.string(), v.parseJson(), v.object(questionEntries))
const VoteText = v.pipe(v.string(), v.parseJson(), v.object(voteEntries))

/** The records among some texts; what another version or program has written is left out. */
const readAll = <Schema extends v.GenericSchema>(texts: readonly string[], schema: Schema) =>
  texts.flatMap((text) => {
    const { success, output } = v.safeParse(schema, text)
    return success ? [output] : []
  })

const SERVERS = 'verbatim:servers'
/** Hashes: question key → record, voter → vote, `day name` → count, name → value. */
const questionsOf = (server: string) => `verbatim:questions:${server}`
const votesOf = (server: string) => `verbatim:votes:${server}`
const countersOf = (server: string) => `verbatim:counters:${server}`
const settingsOf = (server: string) => `verbatim:settings:${server}`
const claimOf = (name: string) => `verbatim:claim:${name}`

/** Opens the store without waiting for more than one attempt to connect. While Redis is unreachable, it rejects at once. */
export async function openRedis(url: string): Promise<Store> {
  let lost = 'no connection yet'
  const client = await connectRedis(url, {
    onLost: ({ message }) => {
      lost = message
    },
    onFound: () => undefined,
  })
  // The client would keep a transaction until it is connected again.
  const redis = () => {
    if (!client.isReady) throw new UserError(`Redis is unreachable (${lost})`, 'check REDIS_URL and the server')
    return client
  }
  const questions = async (server: string): Promise<QuestionRecord[]> => {
    const records = readAll(await redis().hVals(questionsOf(server)), QuestionText)
    return records.sort((a, b) => b.askedAt - a.askedAt)
  }
  const votes = async (server: string): Promise<Vote[]> => readAll(await redis().hVals(votesOf(server)), VoteText)
  const counters = async (server: string): Promise<Counter[]> =>
    Object.entries(await redis().hGetAll(countersOf(server)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, count]) => {
        const space = field.indexOf(' ')
        return { day: field.slice(0, space), name: field.slice(space + 1), count: Number(count) }
      })
  const remove = async (key: string, fields: readonly string[]): Promise<void> => {
    if (fields.length > 0) await redis().hDel(key, [...fields])
  }
  return {
    servers: async () => redis().sMembers(SERVERS),
    putQuestion: async (record) => {
      await redis()
        .multi()
        .sAdd(SERVERS, record.server)
        .hSet(questionsOf(record.server), record.key, JSON.stringify(record))
        .exec()
    },
    questions,
    removeQuestions: (server, keys) => remove(questionsOf(server), keys),
    putVote: async (vote) => {
      await redis()
        .multi()
        .sAdd(SERVERS, vote.server)
        .hSet(votesOf(vote.server), vote.voter, JSON.stringify(vote))
        .exec()
    },
    votes,
    count: async (server, day, name, by) => {
      await redis().multi().sAdd(SERVERS, server).hIncrBy(countersOf(server), `${day} ${name}`, by).exec()
    },
    counters,
    setting: async (server, name) => (await redis().hGet(settingsOf(server), name)) ?? undefined,
    putSetting: async (server, name, value) => {
      if (value === undefined) await redis().hDel(settingsOf(server), name)
      else await redis().hSet(settingsOf(server), name, value)
    },
    claim: async (name, value, seconds) => {
      await redis().set(claimOf(name), value, { condition: 'NX', expiration: { type: 'EX', value: seconds } })
      return (await redis().get(claimOf(name))) ?? value
    },
    forget: async (server) => {
      let removed = 0
      for (const each of server === undefined ? await redis().sMembers(SERVERS) : [server]) {
        const keys = [questionsOf(each), votesOf(each), countersOf(each)]
        const [inQuestions, inVotes, inCounters] = await Promise.all(keys.map((key) => redis().hLen(key)))
        await redis().multi().del(keys).sRem(SERVERS, each).exec()
        removed += (inQuestions ?? 0) + (inVotes ?? 0) + (inCounters ?? 0)
      }
      return removed
    },
    purge: async ({ questions: keptQuestions, votes: keptVotes, counters: keptCounters }) => {
      for (const server of await redis().sMembers(SERVERS)) {
        const byDay = (await counters(server)).reverse()
        const byTime = (await votes(server)).sort((a, b) => b.votedAt - a.votedAt)
        const oldQuestions = (await questions(server)).filter(
          ({ askedAt }, i) => askedAt < keptQuestions.since || i >= keptQuestions.most,
        )
        const oldVotes = byTime.filter(({ votedAt }, i) => votedAt < keptVotes.since || i >= keptVotes.most)
        const oldCounters = byDay.filter(({ day }, i) => day < dayOf(keptCounters.since) || i >= keptCounters.most)
        await remove(
          questionsOf(server),
          oldQuestions.map(({ key }) => key),
        )
        await remove(
          votesOf(server),
          oldVotes.map(({ voter }) => voter),
        )
        await remove(
          countersOf(server),
          oldCounters.map(({ day, name }) => `${day} ${name}`),
        )
      }
    },
    close: async () => client.destroy(),
  }
}
