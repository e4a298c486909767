import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './server/db/schema.ts',
    './server/db/schema-beside.ts',
    './server/db/schema-people.ts',
    './server/db/schema-queue.ts',
  ],
  out: './migrations',
})
