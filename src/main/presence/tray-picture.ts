/** The picture in the tray, as large as this screen draws it. */

import { type NativeImage, nativeImage, screen } from 'electron'
import size16 from '../../../build/icons/16x16.png?inline'
import size24 from '../../../build/icons/24x24.png?inline'
import size32 from '../../../build/icons/32x32.png?inline'
import size48 from '../../../build/icons/48x48.png?inline'

const pictures = [
  { pixels: 16, url: size16 },
  { pixels: 24, url: size24 },
  { pixels: 32, url: size32 },
  { pixels: 48, url: size48 },
] as const

export function trayPicture(): NativeImage {
  // Electron hands a tray nothing but an image's first size, and the system stretches that: so it must be the right one.
  const usual = process.platform === 'win32' ? 16 : 24
  const wanted = usual * screen.getPrimaryDisplay().scaleFactor
  const { url } = pictures.find(({ pixels }) => pixels >= wanted) ?? { url: size48 }
  return nativeImage.createFromDataURL(url)
}
