"""The same tutorial in Python: websockets.broadcast of the whole state as JSON, on asyncio's timers."""

import asyncio
import json
import math
import random
import resource
import sys

import websockets

RATE = int(sys.argv[1])
STEPS_PER_SECOND = 60
SPEED = 320
LEFT, RIGHT, BOTTOM = 66, 1600 - 66, 900 - 66

players = {}
connections = set()


async def play(connection, *_path):
    player_id = len(players) + 1
    player = {
        "id": player_id,
        "x": random.uniform(LEFT, RIGHT),
        "y": random.uniform(LEFT, BOTTOM),
        "vx": 0,
        "vy": 0,
        "mx": 0,
        "my": 0,
        "kick": 0,
        "score": 0,
    }
    players[player_id] = player
    await connection.send(json.dumps({"id": player_id}))
    connections.add(connection)
    try:
        async for text in connection:
            message = json.loads(text)
            if message["type"] == "input":
                head(player, message["x"], message["y"])
    finally:
        connections.discard(connection)


def head(player, x, y):
    length = math.hypot(x, y) or 1
    player.update(mx=x, my=y, vx=x / length * SPEED, vy=y / length * SPEED)


async def step():
    while True:
        for player in players.values():
            player["x"] = min(RIGHT, max(LEFT, player["x"] + player["vx"] / STEPS_PER_SECOND))
            player["y"] = min(BOTTOM, max(LEFT, player["y"] + player["vy"] / STEPS_PER_SECOND))
        await asyncio.sleep(1 / STEPS_PER_SECOND)


async def tell():
    while True:
        websockets.broadcast(connections, json.dumps({"players": list(players.values())}))
        await asyncio.sleep(1 / RATE)


def memory():
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def answer(stop):
    """A line from whoever measures: what was used up so far. They are gone when there is none."""
    if not sys.stdin.readline():
        stop.set()
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    say(cpu=(used.ru_utime + used.ru_stime) * 1e6, memory=memory())


def say(**what):
    print(json.dumps(what), flush=True)


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, answer, stop)
    async with websockets.serve(play, "127.0.0.1", 0) as server:
        loops = [asyncio.create_task(step()), asyncio.create_task(tell())]
        say(port=server.sockets[0].getsockname()[1])
        await stop.wait()
        for loop in loops:
            loop.cancel()
    sys.exit(0)


asyncio.run(main())
