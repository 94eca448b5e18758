// Messages for everyone: a live region that is read out, and shown where it should be seen too.

/** Says something once; `shown` also puts it on the screen for a few seconds. */
export type Say = (text: string, shown?: boolean) => void

/** Makes the page's live region and returns what speaks through it. */
export function createStatus(): Say {
  const region = document.createElement('div')
  region.className = 'status'
  region.setAttribute('role', 'status')
  document.body.append(region)
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text, shown = false) => {
    clearTimeout(timer)
    region.textContent = text
    region.toggleAttribute('data-shown', shown)
    timer = setTimeout(
      () => {
        region.textContent = ''
        region.removeAttribute('data-shown')
      },
      shown ? 5000 : 3000,
    )
  }
}
