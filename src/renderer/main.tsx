/** The page begins: which machine it is on, and the first screen. */

import '@fontsource-variable/figtree/wght.css'
import '@fontsource-variable/fredoka/wght.css'
import './look/base.css'
import { createRoot } from 'react-dom/client'
import { browserPlatform } from '../platform/browser.ts'
import { desktopPlatform } from '../platform/desktop.ts'
import { carried } from '../platform/device.ts'
import { App } from './app.tsx'
import { watchPad } from './pieces/pad-focus.ts'
import { applyVolume } from './session/comforts.ts'
import { followHosting } from './session/hosted.ts'
import { followLinks } from './session/links.ts'
import { me } from './session/me.ts'
import { followHistory, returnToParty } from './session/place.ts'
import { followUpdates } from './session/updates.ts'

const platform = window.romp
  ? desktopPlatform(window.romp)
  : browserPlatform(window, () => carried(me.getState().appearance))
const screen = document.getElementById('screen')
if (!screen) throw new Error('index.html has no element for the screen')

applyVolume()
watchPad()
followHosting(platform)
followHistory(platform)
followUpdates(platform)
followLinks(platform)
returnToParty(platform)
createRoot(screen).render(<App platform={platform} />)
