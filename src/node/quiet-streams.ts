// What becomes of output that nobody reads any more.

/** Whoever reads our output may stop reading (`| head`): that ends the program, and is no fault. */
export function closeQuietly(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
  }
}
