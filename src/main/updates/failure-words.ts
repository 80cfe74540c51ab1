/** What a person is told when a release could not be looked for, fetched or installed. */

/** Made here, beside the codes of electron-updater, Node and Chromium. */
export class UpdateError extends Error {
  readonly code: string
  constructor(code: 'ROMP_OFFLINE' | 'ROMP_SILENT' | 'ROMP_NO_FILE', message: string) {
    super(message)
    this.code = code
  }
}

const offline =
  /ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|ADDRESS_UNREACHABLE)|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ROMP_OFFLINE/
const broken =
  /ERR_(CONNECTION_|EMPTY_RESPONSE|TIMED_OUT|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|HTTP2_|QUIC_)|ECONNRE(FUSED|SET)|ETIMEDOUT|EPIPE|aborted|timed out|socket hang up|ROMP_SILENT/i
const none =
  /ERR_UPDATER_(CHANNEL_FILE_NOT_FOUND|NO_PUBLISHED_VERSIONS|LATEST_VERSION_NOT_FOUND|NO_FILES_PROVIDED|ZIP_FILE_NOT_FOUND)|ROMP_NO_FILE|status 404/
const foreign =
  /ERR_CHECKSUM_MISMATCH|ERR_UPDATER_INVALID_SIGNATURE|code signature|code failed to satisfy|not signed by/i
const unreadable = /ERR_UPDATER_(INVALID_UPDATE_INFO|INVALID_VERSION|NO_CHECKSUM|INVALID_RELEASE_FEED)/
const stranger = /ERR_CERT_|ERR_SSL_|CERT_|SELF_SIGNED/
const forbidden = /\b(EACCES|EPERM|EROFS)\b/
const lost = /ERR_UPDATER_OLD_FILE_NOT_FOUND/

/** A sentence or two, with the next step. Where it failed matters only where nothing better is known. */
export function failureWords(error: unknown, doing: 'look' | 'fetch' | 'install'): string {
  const said = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : ''
  // Before all that follows it from a wrong file: what came must never be taken for a bad line.
  if (foreign.test(said)) {
    return 'What came is not what Romp’s makers published, so it was thrown away. Try again later.'
  }
  if (/\bENOSPC\b/.test(said)) return 'The disk is full. Make some room, then try again.'
  if (forbidden.test(said)) {
    return 'Romp may not write where it has to. Get the new version from its page instead.'
  }
  if (none.test(said)) return 'There is no release for this kind of computer yet.'
  if (unreadable.test(said))
    return 'The list of releases cannot be read. That is not your fault; try again later.'
  if (stranger.test(said)) {
    return 'The place for releases cannot prove that it is the right one, so nothing was taken from it.'
  }
  if (offline.test(said)) return 'There is no internet just now. Parties on your network work all the same.'
  if (broken.test(said)) return 'The line to the place for releases broke. Try again in a while.'
  if (lost.test(said)) return 'Romp’s own file is not where it was. Start Romp anew, then try again.'
  if (/HTTP_ERROR_|status \d/.test(said))
    return 'The place for releases has trouble just now. Try again later.'
  return {
    look: 'Looking for a newer Romp went wrong. Try again later.',
    fetch: 'Getting the new version went wrong. Try again.',
    install: 'The new version could not be installed. Try again, or get it from its page.',
  }[doing]
}
