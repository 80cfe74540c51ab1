/** Updates come from a repository that somebody has named, and never from a guess. */

import { expect, test } from 'vitest'
import { repositoryOf } from '../../src/cli/releases.ts'

test.each([
  'someone/romp',
  'github:someone/romp',
  'https://github.com/someone/romp',
  'https://github.com/someone/romp.git',
  { type: 'git', url: 'git+https://github.com/someone/romp.git' },
])('package.json names it as %o', (stated) => {
  expect(repositoryOf(stated, {})).toEqual({ owner: 'someone', name: 'romp' })
})

test.each([
  undefined,
  null,
  7,
  {},
  'https://elsewhere.example/someone/romp',
  'https://github.com/someone',
  '',
])('there is none in %o', (stated) => {
  expect(repositoryOf(stated, {})).toBeNull()
})

test('a build machine’s own repository comes first, so that a fork never sends its users elsewhere', () => {
  expect(repositoryOf('someone/romp', { GITHUB_REPOSITORY: 'fork/romp' })).toEqual({
    owner: 'fork',
    name: 'romp',
  })
  expect(repositoryOf('someone/romp', { GITHUB_REPOSITORY: '' })).toEqual({ owner: 'someone', name: 'romp' })
})
