/** The stand-in's `nativeImage`: knows whether there is a picture, and how large a PNG says that it is. */

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

class NativeImage {
  readonly #png: Buffer

  constructor(png: Buffer) {
    // Electron gives an empty image where it cannot read one.
    this.#png = png.subarray(0, 8).equals(signature) ? png : Buffer.alloc(0)
  }

  isEmpty = (): boolean => this.#png.length === 0
  getSize = (): Electron.Size =>
    this.isEmpty()
      ? { width: 0, height: 0 }
      : { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) }
}

export const nativeImage = {
  createFromDataURL: (url: string): Electron.NativeImage => {
    const content = /^data:image\/png;base64,(.+)$/.exec(url)?.[1] ?? ''
    return new NativeImage(Buffer.from(content, 'base64')) as unknown as Electron.NativeImage
  },
}
