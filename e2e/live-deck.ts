// What the tests of the author's loop are run on.

/** A drawing. */
export const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path fill="${colour}" d="M0 0h40v30H0z"/></svg>`

/** A talk with a bit of everything. */
export const deck = `---
title: Harbours
author: Ada
duration: 20
---

# Harbours

Note: Say hello to everybody.

--

## Ships

A ship is a house that swims.

-- {#cargo .wide reveal time=3m}

## Cargo

- boxes
- barrels
- bales

Note: Count them.

--

## Cranes

![A crane](crane.svg)

-- {#code}

## A file

<<< ./Dockerfile dockerfile

--

## Lines

\`\`\`sh {1|2|3}
first
second
third
\`\`\`

-- {include=parts/weather.md}

--

## The end

Bye.
`
/** The talk and what it names. */
export const files = {
  'decks/talk.md': deck,
  'decks/crane.svg': picture('#123456'),
  'decks/Dockerfile': 'FROM node:24-slim\nRUN npm ci\n',
  'decks/parts/weather.md': '# Weather\n\nRain.\n',
}
export const talk = 'decks/talk.md'

/** Silence, as a sound file of so many seconds. */
export function wave(seconds: number): Buffer {
  const rate = 8000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + seconds * rate, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(seconds * rate, 40)
  return Buffer.concat([head, Buffer.alloc(seconds * rate, 128)])
}
