// The element that holds a code block's place until everything else is clean; the schema knows it.

export const codePlaceholder = 'code-block'
