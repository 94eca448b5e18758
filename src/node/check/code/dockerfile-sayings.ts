// What the linter of Dockerfiles finds, in our words.

import { ValidationCode } from 'dockerfile-utils'
import { nearest } from '../../../core/index.ts'

const instructions =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  )

/** A message, and the way out where it is not that of the rule. */
export interface Saying {
  readonly message: string
  readonly note?: string
  readonly severity?: 'info'
}

const sayings: Readonly<Record<number, (word: string) => Saying>> = {
  [ValidationCode.UNKNOWN_INSTRUCTION]: word => {
    const meant = nearest(word, instructions)
    return {
      message: `\`${word}\` is no instruction of a Dockerfile`,
      ...(meant ? { note: `Did you mean \`${meant}\`?` } : {}),
    }
  },
  [ValidationCode.DUPLICATE_BUILD_STAGE_NAME]: word => ({
    message: `Two stages are called \`${word}\``,
    note: 'Give each stage a name of its own.',
  }),
  [ValidationCode.MULTIPLE_INSTRUCTIONS]: word => ({
    message: `The stage has more than one \`${word}\`, and only the last counts`,
    note: 'Keep the one that is meant.',
  }),
  [ValidationCode.EMPTY_CONTINUATION_LINE]: () => ({
    message: 'A blank line stands in a command that goes on, which Docker warns of',
    note: 'Remove the blank line, or the `\\` above it.',
  }),
  [ValidationCode.ARGUMENT_MISSING]: word => ({
    message: `\`${word}\` is given nothing`,
    note: 'Write what it is for, or `...` where something is left out.',
  }),
  [ValidationCode.ARGUMENT_REQUIRES_TWO]: word => ({
    message: `\`${word}\` is a name without a value`,
    note: `Write \`${word}=value\`.`,
  }),
  [ValidationCode.INVALID_REFERENCE_FORMAT]: word => ({
    message: `\`${word}\` is no name of an image`,
    note: 'Write `name`, `name:tag` or `name@digest`, in small letters.',
  }),
  [ValidationCode.INVALID_PORT]: word => ({
    message: `\`${word}\` is no port`,
    note: 'Write a number, a range, or either with `/tcp` or `/udp`.',
  }),
  [ValidationCode.DEPRECATED_MAINTAINER]: () => ({
    message: '`MAINTAINER` has been deprecated since 2017',
    note: 'Write `LABEL org.opencontainers.image.authors="…"`.',
    severity: 'info',
  }),
  [ValidationCode.JSON_IN_SINGLE_QUOTES]: word => ({
    message: `\`${word}\` is no JSON, so a shell gets it as it stands`,
    note: 'Write double quotes.',
  }),
  [ValidationCode.INVALID_DESTINATION]: word => ({
    message: `\`${word}\` takes several files, so it must be a folder`,
    note: `End it with a slash: \`${word}/\`.`,
  }),
}

/**
 * @param code the linter's
 * @param word what it points at
 * @param said the linter's own message, for findings we have no better words for
 */
export function dockerfileSaying(code: number | string | undefined, word: string, said: string): Saying {
  return (
    sayings[Number(code)]?.(word) ?? {
      message: `Docker would refuse this: ${said.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    }
  )
}
