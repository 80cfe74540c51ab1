/** Where the project's releases are, for the updater inside the packed app: a repository on GitHub, or nowhere. */

export interface Repository {
  owner: string
  name: string
}

/**
 * package.json's `repository` says it. On a build machine of GitHub's, its own repository does, so that a fork's app
 * gets its updates from the fork. Null where neither does.
 */
export function repositoryOf(
  stated: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Repository | null {
  const [owner, name, more] = (environment.GITHUB_REPOSITORY ?? '').split('/')
  if (owner && name && more === undefined) return { owner, name }
  const url = typeof stated === 'string' ? stated : (stated as { url?: unknown } | undefined)?.url
  if (typeof url !== 'string') return null
  const found = /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([\w-]+)\/([\w.-]+?)(?:\.git)?$/.exec(url)
  return found?.[1] && found[2] ? { owner: found[1], name: found[2] } : null
}
