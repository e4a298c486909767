import { parseArgs } from 'node:util'
import { callCosts, callCostTable } from './call-cost.ts'
import { chooseTables } from './choose-sites.ts'
import { liveThrough } from './forecast.ts'
import { scoreOf } from './score.ts'
import { generatedSite, recordedSites } from './sites.ts'
import { forecastTable } from './tables.ts'

/**
 * `npm run bench:decisions`: how true the waits are that the product tells, beside what others
 * tell, and whom it calls, beside other rules in a closed loop; on made-up days of the sample hall
 * and on recorded ones (`--data DIR`); and what a call costs as the hall fills. `--part` runs one of
 * `cost`, `forecast` and `choose`. The product is driven from outside through its own commands,
 * a line at a time, so that it cannot look ahead.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    part: { type: 'string', default: 'all' },
    // A tenth more work than was recorded: lines long enough for a rule to matter.
    load: { type: 'string', default: '1.1' },
  },
})
if (values.part === 'all' || values.part === 'cost') console.log(callCostTable(callCosts()))
const sites = [generatedSite(), ...(values.data ? recordedSites(values.data) : [])]
for (const site of sites) {
  if (values.part === 'cost') break
  if (values.only !== undefined && site.name !== values.only) continue
  if (values.part !== 'choose')
    console.log(forecastTable(site.name, scoreOf(await liveThrough(site))))
  if (values.part !== 'forecast')
    for (const table of await chooseTables(site, Number(values.load))) console.log(table)
}
