"""A server on this machine that speaks as much of Discord's protocol as the bot needs, over real sockets."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import WSMsgType, web

from tests.surfaces.discord.published import faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BOT, MEMBER, SERVER, CHANNEL = "1000", "2000", "3000", "4000"
BOT_USER = {"id": BOT, "username": "briefing-bot", "discriminator": "0000", "avatar": None, "bot": True}
MEMBER_USER = {"id": MEMBER, "username": "member", "discriminator": "0000", "avatar": None}
TOKEN = "a-token-of-the-test"  # noqa: S105 - of no account

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _INVALID_SESSION, _HELLO, _ACK = 0, 1, 2, 6, 9, 10, 11


@dataclass
class Request:
    """What the bot sent over REST."""

    method: str
    path: str
    body: Any


@dataclass
class DiscordServer:
    """Records what the bot sends and lets a test say things to it."""

    refuse_token: bool = False
    close_code: int = 0  # with which the gateway ends each connection, 0 for none
    hanging: str = ""  # the path on which nothing is answered
    fixed: dict[str, tuple[int, str, str]] = field(default_factory=dict)  # path: status, content type, text
    says_gateway: bool = False  # whether it says where its gateway is, and not somewhere that nothing answers
    gone: bool = False  # whether the gateway lets nobody in
    knocked: asyncio.Queue[None] = field(default_factory=asyncio.Queue)  # who was not let in
    resume_url: str = ""  # where READY says to resume, "" for here
    resumed: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    fail_next: list[tuple[str, int, dict[str, str]]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    identified: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    came: asyncio.Queue[Request] = field(default_factory=asyncio.Queue)
    address: str = ""
    hold: asyncio.Event | None = None  # keeps what is held from being confirmed until it is set
    holds: str = "/messages"  # how the paths end that are held
    held: asyncio.Event = field(default_factory=asyncio.Event)
    _socket: web.WebSocketResponse | None = None
    _sequence: int = 0
    _ids: int = 900_000

    @property
    def gateway(self) -> str:
        return self.address.replace("http", "ws") + "/gateway"

    async def say(self, event: str, data: dict[str, Any]) -> None:
        """Send an event through the gateway."""
        assert self._socket is not None
        self._sequence += 1
        payload = {"op": _DISPATCH, "t": event, "s": self._sequence, "d": data}
        await self._socket.send_str(orjson.dumps(payload).decode())

    async def drop(self) -> None:
        """End the connection as a network does that fails."""
        assert self._socket is not None
        await self._socket.close(code=4000)

    async def invalidate(self) -> None:
        """Have the bot begin a new session, as after a long silence."""
        assert self._socket is not None
        await self._socket.send_json({"op": _INVALID_SESSION, "d": False})

    async def message(
        self,
        content: str,
        *,
        mention: bool = True,
        channel: str = CHANNEL,
        replies_to: dict[str, Any] | None = None,
    ) -> None:
        """Have the member write a message, in reply to another one where that is given."""
        reply = {}
        if replies_to:
            reference = {"message_id": replies_to["id"], "channel_id": channel, "guild_id": SERVER}
            reply = {"type": 19, "message_reference": reference, "referenced_message": replies_to}
        self._ids += 1
        await self.say(
            "MESSAGE_CREATE",
            {
                "id": str(self._ids),
                "channel_id": channel,
                "guild_id": SERVER,
                "author": MEMBER_USER,
                "member": {"roles": [], "joined_at": _NOW, "deaf": False, "mute": False, "flags": 0},
                "content": content,
                "timestamp": _NOW,
                "edited_timestamp": None,
                "tts": False,
                "mention_everyone": False,
                "mentions": [BOT_USER] if mention else [],
                "mention_roles": [],
                "attachments": [],
                "embeds": [],
                "pinned": False,
                "type": 0,
                "flags": 0,
                "components": [],
                **reply,
            },
        )

    async def interaction(
        self,
        kind: int,
        data: dict[str, Any],
        message: dict[str, Any] | None = None,
        *,
        permissions: int = 0,
        channel_type: int = 0,
    ) -> str:
        """Have the member use a command (2) or a component (3), and return the interaction's path."""
        self._ids += 1
        member = {"user": MEMBER_USER, "roles": [], "joined_at": _NOW, "flags": 0}
        member["permissions"] = str(permissions)
        channel = {"id": CHANNEL, "type": channel_type, "permissions": "0", "guild_id": SERVER}
        await self.say(
            "INTERACTION_CREATE",
            {
                "id": str(self._ids),
                "application_id": BOT,
                "type": kind,
                "data": data,
                "guild_id": SERVER,
                "guild": {"id": SERVER, "locale": "en-US", "features": []},
                "channel_id": CHANNEL,
                "channel": channel,
                "member": member,
                "token": f"token-{self._ids}",
                "version": 1,
                "app_permissions": "0",
                "locale": "en-US",
                "guild_locale": "en-US",
                "entitlements": [],
                "authorizing_integration_owners": {"0": SERVER},
                "context": 0,
                "attachment_size_limit": 10_000_000,
                **({"message": message} if message else {}),
            },
        )
        return f"/interactions/{self._ids}/token-{self._ids}/callback"

    async def next(self, ending: str, method: str = "POST") -> Request:
        """Return the next request whose path ends so."""
        async with asyncio.timeout(20):
            while True:
                request = await self.came.get()
                if request.path.endswith(ending) and request.method == method:
                    return request

    async def rest(self, request: web.Request) -> web.Response:
        given: Any
        if request.content_type == "multipart/form-data":  # as what has files comes
            given = (await request.post())["payload_json"]
        else:
            given = await request.read()
        try:
            body = orjson.loads(given) if given else None
        except ValueError:
            body = given.decode()
        path = request.path.removeprefix("/api/v10")
        one = Request(request.method, path, body)
        self.requests.append(one)
        for number, (ending, status, headers) in enumerate(self.fail_next):
            if path.endswith(ending):
                del self.fail_next[number]
                answer = {"message": "no", "code": 0, "retry_after": 0.1}
                return _json(answer, status=status, headers=headers)
        if path == self.hanging or path in self.fixed:
            self.came.put_nowait(one)
            if path == self.hanging:
                await asyncio.Event().wait()
            status, kind, text = self.fixed[path]
            return web.Response(text=text, status=status, content_type=kind)
        if self.hold and path.endswith(self.holds):
            self.held.set()
            await self.hold.wait()
        self.came.put_nowait(one)
        return self._answer(request, path, body)

    def _answer(self, request: web.Request, path: str, body: Any) -> web.Response:  # noqa: ANN401 - any JSON
        if self.refuse_token or request.headers.get("Authorization") not in {f"Bot {TOKEN}", None}:
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        match path:
            case "/users/@me":
                return _json(BOT_USER)
            case "/oauth2/applications/@me":
                application = {
                    "id": BOT,
                    "name": "briefing-bot",
                    "description": "",
                    "icon": None,
                    "bot_public": True,
                    "bot_require_code_grant": False,
                    "verify_key": "",
                    "flags": 0,
                    "owner": BOT_USER,
                }
                return _json(application)
            case "/gateway/bot":
                limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
                url = self.gateway if self.says_gateway else "ws://127.0.0.1:9/"
                answer = {"url": url, "shards": 1, "session_start_limit": limit}
                return _json(answer)
            case _ if path.endswith("/commands"):
                return _json([])
            case _ if path.endswith("/callback"):
                return _json(self._confirmed(path.split("/")[2], body))
            case _ if path.endswith("/messages/@original"):
                return _json(self.posted(body["components"]))
            case _ if path.endswith("/messages"):
                return _json(self.posted(body.get("components", [])))
            case _:
                return _json({"message": "404: Not Found", "code": 0}, status=404)

    def _confirmed(self, interaction: str, body: dict[str, Any]) -> dict[str, Any]:
        """Return what Discord says of a response to an interaction."""
        components = body.get("data", {}).get("components", [])
        about = {"id": interaction, "type": 2, "response_message_id": str(self._ids + 1)}
        return {"interaction": about, "resource": {"type": body["type"], "message": self.posted(components)}}

    def posted(self, components: list[dict[str, Any]]) -> dict[str, Any]:
        """Return a message of the bot with these components, as Discord describes it."""
        self._ids += 1
        return {
            "id": str(self._ids),
            "channel_id": CHANNEL,
            "author": BOT_USER,
            "content": "",
            "timestamp": _NOW,
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "flags": 1 << 15,
            "components": components,
        }

    async def listen(self, request: web.Request) -> web.WebSocketResponse:
        if self.gone:
            self.knocked.put_nowait(None)
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": 30_000}})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            payload = orjson.loads(frame.data)
            if payload["op"] == _HEARTBEAT:
                await socket.send_json({"op": _ACK})
            elif payload["op"] == _IDENTIFY:
                self.identified.put_nowait(payload["d"])
                if self.close_code:
                    await socket.close(code=self.close_code)
                    break
                self._socket = socket
                await self._welcome()
            elif payload["op"] == _RESUME:
                self.resumed.put_nowait(payload["d"])
                self._socket = socket
                await self.say("RESUMED", {})
        return socket

    async def _welcome(self) -> None:
        await self.say(
            "READY",
            {
                "v": 10,
                "user": BOT_USER,
                "guilds": [{"id": SERVER, "unavailable": True}],
                "session_id": "session",
                "resume_gateway_url": self.resume_url or self.gateway,
                "shard": [0, 1],
                "application": {"id": BOT, "flags": 0},
            },
        )
        await self.say(
            "GUILD_CREATE",
            {
                "id": SERVER,
                "name": "server",
                "owner_id": MEMBER,
                "unavailable": False,
                "member_count": 2,
                "large": False,
                "joined_at": _NOW,
                "roles": [{"id": SERVER, "name": "@everyone", "permissions": "0", "position": 0, "color": 0}],
                "channels": [{"id": CHANNEL, "type": 0, "name": "general", "position": 0}],
                "members": [],
                "emojis": [],
                "stickers": [],
                "threads": [],
                "voice_states": [],
                "presences": [],
                "stage_instances": [],
                "guild_scheduled_events": [],
                "features": [],
                "verification_level": 0,
                "default_message_notifications": 0,
                "explicit_content_filter": 0,
                "mfa_level": 0,
                "nsfw_level": 0,
                "premium_tier": 0,
                "preferred_locale": "en-US",
                "system_channel_flags": 0,
                "afk_timeout": 0,
            },
        )


def _json(value: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Answer as Discord does: discord.py knows JSON only by a type without a character set."""
    return web.Response(
        body=orjson.dumps(value),
        status=status,
        headers={"Content-Type": "application/json", **(headers or {})},
    )


_NOW = "2026-11-24T12:00:00.000000+00:00"


@asynccontextmanager
async def discord_server(**options: Any) -> AsyncIterator[DiscordServer]:  # noqa: ANN401 - its fields
    """Serve on a free port of this machine; at the end every request is held against Discord's schema."""
    server = DiscordServer(**options)
    app = web.Application()
    app.router.add_get("/gateway", server.listen)
    app.router.add_get("/gateway/", server.listen)
    app.router.add_route("*", "/{path:.*}", server.rest)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.address = f"http://127.0.0.1:{port}"
    try:
        yield server
    finally:
        await runner.cleanup()
    refused = faults(server.requests)
    assert not refused, "\n".join(refused)
