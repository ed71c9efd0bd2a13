# One image for every part; docker-compose.yml says which command runs where.
# The folder must be the same in both stages: built files name their sources by full path.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node src/processes/build.mjs && rm -rf .next/cache .data

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# The image is read only for the account that runs it, but for the folder of data and what the commands bundle.
RUN mkdir -p /data /app/dist && chown -R node:node /data /app/dist
USER node
VOLUME /data
EXPOSE 3000 4000
CMD ["node", "--conditions=production", "node_modules/next/dist/bin/next", "start", "--hostname", "0.0.0.0", "--port", "3000"]
