# The whole of inbounds: `inbounds serve`, `inbounds work`, `inbounds db upgrade`. Models inside.
FROM python:3.12-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt pyproject.toml README.md ./
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.12-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    INBOUNDS_HOST=0.0.0.0 \
    INBOUNDS_VAR_DIR=/var/lib/inbounds \
    INBOUNDS_LOG_FORMAT=json
RUN useradd --system --uid 10001 --home-dir /var/lib/inbounds --create-home inbounds
COPY --from=build /venv /venv
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY config/ config/
COPY models/ models/
COPY rules/ rules/
COPY scanner/ scanner/
COPY store/ store/
COPY bench/ bench/
COPY worker/ worker/
COPY console/ console/
COPY api/ api/
COPY cli/ cli/
COPY data/ data/
RUN /venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && python -m compileall -q /app
USER 10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/livez', timeout=2)"]
ENTRYPOINT ["inbounds"]
CMD ["serve"]
