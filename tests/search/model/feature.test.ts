import { expect, test } from 'vitest'
import { type Features, featureNames, sumOf } from '../../../src/search/model/feature.ts'
import { weights } from '../../../src/search/model/weights.ts'

const none: Features = { ...weights.features }
for (const name of featureNames) Object.assign(none, { [name]: 0 })

test.each(featureNames)('%s counts in a sentence’s place by its weight', (name) => {
  expect(sumOf(weights.features, { ...none, [name]: 1 })).toBe(weights.features[name])
})
