import { expect, it } from 'vitest'
import { withinTime } from './within-time.ts'

it('gives what the work comes to', () => {
  expect(withinTime(10_000, () => ({ a: 1 }))).toEqual({ a: 1 })
})

it('ends work that does not end by itself, wherever it is', () => {
  const loop = (): never => {
    for (;;);
  }
  expect(withinTime(20, loop)).toBeUndefined()
  expect(withinTime(20, () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`))).toBeUndefined()
  // A deadline that nobody may catch.
  const stubborn = (): string => {
    for (;;) {
      try {
        loop()
      } catch {
        return 'caught'
      }
    }
  }
  expect(withinTime(20, stubborn)).toBeUndefined()
})

it('leaves faults to whoever asked, and nothing behind', () => {
  const before = Reflect.ownKeys(globalThis).length
  expect(() =>
    withinTime(10_000, () => {
      throw new TypeError('a fault')
    }),
  ).toThrow(TypeError)
  const deep = (n: number): number => 1 + deep(n)
  expect(() => withinTime(10_000, () => deep(0))).toThrow(RangeError)
  expect(Reflect.ownKeys(globalThis).length).toBe(before)
})
