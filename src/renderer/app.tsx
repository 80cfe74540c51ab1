/** Which screen is on: home, or the party that is open. */

import { Toast } from '@base-ui/react/toast'
import { Tooltip } from '@base-ui/react/tooltip'
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import type { Platform } from '../platform/platform.ts'
import { Backdrop } from './pieces/backdrop.tsx'
import { LinkQuestion } from './pieces/link-question.tsx'
import { PlatformContext } from './pieces/platform-context.ts'
import { ToastShelf, toasts } from './pieces/toasts.tsx'
import { HomeScreen } from './screens/home/home-screen.tsx'
import { useMood } from './session/comforts.ts'
import { place } from './session/place.ts'

// The stage and all that a party needs come while the first screen is being looked at.
const loadParty = () => import('./screens/party/party-screen.tsx')
const PartyScreen = lazy(async () => ({ default: (await loadParty()).PartyScreen }))
// Guests have no copy of Romp to look at.
const AboutSheet = lazy(async () => ({
  default: (await import('./screens/about/about-sheet.tsx')).AboutSheet,
}))

export function App({ platform }: { platform: Platform }) {
  const { open } = useStore(place)
  const mood = useMood()
  useLayoutEffect(() => {
    document.documentElement.dataset.mood = mood
  }, [mood])
  useEffect(() => {
    const timer = setTimeout(() => void loadParty(), 400)
    return () => clearTimeout(timer)
  }, [])
  return (
    <PlatformContext value={platform}>
      <Tooltip.Provider delay={500}>
        <Toast.Provider toastManager={toasts} limit={3}>
          {open === null ? (
            <HomeScreen />
          ) : (
            <Suspense fallback={<Backdrop />}>
              <PartyScreen key={open.id} open={open} />
            </Suspense>
          )}
          <LinkQuestion />
          {platform.updates && (
            <Suspense>
              <AboutSheet />
            </Suspense>
          )}
          <ToastShelf />
        </Toast.Provider>
      </Tooltip.Provider>
    </PlatformContext>
  )
}
