/** The machine that the screens run on, for all of them. */

import { createContext, use } from 'react'
import type { Platform } from '../../platform/platform.ts'

export const PlatformContext = createContext<Platform | null>(null)

export function usePlatform(): Platform {
  const platform = use(PlatformContext)
  if (!platform) throw new Error('a screen needs a platform around it')
  return platform
}
