// The script of a published page.

import { start } from './talk.ts'

void start()
