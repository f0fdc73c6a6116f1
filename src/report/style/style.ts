import { BASE } from './base.ts'
import { EXPLORER } from './explorer.ts'
import { MEDIA } from './media.ts'

/** The style of the page: fonts of the system, light and dark, wide and narrow, screen and paper. */
export const STYLE = BASE + EXPLORER + MEDIA
