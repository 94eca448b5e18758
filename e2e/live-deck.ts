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
  'decks/Dockerfile': 'FROM node:24-slim\n',
  'decks/parts/weather.md': '# Weather\n\nRain.\n',
}
export const talk = 'decks/talk.md'
