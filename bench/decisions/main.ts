import { parseArgs } from 'node:util'
import { liveThrough } from './forecast.ts'
import { scoreOf } from './score.ts'
import { generatedSite, recordedSites } from './sites.ts'
import { forecastTable } from './tables.ts'

/**
 * `npm run bench:decisions`: how true the waits are that the product tells, beside what others
 * tell, on made-up days of the sample hall and on recorded ones (`--data DIR`). The product is
 * driven from outside through its own command, a line at a time, so that it cannot look ahead.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' } },
})
const sites = [generatedSite(), ...(values.data ? recordedSites(values.data) : [])]
for (const site of sites) {
  if (values.only !== undefined && site.name !== values.only) continue
  console.log(forecastTable(site.name, scoreOf(await liveThrough(site))))
}
