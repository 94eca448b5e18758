// What the tests use of the script beside it.

export const samples: readonly { readonly id: string; readonly code: string }[]
export function writePatterns(folder: string): Promise<void>
