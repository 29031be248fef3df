// What the code knows of one language beyond its stemmer, its stop words and `Intl`.

/** Types of answer that can be recognised in a sentence by how they are written. */
export type EntityType = 'person' | 'organisation' | 'place' | 'time' | 'duration' | 'age' | 'number' | 'money'

/** The type of answer that a question expects. */
export type AnswerType = EntityType | 'frequency' | 'reason' | 'consequence' | 'definition' | 'other'

/**
 * How a language asks. The patterns are matched against words in lower case, separated by single spaces, with a space
 * at either end.
 */
export interface QuestionPhrases {
  /** Phrases that ask for a type of answer; a longer phrase comes before a shorter one that it contains. */
  readonly phrases: readonly (readonly [Exclude<AnswerType, 'other'>, RegExp])[]
  /** Introductions that an answer need not repeat: `what is the name of`, `what kind of`. */
  readonly leading: RegExp
  /** Words that ask for something else; beside them, a `when` or `who` inside the question only joins clauses. */
  readonly others: RegExp
  /** Words that give a reason. */
  readonly reasons: RegExp
  /** Words that tell a time without a date: `after the frost`. */
  readonly moments: RegExp
  /** Words that tell how long without a number; those that tell a time where absent. */
  readonly durations?: RegExp
  /** Words that tell how often: `every other week`. */
  readonly frequencies?: RegExp
  /** Words that tell under which condition. */
  readonly conditions?: RegExp
  /** Words that tell an amount without a numeral: `hundreds`. */
  readonly amounts: RegExp
  /** Words that say what a thing is. */
  readonly defining: RegExp
  /** How a sentence ends that says what its subject is, in languages whose verb comes last. */
  readonly definingEnd?: RegExp
  /** Phrases that ask whether something is allowed or needed, and words beside the negations that forbid. */
  readonly permission?: RegExp
  readonly forbidding?: RegExp
  /** Phrases that ask how to do something. */
  readonly instruction?: RegExp
}

/** Lists of lower-case words, separated by spaces. */
export interface WordLists {
  /** Two, three, four and so on, without gaps. One is an article or a pronoun in many languages. */
  readonly cardinals: string
  /** Other words that express a number. */
  readonly numerals: string
  /** First, second, third and so on, without gaps. */
  readonly ordinals?: string
  /** Words that only ask, greet or connect. They are treated as function words, beside the stop words of the package. */
  readonly asking: string
  readonly negations: string
  /** Pronouns that are written with a capital and are not names. */
  readonly pronouns?: string
  /** Words that join two things into one answer. */
  readonly and: string
  /** Small words inside a name or a date: `of`, `de`. */
  readonly within: string
  /** Prepositions before a place. */
  readonly places: string
  /** Prepositions before a time of day. */
  readonly clock: string
  /** Times of day that are words: `noon`. */
  readonly dayTimes: string
  /** Words beside a time of day: `half past nine`, `9:30 a.m.` */
  readonly clockParts?: string
  /** Those of them that link a part of an hour to the hour: `past`. */
  readonly linkingClockParts?: string
  /** Words of a time in the past: `last`, `ago`. */
  readonly pastTimes?: string
  /** Verbs that tell the tense of a question. */
  readonly presentVerbs?: string
  readonly pastVerbs?: string
  /** Words that make a unit of time a point in time: `in two weeks`, `next month`, `today`. */
  readonly relativeTimes?: string
  /** Prepositions before the agent of a passive: `built by`. */
  readonly agents?: string
  /** Conjunctions before a time told in words: `when the ice melts`. */
  readonly moments?: string
  /** Words before a year: `in 2000`. */
  readonly dated?: string
  /** Words that turn a number beside them into a time: `century`, `BC`. */
  readonly eras: string
  /** Names of units other than time: `kg`, `metres`. */
  readonly units?: string
  /** What something lasts or is long, beside the units of time that `Intl` knows: `min`, `decades`, `pages`. */
  readonly lasting?: string
}

export interface LanguageTable {
  readonly questions: QuestionPhrases
  /** Words that mean the same as a verb with a particle, in base forms: `turn off` → `disable`. */
  readonly phrasalVerbs?: Readonly<Record<string, string>>
  readonly words: WordLists
}
