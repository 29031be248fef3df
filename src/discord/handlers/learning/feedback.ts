/** “Helpful” and “Not the answer” below a public reply. */
import type { Answer, Passage } from '../../../answer/answer.ts'
import { isMarkedWrong } from '../../../feedback/demote.ts'
import { passageKey, questionKey } from '../../../feedback/vote-keys.ts'
import { languagesOf } from '../../../gaps/languages.ts'
import { messagesFor } from '../../../text/messages.ts'
import type { ReplyState } from '../../replies/custom-id.ts'
import { privateNotice } from '../../replies/notice.ts'
import { questionAbove } from '../../replies/question-line.ts'
import { ask, type QuestionRequest, renderAnswer } from '../answer-question.ts'
import type { ComponentUse, Context } from '../context.ts'
import { answerPrivately } from '../defer-if-slow.ts'
import { askedBy } from '../message.ts'
import { readStore } from './read-store.ts'

/** The reply on which somebody votes, and the passage that it shows. */
export interface VotedReply {
  readonly answer: Answer
  readonly request: QuestionRequest
  readonly state: ReplyState
  readonly passage: Passage
}

/** Counts a vote. The asker who says that it is not the answer is offered the next passage that nobody has marked. */
export async function vote(
  interaction: ComponentUse,
  context: Context,
  { answer, request, state, passage }: VotedReply,
  isHelpful: boolean,
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const { learning, answerer, log } = context
  const { question, server } = request
  if (!learning || server === undefined) return answerPrivately(interaction, privateNotice(text.learning.off))
  const key = questionKey(question, await languagesOf(answerer))
  const isNew = await readStore(log, () =>
    learning.votes.cast({ server, question: key, passage }, interaction.user.id, isHelpful),
  )
  if (isNew === undefined) return answerPrivately(interaction, privateNotice(text.learning.noStore))
  if (isNew) learning.count(server, isHelpful ? 'helpful' : 'wrong')
  const isAsker = interaction.user.id === state.asker
  const asked = askedBy(interaction.message)
  if (isHelpful) {
    if (isAsker && asked !== undefined) learning.removeQuestions(server, [asked])
    return answerPrivately(interaction, privateNotice(text.feedback.thanks))
  }
  const votes = learning.votes.countsOf(server, key)
  const next = answer.passages
    .slice(answer.passages.indexOf(passage) + 1)
    .find((each) => !isMarkedWrong(votes.get(passageKey(each))))
  if (isAsker && next) {
    const again = await ask(context, request)
    const match = again.passages.findIndex((each) => passageKey(each) === passageKey(next))
    const showsQuestion = questionAbove(interaction.message.content) !== undefined
    const reply = renderAnswer(context, again, request, { match, isPrivate: false, showsQuestion, hasVotes: true })
    return interaction.deferred ? interaction.editReply(reply) : interaction.update(reply)
  }
  if (asked !== undefined) learning.reopen(answer, answerer, server, asked)
  return answerPrivately(interaction, privateNotice(text.feedback.noted))
}
