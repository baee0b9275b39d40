/* The runner for the reliability of scales in references/07_small_sample.json. */
import { cronbachAlpha } from '../reliability/cronbach-alpha.ts'
import { itemAnalysis } from '../reliability/item-analysis.ts'
import { itemTable } from '../reliability/item-table.ts'
import type { ItemTable } from '../reliability/item-table.ts'
import { omega } from '../reliability/omega.ts'
import { wrongInput } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list } from './reading.ts'
import { absent, part, reasonOf } from './telling.ts'

export const reliabilityCases: Runners = { 'internal-consistency': consistency }

function consistency(inputs: Fields, options: Fields): unknown {
  const table = itemTable(list(inputs, 'items').map((row, i) => {
    if (Array.isArray(row)) return row as unknown[]
    throw wrongInput(`inputs.items, row ${i + 1}`, 'a list of answers belongs here')
  }))
  const alpha = cronbachAlpha(table, confidenceOf(options))
  const bounds = alpha.kind === 'found' ? alpha.interval : null
  return {
    n: table.persons,
    items: table.items,
    alphaRaw: alpha.kind === 'found' ? alpha.value : reasonOf(alpha),
    feldtCi: [part(alpha, bounds?.lower), part(alpha, bounds?.upper)],
    sem: part(alpha, alpha.kind === 'found' ? alpha.standardError : null),
    ...analysed(table),
    mcdonaldOmegaOneFactorML: factor(table),
  }
}

function analysed(table: ItemTable): Fields {
  const items = itemAnalysis(table)
  if (items.kind !== 'found') return absent(items, ['alphaStandardised', 'meanInterItemR', 'guttmanLambda6', 'alphaIfDropped', 'correctedItemTotal'])
  return {
    alphaStandardised: items.value,
    meanInterItemR: items.meanCorrelation,
    guttmanLambda6: items.lambda6 ?? 'not computable: an item follows exactly from the others',
    alphaIfDropped: items.alphaWithout.map((value) => value ?? 'not computable: one item alone has no alpha'),
    correctedItemTotal: items.itemRest.map((value) => value ?? 'not computable: the sum of the other items does not vary'),
  }
}

function factor(table: ItemTable): Fields {
  const fit = omega(table)
  return fit.kind === 'found' ? { omegaTotal: fit.value, loadings: fit.loadings, uniquenesses: fit.uniquenesses } : absent(fit, ['omegaTotal', 'loadings', 'uniquenesses'])
}
