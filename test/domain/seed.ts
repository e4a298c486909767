/**
 * Where chance begins in the properties. The same one every time, so that a run can be repeated;
 * another by `PROPERTY_SEED=7 npx vitest run test/domain`. A failure prints it with its path.
 */
export const seed = Number(process.env['PROPERTY_SEED'] ?? 20260302)

console.log(`Properties begin at seed ${seed}`)
