// Stands in the bundle of a thread where the core has its whole parser and pipeline: they are loaded when first needed.

import { runBeside } from './booted.ts'

type Whole = typeof import('./whole.ts')

const whole = (): Whole => runBeside('whole.cjs') as Whole

export const parseStandard: Whole['parseStandard'] = text => whole().parseStandard(text)
export const parseWhole: Whole['parseWhole'] = text => whole().parseWhole(text)
export const toCleanWhole: Whole['toCleanWhole'] = (tree, context) => whole().toCleanWhole(tree, context)
export const writeWhole: Whole['writeWhole'] = tree => whole().writeWhole(tree)
export const writeWholeDocument: Whole['writeWholeDocument'] = tree => whole().writeWholeDocument(tree)
