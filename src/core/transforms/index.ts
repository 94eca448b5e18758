// Everything that happens to a deck between being read and being rendered, in the order it happens.

import { addAgenda } from './agenda.ts'
import { mergeBuildups } from './buildups.ts'
import { addClosing } from './closing.ts'
import { markCode } from './code.ts'
import type { Transform } from './context.ts'
import { continueLong } from './continuation.ts'
import { copyTrees } from './copy.ts'
import { readHeadingTags } from './heading-tags.ts'
import { findImages } from './images.ts'
import { includeDecks } from './include.ts'
import { joinNotes } from './join-notes.ts'
import { assignKeys } from './keys.ts'
import { chooseLayouts } from './layout.ts'
import { markLinkLists } from './link-lists.ts'
import { resolveLinks } from './links.ts'
import { freeLooseMedia } from './loose-media.ts'
import { numberWritten } from './numbers.ts'
import { readPictureTags } from './picture-tags.ts'
import { placePictures } from './place-pictures.ts'
import { planSchedule } from './schedule.ts'
import { numberSteps } from './steps.ts'
import { planTimes } from './time.ts'
import { findTitles } from './titles.ts'
import { showSources } from './unsupported.ts'
import { chooseVariant } from './variants.ts'

/** The order is the meaning: each transform may rely on all above it. */
export const transforms: readonly Transform[] = [
  // Which slides there are
  copyTrees,
  numberWritten,
  joinNotes,
  includeDecks,
  chooseVariant,
  // What belongs together
  readHeadingTags,
  readPictureTags,
  freeLooseMedia,
  placePictures,
  findTitles,
  mergeBuildups,
  // What the blocks are
  findImages,
  showSources,
  markCode,
  markLinkLists,
  // What comes when
  numberSteps,
  planSchedule,
  planTimes,
  // How it looks and where it is found
  chooseLayouts,
  assignKeys,
  resolveLinks,
  addAgenda,
  addClosing,
  // What is too long for a slide
  continueLong,
]
