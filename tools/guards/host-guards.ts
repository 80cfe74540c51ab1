/** The lines of the host: who may talk to it, how much, and whom it believes. */

import { e2e, type Guard, removal, unit, without } from './guard.ts'

const routes = 'src/host/routes.ts'
const sockets = 'src/host/sockets.ts'
const session = 'src/host/session.ts'
const host = 'src/host/host.ts'
const limits = 'src/host/limits.ts'
const requests = 'src/host/requests.ts'
const roles = 'src/host/roles.ts'

const hostile = 'test/host/hostile.test.ts'
const strangers = 'test/host/strangers.test.ts'
const party = 'test/host/party.test.ts'
const robust = 'test/host/robust.test.ts'
const wire = 'test/host/wire.test.ts'
const pageRules = 'test/host/page-rules.test.ts'
const pageInBrowser = 'test/e2e/rules.test.ts'

const foreignName = unit(hostile, 'a name that somebody pointed at this machine is not answered')
const foreignPage = unit(hostile, 'a page of elsewhere may neither ask nor open a socket')
const controls = unit(strangers, 'are turned down to everybody else, each of them')

export const hostGuards: readonly Guard[] = [
  {
    line: 'host-name',
    removals: [
      removal(
        without(
          routes,
          "  if (!isOwnHost(name)) return say(response, 421, 'This is not the address of this machine.')\n",
        ),
        foreignName,
      ),
      removal(without(sockets, 'if (!isOwnHost(name)) {', 'if (name === undefined) {'), foreignPage),
    ],
  },
  {
    line: 'origin',
    removals: [
      removal(
        without(
          routes,
          "  if (!isOwnOrigin(origin, name)) return say(response, 403, 'This page may not ask this host.')\n",
        ),
        foreignPage,
      ),
      removal(
        without(sockets, '} else if (!isOwnOrigin(origin, name)) {', '} else if (origin === name) {'),
        foreignPage,
      ),
      removal(
        without('src/host/origin.ts', 'return host !== undefined &&', 'return host !== undefined ||'),
        foreignPage,
      ),
    ],
  },
  {
    line: 'largest-frame',
    removals: [
      removal(without(sockets, '  maxPayload: largestFrame,\n'), unit(hostile, '64 KiB')),
      removal(
        without(limits, 'largestFrame = 64 * 1024 - 1', 'largestFrame = 128 * 1024'),
        unit(hostile, '64 KiB'),
      ),
    ],
  },
  {
    line: 'no-compression',
    removals: [
      removal(
        without(sockets, 'perMessageDeflate: false', 'perMessageDeflate: true'),
        unit(wire, 'is not agreed to, however much a client wants it'),
      ),
    ],
  },
  {
    line: 'greeting-timeout',
    removals: [
      removal(
        without(
          session,
          "    if (this.#stage.phase === 'greeting' && now > this.#stage.until) this.refuse('no-greeting')\n",
        ),
        unit(strangers, 'CON-5 is refused after five seconds where it has not joined, and not before'),
      ),
      removal(
        [
          without('src/host/server.ts', 'headersTimeout: 2000', 'headersTimeout: 8000'),
          without('src/host/server.ts', 'requestTimeout: 2000', 'requestTimeout: 8000'),
        ],
        unit(hostile, 'a request that never ends is let go'),
      ),
    ],
  },
  {
    line: 'heartbeats',
    removals: [
      removal(
        without(session, 'now - this.#heardAt > heartbeat * 2 || '),
        unit(strangers, 'CON-6 is asked for a sign of life once it has joined'),
      ),
      removal(
        without(session, '      this.#connection.probe?.()\n'),
        unit(strangers, 'CON-6 is asked for a sign of life once it has joined'),
      ),
      removal(
        without('src/client/admission.ts', 'if (this.#line.isDead) this.lose()\n        else '),
        unit(robust, 'CON-6 a page whose timers sleep still notices that its line is dead'),
      ),
    ],
  },
  {
    line: 'session-rates',
    removals: [
      removal(
        without(
          session,
          'if (!this.#heard(bytes.length, this.#frames)) return',
          'this.#heardAt = this.#door.now()',
        ),
        unit(strangers, 'with inputs or pings ends, and one that plays never does'),
      ),
      removal(
        without(
          session,
          'if (!this.#heard(Buffer.byteLength(text), this.#control)) return',
          'this.#heardAt = this.#door.now()',
        ),
        unit(strangers, 'with messages ends'),
      ),
      removal(
        without(requests, "else if (!tooFast('say', 'say')) room.talk.say", 'else room.talk.say'),
        unit(party, 'SAY-1 SAY-2 empty, over-long and too fast are refused, to the sender only'),
      ),
    ],
  },
  {
    line: 'address-caps',
    removals: [
      removal(
        without(host, "    if (wait > 0) return { reason: 'too-many-joins', retryMs: wait }\n"),
        unit(strangers, 'may join so often, and then has to wait; another one need not'),
      ),
      removal(
        without(host, "      if (guessing > 0) return { reason: 'too-many-joins', retryMs: guessing }\n"),
        unit(strangers, 'may try a few passwords, and then one now and then'),
      ),
      removal(
        without(
          limits,
          'isOwnMachine(address) || account.open <= perAddress.connections',
          'account.open > 0',
        ),
        unit(strangers, 'may hold so many connections open'),
      ),
      removal(
        without(host, ' && this.#sessions.size < mostSessions'),
        unit(strangers, 'is not the only thing that is counted'),
      ),
      removal(
        without('src/host/room.ts', 'if (held.length > mostHeldSeats && held[0]) this.leave(held[0], now)'),
        unit(robust, 'JOIN-4 one address cannot fill a party with held seats'),
      ),
    ],
  },
  {
    line: 'rights-by-token',
    removals: [
      removal(
        without(roles, 'humans.find(({ identity }) => identity.token === this.#owner) ??\n      '),
        unit(strangers, 'JOIN-6 follow the token that the party was made with'),
      ),
      removal(
        without(requests, "if (!player.operator) turnDown(about, 'not-allowed')\n    else if", 'if'),
        controls,
      ),
      removal(
        without(requests, "if (!player.operator) turnDown('rename', 'not-allowed')\n      else if", 'if'),
        controls,
      ),
      removal(
        without(requests, "if (!player.operator) turnDown('bots', 'not-allowed')\n      else if", 'if'),
        controls,
      ),
      removal(without(requests, 'if (!player.operator || isOwn)', 'if (isOwn)'), controls),
    ],
  },
  {
    line: 'bans-by-token',
    removals: [
      removal(
        without(
          roles,
          "if (player.identity.token !== '') this.#bannedUntil.set(player.identity.token, now + banTime)",
        ),
        unit(strangers, 'JOIN-7 a ban follows the device as well'),
      ),
    ],
  },
  {
    line: 'token-per-host',
    removals: [
      removal(
        without('src/protocol/token.ts', 'utf8ToBytes(authority(target))', "utf8ToBytes('')"),
        unit('test/protocol/text.test.ts', 'is another one for every address, and the same for the same'),
      ),
    ],
  },
  {
    line: 'password-never-clear',
    removals: [
      removal(
        without(
          'src/client/joining.ts',
          'passwordProof(passwordKey(password, hello.hostId), hello.challenge)',
          "password.padEnd(64, '0')",
        ),
        unit(wire, 'holds neither the password nor what stands for it, in any form'),
      ),
      removal(
        without(host, 'const challenge = this.#setup.randomHex(32)', "const challenge = '0'.repeat(64)"),
        unit(strangers, 'opens nothing: every connection has a challenge of its own'),
      ),
      removal(
        without(host, "      if (!sameProof(expected, join.proof)) return { reason: 'wrong-password' }\n"),
        unit(party, 'JOIN-2 a password lets in who knows it, after asking, and never travels'),
      ),
      removal(
        without(
          host,
          "      if (join.proof === undefined) return { reason: 'locked' }\n",
          '      join.proof ??= passwordProof(this.#passwordKey, from.challenge)\n',
        ),
        unit(strangers, 'lets nobody in who brings no proof of it'),
      ),
    ],
  },
  {
    line: 'plain-http',
    removals: [
      removal(
        without(
          'src/renderer/session/me.ts',
          'crypto.getRandomValues(bytes)',
          'bytes.set(new TextEncoder().encode(crypto.randomUUID()).subarray(0, 16))',
        ),
        e2e(pageInBrowser, 'needs nothing that browsers keep for secure pages'),
      ),
    ],
  },
  {
    line: 'page-policy',
    removals: [
      removal(
        without(
          routes,
          "    response.setHeader('Content-Security-Policy', contentPolicy(request.headers.host ?? ''))\n",
        ),
        e2e(pageInBrowser, 'runs no script but its own, reaches no other host'),
      ),
      ...[
        '    "default-src \'none\'",\n',
        '    "script-src \'self\'",\n',
        '    "base-uri \'none\'",\n',
        '    "form-action \'none\'",\n',
        '    "frame-ancestors \'none\'",\n',
      ].map((rule) =>
        removal(
          without(routes, rule),
          unit(pageRules, 'may load its own files and reach its own host, and nothing else'),
        ),
      ),
      removal(
        without(routes, "style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        unit(pageRules, 'may load its own files and reach its own host, and nothing else'),
      ),
      removal(
        without(routes, "connect-src 'self' ws://", "connect-src 'self' ws: ws://"),
        e2e(pageInBrowser, 'runs no script but its own, reaches no other host'),
      ),
      removal(
        without('src/protocol/schema.ts', "if ('document' in globalThis) z.config({ jitless: true })\n"),
        e2e(pageInBrowser, 'needs nothing that browsers keep for secure pages'),
      ),
      ...['X-Content-Type-Options', 'Referrer-Policy', 'Cross-Origin-Resource-Policy'].map((name) =>
        removal(
          without('src/host/replies.ts', `response.setHeader('${name}'`, "response.setHeader('X-Nothing'"),
          unit(pageRules, 'is taken for what it says it is, by no other page'),
        ),
      ),
      removal(
        without(routes, "response.setHeader('Permissions-Policy'", "response.setHeader('X-Nothing'"),
        unit(pageRules, 'may ask for no camera, microphone or place'),
      ),
    ],
  },
]
