// What the house tests look at: the files that git knows or would add, and how to read a program.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor, type ESTree } from 'vite'

/** A file as text; tests plant theirs in memory. */
export interface Source {
  path: string
  text: string
}

export interface Import {
  /** A path in the project (`domain/time.ts`), or the name of a package. */
  target: string
  inProject: boolean
  typeOnly: boolean
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Program files, whatever room they are in. */
export const programs = /\.(?:ts|js)$/

/**
 * The project's files whose path matches. A check that finds nothing to look at has failed: it would
 * otherwise pass for ever by seeing nothing.
 */
export function filesOf(pattern: RegExp): Source[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
  const paths = listed.toString().split('\0').sort()
  const found = paths.filter((path) => pattern.test(path) && existsSync(root + path))
  if (found.length === 0) throw new Error(`No file of the project matches ${String(pattern)}`)
  return found.map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}

export function programOf({ path, text }: Source): ESTree.Program {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  return program
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Every module that a file names, resolved as Node and Vite would. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const add = (name: string, typeOnly: boolean): void => {
    found.push(resolve(source.path, name, typeOnly))
  }
  const visitor = new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) =>
      node.source && add(node.source.value, node.exportKind === 'type'),
    ImportExpression: ({ source: late }) =>
      late.type === 'Literal' && add(String(late.value), false),
    TSImportType: (node) => add(node.source.value, true),
  })
  visitor.visit(programOf(source))
  return found
}

function resolve(from: string, specifier: string, typeOnly: boolean): Import {
  const [name = ''] = specifier.split('?')
  if (name.startsWith('#')) return { target: name.slice(1), inProject: true, typeOnly }
  if (!name.startsWith('.')) return { target: packageOf(name), inProject: false, typeOnly }
  return { target: posix.join(posix.dirname(from), name), inProject: true, typeOnly }
}

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
