import { page as colleagues } from './colleagues.pages.tsx'
import { page as cover } from './cover.pages.tsx'
import { page as readers } from './readers.pages.tsx'
import { page as team } from './team.pages.tsx'

/** Every page about who works with whom and who may read what. */
export const accessPages = { doors: [...team.doors, ...cover.doors, ...readers.doors, ...colleagues.doors] }
