FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY .ci/constraints.txt .ci/
COPY bot bot
COPY knowledge knowledge
RUN python -m pip wheel -q --disable-pip-version-check --no-cache-dir \
        -c .ci/constraints.txt -w /wheels . \
    && chmod -R a+rX knowledge

FROM python:3.11-slim-bookworm
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    python -m pip install -q --disable-pip-version-check --root-user-action=ignore \
        --no-cache-dir --no-index --find-links=/wheels briefing-bot \
    && useradd --system --uid 10001 --user-group --no-create-home \
        --home-dir /tmp --shell /usr/sbin/nologin bot

# The briefings can be replaced by a read-only mount over /srv/knowledge.
COPY --from=build /src/knowledge /srv/knowledge
RUN mkdir /data && chown bot:bot /data

# All that may be written lies under /tmp and /data, so the root file system can be read-only. What was learnt
# from the knowledge takes half a minute to learn anew: it is kept where a restart finds it.
ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    XDG_CACHE_HOME=/data/cache \
    MPLCONFIGDIR=/tmp \
    MPLBACKEND=agg \
    BRIEFING_BOT_KNOWLEDGE=/srv/knowledge \
    BRIEFING_BOT_STORAGE__PATH=/data/bot.sqlite3

WORKDIR /srv
USER bot
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
# SIGTERM, which is what `docker stop` sends, ends it once the questions in flight are answered.
CMD ["run"]
